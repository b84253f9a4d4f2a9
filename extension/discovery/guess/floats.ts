/**
 * How well words read as floats of one format: exponents crowd, mantissas are noise or end in zeros, and neighbours
 * are near each other. Invariant: the cost counts every bit of the words, so formats of any width compare.
 */
import { FORMATS, type NumericFormat } from '../../../core/dtype/formats';
import { entropyBits, tableBits } from './cost';
import { differenceBits } from './integers';
import { rankNumbers, toDoubles, type Width, type Words } from './words';

/** A float format that is guessed. */
export interface FloatFormat {
  readonly name: NumericFormat;
  readonly width: Width;
  readonly exponentBits: number;
  readonly mantissaBits: number;
  /** Exponents outside this range are taken for a sign that the bytes are something else. */
  readonly usual: readonly [least: number, greatest: number];
}

const guessed = (name: NumericFormat, ...usual: readonly [number, number]): FloatFormat => {
  const { itemsize, bits } = FORMATS[name];
  const { exponentBits, fractionBits } = bits!;
  return { name, width: itemsize as Width, exponentBits, mantissaBits: fractionBits, usual };
};

/** The floats that are guessed, with their usual exponents. */
export const FLOAT_FORMATS: readonly FloatFormat[] = [
  guessed('float16', -12, 13),
  guessed('bfloat16', -20, 20),
  guessed('float32', -60, 60),
  guessed('float64', -100, 100),
];

export interface FloatReading {
  readonly format: FloatFormat;
  readonly bitsPerByte: number;
  readonly penalty: number;
  /** Cost when each item is compared with the last but one: complex numbers are two floats in turn. */
  readonly pairBitsPerByte: number;
}

export function floatReading(words: Words, format: FloatFormat): FloatReading {
  const ranks = rankNumbers(words);
  const parts = partsOf(words, format);
  const bytes = words.low.length * format.width;
  const plain = valueBits(parts, format);
  const exponents = exponentCounts(parts, format);
  const bits = Math.min(
    8 * bytes,
    plain,
    tableBits(toDoubles(ranks), () => 8 + format.exponentBits),
    differenceBits(ranks, format.width, 1),
    differenceBits(ranks, format.width, 3),
  );
  return {
    format,
    bitsPerByte: bits / bytes,
    pairBitsPerByte: differenceBits(ranks, format.width, 2) / bytes,
    penalty:
      1 +
      oddShare(parts, format) +
      spreadPenalty(exponents) -
      (bits === plain && halves(exponents) ? 0.03 : 0),
  };
}

/** The words taken apart: sign and exponent field, and the mantissa as `high · 2^32 + low`. */
export interface Parts {
  readonly negative: Uint8Array;
  readonly exponent: Int32Array;
  readonly mantissaHigh: Int32Array;
  readonly mantissaLow: Uint32Array;
}

export function partsOf({ high, low, width }: Words, { exponentBits, mantissaBits }: FloatFormat): Parts {
  const count = low.length;
  const parts = {
    negative: new Uint8Array(count),
    exponent: new Int32Array(count),
    mantissaHigh: new Int32Array(count),
    mantissaLow: new Uint32Array(count),
  };
  const wide = width === 8;
  const topBits = wide ? mantissaBits - 32 : mantissaBits;
  const mask = 2 ** topBits - 1;
  for (let k = 0; k < count; k++) {
    const top = wide ? high[k] : low[k];
    parts.negative[k] = (top >>> (topBits + exponentBits)) & 1;
    parts.exponent[k] = (top >>> topBits) & (2 ** exponentBits - 1);
    if (wide) parts.mantissaHigh[k] = top & mask;
    parts.mantissaLow[k] = wide ? low[k] : top & mask;
  }
  return parts;
}

/** Bits of the mantissa that the histogram tells apart. */
const TOP = 2;

