/** Anything that can stand between the brackets of `x[…]`. */
import type { IndexEntry } from '../layout/indexing/slice';
import type { NDArray } from './ndarray';
import type { Slice } from './types';

/**
 * One entry: an integer, a slice, `null` or `'newaxis'` (a new axis), `'...'`, an array of integers or booleans (or
 * nested lists of them), or a text of one entry such as `'::2'`. A text of several entries stands alone.
 */
export type IndexPart =
  | number
  | bigint
  | boolean
  | null
  | string
  | Slice
  | IndexEntry
  | NDArray
  | readonly (number | boolean | bigint | readonly unknown[])[];

/** NumPy's own text (`'::2, ::-1, 3'`), one array, or a list of entries: a list is a tuple of Python's. */
export type IndexLike = IndexPart | readonly IndexPart[];
