/**
 * `x[index] = value` for an advanced index. Invariant: the result is as if the index and the value were read before the
 * first item is written, except through a mask over all axes, for which NumPy makes no copy.
 * Follows `array_assign_subscript` (mapping.c).
 */
import { sameDType } from '../../dtype/dtype';
import { indexError, shapeError, tupleText } from '../../layout/errors';
import { contiguousLayout, Layout } from '../../layout/layout';
import { transpose } from '../../layout/transpose';
import { broadcastInput } from '../broadcastInput';
import { isBytewise } from '../../casting/conversion';
import { itemLoop } from '../copy/itemLoop';
import { itemCopier, type ItemCopier, liesOnWords } from '../../casting/convertBytes';
import { copyIfOverlapping } from '../copy/copyInto';
import { array } from '../create/array';
import { copied } from '../create/copied';
import { type Selection, selectionOf } from './fancyIndex';
import { copyLine } from '../copy/copyLine';
import type { IndexLike } from '../indexLike';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';
import { eachRun, walkOf } from '../../layout/walk';
import { listOf } from './basicSelection';

export const valueFor = (x: NDArray, value: NDArray | Nested, ndmax?: number): NDArray =>
  value instanceof NDArray ? value : array(value, { dtype: x.dtype, ndmax });

export function fancySet(x: NDArray, index: IndexLike, value: NDArray | Nested): void {
  let source: NDArray = x;
  const isMask = isWholeMask(x, index);
  // NumPy does not check overlap for a mask over all axes.
  const selection = selectionOf(x.layout, index, () => {
    source = valueFor(x, value);
    if (!isMask) source = copyIfOverlapping(x, source);
  });
  const values = arranged(source, selection, isMask);
  if (isMask && values.buffer === x.buffer) setRuns(x, selection.offsets, values);
  else if (selection.rest.ndim === 0) setItems(x, selection, values, isMask);
  else setParts(x, selection, values);
}

/** Stores one item for each item of the index. */
function setItems(x: NDArray, selection: Selection, values: NDArray, isMask: boolean): void {
  const { shape, offsets } = selection;
  const items = sameDType(values.dtype, x.dtype) ? values : copied(values, 'C', x.dtype);
  const copy = copierFor(x, items, isMask);
  const order = selection.orderWith(Layout.of({ ...values.layout.toFields(), shape }));
  const outer = Layout.of({ ...items.layout.toFields(), shape });
  eachPlace(order, outer, (k, at) => copy(offsets[k], at));
}

/**
 * Visits the items of the index in the order in which NumPy stores. The last one wins if an item is selected
 * twice.
 */
function eachPlace(order: readonly number[], values: Layout, visit: (k: number, at: number) => void): void {
  const layouts = [values, contiguousLayout(values.shape, 1)].map(layout => transpose(layout, order));
  const walk = walkOf(layouts, 'C');
  eachRun(walk, ([at, k], [step, ranks], count) => {
    for (let n = 0; n < count; n++) visit(k + n * ranks, at + n * step);
  });
}

/**
 * Returns the function that stores a single item. Padding between fields is copied only by integer arrays,
 * which copy whole words.
 */
function copierFor(x: NDArray, items: NDArray, isMask: boolean): ItemCopier {
  const isWord = !isMask && [1, 2, 4, 8].includes(x.itemsize);
  if (isWord || isBytewise(x.dtype, items.dtype))
    return itemCopier(x.buffer, items.buffer, x.itemsize, liesOnWords(x.layout) && liesOnWords(items.layout));
  const convert = itemLoop(x, items);
  return (to, from) => convert(to, 0, from, 0, 1);
}

/**
 * Stores items that overlap the array through a mask: each run of adjacent items at once, one run after the
 * other.
 */
function setRuns(x: NDArray, offsets: Float64Array, values: NDArray): void {
  const step = x.strides[x.shape.findLastIndex(length => length > 1)] ?? x.itemsize;
  for (let first = 0, end = 1; first < offsets.length; first = end++) {
    while (end < offsets.length && offsets[end] === offsets[end - 1] + step) end++;
    const from = values.byteOffset + first * values.strides[0];
    copyLine(
      lineOf(x, end - first, step, offsets[first]),
      lineOf(values, end - first, values.strides[0], from),
    );
  }
}

function lineOf(x: NDArray, length: number, stride: number, offset: number): NDArray {
  return viewOf(x, Layout.of({ shape: [length], strides: [stride], offset, itemsize: x.itemsize }));
}

/** Stores what slices leave, for each item of the index. */
function setParts(x: NDArray, selection: Selection, values: NDArray): void {
  const { rest, shape, offsets } = selection;
  const convert = itemLoop(x, values);
  const outer = Layout.of({
    ...values.layout.toFields(),
    shape,
    strides: values.strides.slice(0, shape.length),
  });
  const inner = Layout.of({
    shape: rest.shape,
    strides: values.strides.slice(shape.length),
    offset: 0,
    itemsize: values.itemsize,
  });
  const walk = walkOf([rest, inner]);
  eachPlace(selection.orderWith(outer), outer, (k, at) => {
    eachRun({ ...walk, offsets: [offsets[k], at] }, ([to, from], [toStep, fromStep], items) =>
      convert(to, toStep, from, fromStep, items),
    );
  });
}

/** Whether the index is a single mask over all axes, for which NumPy has special rules. */
const isWholeMask = (x: NDArray, index: IndexLike): boolean => {
  const parts = listOf(index);
  const [only] = parts;
  if (parts.length !== 1) return false;
  if (typeof only === 'boolean') return x.ndim === 0;
  return only instanceof NDArray && only.dtype.kind === 'b' && only.ndim === x.ndim;
};

/** Returns the value broadcast to the shape of the selection, with the axes of the index first. */
function arranged(value: NDArray, selection: Selection, isMask: boolean): NDArray {
  const { shape, rest, place } = selection;
  const axes = [...rest.shape];
  axes.splice(place, 0, ...shape);
  if (isMask) checkMaskValue(value, axes[0]);
  let layout: Layout;
  try {
    layout = broadcastInput(withoutEmpty(value.layout, axes.length), axes);
  } catch {
    throw shapeError(
      `shape mismatch: value array of shape ${tupleText(value.shape)} could not be broadcast to indexing result ` +
        `of shape ${tupleText(axes)}`,
      'Give one value, or as many as are selected.',
    );
  }
  const order = axes.map((_, axis) => axis);
  order.unshift(...order.splice(place, shape.length));
  return viewOf(value, transpose(layout, order));
}

/** Drops extra leading axes of length 0: an assignment of no items to no items is allowed. */
function withoutEmpty(layout: Layout, ndim: number): Layout {
  const { shape, strides, offset, itemsize, size } = layout;
  const extra = shape.length - ndim;
  const rest = shape.slice(extra);
  if (extra <= 0 || size > 0 || !rest.includes(0)) return layout;
  return Layout.of({ shape: rest, strides: strides.slice(extra), offset, itemsize });
}

function checkMaskValue(value: NDArray, selected: number): void {
  if (value.ndim > 1) {
    throw indexError(
      'NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has ' +
        `${value.ndim} dimensions`,
      'Give one value, or a list of them.',
      'TypeError',
    );
  }
  if (value.ndim === 0 || value.size === selected || value.size === 1) return;
  throw shapeError(
    `NumPy boolean array indexing assignment cannot assign ${value.size} input values to the ${selected} output ` +
      'values where the mask is true',
    'Give one value, or one for each True.',
  );
}