/** Sign, exponent and the first mantissa bits by a histogram; the rest raw, or up to its last one where cheaper. */
function valueBits(parts: Parts, { exponentBits, mantissaBits, width }: FloatFormat): number {
  const count = parts.negative.length;
  const rest = mantissaBits - TOP;
  const buckets = new Int32Array(2 ** (exponentBits + 1 + TOP));
  const ends = new Int32Array(rest + 1);
  let upToEnd = 0;
  for (let k = 0; k < count; k++) {
    const top = width === 8 ? parts.mantissaHigh[k] >>> (rest - 32) : parts.mantissaLow[k] >>> rest;
    buckets[(((parts.exponent[k] << 1) | parts.negative[k]) << TOP) | top]++;
    const zeros = Math.min(rest, trailingZeros(parts.mantissaHigh[k], parts.mantissaLow[k], width === 8));
    ends[zeros]++;
    upToEnd += Math.max(0, rest - zeros - 1);
  }
  return entropyBits(buckets, count) + Math.min(rest * count, entropyBits(ends, count) + upToEnd);
}

function trailingZeros(high: number, low: number, wide: boolean): number {
  if (low !== 0) return 31 - Math.clz32(low & -low);
  return wide && high !== 0 ? 63 - Math.clz32(high & -high) : 64;
}

/** Share of the non-zero items that are subnormal, of unusual size, or a NaN that arithmetic does not make. */
function oddShare(parts: Parts, format: FloatFormat): number {
  const last = 2 ** format.exponentBits - 1;
  const bias = last >> 1;
  let odd = 0;
  let used = 0;
  for (let k = 0; k < parts.exponent.length; k++) {
    const exponent = parts.exponent[k];
    const zero = parts.mantissaHigh[k] === 0 && parts.mantissaLow[k] === 0;
    if (exponent === 0 && zero) continue;
    used++;
    if (exponent === last) odd += zero || isUsualNaN(parts, k, format) ? 0 : 1;
    else if (exponent - bias < format.usual[0] || exponent - bias > format.usual[1]) odd++;
  }
  return used === 0 ? 0 : odd / used;
}

/** A quiet NaN without a payload. */
function isUsualNaN(
  { mantissaHigh, mantissaLow }: Parts,
  k: number,
  { mantissaBits, width }: FloatFormat,
): boolean {
  if (width === 8) return mantissaLow[k] === 0 && mantissaHigh[k] === 2 ** (mantissaBits - 33);
  return mantissaLow[k] === 2 ** (mantissaBits - 1);
}

/** How often each exponent occurs, zeros, subnormals, infinities and NaNs left out. */
function exponentCounts({ exponent }: Parts, { exponentBits }: FloatFormat): Int32Array {
  const counts = new Int32Array(2 ** exponentBits);
  for (const e of exponent) counts[e]++;
  counts[0] = counts[counts.length - 1] = 0;
  return counts;
}

/** Numbers of one kind lie within a few powers of two of each other; misread ones are all over the range. */
function spreadPenalty(counts: Int32Array): number {
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (const [e, count] of counts.entries()) {
    total += count;
    sum += count * e;
    squares += count * e * e;
  }
  if (total < 2) return 0;
  const deviation = Math.sqrt(Math.max(0, squares / total - (sum / total) ** 2));
  return Math.min(0.5, 0.02 * Math.max(0, deviation - 3));
}

/** Measured quantities are dense around zero, so each power of two holds half as many as the next: a float's mark. */
function halves(counts: Int32Array): boolean {
  const mode = counts.indexOf(Math.max(...counts));
  const isHalf = (e: number) => e > 0 && counts[e - 1] > 0.25 * counts[e] && counts[e - 1] < 0.75 * counts[e];
  return isHalf(mode) && isHalf(mode - 1);
}

/** Whether the two floats of each pair are of the same size and around zero, as real and imaginary parts are. */
export function looksComplex(values: Float64Array): boolean {
  const even = momentsOf(values, 0);
  const odd = momentsOf(values, 1);
  const larger = Math.max(even.deviation, odd.deviation);
  return (
    Math.abs(even.deviation - odd.deviation) <= 0.25 * larger &&
    Math.max(Math.abs(even.mean), Math.abs(odd.mean)) <= 0.5 * larger
  );
}

function momentsOf(
  values: Float64Array,
  from: number,
): { readonly mean: number; readonly deviation: number } {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let k = from; k < values.length; k += 2) {
    if (!Number.isFinite(values[k])) continue;
    count++;
    sum += values[k];
    squares += values[k] ** 2;
  }
  const mean = sum / Math.max(1, count);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean ** 2)) };
}
