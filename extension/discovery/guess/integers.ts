/**
 * How well words read as integers. Invariant: of two readings that differ in the sign alone one is proposed first, by
 * where the numbers crowd: around zero when signed, around the middle of the range when not.
 */
import { magnitudeBits, tableBits } from './cost';
import {
  differences,
  toDoubles,
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
  /** The same, when each number is told by its difference to the one before. */
  readonly stepBitsPerByte: number;
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
  const values = toDoubles(numbers);
  const bytes = values.length * words.width;
  const steps = LAGS[words.width].map(lag => differenceBits(numbers, words.width, lag));
  const bits = Math.min(
    8 * bytes,
    magnitudeBits(values, FRACTION[words.width]),
    tableBits(values, sizeBits),
    ...steps,
  );
  return {
    signed,
    bitsPerByte: bits / bytes,
    stepBitsPerByte: steps[0] / bytes,
    penalty: hugePenalty(words.width, values) * shiftedPenalty(words.width, values),
    values,
  };
}

/** Bits to write one value out in full. */
const sizeBits = (value: number) => 1 + Math.log2(1 + Math.abs(value));

/** Bits to write each number as the difference to the one `lag` before; the first ones in full. */
export function differenceBits(numbers: Numbers, width: Width, lag: number): number {
  const steps = differences(numbers, lag);
  const bits = Math.min(
    magnitudeBits(steps, FRACTION[width]),
    lag === 1 ? tableBits(steps, () => 8 * width) : Infinity,
  );
  return bits + (numbers.low.length - steps.length) * 8 * width;
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
  return 1 + (used === 0 ? 0 : (0.2 * large) / used);
}

/** Numbers that all end in a byte of zeros are in the other byte order. */
function shiftedPenalty(width: Width, values: Float64Array): number {
  return width > 1 && values.every(value => value % 256 === 0) ? 1.15 : 1;
}

/** By smoothness where there is any, else by where the upper half of the range is filled. */
function isSigned(words: Words, signed: IntegerReading, unsigned: IntegerReading): boolean {
  const { small, large, minusOne, quarter } = upperHalf(words);
  if (small + large + minusOne === 0) return words.width >= 4;
  const ratio = signed.stepBitsPerByte / unsigned.stepBitsPerByte;
  if (ratio < 0.97 || ratio > 1.03) return ratio < 1;
  // All bits set alone: a mark, or white in a picture, which then has greys as well.
  if (small + large === 0) return words.width >= 4 || quarter === 0;
  return small > 4 * large;
}

/** Counts of words with the highest bit set, as a signed reading sees them, and of those a quarter up the range. */
function upperHalf({ width, high, low }: Words) {
  const top = width === 8 ? high : low;
  const range = 2 ** Math.min(32, 8 * width);
  const counts = { small: 0, large: 0, minusOne: 0, quarter: 0 };
  for (const word of top) {
    if (word < range / 4) continue;
    if (word === range - 1 && width < 8) counts.minusOne++;
    else if (word >= range - range / 16) counts.small++;
    else if (word >= range / 2 && word < range / 2 + range / 16) counts.large++;
    else counts.quarter++;
  }
  return counts;
}
