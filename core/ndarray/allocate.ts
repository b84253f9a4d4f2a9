/** New arrays that own their bytes. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { isCContiguous, isFContiguous } from '../layout/contiguity';
import { tupleRepr } from '../layout/errors';
import { contiguousLayout, Layout, type Order } from '../layout/layout';
import { NDArray } from './ndarray';
import { axesInKOrder } from '../layout/walk';

/** Returns a contiguous array of zero bytes. `MemoryError` if there is not enough memory. */
export function allocate(shape: readonly number[], dtype: DType, order: Order = 'C'): NDArray {
  const layout = contiguousLayout(shape, dtype.itemsize, { order });
  return new NDArray({ buffer: memory(layout, dtype), dtype, layout });
}

/** Allocates zero bytes. `MemoryError` if there is not enough memory. */
function memory({ nbytes, shape }: Layout, { kind, name, str }: DType): ArrayBuffer {
  try {
    return new ArrayBuffer(nbytes);
  } catch (cause) {
    const of = `shape ${tupleRepr(shape)}`;
    const message = `Unable to allocate ${memoryText(nbytes)} for an array with ${of} and data type `;
    const action = 'Make it a memory map, which is read and written in parts.';
    const details = { numpyName: 'MemoryError', action, cause };
    throw new InspectorError('too-large', message + ('SUV'.includes(kind) ? str : name), details);
  }
}

/**
 * Returns a size in bytes as NumPy's `_size_to_string` (`_core/_exceptions.py`) prints it, for sizes above a
 * kilobyte.
 */
function memoryText(nbytes: number): string {
  const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const step = Math.floor(Math.log2(nbytes) / 10);
  const power = Math.round(nbytes / 1024 ** step) === 1024 ? step + 1 : step;
  const count = nbytes / 1024 ** power;
  const text = Math.round(count) < 1000 ? count.toPrecision(3) : count.toFixed(0);
  return `${text}${text.includes('.') ? '' : '.'} ${units[power - 1]}`;
}

/**
 * Returns an array of zero bytes with the shape and the axis order of a layout: longer strides are further
 * out.
 * Follows `PyArray_NewLikeArray` (ctors.c) for K order.
 */
export function allocateLike(like: Layout, dtype: DType): NDArray {
  const { shape, strides, ndim } = like;
  if (isCContiguous(like) || ndim <= 1) return allocate(shape, dtype);
  if (isFContiguous(like)) return allocate(shape, dtype, 'F');
  return allocateInOrder(shape, dtype, byStride(strides));
}

/** Returns the axes sorted from the longest to the shortest stride. */
export const byStride = (strides: readonly number[]): number[] =>
  strides.map((_, axis) => axis).sort((a, b) => Math.abs(strides[b]) - Math.abs(strides[a]));

/**
 * Returns an array of zero bytes for the result of an operation on operands of one shape. Its axes are in the
 * order in which NumPy's iterator walks the operands.
 */
export const allocateFor = (operands: readonly Layout[], dtype: DType): NDArray =>
  allocateInOrder(operands[0].shape, dtype, axesInKOrder(operands));

/** Returns an array of zero bytes whose axes lie in memory in the order of `axes`, outermost first. */
export function allocateInOrder(shape: readonly number[], dtype: DType, axes: readonly number[]): NDArray {
  const fresh = allocate(shape, dtype);
  if (fresh.size === 0) return fresh;
  const strides = new Array<number>(shape.length).fill(0);
  let stride = dtype.itemsize;
  for (const axis of [...axes].reverse()) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  const layout = Layout.of({ shape, strides, offset: 0, itemsize: dtype.itemsize });
  return new NDArray({ buffer: fresh.buffer, dtype, layout });
}
