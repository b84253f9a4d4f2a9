/**
 * Copies between arrays whose items follow each other along different axes: square by square, so that every line of the
 * processor's cache that is read or written is used up while it is there. The loops are alike, one a type of words: the
 * engine would check the type of one for all at each item.
 */
import type { Layout } from '../../layout/layout';
import type { NDArray } from '../ndarray';
import { eachRun, type Walk, walkOf } from '../../layout/walk';

type Words = Uint8Array | Uint16Array | Int32Array | BigInt64Array;

/** Items of the longer side of a square; those of the shorter side fill a line of the cache. */
const LONG = 256;
const LINE_BYTES = 64;
/** Squares pay from so many items on. */
const LEAST_ITEMS = 4096;

/** Integers of that many bytes, which are the same bytes whatever they mean. */
function wordsOf(buffer: ArrayBufferLike, itemsize: number): Words | undefined {
  const count = Math.floor(buffer.byteLength / itemsize);
  if (itemsize === 8) return new BigInt64Array(buffer, 0, count);
  if (itemsize === 4) return new Int32Array(buffer, 0, count);
  if (itemsize === 2) return new Uint16Array(buffer, 0, count);
  return itemsize === 1 ? new Uint8Array(buffer) : undefined;
}

/** A plane of the walk: the axis along which the target's items follow each other, and that of the source's. */
interface Plane {
  readonly rows: number;
  readonly columns: number;
  /** Items from a row to the next in the source, and from a column to the next in the target. */
  readonly sourceStep: number;
  readonly targetStep: number;
}

/** One loop a width, each with types of its own. */
const COPIES = { 1: bytes, 2: shorts, 4: words, 8: longs };

/** `target[...] = source` where that pays; false where nothing was done. Both have one dtype, and share no bytes. */
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

/** Whether no two items share bytes, as strides alone can tell: else it matters which is written last. */
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

/** The walk over what is not of the plane. */
function without({ shape, strides, offsets }: Walk, ...axes: readonly number[]): Walk {
  const isKept = (_: number, axis: number): boolean => !axes.includes(axis);
  const kept = shape.filter(isKept);
  if (kept.length === 0) return { shape: [1], strides: strides.map(() => [0]), offsets };
  return { shape: kept, strides: strides.map(list => list.filter(isKept)), offsets };
}

/** Where a square starts in both, how many rows and columns it has, and the steps of the plane. */
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
