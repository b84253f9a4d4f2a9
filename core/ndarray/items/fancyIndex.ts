/**
 * Advanced (fancy) indices: the byte offsets of the items that they select. No bytes of the indexed array are
 * read.
 * Invariant: the axes of the index arrays take the place of the first of them if they are adjacent, else they
 * come first.
 * Spec: https://numpy.org/doc/stable/user/basics.indexing.html#combining-advanced-and-basic-indexing
 */
import { numericDType } from '../../dtype/make';
import { broadcastTo } from '../../layout/broadcast';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { indexError, tupleText } from '../../layout/errors';
import { nonzeroIndices } from '../../layout/flat';
import { contiguousLayout, Layout, MAX_NDIM, rangeAction } from '../../layout/layout';
import { applyIndex, checkNdim, type IndexEntry, ONLY_INTEGERS } from '../../layout/indexing/slice';
import { transpose } from '../../layout/transpose';
import { array, copied } from '../create/array';
import type { IndexLike, IndexPart } from '../indexLike';
import type { Nested } from '../../casting/nested';
import { NDArray } from '../ndarray';
import { entriesOf, isIntegerScalar } from '../basicIndex';
import { eachRun, axesInKOrder, walkOf } from '../../layout/walk';

/** An array of integers or a mask, in C order. */
interface IndexArray {
  readonly kind: 'array';
  /** The number of axes that it indexes. A mask of no axes adds an axis. */
  readonly axes: number;
  readonly shape: readonly number[];
  readonly values: Float64Array;
  readonly isMask: boolean;
  /** The original layout, if not C order. */
  readonly layout?: Layout;
}

type Part = IndexEntry | IndexArray;

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
    axis += axesOf(part);
  }
  return offsets;
}

/** Returns the basic part of the index. An axis of length 0 may be indexed by an empty array. */
function viewWithoutItems(layout: Layout, spelled: readonly Part[], entries: readonly IndexEntry[]): Layout {
  const shape = [...layout.shape];
  let axis = 0;
  for (const part of spelled) {
    if (part.kind === 'array' && part.axes > 0) shape[axis] = Math.max(1, shape[axis]);
    axis += axesOf(part);
  }
  return applyIndex(Layout.of({ ...layout.toFields(), shape }), entries);
}

function partsOf(part: IndexPart): readonly Part[] {
  if (part instanceof NDArray)
    return [isIntegerScalar(part) ? { kind: 'integer', value: integersOf(part)[0] } : arrayPart(part)];
  if (Array.isArray(part)) return [listPart(part as readonly unknown[])];
  if (typeof part === 'boolean') return [maskPart([], Float64Array.of(Number(part)))];
  return entriesOf(part);
}

/** Returns the items in C order. */
function integersOf(x: NDArray): Float64Array {
  const items = copied(x, 'C', numericDType('float64'));
  return new Float64Array(items.buffer);
}

function arrayPart(x: NDArray): IndexArray {
  const { kind } = x.dtype;
  if (kind !== 'b' && kind !== 'i' && kind !== 'u') {
    throw indexError('arrays used as indices must be of integer (or boolean) type', 'Convert the index.');
  }
  const values = integersOf(x);
  if (kind === 'b') return maskPart(x.shape, values);
  return { kind: 'array', shape: x.shape, values, isMask: false, axes: 1, layout: x.layout };
}

/** A mask of no axes stands for one item or for none. */
function maskPart(shape: readonly number[], values: Float64Array): IndexArray {
  if (shape.length > 0) return { kind: 'array', shape, values, isMask: true, axes: shape.length };
  const count = values[0] ? 1 : 0;
  return { kind: 'array', shape: [count], values: new Float64Array(count), isMask: false, axes: 0 };
}

function listPart(list: readonly unknown[]): IndexArray {
  const shape: number[] = [];
  for (let at: unknown = list; Array.isArray(at); at = (at as readonly unknown[])[0]) shape.push(at.length);
  const items = list.flat(shape.length - 1) as readonly unknown[];
  const isMask = items.length > 0 && items.every(item => typeof item === 'boolean');
  const size = shape.reduce((n, length) => n * length, 1);
  const isInteger = (item: unknown): boolean =>
    typeof item === 'bigint' || typeof item === 'boolean' || Number.isInteger(item);
  if (items.length !== size || !items.every(isInteger)) {
    // Ragged lists raise the same error as in `array`.
    if (items.length !== size) array(list as Nested);
    throw indexError(ONLY_INTEGERS, 'Give lists of whole numbers, or of booleans, all of one length.');
  }
  const values = Float64Array.from(items, Number);
  return isMask ? maskPart(shape, values) : { kind: 'array', shape, values, isMask, axes: 1 };
}

const axesOf = (part: Part): number => {
  if (part.kind === 'array') return part.axes;
  return part.kind === 'integer' || part.kind === 'slice' ? 1 : 0;
};

type Spelled = Exclude<Part, { kind: 'ellipsis' | 'field' }>;

/**
 * Returns one part for each axis: `...` is expanded, and a mask of several axes becomes one integer array for
 * each.
 */
function spellOut(layout: Layout, parts: readonly Part[]): Spelled[] {
  if (parts.filter(part => part.kind === 'ellipsis').length > 1) {
    throw indexError("an index can only have a single ellipsis ('...')", 'Keep one of the ellipses.');
  }
  const used = parts.reduce((n, part) => n + axesOf(part), 0);
  if (used > layout.ndim) {
    throw indexError(
      `too many indices for array: array is ${layout.ndim}-dimensional, but ${used} were indexed`,
      `Give at most ${layout.ndim}: the shape is ${tupleText(layout.shape)}.`,
    );
  }
  const rest = Array.from({ length: layout.ndim - used }, (): Spelled => ({ kind: 'slice' }));
  const all = parts.some(part => part.kind === 'ellipsis')
    ? parts
    : [...parts, { kind: 'ellipsis' } as const];
  const spelled: Spelled[] = [];
  for (const part of all) {
    if (part.kind === 'field') throw indexError(ONLY_INTEGERS, 'Take the field first.');
    const axis = spelled.reduce((n, one) => n + axesOf(one), 0);
    if (part.kind === 'ellipsis') spelled.push(...rest);
    else if (part.kind === 'array' && part.isMask) spelled.push(...maskIndices(layout, part, axis));
    else spelled.push(part);
  }
  return spelled;
}

function maskIndices(layout: Layout, { shape, values }: IndexArray, axis: number): IndexArray[] {
  shape.forEach((length, k) => {
    const size = layout.shape[axis + k];
    // NumPy accepts an empty mask.
    if (length === size || length === 0) return;
    throw indexError(
      `boolean index did not match indexed array along axis ${axis + k}; size of axis is ${size} but size of ` +
        `corresponding boolean axis is ${length}`,
      'Give a mask of the shape of the array.',
    );
  });
  return nonzeroIndices(values, shape).map(indices => ({
    kind: 'array',
    shape: [indices.length],
    values: indices,
    isMask: false,
    axes: 1,
  }));
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
