/**
 * Sampled bytes as rows of words, and words as the numbers that a family of dtypes reads in them. Invariant: a number
 * is `high · 2^32 + low`, so that differences of 64-bit words come out exact where a double would round the words.
 */
import type { NumericFormat } from '../../../core/dtype/formats';
import type { Sample } from './samples';

export type Width = 1 | 2 | 4 | 8;

/** Words of one width and byte order, window after window. */
export interface Words {
  readonly width: Width;
  /** The upper 32 bits of 8-byte words, else zeros. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Where each window's words begin; neighbours are neighbours only within a window. */
  readonly starts: readonly number[];
}

/** The numbers that words stand for; floats as the rank of their bit pattern, which orders as the floats do. */
export interface Numbers {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly starts: readonly number[];
}

const SLICE = 2048;
const SLICES = 16;

/** At most 32 KiB of the samples, spread evenly, without slices of zeros: these fit every dtype and tell nothing. */
export function informativeSlices(samples: readonly Sample[]): Uint8Array[] {
  const all = samples.flatMap(({ bytes }) => {
    const slices: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += SLICE) slices.push(bytes.subarray(at, at + SLICE));
    return slices;
  });
  const telling = all.filter(slice => slice.some(byte => byte !== 0));
  const step = Math.max(1, telling.length / SLICES);
  return Array.from({ length: Math.min(SLICES, telling.length) }, (_, k) => telling[Math.floor(k * step)]);
}

/** `slices` cut into words; bytes behind the last whole word of a slice are left out. */
export function wordsOf(slices: readonly Uint8Array[], width: Width, bigEndian: boolean): Words {
  const lengths = slices.map(slice => Math.floor(slice.length / width));
  const count = lengths.reduce((sum, length) => sum + length, 0);
  const words = { width, high: new Uint32Array(count), low: new Uint32Array(count) };
  const starts: number[] = [];
  let at = 0;
  for (const [k, slice] of slices.entries()) {
    starts.push(at);
    const view = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
    for (let word = 0; word < lengths[k]; word++, at++) readWord(view, word * width, words, at, bigEndian);
  }
  return { ...words, starts };
}

function readWord(
  view: DataView,
  byteOffset: number,
  { width, high, low }: Pick<Words, 'width' | 'high' | 'low'>,
  at: number,
  bigEndian: boolean,
): void {
  if (width === 8) {
    high[at] = view.getUint32(byteOffset + (bigEndian ? 0 : 4), !bigEndian);
    low[at] = view.getUint32(byteOffset + (bigEndian ? 4 : 0), !bigEndian);
  } else {
    low[at] =
      width === 1
        ? view.getUint8(byteOffset)
        : width === 2
          ? view.getUint16(byteOffset, !bigEndian)
          : view.getUint32(byteOffset, !bigEndian);
  }
}

export function unsignedNumbers({ high, low, starts }: Words): Numbers {
  return { high: new Float64Array(high), low: new Float64Array(low), starts };
}

/** Two's complement. */
export function signedNumbers({ width, high, low, starts }: Words): Numbers {
  if (width === 8)
    return { high: new Float64Array(new Int32Array(high)), low: new Float64Array(low), starts };
  const shift = 32 - 8 * width;
  const signed = new Float64Array(low.length);
  for (let k = 0; k < low.length; k++) signed[k] = (low[k] << shift) >> shift;
  return { high: new Float64Array(low.length), low: signed, starts };
}

/** Sign and magnitude, as IEEE 754 keeps them: the rank of a float among all floats of its format. */
export function rankNumbers({ width, high, low, starts }: Words): Numbers {
  const ranks = { high: new Float64Array(low.length), low: new Float64Array(low.length), starts };
  const signBit = width === 8 ? 0x80000000 : 2 ** (8 * width - 1);
  for (let k = 0; k < low.length; k++) {
    const top = width === 8 ? high[k] : low[k];
    const negative = top >= signBit;
    const size = negative ? top - signBit : top;
    const sign = negative ? -1 : 1;
    if (width === 8) {
      ranks.high[k] = sign * size;
      ranks.low[k] = sign * low[k];
    } else ranks.low[k] = sign * size;
  }
  return ranks;
}

/** Each number, rounded to a double. */
export function toDoubles({ high, low }: Numbers): Float64Array {
  const values = new Float64Array(low.length);
  for (let k = 0; k < low.length; k++) values[k] = high[k] * 0x100000000 + low[k];
  return values;
}

/** Each number less the one `lag` before it in the same window; the first ones of a window have none. */
export function differences({ high, low, starts }: Numbers, lag: number): Float64Array {
  const found = new Float64Array(low.length);
  let at = 0;
  for (let run = 0; run < starts.length; run++) {
    const end = starts[run + 1] ?? low.length;
    for (let k = starts[run] + lag; k < end; k++, at++) {
      found[at] = (high[k] - high[k - lag]) * 0x100000000 + (low[k] - low[k - lag]);
    }
  }
  return found.subarray(0, at);
}

/** How words are read as numbers. */
export interface Reading {
  readonly width: Width;
  readonly bigEndian: boolean;
  readonly family: 'signed' | 'unsigned' | 'float';
  /** Of a float: which of the formats of its width. */
  readonly format?: NumericFormat;
}
