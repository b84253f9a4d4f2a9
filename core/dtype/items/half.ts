/**
 * float16 to and from its bits, without a loop or a logarithm. A NaN keeps its sign and the top of its fraction, as in NumPy.
 * Spec: IEEE 754 binary16; halffloat.cpp of NumPy for NaNs.
 */
const SIGN = 0x8000;
/** Bits of infinity: larger ones are NaNs. */
const INFINITY = 0x7c00;
const FRACTION = 0x3ff;
/** Half way from the largest float16 to what would come next: from here on infinity is the nearest. */
const TOO_LARGE = 65520;
/** Adding and subtracting it rounds a smaller double to an integer, ties to even. */
const ROUNDING = 2 ** 52;

/** Weights of the last bit of a significand, by exponent bits. */
const weights = Float64Array.from({ length: 31 }, (_, exponent) => 2 ** (Math.max(exponent, 1) - 25));

const double = new Float64Array(1);
/** Low and high half of `double`. */
const words = new Uint32Array(double.buffer);
const float = new Float32Array(1);
const floatBits = new Uint32Array(float.buffer);

/** A float16 from its bits: exact. */
export function decodeHalf(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & FRACTION;
  if (exponent === 31 && fraction !== 0) return NaN;
  const size = exponent === 31 ? Infinity : (exponent === 0 ? fraction : fraction + 1024) * weights[exponent];
  return bits & SIGN ? -size : size;
}

/** The exponent bits of the float16 nearest to `size`, below `TOO_LARGE`; 1 of those that have none, whose weight is the same. */
function exponentOf(size: number): number {
  double[0] = size;
  return Math.max((words[1] >>> 20) - 1008, 1);
}

/** The bits of the nearest float16, ties to even; infinity for what is too large. `size` is not negative and no NaN. */
function nearestHalf(size: number): number {
  if (size >= TOO_LARGE) return INFINITY;
  const exponent = exponentOf(size);
  return exponent * 1024 + (size / weights[exponent] + ROUNDING - ROUNDING - 1024);
}

/** The bits of the nearest float16; `isNegative` is the sign, of a NaN too. */
export function encodeHalf(value: number, isNegative: boolean): number {
  const size = Number.isNaN(value) ? INFINITY + 512 : nearestHalf(Math.abs(value));
  return isNegative ? SIGN + size : size;
}

/** The bits of the nearest float16 to a number of JavaScript, whose NaN has no sign. */
export const bitsOfHalf = (value: number): number => encodeHalf(value, value < 0 || Object.is(value, -0));

/** The nearest float16. */
export function roundHalf(value: number): number {
  const size = Math.abs(value);
  if (!(size < TOO_LARGE)) return value > 0 ? Infinity : value < 0 ? -Infinity : NaN;
  const weight = weights[exponentOf(size)];
  const near = (size / weight + ROUNDING - ROUNDING) * weight;
  return value < 0 ? -near : value === 0 ? value : near;
}

const halfNaN = (fraction: number): number => INFINITY + (fraction === 0 ? 1 : fraction);

/** The bits of the nearest float16 to a double; `high` are the upper 32 bits of that. */
export function halfOfDouble(value: number, high: number): number {
  const size = Number.isNaN(value) ? halfNaN((high >>> 10) & FRACTION) : nearestHalf(Math.abs(value));
  return ((high >>> 16) & SIGN) + size;
}

/** The upper 32 bits of the double that is a float16's NaN; the lower are 0. */
export const doubleOfHalfNaN = (half: number): number =>
  (((half & SIGN) << 16) | 0x7ff00000 | ((half & FRACTION) << 10)) >>> 0;

/** The bits of the float32 that is a float16. */
export function floatOfHalf(half: number): number {
  const rest = half & ~SIGN;
  const sign = (half & SIGN) << 16;
  if (rest >= INFINITY) return (sign | 0x7f800000 | ((rest & FRACTION) << 13)) >>> 0;
  if (rest > FRACTION) return (sign | ((rest << 13) + (112 << 23))) >>> 0;
  float[0] = rest * weights[0];
  return (sign | floatBits[0]) >>> 0;
}

/** The bits of the nearest float16 to a float32, which are those of that. */
export function halfOfFloat(bits: number): number {
  floatBits[0] = bits & 0x7fffffff;
  const size = floatBits[0] > 0x7f800000 ? halfNaN((bits >>> 13) & FRACTION) : nearestHalf(float[0]);
  return ((bits >>> 16) & SIGN) + size;
}
