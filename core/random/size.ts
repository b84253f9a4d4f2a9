/** The `size` argument: undefined for a single value, a length, or a shape. */
import { numericDType } from '../dtype/make';
import { type Item, itemReader } from '../dtype/items/read';
import { notAnInteger, numberList } from '../layout/arguments';
import { allocate } from '../ndarray/allocate';
import type { ShapeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';

/** The shape of a result; `[]` without a size. `TypeError` for lengths that are not integers. */
export function shapeOf(size: ShapeLike | null | undefined): readonly number[] {
  if (size === undefined || size === null) return [];
  const shape = numberList(size, 'lengths');
  const invalid = shape.find(length => !Number.isInteger(length));
  if (invalid !== undefined) throw notAnInteger('lengths', invalid);
  return shape;
}

/** The item of a 0-d array. */
export const itemOf = (x: NDArray): Item => itemReader(x.dtype)(new DataView(x.buffer), x.byteOffset);

/** A float64 array that `fill` fills in C order, or a single value without a size. */
export function filled(
  size: ShapeLike | null | undefined,
  fill: (items: Float64Array) => void,
): number | NDArray {
  const x = allocate(shapeOf(size), numericDType('float64'));
  const items = new Float64Array(x.buffer);
  fill(items);
  return size === undefined || size === null ? items[0] : x;
}
