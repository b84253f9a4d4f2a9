/** Copies of arrays in another memory order or dtype. */
import type { DType } from '../../dtype/dtype';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { Layout, type Order } from '../../layout/layout';
import { allocate, allocateLike } from '../allocate';
import { copyInto } from '../copy/copyInto';
import type { CopyOrder } from '../types';
import { NDArray, viewOf } from '../ndarray';

/** Returns a new array of the same items, converted to `dtype`. */
export function copied(x: NDArray, order: CopyOrder = 'K', dtype: DType = x.dtype): NDArray {
  if (dtype.subarray) return copiedToSubarrays(x, order, dtype);
  const fresh =
    order === 'K' ? allocateLike(x.layout, dtype) : allocate(x.shape, dtype, resolveOrder(x, order));
  copyInto(fresh, x);
  return fresh;
}

/** Converts to a subarray dtype: every item is repeated along the new axes. */
function copiedToSubarrays(x: NDArray, order: CopyOrder, dtype: DType): NDArray {
  const { base, shape } = dtype.subarray!;
  const fresh = allocate([...x.shape, ...shape], base, order === 'F' ? 'F' : 'C');
  const layout = Layout.of({
    shape: fresh.shape,
    strides: [...x.strides, ...shape.map(() => 0)],
    offset: x.byteOffset,
    itemsize: x.itemsize,
  });
  copyInto(fresh, viewOf(x, layout));
  return fresh;
}

/** Returns the axis order that an option stands for: `A` is Fortran order if the array is F-contiguous only. */
export const resolveOrder = ({ layout }: NDArray, order: CopyOrder): Order => {
  if (order === 'A') return isFContiguous(layout) && !isCContiguous(layout) ? 'F' : 'C';
  return order === 'F' ? 'F' : 'C';
};
