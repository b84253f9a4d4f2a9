/** Arguments and results of reductions along axes. Spec: https://numpy.org/doc/stable/reference/generated/numpy.sum.html */
import type { Item } from '../dtype/items/read';
import type { NDArray } from './ndarray';
import type { AxisLike, DTypeLike } from './types';

/** The arguments of NumPy's reductions. */
export interface ReduceOptions {
  /** The axes to reduce. Default: all. */
  readonly axis?: AxisLike;
  /** Keeps the reduced axes with length 1. Default: false. */
  readonly keepdims?: boolean;
  /** The dtype to compute in. Default: NumPy's choice for the function. */
  readonly dtype?: DTypeLike;
  /** The array to store the result in. */
  readonly out?: NDArray;
}

/** The arguments of `numpy.var` and `numpy.std`. */
export interface VarianceOptions extends ReduceOptions {
  /** Delta degrees of freedom: the divisor is the number of items minus `ddof`. Default: 0. */
  readonly ddof?: number;
}

/** The arguments of `numpy.argmin` and `numpy.argmax`. */
export interface IndexReduceOptions {
  /** The axis to reduce. Default: the flattened array. */
  readonly axis?: number | null;
  /** Keeps the reduced axis with length 1. Default: false. */
  readonly keepdims?: boolean;
}

/** A single value if no axis is left, except with `keepdims` or `out`; else an array. */
export type Reduced = NDArray | Item;
