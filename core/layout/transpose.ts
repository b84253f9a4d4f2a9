/** Axes in another order: the same bytes, shape and strides permuted. As `ndarray.transpose` and `ndarray.swapaxes`. */
import { indexError, normalAxis, tupleText } from './errors';
import { Layout } from './layout';

/**
 * The layout with axis `axes[k]` in place k; without `axes`, in reverse. Negative axes count from the end.
 * Throws `invalid-index`: `axes don't match array`, `repeated axis in transpose`, or NumPy's AxisError.
 */
export function transpose(layout: Layout, axes?: readonly number[]): Layout {
  if (!axes) return reversed(layout);
  const wanted = `Name each of the ${layout.ndim} axes of shape ${tupleText(layout.shape)} once.`;
  if (axes.length !== layout.ndim) throw indexError("axes don't match array", wanted, 'ValueError');
  const normal: number[] = [];
  for (const axis of axes) {
    const next = normalAxis(axis, layout.ndim);
    if (normal.includes(next)) throw indexError('repeated axis in transpose', wanted, 'ValueError');
    normal.push(next);
  }
  return permuted(layout, normal);
}

/** The layout with two axes exchanged; `AxisError` when there is no such axis. */
export function swapAxes(layout: Layout, axis1: number, axis2: number): Layout {
  const one = normalAxis(axis1, layout.ndim, 'axis1: ');
  const two = normalAxis(axis2, layout.ndim, 'axis2: ');
  return permuted(
    layout,
    layout.shape.map((_, axis) => (axis === one ? two : axis === two ? one : axis)),
  );
}

/** The layout with its axes in reverse: `x.T`. */
export const reversed = (layout: Layout): Layout =>
  permuted(
    layout,
    layout.shape.map((_, axis) => layout.ndim - 1 - axis),
  );

function permuted(layout: Layout, order: readonly number[]): Layout {
  return Layout.of({
    shape: order.map(axis => layout.shape[axis]),
    strides: order.map(axis => layout.strides[axis]),
    offset: layout.offset,
    itemsize: layout.itemsize,
  });
}
