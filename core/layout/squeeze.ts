/** Axes of length 1 dropped, as `numpy.squeeze`. */
import { indexError, normalAxis } from './errors';
import { Layout } from './layout';

/**
 * The layout without the given axes, which must have length 1; without `axes`, without any axis of length 1.
 * Throws `invalid-index` in NumPy's words.
 */
export function squeeze(layout: Layout, axes?: number | readonly number[]): Layout {
  const dropped =
    axes === undefined ? unitAxes(layout) : chosenAxes(layout, typeof axes === 'number' ? [axes] : axes);
  const keep = (_: number, axis: number): boolean => !dropped.has(axis);
  return Layout.of({
    ...layout.toFields(),
    shape: layout.shape.filter(keep),
    strides: layout.strides.filter(keep),
  });
}

function unitAxes(layout: Layout): ReadonlySet<number> {
  return new Set(layout.shape.flatMap((length, axis) => (length === 1 ? [axis] : [])));
}

function chosenAxes(layout: Layout, axes: readonly number[]): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const axis of axes) {
    const normal = normalAxis(axis, layout.ndim);
    if (chosen.has(normal))
      throw indexError("duplicate value in 'axis'", 'Name each axis once.', 'ValueError');
    chosen.add(normal);
  }
  for (const axis of chosen) {
    if (layout.shape[axis] === 1) continue;
    throw indexError(
      'cannot select an axis to squeeze out which has size not equal to one',
      `Axis ${axis} has length ${layout.shape[axis]}: leave it out.`,
      'ValueError',
    );
  }
  return chosen;
}
