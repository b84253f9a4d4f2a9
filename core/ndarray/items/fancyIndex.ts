/**
 * Advanced (fancy) indices: the byte offsets of the items that they select. No bytes of the indexed array are
 * read.
 * Invariant: the axes of the index arrays take the place of the first of them if they are adjacent, else they
 * come first.
 * Spec: https://numpy.org/doc/stable/user/basics.indexing.html#combining-advanced-and-basic-indexing
 */
import { broadcastTo } from '../../layout/broadcast';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { indexError, tupleText } from '../../layout/errors';
import { contiguousLayout, Layout, MAX_NDIM, rangeAction } from '../../layout/layout';
import { applyIndex, checkNdim, type IndexEntry } from '../../layout/indexing/slice';
import { transpose } from '../../layout/transpose';
import type { IndexLike, IndexPart } from '../indexLike';
import { axesInKOrder, eachRun, walkOf } from '../../layout/walk';
import { axesIndexedBy, type IndexArray, type Part, partsOf, spellOut } from './indexArrays';

/** The items that an advanced index selects. */
export interface Selection {
  /** The broadcast shape of the index arrays. */
  readonly shape: readonly number[];
  /**
   * For each item of the broadcast index, the byte offset of what it selects. `IndexError` if out of bounds.
   */
  readonly offsets: Float64Array;
  /** The layout of what each item selects, at offset 0: the axes that slices and new axes leave. */
  readonly rest: Layout;
  /** The axis of `rest` before which the axes of `shape` are inserted. */
  readonly place: number;
  /**
   * The axes of `shape`, outermost first, in the order in which NumPy's iterator walks the index arrays and
   * the values to store. Copies have this memory order.
   */
  readonly orderWith: (values?: Layout) => readonly number[];
}

/**
 * Returns what `index` selects. `IndexError` as NumPy: errors of the number of axes and of mask shapes come
 * first, then those of the value to assign (`prepared`), then those of broadcasting.
 */
export function selectionOf(layout: Layout, index: IndexLike, prepared?: () => void): Selection {
  const list = (Array.isArray(index) ? index : [index]) as readonly IndexPart[];
  const parts = list.flatMap(partsOf);
  const spelled = spellOut(layout, parts);
  const isFancy = (part: Part): boolean => part.kind === 'array' || part.kind === 'integer';
  const entries = spelled.flatMap((part): readonly IndexEntry[] => {
    if (part.kind !== 'array') return [part];
    return part.axes > 0 ? [{ kind: 'integer', value: 0 }] : [];
  });
  const view = viewWithoutItems(layout, spelled, entries);
  checkArrays(spelled, layout.ndim + parts.filter(part => part.kind === 'newaxis').length);
  prepared?.();
  const arrays = spelled.filter(part => part.kind === 'array');
  const shape = broadcastShape(arrays.map(array => array.shape));
  // An ellipsis separates index arrays even if it stands for no axis.
  const together = parts.slice(parts.findIndex(isFancy), parts.findLastIndex(isFancy) + 1).every(isFancy);
  const first = spelled.findIndex(isFancy);
  // The order decides which of several invalid indices is reported.
  const isCheckedInC = !prepared && arrays.length === 1 && view.size > 1;
  let offsets: Float64Array | undefined;
  return {
    shape,
    get offsets() {
      return (offsets ??= offsetsOf(layout, spelled, shape, { start: view.offset, isCheckedInC }));
    },
    rest: Layout.of({ ...view.toFields(), offset: 0 }),
    orderWith: values =>
      view.size <= 1
        ? orderOf(arrays, shape, { values, isAlone: parts.length === 1 && view.ndim === 0 })
        : shape.map((_, axis) => axis),
    place: together && first >= 0 ? first : 0,
  };
}

/**
 * Returns the axis order in which an iterator walks the index arrays: C order if they disagree. A single
 * array keeps its own order, which matters only for axes of length 1.
 */
function orderOf(
  arrays: readonly IndexArray[],
  shape: readonly number[],
  { values, isAlone }: { readonly values?: Layout; readonly isAlone: boolean },
): readonly number[] {
  const alone = isAlone && !values && arrays.length === 1 ? arrays[0].layout : undefined;
  if (alone && isFContiguous(alone) && !isCContiguous(alone))
    return shape.map((_, axis) => shape.length - 1 - axis);
  const walked = arrays.map(({ layout, shape: own }) =>
    broadcastTo(layout ?? contiguousLayout(own, 1), shape),
  );
  return axesInKOrder(values ? [...walked, values] : walked);
}

