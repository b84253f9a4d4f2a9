/** Values that can be written to a map: JavaScript values and arrays. */
import type { DType } from '../../dtype/dtype';
import { array } from '../../ndarray/create/array';
import { NDArray } from '../../ndarray/ndarray';
import type { Nested } from '../../casting/nested';

/** Returns an array itself, and any other value as an array of `dtype`. */
export const valueArray = (value: NDArray | Nested, dtype: DType): NDArray =>
  value instanceof NDArray ? value : array(value, { dtype });
