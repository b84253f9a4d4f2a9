/**
 * One-dimensional copies within one buffer. NumPy makes no temporary copy for them: it chooses the direction
 * so that no item is overwritten before it is read, which succeeds if both strides are equal. Otherwise
 * overwritten items are read as they then are.
 * Follows `PyArray_AssignArray` (array_assign_array.c) and the casts of dtype_transfer.c.
 */
import type { DType } from '../../dtype/dtype';
import { isAligned } from '../../layout/contiguity';
import { applyIndex } from '../../layout/indexing/slice';
import { allocate } from '../allocate';
import { isBytewise } from '../../casting/conversion';
import { itemLoop } from './itemLoop';
import { type NDArray, viewOf } from '../ndarray';

/** Whether NumPy copies `source` to `target` without a temporary copy. */
export function isSharedLine(target: NDArray, source: NDArray): boolean {
  const isShared = target.ndim === 1 && target.buffer === source.buffer;
  return isShared && target.strides[0] * source.strides[0] >= 0 && hasNoParts(target) && hasNoParts(source);
}

const hasNoParts = ({ dtype }: NDArray): boolean => !dtype.fields && !dtype.subarray;

/**
 * Returns both arrays in the order of the copy: along the target, or backward if the source begins before it.
 */
export function inWalkOrder(target: NDArray, source: NDArray): [NDArray, NDArray] {
  const isBackwards = target.strides[0] < 0;
  const [into, from] = isBackwards ? [reversed(target), reversed(source)] : [target, source];
  const end = from.byteOffset + from.size * from.strides[0];
  const isBefore = from.byteOffset < into.byteOffset && end > into.byteOffset;
  return isBefore && !isOneMove(into, from) ? [reversed(into), reversed(from)] : [into, from];
}

function isOneMove({ dtype, itemsize, strides }: NDArray, from: NDArray): boolean {
  return isBytewise(dtype, from.dtype) && strides[0] === itemsize && from.strides[0] === itemsize;
}

function reversed(x: NDArray): NDArray {
  return viewOf(x, applyIndex(x.layout, [{ kind: 'slice', step: -1 }]));
}

/** Copies a line from the first item to the last, reading as many items ahead as NumPy does. */
export function copyLine(into: NDArray, from: NDArray): void {
  if (isOneMove(into, from)) {
    const end = from.byteOffset + from.nbytes;
    new Uint8Array(into.buffer).copyWithin(into.byteOffset, from.byteOffset, end);
    return;
  }
  const { itemsize, size } = from;
  const block = readAtOnce(into, from);
  const step = from.strides[0] === 0 ? 0 : itemsize;
  const read = allocate([step === 0 ? 1 : Math.min(block, size)], from.dtype);
  const [bytes, buffer] = [new Uint8Array(from.buffer), new Uint8Array(read.buffer)];
  const convert = itemLoop(into, read);
  for (let start = 0; start < size; start += block) {
    const count = Math.min(block, size - start);
    for (let k = 0; k < (step === 0 ? 1 : count); k++) {
      const at = from.byteOffset + (start + k) * from.strides[0];
      buffer.set(bytes.subarray(at, at + itemsize), k * step);
    }
    convert(into.byteOffset + start * into.strides[0], into.strides[0], 0, step, count);
  }
}

/** The number of items in NumPy's buffer between two loops (`NPY_LOWLEVEL_BUFFER_BLOCKSIZE`). */
const BUFFER = 128;

const isText = ({ kind }: DType): boolean => kind === 'S' || kind === 'U';
const isNative = ({ byteOrder }: DType): boolean => byteOrder !== '>';

function readAtOnce(into: NDArray, from: NDArray): number {
  const [{ dtype: to }, { dtype }] = [into, from];
  const areAligned = isWordAligned(into) && isWordAligned(from);
  // A byte-swapping loop reads a repeated item only once.
  const isRepeated = from.strides[0] === 0 && areAligned && !'cU'.includes(to.kind);
  if (to.name === dtype.name) return isRepeated ? from.size : 1;
  if (isText(dtype) && (dtype.kind === to.kind || (dtype.kind === 'S' && to.unit))) return 1;
  if (to.unit && to.kind === dtype.kind) return isNative(to) && isNative(dtype) ? 1 : BUFFER;
  const readsUnaligned = to.format !== undefined && dtype.format !== undefined;
  return isNative(to) && isNative(dtype) && (areAligned || readsUnaligned) ? 1 : BUFFER;
}

/** Whether NumPy's loops take the items as machine words: the item size must be that of a word. */
function isWordAligned({ layout, dtype: { itemsize, alignment } }: NDArray): boolean {
  const isWord = [1, 2, 4, 8, 16].includes(itemsize);
  return isWord && isAligned(layout, Math.max(alignment, Math.min(itemsize, 8)));
}
