/**
 * Finds a value in an array in a file, or a pattern in the file's bytes: the next match after a position, or the previous
 * one, wrapping around. Unsaved edits are included.
 */
import { withArray } from '../openArray';
import { findBytes } from './findBytes';
import { parsePattern } from './pattern';
import { parseQuery } from './query';
import { findValue } from './findValue';
import type { ArrayPlace, Task } from '../task';

/** What to search for, and where. */
export interface FindParams {
  /** To find bytes: the array of all bytes of the file. */
  readonly place: ArrayPlace;
  readonly what: 'value' | 'bytes';
  readonly text: string;
  /** The largest difference from the value, as text; empty for none. */
  readonly tolerance: string;
  readonly isBackward: boolean;
  /** The last match, after which the search starts. Absent: at the start; backward, at the end. */
  readonly from?: { readonly index: readonly number[]; readonly leaf: number; readonly byteOffset: number };
}

/** A match. */
export interface Found {
  /** Empty when searching for bytes. */
  readonly index: readonly number[];
  /** The number of the leaf field of a structured item. */
  readonly leaf: number;
  /** In the file. */
  readonly byteOffset: number;
  /** The item as NumPy prints it. */
  readonly text: string;
  /** Whether the search wrapped around. */
  readonly isWrapped: boolean;
}

/** Returns the next match, or null. Rejects with `invalid-input` for an invalid query. */
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
