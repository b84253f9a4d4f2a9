/** Whole numbers of 32 and 64 bits at the ends of their range: they wrap around as NumPy's. */
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

describe('the ends of i4', () => {
  numpy("ends('i4') + ends('i4')", () => np.add(ends('i4'), ends('i4')));
  numpy("ends('i4') + 1", () => np.add(ends('i4'), 1));
  numpy("ends('i4') - ends('i4')[::-1]", () => np.subtract(ends('i4'), ends('i4').get('::-1')));
  numpy("ends('i4') * ends('i4')", () => np.multiply(ends('i4'), ends('i4')));
  numpy("ends('i4') * 3", () => np.multiply(ends('i4'), 3));
  numpy("ends('i4') // 3", () => np.floorDivide(ends('i4'), 3));
  numpy("ends('i4') // ends('i4')[::-1]", () => np.floorDivide(ends('i4'), ends('i4').get('::-1')));
  numpy("ends('i4') % 7", () => np.remainder(ends('i4'), 7));
  numpy("ends('i4') % ends('i4')[::-1]", () => np.remainder(ends('i4'), ends('i4').get('::-1')));
  numpy("np.fmod(ends('i4'), 7)", () => np.fmod(ends('i4'), 7));
  numpy("-ends('i4')", () => np.negative(ends('i4')));
  numpy("np.abs(ends('i4'))", () => np.abs(ends('i4')));
  numpy("np.sign(ends('i4'))", () => np.sign(ends('i4')));
  numpy("ends('i4') ** 2", () => np.power(ends('i4'), 2));
  numpy("np.square(ends('i4'))", () => np.square(ends('i4')));
  numpy("ends('i4') / 2", () => np.divide(ends('i4'), 2));
  numpy("ends('i4') << 1", () => np.leftShift(ends('i4'), 1));
  numpy("ends('i4') >> 1", () => np.rightShift(ends('i4'), 1));
  numpy("~ends('i4')", () => np.invert(ends('i4')));
  numpy("ends('i4') & ends('i4')[::-1]", () => np.bitwiseAnd(ends('i4'), ends('i4').get('::-1')));
  numpy("ends('i4') ^ 5", () => np.bitwiseXor(ends('i4'), 5));
  numpy("ends('i4') > ends('i4')[::-1]", () => np.greater(ends('i4'), ends('i4').get('::-1')));
  numpy("ends('i4') == -1", () => np.equal(ends('i4'), -1));
  numpy("np.minimum(ends('i4'), ends('i4')[::-1])", () => np.minimum(ends('i4'), ends('i4').get('::-1')));
  numpy("ends('i4').sum()", () => ends('i4').sum());
  numpy("ends('i4').prod()", () => ends('i4').prod());
  numpy("ends('i4').min()", () => ends('i4').min());
  numpy("ends('i4').max()", () => ends('i4').max());
  numpy("ends('i4').mean()", () => ends('i4').mean());
  numpy("ends('i4').cumsum()", () => ends('i4').cumsum());
  numpy("ends('i4').argmax()", () => ends('i4').argmax());
  numpy("np.ptp(ends('i4'))", () => np.ptp(ends('i4')));
  numpy("ends('i4').astype('f4')", () => ends('i4').astype('f4'));
  numpy("ends('i4').astype('f8')", () => ends('i4').astype('f8'));
  numpy("ends('i4').astype('i2')", () => ends('i4').astype('i2'));
  numpy("ends('i4').astype('>u4')", () => ends('i4').astype('>u4'));
  numpy("ends('i4').astype('U')", () => ends('i4').astype('U'));
  numpy("repr(ends('i4'))", () => np.arrayRepr(ends('i4')));
});

