/**
 * Items of one array stored in another of the same shape, converted as C does if the dtypes differ.
 * Invariant: if the arrays overlap, the result is as if all items were read before the first is written.
 * Lines are the exception: they follow NumPy (`copyLine.ts`).
 */
import { sameDType } from '../../dtype/dtype';
import { mayShareMemory } from '../../layout/overlap/sharing';
import { allocateLike } from '../allocate';
import { isBytewise } from '../../casting/conversion';
import { itemLoop } from './itemLoop';
import { copyLine, inWalkOrder, isSharedLine } from './copyLine';
import type { NDArray } from '../ndarray';
import { copyTransposed } from './copyTransposed';
import { eachRun, walkOf } from '../../layout/walk';

/**
 * Stores `source` in `target`, as `target[...] = source`. The shapes must be equal. Ignores the WRITEABLE
 * flag.
 */
export function copyInto(target: NDArray, source: NDArray): void {
  const isLineOver = isSharedLine(target, source);
  const [into, from] = isLineOver
    ? inWalkOrder(target, source)
    : [target, overlaps(target, source) ? copyOf(source) : source];
  if (isLineOver && !sameDType(into.dtype, from.dtype) && overlaps(into, from)) {
    copyLine(into, from);
    return;
  }
  if (isBytewise(into.dtype, from.dtype) && copyTransposed(into, from)) return;
  const walk = walkOf([into.layout, from.layout]);
  const convert = itemLoop(into, from);
  eachRun(walk, ([to, at], [toStep, step], count) => convert(to, toStep, at, step, count));
}

/** Returns `source`, or a copy of it if writing to `target` could change it. */
export function copyIfOverlapping(target: NDArray, source: NDArray): NDArray {
  if (target.buffer !== source.buffer) return source;
  const may = mayShareMemory({ layout: target.layout, address: 0n }, { layout: source.layout, address: 0n });
  return may ? copyOf(source) : source;
}

function overlaps(a: NDArray, b: NDArray): boolean {
  if (a.buffer !== b.buffer) return false;
  const same = sameDType(a.dtype, b.dtype) && a.byteOffset === b.byteOffset;
  const sameStrides = a.strides.every((stride, axis) => stride === b.strides[axis]);
  if (same && sameStrides) return false;
  return mayShareMemory({ layout: a.layout, address: 0n }, { layout: b.layout, address: 0n });
}

function copyOf(source: NDArray): NDArray {
  const copy = allocateLike(source.layout, source.dtype);
  copyInto(copy, source);
  return copy;
}
