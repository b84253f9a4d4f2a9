/**
 * Copies between arrays whose innermost axes differ, one tile at a time, so that each cache line is used
 * completely while it is in the cache. Each word size has a loop of its own, because the JavaScript engine
 * would check the array type of a shared loop at each item.
 */
import type { Layout } from '../../layout/layout';
import type { NDArray } from '../ndarray';
import { eachRun, type Walk, walkOf } from '../../layout/walk';

type Words = Uint8Array | Uint16Array | Int32Array | BigInt64Array;

/** The number of items on the longer side of a tile. The shorter side fills a cache line. */
const LONG = 256;
const LINE_BYTES = 64;
/** Tiles pay off from this number of items on. */
const LEAST_ITEMS = 4096;

/** Returns an integer array over a buffer, for items of `itemsize` bytes. The dtype does not matter. */
function wordsOf(buffer: ArrayBufferLike, itemsize: number): Words | undefined {
  const count = Math.floor(buffer.byteLength / itemsize);
  if (itemsize === 8) return new BigInt64Array(buffer, 0, count);
  if (itemsize === 4) return new Int32Array(buffer, 0, count);
  if (itemsize === 2) return new Uint16Array(buffer, 0, count);
  return itemsize === 1 ? new Uint8Array(buffer) : undefined;
}

/** The two innermost axes of a copy: the one along which the target is contiguous, and the source's. */
interface Plane {
  readonly rows: number;
  readonly columns: number;
  /** In items: from one row to the next in the source, and from one column to the next in the target. */
  readonly sourceStep: number;
  readonly targetStep: number;
}

/** One loop for each item size. */
const COPIES = { 1: bytes, 2: shorts, 4: words, 8: longs };

/**
 * Stores `source` in `target` tile by tile, and returns true; returns false and does nothing if tiles do not
 * pay off. Both arrays must have one dtype and must not overlap.
 */
export function copyTransposed(target: NDArray, source: NDArray): boolean {
  const { itemsize, size } = target.layout;
  if (size < LEAST_ITEMS || !isEven(target.layout) || !isEven(source.layout)) return false;
  if (!isSpread(target.layout)) return false;
  const walk = walkOf([target.layout, source.layout]);
  const [targetStrides, sourceStrides] = walk.strides;
  const row = targetStrides.indexOf(itemsize);
  const column = sourceStrides.indexOf(itemsize);
  if (row < 0 || column < 0 || row === column) return false;
  const plane: Plane = {
    rows: walk.shape[row],
    columns: walk.shape[column],
    sourceStep: sourceStrides[row] / itemsize,
    targetStep: targetStrides[column] / itemsize,
  };
  const into = wordsOf(target.buffer, itemsize);
  const from = wordsOf(source.buffer, itemsize);
  if (!into || !from || Math.min(plane.rows, plane.columns) < 4) return false;
  const copy = COPIES[itemsize as 8] as Copy;
  eachRun(without(walk, row, column), ([to, at], [toStep, step], count) => {
    for (let k = 0; k < count; k++)
      eachSquare(plane, itemsize, (to + k * toStep) / itemsize, (at + k * step) / itemsize, (...square) =>
        copy(into, from, ...square),
      );
  });
  return true;
}

const isEven = ({ offset, strides, itemsize }: Layout): boolean =>
  offset % itemsize === 0 && strides.every(stride => stride % itemsize === 0);

/** Whether the strides prove that no two items overlap. Otherwise the order of writing matters. */
function isSpread({ shape, strides, itemsize }: Layout): boolean {
  const axes = shape.map((length, axis) => [Math.abs(strides[axis]), length]).sort(([a], [b]) => a - b);
  let reach = itemsize;
  for (const [stride, length] of axes) {
    if (length === 1) continue;
    if (stride < reach) return false;
    reach = stride * length;
  }
  return true;
}

/** Returns the walk without some axes. */
function without({ shape, strides, offsets }: Walk, ...axes: readonly number[]): Walk {
  const isKept = (_: number, axis: number): boolean => !axes.includes(axis);
  const kept = shape.filter(isKept);
  if (kept.length === 0) return { shape: [1], strides: strides.map(() => [0]), offsets };
  return { shape: kept, strides: strides.map(list => list.filter(isKept)), offsets };
}

/** The start of a tile in both arrays, its rows and columns, and the steps of the plane. */
type Square = readonly [
  to: number,
  at: number,
  rows: number,
  columns: number,
  targetStep: number,
  sourceStep: number,
];
type Copy = (into: Words, from: Words, ...square: Square) => void;

function eachSquare(
  { rows, columns, sourceStep, targetStep }: Plane,
  itemsize: number,
  to: number,
  at: number,
  copy: (...square: Square) => void,
): void {
  const short = LINE_BYTES / itemsize;
  for (let row = 0; row < rows; row += LONG) {
    const long = Math.min(LONG, rows - row);
    for (let column = 0; column < columns; column += short) {
      const wide = Math.min(short, columns - column);
      const first = to + row + column * targetStep;
      copy(first, at + column + row * sourceStep, long, wide, targetStep, sourceStep);
    }
  }
}

function bytes(
  into: Uint8Array,
  from: Uint8Array,
  ...[to, at, rows, columns, targetStep, sourceStep]: Square
): void {
  for (let column = 0; column < columns; column++) {
    let source = at + column;
    let target = to + column * targetStep;
    for (const end = target + rows; target < end; target++, source += sourceStep) into[target] = from[source];
  }
}

function shorts(
  into: Uint16Array,
  from: Uint16Array,
  ...[to, at, rows, columns, targetStep, sourceStep]: Square
): void {
  for (let column = 0; column < columns; column++) {
    let source = at + column;
    let target = to + column * targetStep;
    for (const end = target + rows; target < end; target++, source += sourceStep) into[target] = from[source];
  }
}

function words(
  into: Int32Array,
  from: Int32Array,
  ...[to, at, rows, columns, targetStep, sourceStep]: Square
): void {
  for (let column = 0; column < columns; column++) {
    let source = at + column;
    let target = to + column * targetStep;
    for (const end = target + rows; target < end; target++, source += sourceStep) into[target] = from[source];
  }
}

function longs(
  into: BigInt64Array,
  from: BigInt64Array,
  ...[to, at, rows, columns, targetStep, sourceStep]: Square
): void {
  for (let column = 0; column < columns; column++) {
    let source = at + column;
    let target = to + column * targetStep;
    for (const end = target + rows; target < end; target++, source += sourceStep) into[target] = from[source];
  }
}
