/** Anything that can stand between the brackets of `x[…]`. */
import type { IndexEntry } from '../layout/indexing/slice';
import type { NDArray } from './ndarray';
import type { Slice } from './types';

/**
 * One entry of an index: an integer, a slice, `null` or `'newaxis'` (a new axis), `'...'`, an array of
 * integers or booleans (or nested lists of them), or the text of one entry, such as `'::2'`. A text of
 * several entries must stand alone.
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

/**
 * An index: NumPy's own text (`'::2, ::-1, 3'`), one array, or a list of entries, which stands for a Python
 * tuple.
 */
export type IndexLike = IndexPart | readonly IndexPart[];
