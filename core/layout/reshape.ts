/**
 * Another shape over the same bytes, where strides can say it. Follows `PyArray_Newshape` and
 * `_attempt_nocopy_reshape` (shape.c). Invariant: item k in `order` stays item k in `order`.
 */
import { isCContiguous, isFContiguous } from './contiguity';
import { notAnInteger } from './arguments';
import { shapeError, tupleText } from './errors';
import { checkShape, contiguousStrides, Layout, type Order } from './layout';

/**
 * The layout with this shape (one length may be −1), or undefined when NumPy would have to copy.
 * `A` is F for a layout that is only F-contiguous, else C. Throws `invalid-shape` when the sizes do not match.
 */
export function reshape(
  layout: Layout,
  shape: readonly number[],
  order: Order | 'A' = 'C',
): Layout | undefined {
  const full = fullShape(layout.size, shape, layout.itemsize);
  // As NumPy: the shape as it was written, so that −1 may yield other strides for an axis of length 1.
  const same = shape.length === layout.ndim && shape.every((length, axis) => length === layout.shape[axis]);
  if (same) return layout;
  const walk = order === 'A' ? (isFContiguous(layout) && !isCContiguous(layout) ? 'F' : 'C') : order;
  const contiguous = walk === 'C' ? isCContiguous(layout) : isFContiguous(layout);
  const strides =
    layout.size <= 1 || contiguous
      ? contiguousStrides(full, layout.itemsize, walk)
      : regroupedStrides(layout, full, walk);
  return strides && Layout.of({ shape: full, strides, offset: layout.offset, itemsize: layout.itemsize });
}

/** `shape` with its one negative length worked out from the number of items. */
export function fullShape(size: number, shape: readonly number[], itemsize = 1): number[] {
  const odd = shape.find(length => !Number.isInteger(length));
  if (odd !== undefined) throw notAnInteger('lengths', odd);
  const unknown = shape.findIndex(length => length < 0);
  if (unknown !== shape.findLastIndex(length => length < 0)) {
    throw shapeError('can only specify one unknown dimension', `Keep one −1 in ${tupleText(shape)}.`);
  }
  const known = shape.reduce((product, length) => (length < 0 ? product : product * length), 1);
  const inferred = unknown < 0 ? 1 : size / known;
  if (unknown >= 0 ? known === 0 || size % known !== 0 : known !== size) throw sizeMismatch(size, shape);
  const full = shape.map(length => (length < 0 ? inferred : length));
  checkShape(full, itemsize);
  return full;
}

function sizeMismatch(size: number, shape: readonly number[]): Error {
  return shapeError(
    `cannot reshape array of size ${size} into shape ${requestedText(shape)}`,
    `Give lengths whose product is ${size}.`,
  );
}

/** As NumPy's `convert_shape_to_string`: an unknown length is `newaxis`, and is not written where it comes first. */
function requestedText(shape: readonly number[]): string {
  const written = shape[0] < 0 ? shape.slice(1) : shape;
  const words = written.map(length => (length < 0 ? 'newaxis' : String(length)));
  return `(${words.join(',')}${shape.length === 1 ? ',' : ''})`;
}

/** Strides for `shape` over the same items in the same order, group by group of equal products; undefined: a copy. */
function regroupedStrides(layout: Layout, shape: readonly number[], order: Order): number[] | undefined {
  const old = layout.shape
    .map((length, axis) => ({ length, stride: layout.strides[axis] }))
    .filter(axis => axis.length !== 1);
  const strides = new Array<number>(shape.length).fill(0);
  let oldStart = 0;
  let newStart = 0;
  while (oldStart < old.length && newStart < shape.length) {
    const { oldEnd, newEnd } = matchGroups(old, oldStart, shape, newStart);
    if (!isOneAxis(old.slice(oldStart, oldEnd), order)) return undefined;
    fillGroup(strides, shape, newStart, newEnd, old[order === 'C' ? oldEnd - 1 : oldStart].stride, order);
    oldStart = oldEnd;
    newStart = newEnd;
  }
  // Trailing axes of length 1 continue the last stride.
  const last =
    newStart === 0 ? layout.itemsize : strides[newStart - 1] * (order === 'F' ? shape[newStart - 1] : 1);
  return strides.fill(last, newStart);
}

interface Axis {
  readonly length: number;
  readonly stride: number;
}

/** The smallest runs of old and new axes, from the given starts, that hold the same number of items. */
function matchGroups(
  old: readonly Axis[],
  oldStart: number,
  shape: readonly number[],
  newStart: number,
): { oldEnd: number; newEnd: number } {
  let oldEnd = oldStart + 1;
  let newEnd = newStart + 1;
  let oldProduct = old[oldStart].length;
  let newProduct = shape[newStart];
  while (oldProduct !== newProduct) {
    if (newProduct < oldProduct) newProduct *= shape[newEnd++];
    else oldProduct *= old[oldEnd++].length;
  }
  return { oldEnd, newEnd };
}

/** Whether these axes, walked in `order`, step as evenly as one axis would. */
function isOneAxis(axes: readonly Axis[], order: Order): boolean {
  return axes.slice(1).every((inner, at) => {
    const outer = axes[at];
    return order === 'C'
      ? outer.stride === inner.length * inner.stride
      : inner.stride === outer.length * outer.stride;
  });
}

function fillGroup(
  strides: number[],
  shape: readonly number[],
  start: number,
  end: number,
  fastest: number,
  order: Order,
): void {
  let stride = fastest;
  for (let step = 0; step < end - start; step++) {
    const axis = order === 'C' ? end - 1 - step : start + step;
    strides[axis] = stride;
    stride *= shape[axis];
  }
}
