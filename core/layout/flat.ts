/**
 * Flat position ↔ index, in C order (the last axis changes fastest), exact up to 2^53 − 1.
 * Invariant: `ravelIndex(unravelIndex(n, shape), shape) === n`. As `numpy.unravel_index`, `numpy.ravel_multi_index`.
 */
import { indexError, tupleText } from './errors';
import { rangeAction } from './layout';

/** The index of item number `flat` of an array of this shape; `invalid-index` when there is no such item. */
export function unravelIndex(flat: number, shape: readonly number[]): number[] {
  const size = shape.reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(flat) || flat < 0 || flat >= size) {
    throw indexError(
      `index ${flat} is out of bounds for array with size ${size}`,
      rangeAction(size),
      'ValueError',
    );
  }
  const index = new Array<number>(shape.length);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis];
    // Subtracting first keeps the quotient exact past 2^52, where a fraction would be rounded.
    rest = (rest - index[axis]) / shape[axis];
  }
  return index;
}

/** The number, counted in C order from 0, of the item at `index`; `invalid-index` when it is outside `shape`. */
export function ravelIndex(index: readonly number[], shape: readonly number[]): number {
  const inside = index.every((entry, axis) => Number.isInteger(entry) && entry >= 0 && entry < shape[axis]);
  if (index.length !== shape.length || !inside) {
    throw indexError(
      `index ${tupleText(index)} is out of bounds for shape ${tupleText(shape)}`,
      'Give one entry for each axis, each less than its length.',
      'ValueError',
    );
  }
  return index.reduce((flat, entry, axis) => flat * shape[axis] + entry, 0);
}

/** For each axis, the indices along it of the values that are not 0, in C order. As `numpy.nonzero`. */
export function nonzeroIndices(values: ArrayLike<number>, shape: readonly number[]): Float64Array[] {
  let count = 0;
  for (let k = 0; k < values.length; k++) if (values[k] !== 0) count++;
  const places = shape.map(() => new Float64Array(count));
  for (let k = 0, n = 0; n < count; k++) {
    if (values[k] === 0) continue;
    for (let axis = shape.length - 1, rest = k; axis >= 0; axis--) {
      places[axis][n] = rest % shape[axis];
      rest = Math.floor(rest / shape[axis]);
    }
    n++;
  }
  return places;
}
