/** Whole numbers of every width at the limits of their range: they wrap around as NumPy's. */
import * as np from '../../../../core/index';
import { claims } from '../claims';
import { integerLimits } from '../integerLimits';

const numpy = claims(__filename, 'integer_limits.py');

describe('the limits of i1', () => {
  numpy("integer_limits('i1') + integer_limits('i1')", () =>
    np.add(integerLimits('i1'), integerLimits('i1')),
  );
  numpy("integer_limits('i1') + 1", () => np.add(integerLimits('i1'), 1));
  numpy("integer_limits('i1') - integer_limits('i1')[::-1]", () =>
    np.subtract(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("integer_limits('i1') * integer_limits('i1')", () =>
    np.multiply(integerLimits('i1'), integerLimits('i1')),
  );
  numpy("integer_limits('i1') * 3", () => np.multiply(integerLimits('i1'), 3));
  numpy("integer_limits('i1') // 3", () => np.floorDivide(integerLimits('i1'), 3));
  numpy("integer_limits('i1') // integer_limits('i1')[::-1]", () =>
    np.floorDivide(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("integer_limits('i1') % 7", () => np.remainder(integerLimits('i1'), 7));
  numpy("integer_limits('i1') % integer_limits('i1')[::-1]", () =>
    np.remainder(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("np.fmod(integer_limits('i1'), 7)", () => np.fmod(integerLimits('i1'), 7));
  numpy("-integer_limits('i1')", () => np.negative(integerLimits('i1')));
  numpy("np.abs(integer_limits('i1'))", () => np.abs(integerLimits('i1')));
  numpy("np.sign(integer_limits('i1'))", () => np.sign(integerLimits('i1')));
  numpy("integer_limits('i1') ** 2", () => np.power(integerLimits('i1'), 2));
  numpy("np.square(integer_limits('i1'))", () => np.square(integerLimits('i1')));
  numpy("integer_limits('i1') / 2", () => np.divide(integerLimits('i1'), 2));
  numpy("integer_limits('i1') << 1", () => np.leftShift(integerLimits('i1'), 1));
  numpy("integer_limits('i1') >> 1", () => np.rightShift(integerLimits('i1'), 1));
  numpy("~integer_limits('i1')", () => np.invert(integerLimits('i1')));
  numpy("integer_limits('i1') & integer_limits('i1')[::-1]", () =>
    np.bitwiseAnd(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("integer_limits('i1') ^ 5", () => np.bitwiseXor(integerLimits('i1'), 5));
  numpy("integer_limits('i1') > integer_limits('i1')[::-1]", () =>
    np.greater(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("integer_limits('i1') == -1", () => np.equal(integerLimits('i1'), -1));
  numpy("np.minimum(integer_limits('i1'), integer_limits('i1')[::-1])", () =>
    np.minimum(integerLimits('i1'), integerLimits('i1').get('::-1')),
  );
  numpy("integer_limits('i1').sum()", () => integerLimits('i1').sum());
  numpy("integer_limits('i1').prod()", () => integerLimits('i1').prod());
  numpy("integer_limits('i1').min()", () => integerLimits('i1').min());
  numpy("integer_limits('i1').max()", () => integerLimits('i1').max());
  numpy("integer_limits('i1').mean()", () => integerLimits('i1').mean());
  numpy("integer_limits('i1').cumsum()", () => integerLimits('i1').cumsum());
  numpy("integer_limits('i1').argmax()", () => integerLimits('i1').argmax());
  numpy("np.ptp(integer_limits('i1'))", () => np.ptp(integerLimits('i1')));
  numpy("integer_limits('i1').astype('f4')", () => integerLimits('i1').astype('f4'));
  numpy("integer_limits('i1').astype('f8')", () => integerLimits('i1').astype('f8'));
  numpy("integer_limits('i1').astype('i2')", () => integerLimits('i1').astype('i2'));
  numpy("integer_limits('i1').astype('>u4')", () => integerLimits('i1').astype('>u4'));
  numpy("integer_limits('i1').astype('U')", () => integerLimits('i1').astype('U'));
  numpy("repr(integer_limits('i1'))", () => np.arrayRepr(integerLimits('i1')));
});

describe('the limits of u1', () => {
  numpy("integer_limits('u1') + integer_limits('u1')", () =>
    np.add(integerLimits('u1'), integerLimits('u1')),
  );
  numpy("integer_limits('u1') + 1", () => np.add(integerLimits('u1'), 1));
  numpy("integer_limits('u1') - integer_limits('u1')[::-1]", () =>
    np.subtract(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("integer_limits('u1') * integer_limits('u1')", () =>
    np.multiply(integerLimits('u1'), integerLimits('u1')),
  );
  numpy("integer_limits('u1') * 3", () => np.multiply(integerLimits('u1'), 3));
  numpy("integer_limits('u1') // 3", () => np.floorDivide(integerLimits('u1'), 3));
  numpy("integer_limits('u1') // integer_limits('u1')[::-1]", () =>
    np.floorDivide(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("integer_limits('u1') % 7", () => np.remainder(integerLimits('u1'), 7));
  numpy("integer_limits('u1') % integer_limits('u1')[::-1]", () =>
    np.remainder(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("np.fmod(integer_limits('u1'), 7)", () => np.fmod(integerLimits('u1'), 7));
  numpy("-integer_limits('u1')", () => np.negative(integerLimits('u1')));
  numpy("np.abs(integer_limits('u1'))", () => np.abs(integerLimits('u1')));
  numpy("np.sign(integer_limits('u1'))", () => np.sign(integerLimits('u1')));
  numpy("integer_limits('u1') ** 2", () => np.power(integerLimits('u1'), 2));
  numpy("np.square(integer_limits('u1'))", () => np.square(integerLimits('u1')));
  numpy("integer_limits('u1') / 2", () => np.divide(integerLimits('u1'), 2));
  numpy("integer_limits('u1') << 1", () => np.leftShift(integerLimits('u1'), 1));
  numpy("integer_limits('u1') >> 1", () => np.rightShift(integerLimits('u1'), 1));
  numpy("~integer_limits('u1')", () => np.invert(integerLimits('u1')));
  numpy("integer_limits('u1') & integer_limits('u1')[::-1]", () =>
    np.bitwiseAnd(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("integer_limits('u1') ^ 5", () => np.bitwiseXor(integerLimits('u1'), 5));
  numpy("integer_limits('u1') > integer_limits('u1')[::-1]", () =>
    np.greater(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("integer_limits('u1') == -1", () => np.equal(integerLimits('u1'), -1));
  numpy("np.minimum(integer_limits('u1'), integer_limits('u1')[::-1])", () =>
    np.minimum(integerLimits('u1'), integerLimits('u1').get('::-1')),
  );
  numpy("integer_limits('u1').sum()", () => integerLimits('u1').sum());
  numpy("integer_limits('u1').prod()", () => integerLimits('u1').prod());
  numpy("integer_limits('u1').min()", () => integerLimits('u1').min());
  numpy("integer_limits('u1').max()", () => integerLimits('u1').max());
  numpy("integer_limits('u1').mean()", () => integerLimits('u1').mean());
  numpy("integer_limits('u1').cumsum()", () => integerLimits('u1').cumsum());
  numpy("integer_limits('u1').argmax()", () => integerLimits('u1').argmax());
  numpy("np.ptp(integer_limits('u1'))", () => np.ptp(integerLimits('u1')));
  numpy("integer_limits('u1').astype('f4')", () => integerLimits('u1').astype('f4'));
  numpy("integer_limits('u1').astype('f8')", () => integerLimits('u1').astype('f8'));
  numpy("integer_limits('u1').astype('i2')", () => integerLimits('u1').astype('i2'));
  numpy("integer_limits('u1').astype('>u4')", () => integerLimits('u1').astype('>u4'));
  numpy("integer_limits('u1').astype('U')", () => integerLimits('u1').astype('U'));
  numpy("repr(integer_limits('u1'))", () => np.arrayRepr(integerLimits('u1')));
});

describe('the limits of i2', () => {
  numpy("integer_limits('i2') + integer_limits('i2')", () =>
    np.add(integerLimits('i2'), integerLimits('i2')),
  );
  numpy("integer_limits('i2') + 1", () => np.add(integerLimits('i2'), 1));
  numpy("integer_limits('i2') - integer_limits('i2')[::-1]", () =>
    np.subtract(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("integer_limits('i2') * integer_limits('i2')", () =>
    np.multiply(integerLimits('i2'), integerLimits('i2')),
  );
  numpy("integer_limits('i2') * 3", () => np.multiply(integerLimits('i2'), 3));
  numpy("integer_limits('i2') // 3", () => np.floorDivide(integerLimits('i2'), 3));
  numpy("integer_limits('i2') // integer_limits('i2')[::-1]", () =>
    np.floorDivide(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("integer_limits('i2') % 7", () => np.remainder(integerLimits('i2'), 7));
  numpy("integer_limits('i2') % integer_limits('i2')[::-1]", () =>
    np.remainder(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("np.fmod(integer_limits('i2'), 7)", () => np.fmod(integerLimits('i2'), 7));
  numpy("-integer_limits('i2')", () => np.negative(integerLimits('i2')));
  numpy("np.abs(integer_limits('i2'))", () => np.abs(integerLimits('i2')));
  numpy("np.sign(integer_limits('i2'))", () => np.sign(integerLimits('i2')));
  numpy("integer_limits('i2') ** 2", () => np.power(integerLimits('i2'), 2));
  numpy("np.square(integer_limits('i2'))", () => np.square(integerLimits('i2')));
  numpy("integer_limits('i2') / 2", () => np.divide(integerLimits('i2'), 2));
  numpy("integer_limits('i2') << 1", () => np.leftShift(integerLimits('i2'), 1));
  numpy("integer_limits('i2') >> 1", () => np.rightShift(integerLimits('i2'), 1));
  numpy("~integer_limits('i2')", () => np.invert(integerLimits('i2')));
  numpy("integer_limits('i2') & integer_limits('i2')[::-1]", () =>
    np.bitwiseAnd(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("integer_limits('i2') ^ 5", () => np.bitwiseXor(integerLimits('i2'), 5));
  numpy("integer_limits('i2') > integer_limits('i2')[::-1]", () =>
    np.greater(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("integer_limits('i2') == -1", () => np.equal(integerLimits('i2'), -1));
  numpy("np.minimum(integer_limits('i2'), integer_limits('i2')[::-1])", () =>
    np.minimum(integerLimits('i2'), integerLimits('i2').get('::-1')),
  );
  numpy("integer_limits('i2').sum()", () => integerLimits('i2').sum());
  numpy("integer_limits('i2').prod()", () => integerLimits('i2').prod());
  numpy("integer_limits('i2').min()", () => integerLimits('i2').min());
  numpy("integer_limits('i2').max()", () => integerLimits('i2').max());
  numpy("integer_limits('i2').mean()", () => integerLimits('i2').mean());
  numpy("integer_limits('i2').cumsum()", () => integerLimits('i2').cumsum());
  numpy("integer_limits('i2').argmax()", () => integerLimits('i2').argmax());
  numpy("np.ptp(integer_limits('i2'))", () => np.ptp(integerLimits('i2')));
  numpy("integer_limits('i2').astype('f4')", () => integerLimits('i2').astype('f4'));
  numpy("integer_limits('i2').astype('f8')", () => integerLimits('i2').astype('f8'));
  numpy("integer_limits('i2').astype('i2')", () => integerLimits('i2').astype('i2'));
  numpy("integer_limits('i2').astype('>u4')", () => integerLimits('i2').astype('>u4'));
  numpy("integer_limits('i2').astype('U')", () => integerLimits('i2').astype('U'));
  numpy("repr(integer_limits('i2'))", () => np.arrayRepr(integerLimits('i2')));
});

describe('the limits of u2', () => {
  numpy("integer_limits('u2') + integer_limits('u2')", () =>
    np.add(integerLimits('u2'), integerLimits('u2')),
  );
  numpy("integer_limits('u2') + 1", () => np.add(integerLimits('u2'), 1));
  numpy("integer_limits('u2') - integer_limits('u2')[::-1]", () =>
    np.subtract(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("integer_limits('u2') * integer_limits('u2')", () =>
    np.multiply(integerLimits('u2'), integerLimits('u2')),
  );
  numpy("integer_limits('u2') * 3", () => np.multiply(integerLimits('u2'), 3));
  numpy("integer_limits('u2') // 3", () => np.floorDivide(integerLimits('u2'), 3));
  numpy("integer_limits('u2') // integer_limits('u2')[::-1]", () =>
    np.floorDivide(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("integer_limits('u2') % 7", () => np.remainder(integerLimits('u2'), 7));
  numpy("integer_limits('u2') % integer_limits('u2')[::-1]", () =>
    np.remainder(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("np.fmod(integer_limits('u2'), 7)", () => np.fmod(integerLimits('u2'), 7));
  numpy("-integer_limits('u2')", () => np.negative(integerLimits('u2')));
  numpy("np.abs(integer_limits('u2'))", () => np.abs(integerLimits('u2')));
  numpy("np.sign(integer_limits('u2'))", () => np.sign(integerLimits('u2')));
  numpy("integer_limits('u2') ** 2", () => np.power(integerLimits('u2'), 2));
  numpy("np.square(integer_limits('u2'))", () => np.square(integerLimits('u2')));
  numpy("integer_limits('u2') / 2", () => np.divide(integerLimits('u2'), 2));
  numpy("integer_limits('u2') << 1", () => np.leftShift(integerLimits('u2'), 1));
  numpy("integer_limits('u2') >> 1", () => np.rightShift(integerLimits('u2'), 1));
  numpy("~integer_limits('u2')", () => np.invert(integerLimits('u2')));
  numpy("integer_limits('u2') & integer_limits('u2')[::-1]", () =>
    np.bitwiseAnd(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("integer_limits('u2') ^ 5", () => np.bitwiseXor(integerLimits('u2'), 5));
  numpy("integer_limits('u2') > integer_limits('u2')[::-1]", () =>
    np.greater(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("integer_limits('u2') == -1", () => np.equal(integerLimits('u2'), -1));
  numpy("np.minimum(integer_limits('u2'), integer_limits('u2')[::-1])", () =>
    np.minimum(integerLimits('u2'), integerLimits('u2').get('::-1')),
  );
  numpy("integer_limits('u2').sum()", () => integerLimits('u2').sum());
  numpy("integer_limits('u2').prod()", () => integerLimits('u2').prod());
  numpy("integer_limits('u2').min()", () => integerLimits('u2').min());
  numpy("integer_limits('u2').max()", () => integerLimits('u2').max());
  numpy("integer_limits('u2').mean()", () => integerLimits('u2').mean());
  numpy("integer_limits('u2').cumsum()", () => integerLimits('u2').cumsum());
  numpy("integer_limits('u2').argmax()", () => integerLimits('u2').argmax());
  numpy("np.ptp(integer_limits('u2'))", () => np.ptp(integerLimits('u2')));
  numpy("integer_limits('u2').astype('f4')", () => integerLimits('u2').astype('f4'));
  numpy("integer_limits('u2').astype('f8')", () => integerLimits('u2').astype('f8'));
  numpy("integer_limits('u2').astype('i2')", () => integerLimits('u2').astype('i2'));
  numpy("integer_limits('u2').astype('>u4')", () => integerLimits('u2').astype('>u4'));
  numpy("integer_limits('u2').astype('U')", () => integerLimits('u2').astype('U'));
  numpy("repr(integer_limits('u2'))", () => np.arrayRepr(integerLimits('u2')));
});
