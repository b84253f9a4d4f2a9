/**
 * Passes the items of a reduction to an adder in NumPy's blocks: along the innermost axes where these are reduced, else row
 * by row. Follows `@TYPE@_pairwise_sum` (loops_utils.h.src) and NumPy's buffered iterator.
 */
import { type DType, sameDType } from '../dtype/dtype';
import { isAligned } from '../layout/contiguity';
import type { Layout } from '../layout/layout';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, type Walk, walkOf } from '../layout/walk';
import { type Blocks, sumBlocks } from './sumBlocks';

/** A walk split into its outer axes and the innermost ones, which are all reduced. */
interface Split {
  readonly outer: Walk;
  readonly inner: Walk;
}

function splitWalk(walk: Walk): Split {
  const [targets, items] = walk.strides;
  let first = targets.length;
  while (first > 0 && targets[first - 1] === 0) first--;
  const part = (from: number, to: number): Walk => ({
    shape: walk.shape.slice(from, to),
    strides: walk.strides.map(strides => strides.slice(from, to)),
    offsets: walk.offsets,
  });
  const outer = first === 0 ? { shape: [1], strides: [[0], [0]], offsets: walk.offsets } : part(0, first);
  const all = part(first, targets.length);
  return { outer, inner: { ...all, strides: [items.slice(first)], offsets: [0] } };
}

/** Reads items into a block and adds them up, or reduces them by another function that NumPy rounds per block. */
export interface Adder {
  /** Reads items into the block, from index `to` on. */
  load(at: number, step: number, count: number, to: number): void;
  /** Adds the first `count` items of the block, pairwise, to accumulator `to`. */
  addBlock(count: number, to: number): void;
  /** Adds each item of the block to an accumulator of its own, the first to `to`. */
  addRow(count: number, to: number, step: number): void;
  /** Makes room in the block for `count` items. */
  grow(count: number): void;
}

/** Passes all items of `x` to `adder` in NumPy's blocks. */
export function foldBlocks(adder: Adder, targets: Layout, x: NDArray, loop: DType): void {
  const walk = walkOf([targets, x.layout]);
  if (walk.shape.includes(0)) return;
  const isConverted = !sameDType(loop, x.dtype);
  const isBuffered = isConverted || !isAligned(x.layout, x.dtype.alignment);
  const last = walk.shape.length - 1;
  if (walk.strides[0][last] !== 0) {
    addRows(walk, adder, targets.itemsize);
    return;
  }
  const { outer, inner } = splitWalk(walk);
  const blocks = sumBlocks(inner.shape, isBuffered);
  eachRun(outer, ([to, at], [toStep, step], count) => {
    for (let k = 0; k < count; k++) {
      addGroup(inner, at + k * step, adder, blocks, (to + k * toStep) / targets.itemsize);
    }
  });
}

/** Items of a block where rows are added. */
export const ROW_ITEMS = 1024;

function addRows(walk: Walk, adder: Adder, itemsize: number): void {
  adder.grow(ROW_ITEMS);
  eachRun(walk, ([to, at], [toStep, step], count) => {
    for (let done = 0; done < count; done += ROW_ITEMS) {
      const length = Math.min(ROW_ITEMS, count - done);
      adder.load(at + done * step, step, length, 0);
      adder.addRow(length, (to + done * toStep) / itemsize, toStep / itemsize);
    }
  });
}

/** Adds the items of one accumulator, block by block. */
function addGroup(inner: Walk, start: number, adder: Adder, { block, row }: Blocks, to: number): void {
  adder.grow(Math.min(block, row));
  let filled = 0;
  let left = row;
  eachRun({ ...inner, offsets: [start] }, ([at], [step], count) => {
    for (let done = 0; done < count;) {
      const length = Math.min(block - filled, left, count - done);
      adder.load(at + done * step, step, length, filled);
      filled += length;
      left -= length;
      done += length;
      if (filled < block && left > 0) continue;
      adder.addBlock(filled, to);
      filled = 0;
      if (left === 0) left = row;
    }
  });
}
