/**
 * A layout repeated to a larger shape without new bytes: repeated axes get stride 0. As `numpy.broadcast_to`.
 * https://numpy.org/doc/stable/user/basics.broadcasting.html
 */
import { shapeError, tupleText } from './errors';
import { Layout } from './layout';

const RULE = 'Axes must match from the last one backwards; only an axis of length 1 can be repeated.';

/** The read-only view of `layout` with this shape; `invalid-shape` in NumPy's words when it cannot be. */
export function broadcastTo(layout: Layout, shape: readonly number[]): Layout {
  if (shape.length === 0 && layout.ndim > 0)
    throw shapeError('cannot broadcast a non-scalar to a scalar array', RULE);
  if (shape.some(length => length < 0)) {
    throw shapeError(
      'all elements of broadcast shape must be non-negative',
      `Got shape ${tupleText(shape)}.`,
    );
  }
  const added = shape.length - layout.ndim;
  if (added < 0)
    throw shapeError('input operand has more dimensions than allowed by the axis remapping', RULE);
  const strides = shape.map((length, axis) => {
    const own = layout.shape[axis - added] ?? 1;
    if (own === 1) return 0;
    if (own === length) return layout.strides[axis - added];
    throw shapeError(
      'operands could not be broadcast together with remapped shapes [original->remapped]: ' +
        `${tupleText(layout.shape)}  and requested shape ${tupleText(shape)}`,
      RULE,
    );
  });
  return Layout.of({ shape, strides, offset: layout.offset, itemsize: layout.itemsize });
}