/** NumPy's iterator supports a limited number of arrays. */
function checkArrays(parts: readonly Part[], ndim: number): void {
  const count = parts.filter(part => part.kind === 'array').length;
  checkNdim(
    parts.some(part => part.kind === 'array' && part.axes === 0) ? ndim - count + 1 + zeroAxes(parts) : 0,
  );
  if (count < MAX_NDIM) return;
  if (count > MAX_NDIM) {
    throw indexError(
      'too many advanced (array) indices. This probably means you are indexing with too many booleans. ' +
        `(more than ${MAX_NDIM} found)`,
      'Index with fewer arrays.',
    );
  }
  throw indexError(
    `when no subspace is given, the number of index arrays cannot be above ${MAX_NDIM - 1}, but ${count} index arrays found`,
    'Index with fewer arrays.',
  );
}

const zeroAxes = (parts: readonly Part[]): number =>
  parts.filter(part => part.kind === 'array' && part.axes === 0).length;

function offsetsOf(
  layout: Layout,
  parts: readonly Part[],
  shape: readonly number[],
  { start, isCheckedInC }: { readonly start: number; readonly isCheckedInC: boolean },
): Float64Array {
  const offsets = new Float64Array(shape.reduce((n, length) => n * length, 1)).fill(start);
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'array' && part.axes > 0) {
      const own = isCheckedInC ? { ...part, layout: undefined } : part;
      addOffsets(offsets, layout, axis, own, shape);
    }
    axis += axesIndexedBy(part);
  }
  return offsets;
}

/** Returns the basic part of the index. An axis of length 0 may be indexed by an empty array. */
function viewWithoutItems(layout: Layout, spelled: readonly Part[], entries: readonly IndexEntry[]): Layout {
  const shape = [...layout.shape];
  let axis = 0;
  for (const part of spelled) {
    if (part.kind === 'array' && part.axes > 0) shape[axis] = Math.max(1, shape[axis]);
    axis += axesIndexedBy(part);
  }
  return applyIndex(Layout.of({ ...layout.toFields(), shape }), entries);
}

function broadcastShape(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(0, ...shapes.map(shape => shape.length));
  return Array.from({ length: ndim }, (_, k) => {
    const lengths = shapes.map(shape => shape[k - ndim + shape.length] ?? 1).filter(length => length !== 1);
    if (lengths.every(length => length === lengths[0])) return lengths[0] ?? 1;
    throw indexError(
      'shape mismatch: indexing arrays could not be broadcast together with shapes ' +
        shapes.map(shape => `${tupleText(shape)} `).join(''),
      'Give arrays of one shape, or of lengths of 1.',
    );
  });
}

function addOffsets(
  offsets: Float64Array,
  layout: Layout,
  axis: number,
  part: IndexArray,
  full: readonly number[],
): void {
  const { values, shape } = part;
  // NumPy does not check indices that are broadcast to no items.
  if (offsets.length === 0) return;
  const length = layout.shape[axis];
  const isInside = (value: number): boolean => value >= -length && value < length;
  if (!values.every(isInside)) {
    const value = valuesInMemory(part).find(one => !isInside(one));
    throw indexError(
      `index ${value} is out of bounds for axis ${axis} with size ${length}`,
      rangeAction(length),
    );
  }
  const steps = values.map(value => layout.strides[axis] * (value < 0 ? value + length : value));
  const own = broadcastTo(contiguousLayout(shape, 1), full);
  let k = 0;
  eachRun(walkOf([own], 'C'), ([at], [step], count) => {
    for (let n = 0; n < count; n++, k++) offsets[k] += steps[at + n * step];
  });
}

/**
 * Returns the indices in memory order. NumPy checks them in this order, so the first invalid one is reported.
 */
function valuesInMemory({ values, shape, layout }: IndexArray): readonly number[] {
  const ranks = contiguousLayout(shape, 1);
  const found: number[] = [];
  eachRun(walkOf([transpose(ranks, axesInKOrder([layout ?? ranks]))], 'C'), ([at], [step], count) => {
    for (let k = 0; k < count; k++) found.push(values[at + k * step]);
  });
  return found;
}
