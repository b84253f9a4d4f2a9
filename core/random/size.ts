/** What `size` means: none, one length, or a shape; and results as values where there is none. */
import { numericDType } from '../dtype/make';
import { type Item, itemReader } from '../dtype/items/read';
import { noInteger, numberList } from '../layout/arguments';
import { allocate } from '../ndarray/allocate';
import type { ShapeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';

/** The shape of a result; `[]` where no size is given. `TypeError` for lengths that are not whole. */
export function shapeOf(size: ShapeLike | null | undefined): readonly number[] {
  if (size === undefined || size === null) return [];
  const shape = numberList(size, 'lengths');
  const odd = shape.find(length => !Number.isInteger(length));
  if (odd !== undefined) throw noInteger('lengths', odd);
  return shape;
}

/** The item of a 0-d array. */
export const itemOf = (x: NDArray): Item => itemReader(x.dtype)(new DataView(x.buffer), x.byteOffset);

/** A value where no size is given, else an array of doubles that `fill` fills in C order. */
export function filled(
  size: ShapeLike | null | undefined,
  fill: (items: Float64Array) => void,
): number | NDArray {
  const x = allocate(shapeOf(size), numericDType('float64'));
  const items = new Float64Array(x.buffer);
  fill(items);
  return size === undefined || size === null ? items[0] : x;
}
