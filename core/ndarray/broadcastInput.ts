/**
 * The value of an assignment, broadcast to the shape of its target. Follows `PyArray_AssignArray`
 * (array_assign_array.c).
 */
import { broadcastTo } from '../layout/broadcast';
import { shapeError, tupleText } from '../layout/errors';
import { Layout } from '../layout/layout';

/**
 * Broadcasts `layout` to `shape`. Extra leading axes of length 1 are dropped. `ValueError` if the shapes do
 * not match.
 */
export function broadcastInput(layout: Layout, shape: readonly number[]): Layout {
  const extra = Math.max(0, layout.ndim - shape.length);
  const fits = layout.shape.every((length, axis) => {
    if (axis < extra) return length === 1;
    return length === 1 || length === shape[axis + shape.length - layout.ndim];
  });
  if (!fits) {
    throw shapeError(
      `could not broadcast input array from shape ${tupleText(stripped(layout.shape, extra))} into shape ${tupleText(shape)}`,
      'Axes must match from the last one backwards; only an axis of length 1 can be repeated.',
    );
  }
  const { shape: lengths, strides, offset, itemsize } = layout;
  const trimmed = Layout.of({ shape: lengths.slice(extra), strides: strides.slice(extra), offset, itemsize });
  return broadcastTo(trimmed, shape);
}

/** Drops up to `extra` leading axes of length 1. */
function stripped(shape: readonly number[], extra: number): readonly number[] {
  const ones = shape.findIndex(length => length !== 1);
  return shape.slice(Math.min(extra, ones < 0 ? extra : ones));
}
