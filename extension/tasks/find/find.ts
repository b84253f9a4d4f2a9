/**
 * Finds a value among the items of an array in a file, or a pattern among the file's bytes: the next one after a place,
 * or the one before it, past the end and on from the start. Unsaved edits count.
 */
import { withArray } from '../openArray';
import { findBytes } from './findBytes';
import { parsePattern } from './pattern';
import { parseQuery } from './query';
import { findValue } from './findValue';
import type { ArrayPlace, Task } from '../task';

export interface FindParams {
  /** For bytes: the array of all bytes of the file. */
  readonly place: ArrayPlace;
  readonly what: 'value' | 'bytes';
  readonly text: string;
  /** The most that an item may differ from the value, as text; empty: not at all. */
  readonly tolerance: string;
  readonly isBackward: boolean;
  /** What is found last: the search starts behind it. Absent: at the start, backward at the end. */
  readonly from?: { readonly index: readonly number[]; readonly leaf: number; readonly byteOffset: number };
}

export interface Found {
  /** Empty where bytes were looked for. */
  readonly index: readonly number[];
  /** Which leaf of a structured item. */
  readonly leaf: number;
  /** In the file. */
  readonly byteOffset: number;
  /** The value as NumPy prints it. */
  readonly text: string;
  /** It lies on the other side of where the search started. */
  readonly isWrapped: boolean;
}

export const find: Task<FindParams, Found | null> = ({ place, from, isBackward, ...sought }, context) => {
  if (sought.what === 'value') {
    const query = parseQuery(sought.text, sought.tolerance);
    return withArray(place, map => findValue(map, query, from, isBackward, context));
  }
  const pattern = parsePattern(sought.text);
  return withArray(place, async map => {
    const found = await findBytes(map, pattern, from?.byteOffset, isBackward, context);
    return found && { ...found, index: [], leaf: 0, text: '' };
  });
};
