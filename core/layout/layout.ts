/**
 * The position of each item of an array. One formula: `byteOffset(index) = offset + Σ strides[k] · index[k]`.
 * Invariant: shape and strides have equal length (at most 64), lengths are ≥ 0, and every byte of every item has
 * an offset that a JavaScript number holds exactly (|offset| ≤ 2^53 − 1). `offset` counts from byte 0 of the
 * source and may lie outside it. https://numpy.org/doc/stable/reference/arrays.ndarray.html#internal-memory-layout-of-an-ndarray
 */
import type { LayoutFields } from '../bytes';
import { indexError, shapeError, tupleText } from './errors';

/** NumPy's limit on the number of axes. */
export const MAX_NDIM = 64;
const MAX = Number.MAX_SAFE_INTEGER;

/** Which axis is the innermost in memory: the last (`C`) or the first (`F`). */
export type Order = 'C' | 'F';

/**
 * The position of each item: immutable `shape` (items), `strides`, `offset` and `itemsize` (bytes). Item `index`
 * starts at `offset + Σ strides[k]·index[k]`.
 */
export class Layout implements LayoutFields {
  /** Number of items: the product of the shape. */
  readonly size: number;

  private constructor(
    readonly shape: readonly number[],
    /** Bytes from an item to the next, for each axis; negative and zero are legal. */
    readonly strides: readonly number[],
    /** Byte offset of item [0, …, 0] in its source. */
    readonly offset: number,
    /** Bytes of one item. */
    readonly itemsize: number,
  ) {
    this.size = shape.reduce((product, length) => product * length, 1);
  }

  /**
   * The layout of these numbers, or `invalid-shape` with NumPy's message: negative or absurd lengths, more than 64
   * axes, more than 2^53 − 1 bytes, items past byte 2^53 − 1 on either side.
   */
  static of({ shape, strides, offset, itemsize }: LayoutFields): Layout {
    checkShape(shape, itemsize);
    if (strides.length !== shape.length) {
      throw shapeError(
        `strides must be the same length as shape: shape ${tupleText(shape)}, strides ${tupleText(strides)}`,
        'Give one stride for each axis.',
      );
    }
    // `+ 0` turns −0 into 0, so that equal layouts are deeply equal.
    const frozenStrides = Object.freeze(strides.map(stride => stride + 0));
    checkReach(shape, frozenStrides, offset, itemsize);
    return new Layout(Object.freeze([...shape]), frozenStrides, offset + 0, itemsize);
  }

  /** Number of axes. */
  get ndim(): number {
    return this.shape.length;
  }

  /** Bytes of all items, each counted once, however much they overlap: `size · itemsize`. */
  get nbytes(): number {
    return this.size * this.itemsize;
  }

  /** Byte offset of the first byte of one item. `index` has one entry ≥ 0 for each axis. `invalid-index` otherwise. */
  byteOffset(index: readonly number[]): number {
    if (index.length !== this.shape.length) {
      throw indexError(
        `index ${tupleText(index)} has ${index.length} entries, shape ${tupleText(this.shape)} has ${this.ndim} axes`,
        'Give one entry for each axis.',
      );
    }
    let at = this.offset;
    for (let axis = 0; axis < index.length; axis++) {
      const entry = index[axis];
      const length = this.shape[axis];
      if (!(entry >= 0 && entry < length && Number.isInteger(entry))) {
        throw indexError(
          `index ${entry} is out of bounds for axis ${axis} with size ${length}`,
          rangeAction(length),
        );
      }
      at += this.strides[axis] * entry;
    }
    return at;
  }

  /** As plain data. */
  toFields(): LayoutFields {
    return { shape: this.shape, strides: this.strides, offset: this.offset, itemsize: this.itemsize };
  }
}

/** The action of an error about an index into an axis of this length. */
export function rangeAction(length: number): string {
  return length === 0 ? 'This axis has no items.' : `Give a number from 0 to ${length - 1}.`;
}

/**
 * Throws `invalid-shape` in NumPy's words unless `shape` is one an array may have. Lengths of 0 do not excuse the
 * others: like NumPy, the product of the rest is held to the limit.
 */
export function checkShape(shape: readonly number[], itemsize: number): void {
  if (!Number.isSafeInteger(itemsize) || itemsize < 0) {
    throw shapeError(`itemsize must be a whole number of bytes, not ${itemsize}`, 'Choose another dtype.');
  }
  const got = `Got shape ${tupleText(shape)}`;
  if (shape.length > MAX_NDIM) {
    throw shapeError(
      `maximum supported dimension for an ndarray is currently ${MAX_NDIM}, found ${shape.length}`,
      `Give a shape of at most ${MAX_NDIM} axes.`,
    );
  }
  let nbytes = Math.max(1, itemsize);
  for (const length of shape) {
    if (length < 0) {
      throw shapeError('negative dimensions are not allowed', `${got}: give lengths of 0 or more.`);
    }
    if (!Number.isSafeInteger(length)) {
      throw shapeError('Maximum allowed dimension exceeded', `${got}: give whole numbers below 2^53.`);
    }
    if (length !== 0) nbytes *= length;
    if (nbytes > MAX) {
      throw shapeError(
        'array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.',
        `${got} of ${itemsize}-byte items: all of them together must take less than 2^53 bytes.`,
      );
    }
  }
}

/** Throws unless the bytes of all items are within ±(2^53 − 1), and from first to last no more than that apart. */
function checkReach(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  itemsize: number,
): void {
  let first = offset;
  let end = offset + itemsize;
  for (let axis = 0; axis < shape.length; axis++) {
    const reach = strides[axis] * Math.max(0, shape[axis] - 1);
    if (reach < 0) first += reach;
    else end += reach;
  }
  const whole = [offset, ...strides].every(Number.isSafeInteger);
  if (whole && first >= -MAX && end <= MAX && end - first <= MAX) return;
  throw shapeError(
    `shape ${tupleText(shape)} with strides ${tupleText(strides)} at offset ${offset} reaches past byte 2^53`,
    'Give whole strides and an offset that keep every item below 2^53 bytes.',
  );
}

/** A fresh array's layout: its items follow each other without gaps, in C (last axis fastest) or F order. */
export function contiguousLayout(
  shape: readonly number[],
  itemsize: number,
  options: { readonly order?: Order; readonly offset?: number } = {},
): Layout {
  checkShape(shape, itemsize);
  const empty = shape.includes(0);
  const strides = empty ? shape.map(() => 0) : contiguousStrides(shape, itemsize, options.order ?? 'C');
  return Layout.of({ shape, strides, offset: options.offset ?? 0, itemsize });
}

/** Strides in bytes of contiguous items; an axis of length 0 counts as 1, as it does in NumPy's views of given memory. */
export function contiguousStrides(shape: readonly number[], itemsize: number, order: Order): number[] {
  const strides = new Array<number>(shape.length).fill(0);
  let stride = itemsize;
  for (let step = 0; step < shape.length; step++) {
    const axis = order === 'C' ? shape.length - 1 - step : step;
    strides[axis] = stride;
    stride *= shape[axis] || 1;
  }
  return strides;
}