describe('the ends of u4', () => {
  numpy("ends('u4') + ends('u4')", () => np.add(ends('u4'), ends('u4')));
  numpy("ends('u4') + 1", () => np.add(ends('u4'), 1));
  numpy("ends('u4') - ends('u4')[::-1]", () => np.subtract(ends('u4'), ends('u4').get('::-1')));
  numpy("ends('u4') * ends('u4')", () => np.multiply(ends('u4'), ends('u4')));
  numpy("ends('u4') * 3", () => np.multiply(ends('u4'), 3));
  numpy("ends('u4') // 3", () => np.floorDivide(ends('u4'), 3));
  numpy("ends('u4') // ends('u4')[::-1]", () => np.floorDivide(ends('u4'), ends('u4').get('::-1')));
  numpy("ends('u4') % 7", () => np.remainder(ends('u4'), 7));
  numpy("ends('u4') % ends('u4')[::-1]", () => np.remainder(ends('u4'), ends('u4').get('::-1')));
  numpy("np.fmod(ends('u4'), 7)", () => np.fmod(ends('u4'), 7));
  numpy("-ends('u4')", () => np.negative(ends('u4')));
  numpy("np.abs(ends('u4'))", () => np.abs(ends('u4')));
  numpy("np.sign(ends('u4'))", () => np.sign(ends('u4')));
  numpy("ends('u4') ** 2", () => np.power(ends('u4'), 2));
  numpy("np.square(ends('u4'))", () => np.square(ends('u4')));
  numpy("ends('u4') / 2", () => np.divide(ends('u4'), 2));
  numpy("ends('u4') << 1", () => np.leftShift(ends('u4'), 1));
  numpy("ends('u4') >> 1", () => np.rightShift(ends('u4'), 1));
  numpy("~ends('u4')", () => np.invert(ends('u4')));
  numpy("ends('u4') & ends('u4')[::-1]", () => np.bitwiseAnd(ends('u4'), ends('u4').get('::-1')));
  numpy("ends('u4') ^ 5", () => np.bitwiseXor(ends('u4'), 5));
  numpy("ends('u4') > ends('u4')[::-1]", () => np.greater(ends('u4'), ends('u4').get('::-1')));
  numpy("ends('u4') == -1", () => np.equal(ends('u4'), -1));
  numpy("np.minimum(ends('u4'), ends('u4')[::-1])", () => np.minimum(ends('u4'), ends('u4').get('::-1')));
  numpy("ends('u4').sum()", () => ends('u4').sum());
  numpy("ends('u4').prod()", () => ends('u4').prod());
  numpy("ends('u4').min()", () => ends('u4').min());
  numpy("ends('u4').max()", () => ends('u4').max());
  numpy("ends('u4').mean()", () => ends('u4').mean());
  numpy("ends('u4').cumsum()", () => ends('u4').cumsum());
  numpy("ends('u4').argmax()", () => ends('u4').argmax());
  numpy("np.ptp(ends('u4'))", () => np.ptp(ends('u4')));
  numpy("ends('u4').astype('f4')", () => ends('u4').astype('f4'));
  numpy("ends('u4').astype('f8')", () => ends('u4').astype('f8'));
  numpy("ends('u4').astype('i2')", () => ends('u4').astype('i2'));
  numpy("ends('u4').astype('>u4')", () => ends('u4').astype('>u4'));
  numpy("ends('u4').astype('U')", () => ends('u4').astype('U'));
  numpy("repr(ends('u4'))", () => np.arrayRepr(ends('u4')));
});

describe('the ends of i8', () => {
  numpy("ends('i8') + ends('i8')", () => np.add(ends('i8'), ends('i8')));
  numpy("ends('i8') + 1", () => np.add(ends('i8'), 1));
  numpy("ends('i8') - ends('i8')[::-1]", () => np.subtract(ends('i8'), ends('i8').get('::-1')));
  numpy("ends('i8') * ends('i8')", () => np.multiply(ends('i8'), ends('i8')));
  numpy("ends('i8') * 3", () => np.multiply(ends('i8'), 3));
  numpy("ends('i8') // 3", () => np.floorDivide(ends('i8'), 3));
  numpy("ends('i8') // ends('i8')[::-1]", () => np.floorDivide(ends('i8'), ends('i8').get('::-1')));
  numpy("ends('i8') % 7", () => np.remainder(ends('i8'), 7));
  numpy("ends('i8') % ends('i8')[::-1]", () => np.remainder(ends('i8'), ends('i8').get('::-1')));
  numpy("np.fmod(ends('i8'), 7)", () => np.fmod(ends('i8'), 7));
  numpy("-ends('i8')", () => np.negative(ends('i8')));
  numpy("np.abs(ends('i8'))", () => np.abs(ends('i8')));
  numpy("np.sign(ends('i8'))", () => np.sign(ends('i8')));
  numpy("ends('i8') ** 2", () => np.power(ends('i8'), 2));
  numpy("np.square(ends('i8'))", () => np.square(ends('i8')));
  numpy("ends('i8') / 2", () => np.divide(ends('i8'), 2));
  numpy("ends('i8') << 1", () => np.leftShift(ends('i8'), 1));
  numpy("ends('i8') >> 1", () => np.rightShift(ends('i8'), 1));
  numpy("~ends('i8')", () => np.invert(ends('i8')));
  numpy("ends('i8') & ends('i8')[::-1]", () => np.bitwiseAnd(ends('i8'), ends('i8').get('::-1')));
  numpy("ends('i8') ^ 5", () => np.bitwiseXor(ends('i8'), 5));
  numpy("ends('i8') > ends('i8')[::-1]", () => np.greater(ends('i8'), ends('i8').get('::-1')));
  numpy("ends('i8') == -1", () => np.equal(ends('i8'), -1));
  numpy("np.minimum(ends('i8'), ends('i8')[::-1])", () => np.minimum(ends('i8'), ends('i8').get('::-1')));
  numpy("ends('i8').sum()", () => ends('i8').sum());
  numpy("ends('i8').prod()", () => ends('i8').prod());
  numpy("ends('i8').min()", () => ends('i8').min());
  numpy("ends('i8').max()", () => ends('i8').max());
  numpy("ends('i8').mean()", () => ends('i8').mean());
  numpy("ends('i8').cumsum()", () => ends('i8').cumsum());
  numpy("ends('i8').argmax()", () => ends('i8').argmax());
  numpy("np.ptp(ends('i8'))", () => np.ptp(ends('i8')));
  numpy("ends('i8').astype('f4')", () => ends('i8').astype('f4'));
  numpy("ends('i8').astype('f8')", () => ends('i8').astype('f8'));
  numpy("ends('i8').astype('i2')", () => ends('i8').astype('i2'));
  numpy("ends('i8').astype('>u4')", () => ends('i8').astype('>u4'));
  numpy("ends('i8').astype('U')", () => ends('i8').astype('U'));
  numpy("repr(ends('i8'))", () => np.arrayRepr(ends('i8')));
});

