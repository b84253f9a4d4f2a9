/** What can be written to a map: values of JavaScript, arrays. */
import type { DType } from '../../dtype/dtype';
import { array } from '../../ndarray/create/array';
import { NDArray } from '../../ndarray/ndarray';
import type { Nested } from '../../casting/nested';

/** The array that `value` is; what is none becomes one of `dtype`. */
export const valueArray = (value: NDArray | Nested, dtype: DType): NDArray =>
  value instanceof NDArray ? value : array(value, { dtype });
