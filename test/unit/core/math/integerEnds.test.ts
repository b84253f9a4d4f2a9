/** Whole numbers of every width at the ends of their range: they wrap around as NumPy's. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(
  __filename,
  `
def ends(dtype):
    info = np.iinfo(dtype)
    return np.array([info.min, info.max, 0, 1, info.max - 1, info.min + 1, 3], dtype)
`,
);

const BOUNDS: Readonly<Record<string, readonly [low: bigint, high: bigint]>> = Object.fromEntries(
  [8, 16, 32, 64].flatMap(bits => {
    const half = 1n << BigInt(bits - 1);
    return [
      [`i${bits / 8}`, [-half, half - 1n]],
      [`u${bits / 8}`, [0n, 2n * half - 1n]],
    ];
  }),
);

const ends = (dtype: string): np.NDArray => {
  const [low, high] = BOUNDS[dtype];
  return np.array([low, high, 0, 1, high - 1n, low + 1n, 3], { dtype });
};

describe('the ends of i1', () => {
  numpy("ends('i1') + ends('i1')", () => np.add(ends('i1'), ends('i1')));
  numpy("ends('i1') + 1", () => np.add(ends('i1'), 1));
  numpy("ends('i1') - ends('i1')[::-1]", () => np.subtract(ends('i1'), ends('i1').get('::-1')));
  numpy("ends('i1') * ends('i1')", () => np.multiply(ends('i1'), ends('i1')));
  numpy("ends('i1') * 3", () => np.multiply(ends('i1'), 3));
  numpy("ends('i1') // 3", () => np.floorDivide(ends('i1'), 3));
  numpy("ends('i1') // ends('i1')[::-1]", () => np.floorDivide(ends('i1'), ends('i1').get('::-1')));
  numpy("ends('i1') % 7", () => np.remainder(ends('i1'), 7));
  numpy("ends('i1') % ends('i1')[::-1]", () => np.remainder(ends('i1'), ends('i1').get('::-1')));
  numpy("np.fmod(ends('i1'), 7)", () => np.fmod(ends('i1'), 7));
  numpy("-ends('i1')", () => np.negative(ends('i1')));
  numpy("np.abs(ends('i1'))", () => np.abs(ends('i1')));
  numpy("np.sign(ends('i1'))", () => np.sign(ends('i1')));
  numpy("ends('i1') ** 2", () => np.power(ends('i1'), 2));
  numpy("np.square(ends('i1'))", () => np.square(ends('i1')));
  numpy("ends('i1') / 2", () => np.divide(ends('i1'), 2));
  numpy("ends('i1') << 1", () => np.leftShift(ends('i1'), 1));
  numpy("ends('i1') >> 1", () => np.rightShift(ends('i1'), 1));
  numpy("~ends('i1')", () => np.invert(ends('i1')));
  numpy("ends('i1') & ends('i1')[::-1]", () => np.bitwiseAnd(ends('i1'), ends('i1').get('::-1')));
  numpy("ends('i1') ^ 5", () => np.bitwiseXor(ends('i1'), 5));
  numpy("ends('i1') > ends('i1')[::-1]", () => np.greater(ends('i1'), ends('i1').get('::-1')));
  numpy("ends('i1') == -1", () => np.equal(ends('i1'), -1));
  numpy("np.minimum(ends('i1'), ends('i1')[::-1])", () => np.minimum(ends('i1'), ends('i1').get('::-1')));
  numpy("ends('i1').sum()", () => ends('i1').sum());
  numpy("ends('i1').prod()", () => ends('i1').prod());
  numpy("ends('i1').min()", () => ends('i1').min());
  numpy("ends('i1').max()", () => ends('i1').max());
  numpy("ends('i1').mean()", () => ends('i1').mean());
  numpy("ends('i1').cumsum()", () => ends('i1').cumsum());
  numpy("ends('i1').argmax()", () => ends('i1').argmax());
  numpy("np.ptp(ends('i1'))", () => np.ptp(ends('i1')));
  numpy("ends('i1').astype('f4')", () => ends('i1').astype('f4'));
  numpy("ends('i1').astype('f8')", () => ends('i1').astype('f8'));
  numpy("ends('i1').astype('i2')", () => ends('i1').astype('i2'));
  numpy("ends('i1').astype('>u4')", () => ends('i1').astype('>u4'));
  numpy("ends('i1').astype('U')", () => ends('i1').astype('U'));
  numpy("repr(ends('i1'))", () => np.arrayRepr(ends('i1')));
});

describe('the ends of u1', () => {
  numpy("ends('u1') + ends('u1')", () => np.add(ends('u1'), ends('u1')));
  numpy("ends('u1') + 1", () => np.add(ends('u1'), 1));
  numpy("ends('u1') - ends('u1')[::-1]", () => np.subtract(ends('u1'), ends('u1').get('::-1')));
  numpy("ends('u1') * ends('u1')", () => np.multiply(ends('u1'), ends('u1')));
  numpy("ends('u1') * 3", () => np.multiply(ends('u1'), 3));
  numpy("ends('u1') // 3", () => np.floorDivide(ends('u1'), 3));
  numpy("ends('u1') // ends('u1')[::-1]", () => np.floorDivide(ends('u1'), ends('u1').get('::-1')));
  numpy("ends('u1') % 7", () => np.remainder(ends('u1'), 7));
  numpy("ends('u1') % ends('u1')[::-1]", () => np.remainder(ends('u1'), ends('u1').get('::-1')));
  numpy("np.fmod(ends('u1'), 7)", () => np.fmod(ends('u1'), 7));
  numpy("-ends('u1')", () => np.negative(ends('u1')));
  numpy("np.abs(ends('u1'))", () => np.abs(ends('u1')));
  numpy("np.sign(ends('u1'))", () => np.sign(ends('u1')));
  numpy("ends('u1') ** 2", () => np.power(ends('u1'), 2));
  numpy("np.square(ends('u1'))", () => np.square(ends('u1')));
  numpy("ends('u1') / 2", () => np.divide(ends('u1'), 2));
  numpy("ends('u1') << 1", () => np.leftShift(ends('u1'), 1));
  numpy("ends('u1') >> 1", () => np.rightShift(ends('u1'), 1));
  numpy("~ends('u1')", () => np.invert(ends('u1')));
  numpy("ends('u1') & ends('u1')[::-1]", () => np.bitwiseAnd(ends('u1'), ends('u1').get('::-1')));
  numpy("ends('u1') ^ 5", () => np.bitwiseXor(ends('u1'), 5));
  numpy("ends('u1') > ends('u1')[::-1]", () => np.greater(ends('u1'), ends('u1').get('::-1')));
  numpy("ends('u1') == -1", () => np.equal(ends('u1'), -1));
  numpy("np.minimum(ends('u1'), ends('u1')[::-1])", () => np.minimum(ends('u1'), ends('u1').get('::-1')));
  numpy("ends('u1').sum()", () => ends('u1').sum());
  numpy("ends('u1').prod()", () => ends('u1').prod());
  numpy("ends('u1').min()", () => ends('u1').min());
  numpy("ends('u1').max()", () => ends('u1').max());
  numpy("ends('u1').mean()", () => ends('u1').mean());
  numpy("ends('u1').cumsum()", () => ends('u1').cumsum());
  numpy("ends('u1').argmax()", () => ends('u1').argmax());
  numpy("np.ptp(ends('u1'))", () => np.ptp(ends('u1')));
  numpy("ends('u1').astype('f4')", () => ends('u1').astype('f4'));
  numpy("ends('u1').astype('f8')", () => ends('u1').astype('f8'));
  numpy("ends('u1').astype('i2')", () => ends('u1').astype('i2'));
  numpy("ends('u1').astype('>u4')", () => ends('u1').astype('>u4'));
  numpy("ends('u1').astype('U')", () => ends('u1').astype('U'));
  numpy("repr(ends('u1'))", () => np.arrayRepr(ends('u1')));
});

describe('the ends of i2', () => {
  numpy("ends('i2') + ends('i2')", () => np.add(ends('i2'), ends('i2')));
  numpy("ends('i2') + 1", () => np.add(ends('i2'), 1));
  numpy("ends('i2') - ends('i2')[::-1]", () => np.subtract(ends('i2'), ends('i2').get('::-1')));
  numpy("ends('i2') * ends('i2')", () => np.multiply(ends('i2'), ends('i2')));
  numpy("ends('i2') * 3", () => np.multiply(ends('i2'), 3));
  numpy("ends('i2') // 3", () => np.floorDivide(ends('i2'), 3));
  numpy("ends('i2') // ends('i2')[::-1]", () => np.floorDivide(ends('i2'), ends('i2').get('::-1')));
  numpy("ends('i2') % 7", () => np.remainder(ends('i2'), 7));
  numpy("ends('i2') % ends('i2')[::-1]", () => np.remainder(ends('i2'), ends('i2').get('::-1')));
  numpy("np.fmod(ends('i2'), 7)", () => np.fmod(ends('i2'), 7));
  numpy("-ends('i2')", () => np.negative(ends('i2')));
  numpy("np.abs(ends('i2'))", () => np.abs(ends('i2')));
  numpy("np.sign(ends('i2'))", () => np.sign(ends('i2')));
  numpy("ends('i2') ** 2", () => np.power(ends('i2'), 2));
  numpy("np.square(ends('i2'))", () => np.square(ends('i2')));
  numpy("ends('i2') / 2", () => np.divide(ends('i2'), 2));
  numpy("ends('i2') << 1", () => np.leftShift(ends('i2'), 1));
  numpy("ends('i2') >> 1", () => np.rightShift(ends('i2'), 1));
  numpy("~ends('i2')", () => np.invert(ends('i2')));
  numpy("ends('i2') & ends('i2')[::-1]", () => np.bitwiseAnd(ends('i2'), ends('i2').get('::-1')));
  numpy("ends('i2') ^ 5", () => np.bitwiseXor(ends('i2'), 5));
  numpy("ends('i2') > ends('i2')[::-1]", () => np.greater(ends('i2'), ends('i2').get('::-1')));
  numpy("ends('i2') == -1", () => np.equal(ends('i2'), -1));
  numpy("np.minimum(ends('i2'), ends('i2')[::-1])", () => np.minimum(ends('i2'), ends('i2').get('::-1')));
  numpy("ends('i2').sum()", () => ends('i2').sum());
  numpy("ends('i2').prod()", () => ends('i2').prod());
  numpy("ends('i2').min()", () => ends('i2').min());
  numpy("ends('i2').max()", () => ends('i2').max());
  numpy("ends('i2').mean()", () => ends('i2').mean());
  numpy("ends('i2').cumsum()", () => ends('i2').cumsum());
  numpy("ends('i2').argmax()", () => ends('i2').argmax());
  numpy("np.ptp(ends('i2'))", () => np.ptp(ends('i2')));
  numpy("ends('i2').astype('f4')", () => ends('i2').astype('f4'));
  numpy("ends('i2').astype('f8')", () => ends('i2').astype('f8'));
  numpy("ends('i2').astype('i2')", () => ends('i2').astype('i2'));
  numpy("ends('i2').astype('>u4')", () => ends('i2').astype('>u4'));
  numpy("ends('i2').astype('U')", () => ends('i2').astype('U'));
  numpy("repr(ends('i2'))", () => np.arrayRepr(ends('i2')));
});

describe('the ends of u2', () => {
  numpy("ends('u2') + ends('u2')", () => np.add(ends('u2'), ends('u2')));
  numpy("ends('u2') + 1", () => np.add(ends('u2'), 1));
  numpy("ends('u2') - ends('u2')[::-1]", () => np.subtract(ends('u2'), ends('u2').get('::-1')));
  numpy("ends('u2') * ends('u2')", () => np.multiply(ends('u2'), ends('u2')));
  numpy("ends('u2') * 3", () => np.multiply(ends('u2'), 3));
  numpy("ends('u2') // 3", () => np.floorDivide(ends('u2'), 3));
  numpy("ends('u2') // ends('u2')[::-1]", () => np.floorDivide(ends('u2'), ends('u2').get('::-1')));
  numpy("ends('u2') % 7", () => np.remainder(ends('u2'), 7));
  numpy("ends('u2') % ends('u2')[::-1]", () => np.remainder(ends('u2'), ends('u2').get('::-1')));
  numpy("np.fmod(ends('u2'), 7)", () => np.fmod(ends('u2'), 7));
  numpy("-ends('u2')", () => np.negative(ends('u2')));
  numpy("np.abs(ends('u2'))", () => np.abs(ends('u2')));
  numpy("np.sign(ends('u2'))", () => np.sign(ends('u2')));
  numpy("ends('u2') ** 2", () => np.power(ends('u2'), 2));
  numpy("np.square(ends('u2'))", () => np.square(ends('u2')));
  numpy("ends('u2') / 2", () => np.divide(ends('u2'), 2));
  numpy("ends('u2') << 1", () => np.leftShift(ends('u2'), 1));
  numpy("ends('u2') >> 1", () => np.rightShift(ends('u2'), 1));
  numpy("~ends('u2')", () => np.invert(ends('u2')));
  numpy("ends('u2') & ends('u2')[::-1]", () => np.bitwiseAnd(ends('u2'), ends('u2').get('::-1')));
  numpy("ends('u2') ^ 5", () => np.bitwiseXor(ends('u2'), 5));
  numpy("ends('u2') > ends('u2')[::-1]", () => np.greater(ends('u2'), ends('u2').get('::-1')));
  numpy("ends('u2') == -1", () => np.equal(ends('u2'), -1));
  numpy("np.minimum(ends('u2'), ends('u2')[::-1])", () => np.minimum(ends('u2'), ends('u2').get('::-1')));
  numpy("ends('u2').sum()", () => ends('u2').sum());
  numpy("ends('u2').prod()", () => ends('u2').prod());
  numpy("ends('u2').min()", () => ends('u2').min());
  numpy("ends('u2').max()", () => ends('u2').max());
  numpy("ends('u2').mean()", () => ends('u2').mean());
  numpy("ends('u2').cumsum()", () => ends('u2').cumsum());
  numpy("ends('u2').argmax()", () => ends('u2').argmax());
  numpy("np.ptp(ends('u2'))", () => np.ptp(ends('u2')));
  numpy("ends('u2').astype('f4')", () => ends('u2').astype('f4'));
  numpy("ends('u2').astype('f8')", () => ends('u2').astype('f8'));
  numpy("ends('u2').astype('i2')", () => ends('u2').astype('i2'));
  numpy("ends('u2').astype('>u4')", () => ends('u2').astype('>u4'));
  numpy("ends('u2').astype('U')", () => ends('u2').astype('U'));
  numpy("repr(ends('u2'))", () => np.arrayRepr(ends('u2')));
});
