/** The bytes that an array's items lie between, as `numpy.lib.array_utils.byte_bounds` but relative to the source. */
import type { Layout } from '../layout';

/**
 * Byte offsets of the first byte of any item and of the one after the last byte of any item. An array without items
 * has `first === end === offset`.
 */
export function byteBounds(layout: Layout): { readonly first: number; readonly end: number } {
  let first = layout.offset;
  if (layout.size === 0) return { first, end: first };
  let end = first + layout.itemsize;
  for (let axis = 0; axis < layout.ndim; axis++) {
    const reach = layout.strides[axis] * (layout.shape[axis] - 1);
    if (reach < 0) first += reach;
    else end += reach;
  }
  return { first, end };
}
