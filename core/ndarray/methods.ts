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

/** What is worked out when asked for. */
export interface ArrayGetters {
  /** The items in C order, as one sequence. */
  readonly flat: FlatIterator;
}

/** Of `core/ndarray/`. */
export interface ArrayMethods {
  /** `x[index]`: a view for basic indices, a copy for fancy ones and for a single item (0-d). */
  get(index: IndexLike): NDArray;
  /** `x[index] = value`: broadcast and cast; where `value` shares bytes with the array, NumPy's result. */
  set(index: IndexLike, value: NDArray | Nested): void;
  /** One item as a value of JavaScript; without an index, the only one. */
  item(...index: (number | bigint)[]): Item;
  /** Nested lists of the items as values of JavaScript; the value itself of a 0-d array. */
  tolist(): NestedItem;
  /** The items one after the other, in C order unless told. */
  tobytes(options?: { readonly order?: Order | 'A' }): Uint8Array;
  /** A 1-d copy. */
  flatten(options?: { readonly order?: CopyOrder }): NDArray;
  /** 1-d: a view where the items lie so, else a copy. */
  ravel(options?: { readonly order?: CopyOrder }): NDArray;
  /** A view where strides can say it, else a copy. One length may be −1. */
  reshape(shape: ShapeLike, options?: { readonly order?: Order | 'A'; readonly copy?: boolean }): NDArray;
  /** The view with the axes reversed, or in the order given. */
  transpose(axes?: readonly number[] | null): NDArray;
  /** The view with two axes exchanged. */
  swapaxes(axis1: number, axis2: number): NDArray;
  /** The view without axes of length 1. `ValueError` for an axis that is longer. */
  squeeze(axis?: AxisLike): NDArray;
  /** The same bytes as items of another dtype. */
  view(dtype?: DTypeLike): NDArray;
  /** A new array of the same items, in C order unless told. */
  copy(options?: { readonly order?: CopyOrder }): NDArray;
  /** Items converted, as C converts them. */
  astype(dtype: DTypeLike, options?: AstypeOptions): NDArray;
  /** Bytes of every item reversed: the values change, the dtype does not. */
  byteswap(options?: { readonly inplace?: boolean }): NDArray;
  /** Every item becomes `value`, converted. */
  fill(value: Nested): void;
  /** What is along the first axis: the items of a 1-d array, else views. `TypeError` for a 0-d array. */
  [Symbol.iterator](): Iterator<NDArray | Item>;
}

/** Of `core/math/` and `core/text/`. */
export interface MathMethods {
  /** The sum, bit for bit; small integers as 64-bit ones. */
  sum(options?: ReduceOptions): Reduced;
  /** The product. */
  prod(options?: ReduceOptions): Reduced;
  /** The least item, NaN where one is. `ValueError` for none. */
  min(options?: ReduceOptions): Reduced;
  /** The greatest item, NaN where one is. `ValueError` for none. */
  max(options?: ReduceOptions): Reduced;
  /** The mean, bit for bit; float64 of integers. */
  mean(options?: ReduceOptions): Reduced;
  /** The square root of the variance. */
  std(options?: VarianceOptions): Reduced;
  /** The mean of the squared deviations from the mean. */
  var(options?: VarianceOptions): Reduced;
  /** Whether all items are true. */
  all(options?: ReduceOptions): Reduced;
  /** Whether some item is true. */
  any(options?: ReduceOptions): Reduced;
  /** The index of the first least item. */
  argmin(options?: IndexReduceOptions): Reduced;
  /** The index of the first greatest item. */
  argmax(options?: IndexReduceOptions): Reduced;
  /** The sums of the items up to each. */
  cumsum(options?: Omit<ReduceOptions, 'keepdims'>): NDArray;
  /** `arrayStr`. */
  toString(): string;
}

declare module './ndarray' {
  interface NDArray extends ArrayGetters, ArrayMethods, MathMethods {}
}
