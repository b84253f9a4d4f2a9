/**
 * The methods that `core/index.ts` attaches to arrays, as types. Each does what NumPy's method of that name does, with
 * the same errors and messages. Code below `core/index.ts` calls the functions instead.
 * Spec: https://numpy.org/doc/stable/reference/arrays.ndarray.html#array-methods
 */
import type { Item } from '../dtype/items/read';
import type { Order } from '../layout/layout';
import type { FlatIterator } from './items/flatIterator';
import type { IndexLike } from './indexLike';
import type { Nested, NestedItem } from '../casting/nested';
import type { NDArray } from './ndarray';
import type { IndexReduceOptions, Reduced, ReduceOptions, VarianceOptions } from './reduceOptions';
import type { AstypeOptions, AxisLike, CopyOrder, DTypeLike, ShapeLike } from './types';

/** Properties that are computed on access. */
export interface ArrayGetters {
  /** The items in C order, as a sequence. */
  readonly flat: FlatIterator;
}

/** Methods of `core/ndarray`. */
export interface ArrayMethods {
  /** `x[index]`: a view for basic indices, a copy for advanced ones, a 0-d copy for a single item. */
  get(index: IndexLike): NDArray;
  /** `x[index] = value`: broadcast and converted. Gives NumPy's result if `value` overlaps the array. */
  set(index: IndexLike, value: NDArray | Nested): void;
  /** Returns an item as a JavaScript value. Without an index, the array must have a single item. */
  item(...index: (number | bigint)[]): Item;
  /** Returns nested lists of JavaScript values, or the value of a 0-d array. */
  tolist(): NestedItem;
  /** Returns the bytes of all items, in C order by default. */
  tobytes(options?: { readonly order?: Order | 'A' }): Uint8Array;
  /** Returns a 1-d copy. */
  flatten(options?: { readonly order?: CopyOrder }): NDArray;
  /** Returns a 1-d view if the items are contiguous, else a copy. */
  ravel(options?: { readonly order?: CopyOrder }): NDArray;
  /** Returns a view if strides can express the shape, else a copy. One length may be −1. */
  reshape(shape: ShapeLike, options?: { readonly order?: Order | 'A'; readonly copy?: boolean }): NDArray;
  /** Returns the view with the axes reversed, or in the given order. */
  transpose(axes?: readonly number[] | null): NDArray;
  /** Returns the view with two axes exchanged. */
  swapaxes(axis1: number, axis2: number): NDArray;
  /** Returns the view without axes of length 1. `ValueError` for an axis of another length. */
  squeeze(axis?: AxisLike): NDArray;
  /** Returns the same bytes as items of another dtype. */
  view(dtype?: DTypeLike): NDArray;
  /** Returns a new array of the same items, in C order by default. */
  copy(options?: { readonly order?: CopyOrder }): NDArray;
  /** Returns the items converted, as C does. */
  astype(dtype: DTypeLike, options?: AstypeOptions): NDArray;
  /** Reverses the bytes of every number. The values change, the dtype does not. */
  byteswap(options?: { readonly inplace?: boolean }): NDArray;
  /** Stores one value in every item. */
  fill(value: Nested): void;
  /**
   * Iterates over the items of a 1-d array, or over views along the first axis. `TypeError` for a 0-d array.
   */
  [Symbol.iterator](): Iterator<NDArray | Item>;
}

/** Methods of `core/reduce` and `core/text`. */
export interface MathMethods {
  /** Returns the sum, bit for bit as NumPy. Small integers are summed as 64-bit integers. */
  sum(options?: ReduceOptions): Reduced;
  /** Returns the product. */
  prod(options?: ReduceOptions): Reduced;
  /** Returns the minimum, or NaN if an item is NaN. `ValueError` for no items. */
  min(options?: ReduceOptions): Reduced;
  /** Returns the maximum, or NaN if an item is NaN. `ValueError` for no items. */
  max(options?: ReduceOptions): Reduced;
  /** Returns the mean, bit for bit as NumPy; float64 for integers. */
  mean(options?: ReduceOptions): Reduced;
  /** Returns the standard deviation: the square root of the variance. */
  std(options?: VarianceOptions): Reduced;
  /** Returns the variance: the mean of the squared deviations from the mean. */
  var(options?: VarianceOptions): Reduced;
  /** Whether all items are true. */
  all(options?: ReduceOptions): Reduced;
  /** Whether any item is true. */
  any(options?: ReduceOptions): Reduced;
  /** Returns the index of the first minimum. */
  argmin(options?: IndexReduceOptions): Reduced;
  /** Returns the index of the first maximum. */
  argmax(options?: IndexReduceOptions): Reduced;
  /** Returns the cumulative sums. */
  cumsum(options?: Omit<ReduceOptions, 'keepdims'>): NDArray;
  /** Returns NumPy's `str` of the array. */
  toString(): string;
}

declare module './ndarray' {
  interface NDArray extends ArrayGetters, ArrayMethods, MathMethods {}
}
