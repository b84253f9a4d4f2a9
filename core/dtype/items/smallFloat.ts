/**
 * Floats of one and two bytes that JavaScript has no reader for. Invariant: decoding is exact, every value of these
 * formats being a double.
 * Spec: IEEE 754 binary16; https://github.com/jax-ml/ml_dtypes#specifications-of-implemented-floating-point-formats
 */
import type { FloatBits } from '../floatBits';
import { FORMATS, type NumericFormat, type SmallFloat } from '../formats';
import { decodeHalf, encodeHalf } from './half';

/** Whether the format is decoded here. */
export const isSmallFloat = (format: NumericFormat): format is SmallFloat =>
  FORMATS[format].bits !== undefined && FORMATS[format].array === undefined;

/** A decoder of one format, from its bits as an unsigned integer. */
export type FloatDecoder = (bits: number) => number;
/** An encoder of one format, to its bits as an unsigned integer; `isNegative` is the sign, of a NaN too. */
export type FloatEncoder = (value: number, isNegative: boolean) => number;

function decodeBits(bits: number, { exponentBits, fractionBits, bias, specials }: FloatBits): number {
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

/** The decoder of `format`. */
export function smallFloatDecoder(format: SmallFloat): FloatDecoder {
  if (format === 'float16') return decodeHalf;
  const parts = FORMATS[format].bits!;
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
function nearestBits(size: number, { fractionBits, bias, specials }: FloatBits): number {
  if (size === 0) return 0;
  if (size === Infinity) return Infinity;
  // Exponent 0 of a format without zero is a number like the others; else it shares the scale of exponent 1.
  const exponent = Math.max(exponentOf(size), (specials === 'fnu' ? 0 : 1) - bias);
  const significand = roundHalfEven(size * 2 ** (fractionBits - exponent));
  const lead = specials === 'fnu' ? 0 : 1;
  return Math.max(0, (exponent + bias - lead) * 2 ** fractionBits + significand - (1 - lead));
}

function encodeBits(value: number, isNegative: boolean, parts: FloatBits): number {
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
 * The encoder of `format`: rounds to the nearest value, ties to even. What is too large becomes infinite, or NaN in
 * formats without infinities.
 */
export function smallFloatEncoder(format: SmallFloat): FloatEncoder {
  if (format === 'float16') return encodeHalf;
  const parts = FORMATS[format].bits!;
  if (parts.viaFloat32) return (value, isNegative) => encodeBits(Math.fround(value), isNegative, parts);
  return (value, isNegative) => encodeBits(value, isNegative, parts);
}
