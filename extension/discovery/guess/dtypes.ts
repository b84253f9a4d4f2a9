/**
 * The dtypes that sampled bytes may be of, most plausible first. Each reading of the bytes is priced (see cost.ts),
 * made dearer by what speaks against it and cheaper by the file's name; the cheapest wins. Invariant: deterministic,
 * bounded by the size of the samples, and never empty.
 */
import { isCustomFormat, type NumericFormat } from '../../../core/dtype/formats';
import { FLOAT_FORMATS, floatReading, looksComplex, type FloatReading } from './floats';
import { integerReadings, type IntegerReading } from './integers';
import { nameHints } from './nameHints';
import type { Sample } from './samples';
import { readValues } from './readValues';
import { timeUnit } from './times';
import { informativeSlices, wordsOf, type Reading, type Width } from './words';

export interface DTypeGuess {
  /** As `parseDType` takes it. */
  readonly dtype: string;
  /** Bytes of an item. */
  readonly itemsize: number;
  /** Bits for a byte of the file, weighed: lower is better. */
  readonly score: number;
  /** How to read other bytes of the file in the same way. */
  readonly reading: Reading;
}

/** Prices above the plain one for what is met less often. */
const RARE: Readonly<Partial<Record<NumericFormat, number>>> = { float16: 1.01, bfloat16: 1.03, int8: 1.01 };
const BIG_ENDIAN = 1.04;
const WIDTHS: readonly Width[] = [1, 2, 4, 8];

/** Best first; without any telling byte (an empty file, zeros) an empty list. */
export function guessDTypes(samples: readonly Sample[], fileName: string): DTypeGuess[] {
  const slices = informativeSlices(samples);
  if (slices.length === 0) return [];
  const { dtypes: hints } = nameHints(fileName);
  const shortest = Math.max(...slices.map(slice => slice.length));
  const guesses = WIDTHS.filter(width => width <= shortest).flatMap(width =>
    (width === 1 ? [false] : [false, true]).flatMap(bigEndian => readingsOf(slices, width, bigEndian)),
  );
  return guesses
    .map(guess => ({ ...guess, score: guess.score * (hints.get(guess.dtype) ?? 1) }))
    .sort((a, b) => a.score - b.score);
}

function readingsOf(slices: readonly Uint8Array[], width: Width, bigEndian: boolean): DTypeGuess[] {
  const words = wordsOf(slices, width, bigEndian);
  return [
    ...integerReadings(words).flatMap(reading => integerGuesses(reading, width, bigEndian)),
    ...FLOAT_FORMATS.filter(format => format.width === width).flatMap(format =>
      // The types of ml_dtypes have one byte order.
      isCustomFormat(format.name) && bigEndian
        ? []
        : floatGuesses(floatReading(words, format), slices, bigEndian),
    ),
  ];
}

function integerGuesses(reading: IntegerReading, width: Width, bigEndian: boolean): DTypeGuess[] {
  const { signed, values, bitsPerByte, penalty } = reading;
  const name = `${signed ? 'int' : 'uint'}${8 * width}`;
  const plain: DTypeGuess = {
    dtype: withOrder(name, `${signed ? 'i' : 'u'}${width}`, bigEndian),
    itemsize: width,
    score: weigh(name, bitsPerByte * penalty, bigEndian),
    reading: { width, bigEndian, family: signed ? 'signed' : 'unsigned' },
  };
  if (name === 'uint8' && values.every(value => value <= 1))
    return [{ ...plain, dtype: 'bool', score: plain.score * 0.99 }, plain];
  const time = name === 'int64' ? timeUnit(values) : undefined;
  if (!time) return [plain];
  return [
    plain,
    {
      ...plain,
      dtype: `${bigEndian ? '>M8' : 'datetime64'}[${time.unit}]`,
      score: plain.score * time.weight,
    },
  ];
}

function floatGuesses(
  reading: FloatReading,
  slices: readonly Uint8Array[],
  bigEndian: boolean,
): DTypeGuess[] {
  const { format, penalty } = reading;
  const { name, width } = format;
  const plain: DTypeGuess = {
    dtype: withOrder(name, `f${width}`, bigEndian),
    itemsize: width,
    score: weigh(name, reading.bitsPerByte * penalty, bigEndian),
    reading: { width, bigEndian, family: 'float', format: name },
  };
  if (width < 4) return [plain];
  const pair: DTypeGuess = {
    ...plain,
    dtype: withOrder(`complex${16 * width}`, `c${2 * width}`, bigEndian),
    itemsize: 2 * width,
    score:
      weigh(name, pairBits(reading) * penalty, bigEndian) *
      (looksComplex(readValues(slices, plain.reading)) ? 1.005 : 1.3),
  };
  return [plain, pair];
}

const pairBits = ({ bitsPerByte, pairBitsPerByte }: FloatReading) => Math.min(bitsPerByte, pairBitsPerByte);

function weigh(name: string, bits: number, bigEndian: boolean): number {
  // A floor, so that weights decide between readings that cost next to nothing.
  return (bits + 0.001) * (RARE[name as NumericFormat] ?? 1) * (bigEndian ? BIG_ENDIAN : 1);
}

const withOrder = (name: string, code: string, bigEndian: boolean) => (bigEndian ? `>${code}` : name);
