/**
 * Layouts divided into blocks, each of which one request reads or writes, so that large arrays need little
 * memory.
 * Invariant: every item is in exactly one block. A block spans at most `REQUEST_BYTES` (or one item), and no
 * gap between its items is longer than `maxGap`.
 */
import { byteBounds } from '../../layout/overlap/bounds';
import { Layout } from '../../layout/layout';
import { axesInKOrder } from '../../layout/walk';
import { REQUEST_BYTES } from './mappedFile';

/** A part of an array. */
export interface Block {
  /** The index of the first item. */
  readonly start: readonly number[];
  /** The length of each axis, in items. */
  readonly shape: readonly number[];
}

/** Returns the layout of one block of `layout`. */
export function blockLayout(layout: Layout, { start, shape }: Block): Layout {
  const offset = start.reduce((at, index, axis) => at + index * layout.strides[axis], layout.offset);
  return Layout.of({ shape, strides: layout.strides, offset, itemsize: layout.itemsize });
}

/** Returns the first byte of a layout's items, and the number of bytes up to the end of the last one. */
export function spanOf(layout: Layout): { readonly first: number; readonly length: number } {
  const { first, end } = byteBounds(layout);
  return { first, length: end - first };
}

/**
 * The axis that is divided, and the number of indices in each piece. The axes outside it are divided into
 * single indices.
 */
interface Cut {
  readonly place: number;
  readonly count: number;
}

/** Returns where to divide the axes `order` (outermost first) so that one request covers a block. */
function cutOf({ shape, strides, itemsize }: Layout, order: readonly number[], maxGap: number): Cut {
  let span = itemsize;
  for (let place = order.length - 1; place >= 0; place--) {
    const axis = order[place];
    if (shape[axis] === 1) continue;
    const stride = Math.abs(strides[axis]);
    if (stride - span > maxGap) return { place, count: 1 };
    const fits = stride === 0 ? shape[axis] : 1 + Math.max(0, Math.floor((REQUEST_BYTES - span) / stride));
    if (fits < shape[axis]) return { place, count: fits };
    span += stride * (shape[axis] - 1);
  }
  return { place: -1, count: 1 };
}

/** Yields the blocks of `layout`, in memory order. Gaps are in bytes. */
export function blocksOf(layout: Layout, maxGap: number): Generator<Block> {
  const order = axesInKOrder([layout]);
  return cutBlocks(layout.shape, order, cutOf(layout, order, maxGap));
}

/** Yields blocks of at most `maxItems` items that are consecutive in C order. */
export function consecutiveBlocks(shape: readonly number[], maxItems: number): Generator<Block> {
  const order = shape.map((_, axis) => axis);
  let items = 1;
  for (let place = shape.length - 1; place >= 0; place--) {
    const fits = Math.max(1, Math.floor(maxItems / items));
    if (fits < shape[place]) return cutBlocks(shape, order, { place, count: fits });
    items *= shape[place];
  }
  return cutBlocks(shape, order, { place: -1, count: 1 });
}

function* cutBlocks(shape: readonly number[], order: readonly number[], cut: Cut): Generator<Block> {
  if (shape.includes(0)) return;
  const steps = shape.map(() => 0);
  order.forEach((axis, place) => (steps[axis] = place < cut.place ? 1 : place === cut.place ? cut.count : 0));
  const start = shape.map(() => 0);
  for (;;) {
    yield {
      start: [...start],
      shape: shape.map((length, axis) =>
        steps[axis] === 0 ? length : Math.min(steps[axis], length - start[axis]),
      ),
    };
    let place = cut.place;
    for (; place >= 0; place--) {
      const axis = order[place];
      start[axis] += steps[axis];
      if (start[axis] < shape[axis]) break;
      start[axis] = 0;
    }
    if (place < 0) return;
  }
}
