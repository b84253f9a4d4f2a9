/**
 * The layout of the same bytes as items of another dtype: `x.view(dtype)`.
 * Follows `array_descr_set` (getset.c).
 */
import type { DType } from '../dtype/dtype';
import { shapeError } from '../layout/errors';
import { Layout } from '../layout/layout';
import { type TypedLayout, unpackSubarrays } from './typedLayout';

/** Returns the layout and dtype of the view. `invalid-shape` with NumPy's message if the sizes do not match. */
export function viewAsDType({ layout }: TypedLayout, dtype: DType): TypedLayout {
  return unpackSubarrays(
    dtype.itemsize === layout.itemsize ? layout : resized(layout, dtype.itemsize),
    dtype,
  );
}

function resized(layout: Layout, itemsize: number): Layout {
  const last = layout.ndim - 1;
  if (last < 0) {
    throw shapeError(
      'Changing the dtype of a 0d array is only supported if the itemsize is unchanged',
      'Reshape to one axis first.',
    );
  }
  if (layout.strides[last] !== layout.itemsize && layout.shape[last] !== 1 && layout.size !== 0) {
    throw shapeError(
      'To change to a dtype of a different size, the last axis must be contiguous',
      'Read the items, and view the copy.',
    );
  }
  const bytes = layout.shape[last] * layout.itemsize;
  if (itemsize < layout.itemsize && (itemsize === 0 || layout.itemsize % itemsize !== 0)) {
    throw shapeError(
      'When changing to a smaller dtype, its size must be a divisor of the size of original dtype',
      `The items have ${layout.itemsize} bytes.`,
    );
  }
  if (bytes % itemsize !== 0) {
    throw shapeError(
      'When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array.',
      `The last axis has ${bytes} bytes.`,
    );
  }
  const shape = layout.shape.with(last, bytes / itemsize);
  const strides = layout.strides.with(last, itemsize);
  return Layout.of({ shape, strides, offset: layout.offset, itemsize });
}
