/**
 * Floats of one and two bytes that JavaScript has no reader for. Invariant: decoding is exact, every value of these
 * formats being a double.
 * Spec: IEEE 754 binary16; https://github.com/jax-ml/ml_dtypes#specifications-of-implemented-floating-point-formats
 */
import type { NumericFormat } from '../formats';
import { decodeHalf, encodeHalf } from './half';

interface Layout {
  readonly exponentBits: number;
  readonly fractionBits: number;
  readonly bias: number;
  /**
   * What the largest exponent and the negative zero mean. `ieee`: infinities and NaNs; `fn`: numbers, but all ones is
   * NaN; `fnuz`: numbers, and the only NaN is where −0 would be; `fnu`: as `fn`, and there is neither sign nor zero.
   */
  readonly specials: 'ieee' | 'fn' | 'fnuz' | 'fnu';
}

const layout = (
  exponentBits: number,
  fractionBits: number,
  specials: Layout['specials'] = 'ieee',
  bias = 2 ** (exponentBits - 1) - 1,
): Layout => ({ exponentBits, fractionBits, specials, bias });

const LAYOUTS = {
  float16: layout(5, 10),
  bfloat16: layout(8, 7),
  float8_e3m4: layout(3, 4),
  float8_e4m3: layout(4, 3),
  float8_e4m3b11fnuz: layout(4, 3, 'fnuz', 11),
  float8_e4m3fn: layout(4, 3, 'fn'),
  float8_e4m3fnuz: layout(4, 3, 'fnuz', 8),
  float8_e5m2: layout(5, 2),
  float8_e5m2fnuz: layout(5, 2, 'fnuz', 16),
  float8_e8m0fnu: layout(8, 0, 'fnu'),
} as const satisfies Partial<Record<NumericFormat, Layout>>;

export type SmallFloat = keyof typeof LAYOUTS;

export const isSmallFloat = (format: NumericFormat): format is SmallFloat => Object.hasOwn(LAYOUTS, format);

function decodeBits(bits: number, { exponentBits, fractionBits, bias, specials }: Layout): number {
  const topExponent = 2 ** exponentBits - 1;
  const fraction = bits & (2 ** fractionBits - 1);
  const exponent = (bits >> fractionBits) & topExponent;
  const sign = bits >> (exponentBits + fractionBits) === 0 ? 1 : -1;
  if (specials === 'fnu') return exponent === topExponent ? NaN : 2 ** (exponent - bias);
  if (exponent === topExponent) {
    if (specials === 'ieee') return fraction === 0 ? sign * Infinity : NaN;
    if (specials === 'fn' && fraction === 2 ** fractionBits - 1) return NaN;
  }
  const size =
    exponent === 0
      ? fraction * 2 ** (1 - bias - fractionBits)
      : (1 + fraction / 2 ** fractionBits) * 2 ** (exponent - bias);
  return specials === 'fnuz' && sign < 0 && size === 0 ? NaN : sign * size;
}

/** The decoder of `format`, from its bits as an unsigned integer. */
export function smallFloatDecoder(format: SmallFloat): (bits: number) => number {
  if (format === 'float16') return decodeHalf;
  const parts = LAYOUTS[format];
  return bits => decodeBits(bits, parts);
}

/** The largest whole number not above the binary logarithm of `size`, a positive double. */
function exponentOf(size: number): number {
  const guess = Math.floor(Math.log2(size));
  if (2 ** guess > size) return guess - 1;
  return 2 ** (guess + 1) <= size ? guess + 1 : guess;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}

/** The bits of the nearest number without its sign, past the top where it is too large. */
function nearestBits(size: number, { fractionBits, bias, specials }: Layout): number {
  if (size === 0) return 0;
  if (size === Infinity) return Infinity;
  // Exponent 0 of a format without zero is a number like the others; else it shares the scale of exponent 1.
  const exponent = Math.max(exponentOf(size), (specials === 'fnu' ? 0 : 1) - bias);
  const significand = roundHalfEven(size * 2 ** (fractionBits - exponent));
  const lead = specials === 'fnu' ? 0 : 1;
  return Math.max(0, (exponent + bias - lead) * 2 ** fractionBits + significand - (1 - lead));
}

function encodeBits(value: number, isNegative: boolean, parts: Layout): number {
  const { exponentBits, fractionBits, specials } = parts;
  const sign = isNegative ? 2 ** (exponentBits + fractionBits) : 0;
  const ones = 2 ** (exponentBits + fractionBits) - 1;
  const infinity = ones + 1 - 2 ** fractionBits;
  const nan = {
    ieee: sign + infinity + 2 ** (fractionBits - 1),
    fn: sign + ones,
    fnuz: ones + 1,
    fnu: ones,
  }[specials];
  if (Number.isNaN(value) || (specials === 'fnu' && (isNegative || value === 0))) return nan;
  const bits = nearestBits(Math.abs(value), parts);
  if (specials === 'ieee') return sign + Math.min(bits, infinity);
  if (bits >= (specials === 'fnuz' ? ones + 1 : ones)) return nan;
  return specials === 'fnuz' && bits === 0 ? 0 : sign + bits;
}

/**
 * The encoder of `format` to its bits as an unsigned integer: nearest, ties to even. What is too large becomes infinite,
 * or NaN in formats without infinities; `isNegative` is the sign, of a NaN too.
 */
export function smallFloatEncoder(format: SmallFloat): (value: number, isNegative: boolean) => number {
  if (format === 'float16') return encodeHalf;
  const parts = LAYOUTS[format];
  return (value, isNegative) => encodeBits(value, isNegative, parts);
}
