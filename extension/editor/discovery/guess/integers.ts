/**
 * How well words read as integers. Invariant: of two readings that differ in the sign alone one is proposed first, by
 * where the numbers crowd: around zero when signed, around the middle of the range when not.
 */
import { Histogram, tableBits } from './cost';
import {
  eachDifference,
  rounded,
  signedNumbers,
  unsignedNumbers,
  type Numbers,
  type Width,
  type Words,
} from './words';

export interface IntegerReading {
  readonly signed: boolean;
  /** Bits for a byte of the sample: 8 where no order is found. */
  readonly bitsPerByte: number;
  /** How much dearer this reading is taken to be for being unlikely: 1 where nothing speaks against it. */
  readonly penalty: number;
  readonly values: Float64Array;
}

/** Steps of an octave that are told apart: all of them for bytes. */
const FRACTION: Readonly<Record<Width, number>> = { 1: 7, 2: 4, 4: 3, 8: 3 };
/** Neighbours that may be alike: the next item, of interleaved channels the second, third or fourth. */
const LAGS: Readonly<Record<Width, readonly number[]>> = {
  1: [1, 3, 4],
  2: [1, 2, 3],
  4: [1, 2, 3],
  8: [1, 2],
};

/** Both readings of `words`, the likelier one first. */
export function integerReadings(words: Words): IntegerReading[] {
  const signed = readingOf(words, true);
  const unsigned = readingOf(words, false);
  const first = isSigned(words, signed, unsigned) ? signed : unsigned;
  const second = first === signed ? unsigned : signed;
  // The order between the two is settled: the second is never the cheaper one.
  return [
    first,
    {
      ...second,
      penalty: Math.max(second.penalty, first.penalty) * 1.04,
      bitsPerByte: Math.max(second.bitsPerByte, first.bitsPerByte),
    },
  ];
}

function readingOf(words: Words, signed: boolean): IntegerReading {
  const numbers = signed ? signedNumbers(words) : unsignedNumbers(words);
  const values = rounded(numbers);
  const bits = Math.min(
    valueBits(values, words.width),
    tableBits(values, sizeBits(values)),
    ...LAGS[words.width].map(lag => differenceBits(numbers, words.width, lag)),
  );
  return {
    signed,
    bitsPerByte: bits / (values.length * words.width),
    penalty: hugePenalty(words.width, values),
    values,
  };
}

function valueBits(values: Float64Array, width: Width): number {
  const histogram = new Histogram(FRACTION[width]);
  for (const value of values) histogram.add(value);
  return histogram.bits;
}

/** Mean bits to write one value out in full. */
function sizeBits(values: Float64Array): number {
  return 1 + values.reduce((sum, value) => sum + Math.log2(1 + Math.abs(value)), 0) / values.length;
}

/** Bits to write each number as the difference to the one `lag` before; the first ones in full. */
export function differenceBits(numbers: Numbers, width: Width, lag: number): number {
  const histogram = new Histogram(FRACTION[width]);
  const compared = eachDifference(numbers, lag, difference => histogram.add(difference));
  return histogram.bits + (numbers.low.length - compared) * 8 * width;
}

/** Integers of 32 and 64 bits rarely use their upper bits; bit patterns of floats always do. */
function hugePenalty(width: Width, values: Float64Array): number {
  if (width < 4) return 1;
  const huge = 2 ** (8 * width - 3);
  let large = 0;
  let used = 0;
  for (const value of values) {
    if (value !== 0) used++;
    if (Math.abs(value) >= huge) large++;
  }
  return 1 + (used === 0 ? 0 : (0.5 * large) / used);
}

/** By smoothness where there is any, else by which end of the upper half of the range is the fuller one. */
function isSigned(words: Words, signed: IntegerReading, unsigned: IntegerReading): boolean {
  const { upper, lower } = upperHalf(words);
  if (upper + lower === 0) return words.width >= 4;
  const ratio = signed.bitsPerByte / unsigned.bitsPerByte;
  if (ratio < 0.97 || ratio > 1.03) return ratio < 1;
  return upper > 1.5 * lower;
}

/** Words in the quarter below the top of the unsigned range (small negatives) and in the quarter above its middle. */
function upperHalf({ width, high, low }: Words): { readonly upper: number; readonly lower: number } {
  const top = width === 8 ? high : low;
  const quarter = 2 ** (Math.min(32, 8 * width) - 2);
  let upper = 0;
  let lower = 0;
  for (const word of top) {
    if (word >= 3 * quarter) upper++;
    else if (word >= 2 * quarter) lower++;
  }
  return { upper, lower };
}
