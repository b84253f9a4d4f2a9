/**
 * Items of one array stored into another of the same shape, converted where the dtypes differ, as C converts them.
 * Invariant: as if all items were read before the first is written, where the two share bytes; but of a line NumPy's result.
 */
import { sameDType } from '../dtype/dtype';
import { mayShareMemory } from '../layout/sharing';
import { applyIndex } from '../layout/slice';
import { allocateLike } from './allocate';
import { conversion, isBytewise } from './convert';
import { type NDArray, viewOf } from './ndarray';
import { transposed } from './transposing';
import { eachRun, walkOf } from './walk';

/** `target[...] = source`, which has the same shape. Flags are the caller's to check. */
export function copyInto(target: NDArray, source: NDArray): void {
  const [into, from] = isLine(target, source)
    ? inOrder(target, source)
    : [target, overlaps(target, source) ? detached(source) : source];
  if (isBytewise(into.dtype, from.dtype) && transposed(into, from)) return;
  const walk = walkOf([into.layout, from.layout]);
  const convert = conversion(into, from);
  eachRun(walk, ([to, at], [toStep, step], count) => convert(to, toStep, at, step, count));
}

/**
 * Whether NumPy leaves it to the order in which items are copied that none is overwritten before it is read: it sees to
 * that where the two have equal strides, and nowhere else. Follows `PyArray_AssignArray` (array_assign_array.c).
 */
function isLine(target: NDArray, source: NDArray): boolean {
  const isShared = target.ndim === 1 && target.buffer === source.buffer;
  return isShared && target.strides[0] * source.strides[0] >= 0 && sameBytes(target, source);
}

const sameBytes = ({ dtype }: NDArray, source: NDArray): boolean =>
  !dtype.fields && !dtype.subarray && sameDType(dtype, source.dtype);

/** Both as they are walked along: towards the target's end, or backwards where the source begins before it. */
function inOrder(target: NDArray, source: NDArray): [NDArray, NDArray] {
  const isBackwards = target.strides[0] < 0;
  const [into, from] = isBackwards ? [reversed(target), reversed(source)] : [target, source];
  const end = from.byteOffset + from.size * from.strides[0];
  const isBefore = from.byteOffset < into.byteOffset && end > into.byteOffset;
  const isOneMove = into.strides[0] === into.itemsize && from.strides[0] === into.itemsize;
  return isBefore && !isOneMove ? [reversed(into), reversed(from)] : [into, from];
}

function reversed(x: NDArray): NDArray {
  return viewOf(x, applyIndex(x.layout, [{ kind: 'slice', step: -1 }]));
}

/** `source`, or a copy of it where writing to `target` in any order might change it. */
export function detachedFrom(target: NDArray, source: NDArray): NDArray {
  if (target.buffer !== source.buffer) return source;
  const may = mayShareMemory({ layout: target.layout, address: 0n }, { layout: source.layout, address: 0n });
  return may ? detached(source) : source;
}

function overlaps(a: NDArray, b: NDArray): boolean {
  if (a.buffer !== b.buffer) return false;
  const same = sameDType(a.dtype, b.dtype) && a.byteOffset === b.byteOffset;
  const sameStrides = a.strides.every((stride, axis) => stride === b.strides[axis]);
  if (same && sameStrides) return false;
  return mayShareMemory({ layout: a.layout, address: 0n }, { layout: b.layout, address: 0n });
}

function detached(source: NDArray): NDArray {
  const copy = allocateLike(source.layout, source.dtype);
  copyInto(copy, source);
  return copy;
}
