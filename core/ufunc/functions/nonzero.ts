/** `nonzero` and `countNonzero`. Spec: `PyArray_Nonzero` (item_selection.c). */
import { nonzeroIndices } from '../../layout/flat';
import { Layout } from '../../layout/layout';
import { allocate } from '../../ndarray/allocate';
import { numericDType } from '../../dtype/make';
import { putInteger } from '../../dtype/integers';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { eachRun, walkOf } from '../../layout/walk';
import type { Operand } from '../operands';
import { asArray } from '../../ndarray/create/array';
import { astype } from '../../ndarray/create/astype';

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

/** The indices of the items that are not zero, an int64 array for each axis. Source: `numpy.nonzero`. */
export function nonzero(values: Operand): NDArray[] {
  const x = asArray(values);
  const places = nonzeroIndices(truths(x), x.shape);
  const count = places.at(0)?.length ?? 0;
  // As in NumPy, the indices are the columns of one table.
  const table = allocate([count, x.ndim], numericDType('int64'));
  const words = new Uint32Array(table.buffer);
  places.forEach((indices, axis) => {
    for (let k = 0, at = 2 * axis; k < count; k++, at += 2 * x.ndim) putInteger(words, at, indices[k]);
  });
  return x.shape.map((_, axis) => {
    const layout = { shape: [count], strides: [8 * x.ndim], offset: 8 * axis, itemsize: 8 };
    return viewOf(table, Layout.of(layout));
  });
}

/** The number of items that are not zero. Source: `numpy.count_nonzero`. */
export function countNonzero(values: Operand): number {
  const found = truths(asArray(values));
  let count = 0;
  for (let k = 0; k < found.length; k++) count += found[k];
  return count;
}
