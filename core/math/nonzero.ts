/** Where items are not zero. Spec: `PyArray_Nonzero` (item_selection.c). */
import { unravelIndex } from '../layout/flat';
import { Layout } from '../layout/layout';
import { allocate } from '../ndarray/allocate';
import { numericDType } from '../dtype/make';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../ndarray/walk';
import type { Operand } from './operands';
import { asArray } from '../ndarray/create';
import { astype } from '../ndarray/items';

/** 1 and 0 for items that are true and false, in C order. */
function truths(x: NDArray): Uint8Array {
  const bools = astype(x, 'bool');
  const bytes = new Uint8Array(bools.buffer);
  const found = new Uint8Array(x.size);
  let next = 0;
  eachRun(walkOf([bools.layout], 'C'), ([at], [step], count) => {
    for (let k = 0; k < count; k++) found[next++] = bytes[at + k * step] === 0 ? 0 : 1;
  });
  return found;
}

/** The indices of all items that are not zero, an array for each axis. */
export function nonzero(values: Operand): NDArray[] {
  const x = asArray(values);
  const places: number[] = [];
  truths(x).forEach((truth, k) => {
    if (truth) places.push(k);
  });
  const indices = places.map(place => unravelIndex(place, x.shape));
  // A column for each axis, as NumPy keeps them.
  const table = allocate([places.length, x.ndim], numericDType('int64'));
  const items = new BigInt64Array(table.buffer);
  indices.flat().forEach((index, k) => (items[k] = BigInt(index)));
  return x.shape.map((_, axis) => {
    const layout = { shape: [places.length], strides: [8 * x.ndim], offset: 8 * axis, itemsize: 8 };
    return viewOf(table, Layout.of(layout));
  });
}

/** How many items are not zero. */
export function countNonzero(values: Operand): number {
  return truths(asArray(values)).reduce((n, truth) => n + truth, 0);
}
