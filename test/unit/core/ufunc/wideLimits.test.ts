/** Whole numbers of 32 and 64 bits at the limits of their range: they wrap around as NumPy's. */
import * as np from '../../../../core/index';
import { claims } from '../claims';
import { integerLimits } from '../integerLimits';

const numpy = claims(__filename, 'integer_limits.py');

describe('the limits of i4', () => {
  numpy("integer_limits('i4') + integer_limits('i4')", () =>
    np.add(integerLimits('i4'), integerLimits('i4')),
  );
  numpy("integer_limits('i4') + 1", () => np.add(integerLimits('i4'), 1));
  numpy("integer_limits('i4') - integer_limits('i4')[::-1]", () =>
    np.subtract(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("integer_limits('i4') * integer_limits('i4')", () =>
    np.multiply(integerLimits('i4'), integerLimits('i4')),
  );
  numpy("integer_limits('i4') * 3", () => np.multiply(integerLimits('i4'), 3));
  numpy("integer_limits('i4') // 3", () => np.floorDivide(integerLimits('i4'), 3));
  numpy("integer_limits('i4') // integer_limits('i4')[::-1]", () =>
    np.floorDivide(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("integer_limits('i4') % 7", () => np.remainder(integerLimits('i4'), 7));
  numpy("integer_limits('i4') % integer_limits('i4')[::-1]", () =>
    np.remainder(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("np.fmod(integer_limits('i4'), 7)", () => np.fmod(integerLimits('i4'), 7));
  numpy("-integer_limits('i4')", () => np.negative(integerLimits('i4')));
  numpy("np.abs(integer_limits('i4'))", () => np.abs(integerLimits('i4')));
  numpy("np.sign(integer_limits('i4'))", () => np.sign(integerLimits('i4')));
  numpy("integer_limits('i4') ** 2", () => np.power(integerLimits('i4'), 2));
  numpy("np.square(integer_limits('i4'))", () => np.square(integerLimits('i4')));
  numpy("integer_limits('i4') / 2", () => np.divide(integerLimits('i4'), 2));
  numpy("integer_limits('i4') << 1", () => np.leftShift(integerLimits('i4'), 1));
  numpy("integer_limits('i4') >> 1", () => np.rightShift(integerLimits('i4'), 1));
  numpy("~integer_limits('i4')", () => np.invert(integerLimits('i4')));
  numpy("integer_limits('i4') & integer_limits('i4')[::-1]", () =>
    np.bitwiseAnd(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("integer_limits('i4') ^ 5", () => np.bitwiseXor(integerLimits('i4'), 5));
  numpy("integer_limits('i4') > integer_limits('i4')[::-1]", () =>
    np.greater(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("integer_limits('i4') == -1", () => np.equal(integerLimits('i4'), -1));
  numpy("np.minimum(integer_limits('i4'), integer_limits('i4')[::-1])", () =>
    np.minimum(integerLimits('i4'), integerLimits('i4').get('::-1')),
  );
  numpy("integer_limits('i4').sum()", () => integerLimits('i4').sum());
  numpy("integer_limits('i4').prod()", () => integerLimits('i4').prod());
  numpy("integer_limits('i4').min()", () => integerLimits('i4').min());
  numpy("integer_limits('i4').max()", () => integerLimits('i4').max());
  numpy("integer_limits('i4').mean()", () => integerLimits('i4').mean());
  numpy("integer_limits('i4').cumsum()", () => integerLimits('i4').cumsum());
  numpy("integer_limits('i4').argmax()", () => integerLimits('i4').argmax());
  numpy("np.ptp(integer_limits('i4'))", () => np.ptp(integerLimits('i4')));
  numpy("integer_limits('i4').astype('f4')", () => integerLimits('i4').astype('f4'));
  numpy("integer_limits('i4').astype('f8')", () => integerLimits('i4').astype('f8'));
  numpy("integer_limits('i4').astype('i2')", () => integerLimits('i4').astype('i2'));
  numpy("integer_limits('i4').astype('>u4')", () => integerLimits('i4').astype('>u4'));
  numpy("integer_limits('i4').astype('U')", () => integerLimits('i4').astype('U'));
  numpy("repr(integer_limits('i4'))", () => np.arrayRepr(integerLimits('i4')));
});

describe('the limits of u4', () => {
  numpy("integer_limits('u4') + integer_limits('u4')", () =>
    np.add(integerLimits('u4'), integerLimits('u4')),
  );
  numpy("integer_limits('u4') + 1", () => np.add(integerLimits('u4'), 1));
  numpy("integer_limits('u4') - integer_limits('u4')[::-1]", () =>
    np.subtract(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("integer_limits('u4') * integer_limits('u4')", () =>
    np.multiply(integerLimits('u4'), integerLimits('u4')),
  );
  numpy("integer_limits('u4') * 3", () => np.multiply(integerLimits('u4'), 3));
  numpy("integer_limits('u4') // 3", () => np.floorDivide(integerLimits('u4'), 3));
  numpy("integer_limits('u4') // integer_limits('u4')[::-1]", () =>
    np.floorDivide(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("integer_limits('u4') % 7", () => np.remainder(integerLimits('u4'), 7));
  numpy("integer_limits('u4') % integer_limits('u4')[::-1]", () =>
    np.remainder(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("np.fmod(integer_limits('u4'), 7)", () => np.fmod(integerLimits('u4'), 7));
  numpy("-integer_limits('u4')", () => np.negative(integerLimits('u4')));
  numpy("np.abs(integer_limits('u4'))", () => np.abs(integerLimits('u4')));
  numpy("np.sign(integer_limits('u4'))", () => np.sign(integerLimits('u4')));
  numpy("integer_limits('u4') ** 2", () => np.power(integerLimits('u4'), 2));
  numpy("np.square(integer_limits('u4'))", () => np.square(integerLimits('u4')));
  numpy("integer_limits('u4') / 2", () => np.divide(integerLimits('u4'), 2));
  numpy("integer_limits('u4') << 1", () => np.leftShift(integerLimits('u4'), 1));
  numpy("integer_limits('u4') >> 1", () => np.rightShift(integerLimits('u4'), 1));
  numpy("~integer_limits('u4')", () => np.invert(integerLimits('u4')));
  numpy("integer_limits('u4') & integer_limits('u4')[::-1]", () =>
    np.bitwiseAnd(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("integer_limits('u4') ^ 5", () => np.bitwiseXor(integerLimits('u4'), 5));
  numpy("integer_limits('u4') > integer_limits('u4')[::-1]", () =>
    np.greater(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("integer_limits('u4') == -1", () => np.equal(integerLimits('u4'), -1));
  numpy("np.minimum(integer_limits('u4'), integer_limits('u4')[::-1])", () =>
    np.minimum(integerLimits('u4'), integerLimits('u4').get('::-1')),
  );
  numpy("integer_limits('u4').sum()", () => integerLimits('u4').sum());
  numpy("integer_limits('u4').prod()", () => integerLimits('u4').prod());
  numpy("integer_limits('u4').min()", () => integerLimits('u4').min());
  numpy("integer_limits('u4').max()", () => integerLimits('u4').max());
  numpy("integer_limits('u4').mean()", () => integerLimits('u4').mean());
  numpy("integer_limits('u4').cumsum()", () => integerLimits('u4').cumsum());
  numpy("integer_limits('u4').argmax()", () => integerLimits('u4').argmax());
  numpy("np.ptp(integer_limits('u4'))", () => np.ptp(integerLimits('u4')));
  numpy("integer_limits('u4').astype('f4')", () => integerLimits('u4').astype('f4'));
  numpy("integer_limits('u4').astype('f8')", () => integerLimits('u4').astype('f8'));
  numpy("integer_limits('u4').astype('i2')", () => integerLimits('u4').astype('i2'));
  numpy("integer_limits('u4').astype('>u4')", () => integerLimits('u4').astype('>u4'));
  numpy("integer_limits('u4').astype('U')", () => integerLimits('u4').astype('U'));
  numpy("repr(integer_limits('u4'))", () => np.arrayRepr(integerLimits('u4')));
});

describe('the limits of i8', () => {
  numpy("integer_limits('i8') + integer_limits('i8')", () =>
    np.add(integerLimits('i8'), integerLimits('i8')),
  );
  numpy("integer_limits('i8') + 1", () => np.add(integerLimits('i8'), 1));
  numpy("integer_limits('i8') - integer_limits('i8')[::-1]", () =>
    np.subtract(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("integer_limits('i8') * integer_limits('i8')", () =>
    np.multiply(integerLimits('i8'), integerLimits('i8')),
  );
  numpy("integer_limits('i8') * 3", () => np.multiply(integerLimits('i8'), 3));
  numpy("integer_limits('i8') // 3", () => np.floorDivide(integerLimits('i8'), 3));
  numpy("integer_limits('i8') // integer_limits('i8')[::-1]", () =>
    np.floorDivide(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("integer_limits('i8') % 7", () => np.remainder(integerLimits('i8'), 7));
  numpy("integer_limits('i8') % integer_limits('i8')[::-1]", () =>
    np.remainder(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("np.fmod(integer_limits('i8'), 7)", () => np.fmod(integerLimits('i8'), 7));
  numpy("-integer_limits('i8')", () => np.negative(integerLimits('i8')));
  numpy("np.abs(integer_limits('i8'))", () => np.abs(integerLimits('i8')));
  numpy("np.sign(integer_limits('i8'))", () => np.sign(integerLimits('i8')));
  numpy("integer_limits('i8') ** 2", () => np.power(integerLimits('i8'), 2));
  numpy("np.square(integer_limits('i8'))", () => np.square(integerLimits('i8')));
  numpy("integer_limits('i8') / 2", () => np.divide(integerLimits('i8'), 2));
  numpy("integer_limits('i8') << 1", () => np.leftShift(integerLimits('i8'), 1));
  numpy("integer_limits('i8') >> 1", () => np.rightShift(integerLimits('i8'), 1));
  numpy("~integer_limits('i8')", () => np.invert(integerLimits('i8')));
  numpy("integer_limits('i8') & integer_limits('i8')[::-1]", () =>
    np.bitwiseAnd(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("integer_limits('i8') ^ 5", () => np.bitwiseXor(integerLimits('i8'), 5));
  numpy("integer_limits('i8') > integer_limits('i8')[::-1]", () =>
    np.greater(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("integer_limits('i8') == -1", () => np.equal(integerLimits('i8'), -1));
  numpy("np.minimum(integer_limits('i8'), integer_limits('i8')[::-1])", () =>
    np.minimum(integerLimits('i8'), integerLimits('i8').get('::-1')),
  );
  numpy("integer_limits('i8').sum()", () => integerLimits('i8').sum());
  numpy("integer_limits('i8').prod()", () => integerLimits('i8').prod());
  numpy("integer_limits('i8').min()", () => integerLimits('i8').min());
  numpy("integer_limits('i8').max()", () => integerLimits('i8').max());
  numpy("integer_limits('i8').mean()", () => integerLimits('i8').mean());
  numpy("integer_limits('i8').cumsum()", () => integerLimits('i8').cumsum());
  numpy("integer_limits('i8').argmax()", () => integerLimits('i8').argmax());
  numpy("np.ptp(integer_limits('i8'))", () => np.ptp(integerLimits('i8')));
  numpy("integer_limits('i8').astype('f4')", () => integerLimits('i8').astype('f4'));
  numpy("integer_limits('i8').astype('f8')", () => integerLimits('i8').astype('f8'));
  numpy("integer_limits('i8').astype('i2')", () => integerLimits('i8').astype('i2'));
  numpy("integer_limits('i8').astype('>u4')", () => integerLimits('i8').astype('>u4'));
  numpy("integer_limits('i8').astype('U')", () => integerLimits('i8').astype('U'));
  numpy("repr(integer_limits('i8'))", () => np.arrayRepr(integerLimits('i8')));
});

describe('the limits of u8', () => {
  numpy("integer_limits('u8') + integer_limits('u8')", () =>
    np.add(integerLimits('u8'), integerLimits('u8')),
  );
  numpy("integer_limits('u8') + 1", () => np.add(integerLimits('u8'), 1));
  numpy("integer_limits('u8') - integer_limits('u8')[::-1]", () =>
    np.subtract(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("integer_limits('u8') * integer_limits('u8')", () =>
    np.multiply(integerLimits('u8'), integerLimits('u8')),
  );
  numpy("integer_limits('u8') * 3", () => np.multiply(integerLimits('u8'), 3));
  numpy("integer_limits('u8') // 3", () => np.floorDivide(integerLimits('u8'), 3));
  numpy("integer_limits('u8') // integer_limits('u8')[::-1]", () =>
    np.floorDivide(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("integer_limits('u8') % 7", () => np.remainder(integerLimits('u8'), 7));
  numpy("integer_limits('u8') % integer_limits('u8')[::-1]", () =>
    np.remainder(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("np.fmod(integer_limits('u8'), 7)", () => np.fmod(integerLimits('u8'), 7));
  numpy("-integer_limits('u8')", () => np.negative(integerLimits('u8')));
  numpy("np.abs(integer_limits('u8'))", () => np.abs(integerLimits('u8')));
  numpy("np.sign(integer_limits('u8'))", () => np.sign(integerLimits('u8')));
  numpy("integer_limits('u8') ** 2", () => np.power(integerLimits('u8'), 2));
  numpy("np.square(integer_limits('u8'))", () => np.square(integerLimits('u8')));
  numpy("integer_limits('u8') / 2", () => np.divide(integerLimits('u8'), 2));
  numpy("integer_limits('u8') << 1", () => np.leftShift(integerLimits('u8'), 1));
  numpy("integer_limits('u8') >> 1", () => np.rightShift(integerLimits('u8'), 1));
  numpy("~integer_limits('u8')", () => np.invert(integerLimits('u8')));
  numpy("integer_limits('u8') & integer_limits('u8')[::-1]", () =>
    np.bitwiseAnd(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("integer_limits('u8') ^ 5", () => np.bitwiseXor(integerLimits('u8'), 5));
  numpy("integer_limits('u8') > integer_limits('u8')[::-1]", () =>
    np.greater(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("integer_limits('u8') == -1", () => np.equal(integerLimits('u8'), -1));
  numpy("np.minimum(integer_limits('u8'), integer_limits('u8')[::-1])", () =>
    np.minimum(integerLimits('u8'), integerLimits('u8').get('::-1')),
  );
  numpy("integer_limits('u8').sum()", () => integerLimits('u8').sum());
  numpy("integer_limits('u8').prod()", () => integerLimits('u8').prod());
  numpy("integer_limits('u8').min()", () => integerLimits('u8').min());
  numpy("integer_limits('u8').max()", () => integerLimits('u8').max());
  numpy("integer_limits('u8').mean()", () => integerLimits('u8').mean());
  numpy("integer_limits('u8').cumsum()", () => integerLimits('u8').cumsum());
  numpy("integer_limits('u8').argmax()", () => integerLimits('u8').argmax());
  numpy("np.ptp(integer_limits('u8'))", () => np.ptp(integerLimits('u8')));
  numpy("integer_limits('u8').astype('f4')", () => integerLimits('u8').astype('f4'));
  numpy("integer_limits('u8').astype('f8')", () => integerLimits('u8').astype('f8'));
  numpy("integer_limits('u8').astype('i2')", () => integerLimits('u8').astype('i2'));
  numpy("integer_limits('u8').astype('>u4')", () => integerLimits('u8').astype('>u4'));
  numpy("integer_limits('u8').astype('U')", () => integerLimits('u8').astype('U'));
  numpy("repr(integer_limits('u8'))", () => np.arrayRepr(integerLimits('u8')));
});
