/**
 * A line of items stored into another over the same bytes: NumPy leaves it to the order in which they are copied that none
 * is overwritten before it is read, and sees to that where both have equal strides. What is overwritten before, it reads so.
 * Follows `PyArray_AssignArray` (array_assign_array.c) and the casts of dtype_transfer.c.
 */
import { type DType, sameDType } from '../dtype/dtype';
import { applyIndex } from '../layout/slice';
import { allocate } from './allocate';
import { conversion } from './convert';
import { type NDArray, viewOf } from './ndarray';
import { textLength } from './promote';

/** Whether nothing is copied aside before items of `source` are stored in `target`. */
export function isLine(target: NDArray, source: NDArray): boolean {
  const isShared = target.ndim === 1 && target.buffer === source.buffer;
  return isShared && target.strides[0] * source.strides[0] >= 0 && hasNoParts(target) && hasNoParts(source);
}

const hasNoParts = ({ dtype }: NDArray): boolean => !dtype.fields && !dtype.subarray;

/** Both as they are walked along: towards the target's end, or backwards where the source begins before it. */
export function inOrder(target: NDArray, source: NDArray): [NDArray, NDArray] {
  const isBackwards = target.strides[0] < 0;
  const [into, from] = isBackwards ? [reversed(target), reversed(source)] : [target, source];
  const end = from.byteOffset + from.size * from.strides[0];
  const isBefore = from.byteOffset < into.byteOffset && end > into.byteOffset;
  const isOneMove =
    sameDType(into.dtype, from.dtype) &&
    into.strides[0] === into.itemsize &&
    from.strides[0] === into.itemsize;
  return isBefore && !isOneMove ? [reversed(into), reversed(from)] : [into, from];
}

function reversed(x: NDArray): NDArray {
  return viewOf(x, applyIndex(x.layout, [{ kind: 'slice', step: -1 }]));
}

/** Items of another dtype stored in the order given, as many at a time as NumPy reads before it stores them. */
export function convertInOrder(into: NDArray, from: NDArray): void {
  const block = readAtOnce(into, from);
  const read = allocate([Math.min(block, from.size)], from.dtype);
  const [bytes, buffer] = [new Uint8Array(from.buffer), new Uint8Array(read.buffer)];
  const convert = conversion(into, read);
  const { itemsize } = from;
  for (let start = 0; start < from.size; start += block) {
    const count = Math.min(block, from.size - start);
    for (let k = 0; k < count; k++) {
      const at = from.byteOffset + (start + k) * from.strides[0];
      buffer.set(bytes.subarray(at, at + itemsize), k * itemsize);
    }
    convert(into.byteOffset + start * into.strides[0], into.strides[0], 0, itemsize, count);
  }
}

/** Items of NumPy's buffers between two loops (`NPY_LOWLEVEL_BUFFER_BLOCKSIZE`). */
const BUFFER = 128;

const isText = ({ kind }: DType): boolean => kind === 'S' || kind === 'U';
const isNative = ({ byteOrder }: DType): boolean => byteOrder !== '>';

function readAtOnce(into: NDArray, from: NDArray): number {
  const [{ dtype: to }, { dtype }] = [into, from];
  const isAligned = into.flags.ALIGNED && from.flags.ALIGNED;
  // One loop that reverses bytes; it reads an item that is repeated once.
  const isRepeated = from.strides[0] === 0 && isAligned && to.kind !== 'c';
  if (to.name === dtype.name) return isRepeated ? from.size : 1;
  if (isText(dtype) && (dtype.kind === to.kind || (dtype.kind === 'S' && to.unit))) return 1;
  if (to.unit && to.kind === dtype.kind) return isNative(to) && isNative(dtype) ? 1 : BUFFER;
  const isWhole = !isText(dtype) && (!isText(to) || charactersOf(to) === textLength(dtype));
  const readsUnaligned = to.format !== undefined && dtype.format !== undefined;
  return isNative(to) && isNative(dtype) && isWhole && (isAligned || readsUnaligned) ? 1 : BUFFER;
}

const charactersOf = ({ kind, itemsize }: DType): number => (kind === 'U' ? itemsize / 4 : itemsize);
