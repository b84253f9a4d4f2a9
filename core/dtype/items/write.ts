/**
 * Items from what a person types: the inverse of reading, and of printing: the text of an item encodes to its value.
 * Invariant: a whole item or an error; nothing is silently cut, and what is rounded says so.
 * Spec: `np.array(value, dtype)`, with the value that the text spells in Python; each kind has its own file.
 */
import type { DType } from '../dtype';
import { refused } from './writeError';
import { numberWriter, type TextWriter } from './writeNumber';
import { bytesWriter, codesWriter, voidWriter } from './writeText';
import { timeWriter } from './writeTime';

/** The bytes of a typed item, and whether they hold exactly what was typed. */
export interface EncodedItem {
  /** `itemsize` bytes, in the byte order of the dtype. */
  readonly bytes: Uint8Array;
  /**
   * Whether the stored value is the one that was typed: false for 0.1 in any binary float, 1e6 in float16 (infinite), a
   * time between two ticks, `ff` in V2 (padded), and text that ends in NULs.
   */
  readonly exact: boolean;
}

function textWriter(dtype: DType): TextWriter {
  if (dtype.format) return numberWriter(dtype, dtype.format);
  switch (dtype.kind) {
    case 'S':
      return bytesWriter(dtype);
    case 'U':
      return codesWriter(dtype);
    case 'M':
    case 'm':
      return timeWriter(dtype);
    default:
      return voidWriter(dtype);
  }
}

/**
 * Encodes `text` as an item of `dtype`. Integers as Python writes them (`-7`, `0x2a`, `1_000`), `True` or `False`,
 * floats with `inf` and `nan`, `1+2j`, text with or without quotes, `b'…'`, hexadecimal digits for raw V, dates as
 * ISO 8601 writes them, `NaT`, a whole number of ticks, `5 days`. Four digits are a year where a date is wanted.
 * Throws `invalid-input` in NumPy's words: not of that kind, out of bounds, longer than the item; and for structured
 * dtypes and subarrays, whose leaves are written one by one (`leafFields`).
 */
export function encodeItem(dtype: DType, text: string): EncodedItem {
  if (dtype.fields || dtype.subarray) {
    throw refused(
      `an item of ${dtype.name} has ${dtype.fields ? 'fields' : 'elements'} and is not written as a whole`,
      'Write its fields or elements one by one.',
      'TypeError',
    );
  }
  const bytes = new Uint8Array(dtype.itemsize);
  const exact = textWriter(dtype)(text, new DataView(bytes.buffer), 0);
  return { bytes, exact };
}