describe('the ends of u8', () => {
  numpy("ends('u8') + ends('u8')", () => np.add(ends('u8'), ends('u8')));
  numpy("ends('u8') + 1", () => np.add(ends('u8'), 1));
  numpy("ends('u8') - ends('u8')[::-1]", () => np.subtract(ends('u8'), ends('u8').get('::-1')));
  numpy("ends('u8') * ends('u8')", () => np.multiply(ends('u8'), ends('u8')));
  numpy("ends('u8') * 3", () => np.multiply(ends('u8'), 3));
  numpy("ends('u8') // 3", () => np.floorDivide(ends('u8'), 3));
  numpy("ends('u8') // ends('u8')[::-1]", () => np.floorDivide(ends('u8'), ends('u8').get('::-1')));
  numpy("ends('u8') % 7", () => np.remainder(ends('u8'), 7));
  numpy("ends('u8') % ends('u8')[::-1]", () => np.remainder(ends('u8'), ends('u8').get('::-1')));
  numpy("np.fmod(ends('u8'), 7)", () => np.fmod(ends('u8'), 7));
  numpy("-ends('u8')", () => np.negative(ends('u8')));
  numpy("np.abs(ends('u8'))", () => np.abs(ends('u8')));
  numpy("np.sign(ends('u8'))", () => np.sign(ends('u8')));
  numpy("ends('u8') ** 2", () => np.power(ends('u8'), 2));
  numpy("np.square(ends('u8'))", () => np.square(ends('u8')));
  numpy("ends('u8') / 2", () => np.divide(ends('u8'), 2));
  numpy("ends('u8') << 1", () => np.leftShift(ends('u8'), 1));
  numpy("ends('u8') >> 1", () => np.rightShift(ends('u8'), 1));
  numpy("~ends('u8')", () => np.invert(ends('u8')));
  numpy("ends('u8') & ends('u8')[::-1]", () => np.bitwiseAnd(ends('u8'), ends('u8').get('::-1')));
  numpy("ends('u8') ^ 5", () => np.bitwiseXor(ends('u8'), 5));
  numpy("ends('u8') > ends('u8')[::-1]", () => np.greater(ends('u8'), ends('u8').get('::-1')));
  numpy("ends('u8') == -1", () => np.equal(ends('u8'), -1));
  numpy("np.minimum(ends('u8'), ends('u8')[::-1])", () => np.minimum(ends('u8'), ends('u8').get('::-1')));
  numpy("ends('u8').sum()", () => ends('u8').sum());
  numpy("ends('u8').prod()", () => ends('u8').prod());
  numpy("ends('u8').min()", () => ends('u8').min());
  numpy("ends('u8').max()", () => ends('u8').max());
  numpy("ends('u8').mean()", () => ends('u8').mean());
  numpy("ends('u8').cumsum()", () => ends('u8').cumsum());
  numpy("ends('u8').argmax()", () => ends('u8').argmax());
  numpy("np.ptp(ends('u8'))", () => np.ptp(ends('u8')));
  numpy("ends('u8').astype('f4')", () => ends('u8').astype('f4'));
  numpy("ends('u8').astype('f8')", () => ends('u8').astype('f8'));
  numpy("ends('u8').astype('i2')", () => ends('u8').astype('i2'));
  numpy("ends('u8').astype('>u4')", () => ends('u8').astype('>u4'));
  numpy("ends('u8').astype('U')", () => ends('u8').astype('U'));
  numpy("repr(ends('u8'))", () => np.arrayRepr(ends('u8')));
});
