/** Single items: read as JavaScript values, copied as bytes, or turned into 0-d arrays that stand for NumPy's scalars. */
import type { Nested } from '../../casting/nested';
import { nativeDType } from '../../casting/promote';
import type { DType } from '../../dtype/dtype';
import { type Item, itemReader } from '../../dtype/items/read';
import { NDArray } from '../ndarray';
import { copied } from './copied';

/** The arrays that stand for structured scalars (`numpy.void`), which NumPy assigns field by field. */
const records = new WeakSet<NDArray>();

/** Reads the item at a byte offset into the buffer of `x`; by default its first item. */
export const itemAt = (x: NDArray, byteOffset = x.byteOffset): Item =>
  itemReader(x.dtype)(new DataView(x.buffer), byteOffset);

/**
 * Whether assigning `value` to an item of `dtype` copies the padding between fields too: NumPy does so for 0-d arrays
 * of the very same dtype.
 */
export const isWholeItem = (value: NDArray | Nested, dtype: DType): value is NDArray =>
  value instanceof NDArray && value.ndim === 0 && value.dtype === dtype && !records.has(value);

/** Copies the bytes of a 0-d array's item, padding included, to a byte offset into the buffer of `x`. */
export function copyItem(x: NDArray, byteOffset: number, { buffer, byteOffset: from }: NDArray): void {
  const { itemsize } = x;
  new Uint8Array(x.buffer, byteOffset, itemsize).set(new Uint8Array(buffer, from, itemsize));
}

/** Copies a 0-d view to a 0-d array in native byte order, as NumPy makes its scalars. */
export function scalarOf(x: NDArray): NDArray {
  const scalar = copied(x, 'K', x.dtype.kind === 'V' ? x.dtype : nativeDType(x.dtype));
  if (x.dtype.fields) records.add(scalar);
  if (x.dtype.kind !== 'b') return scalar;
  // True is stored as 1, whatever nonzero byte the item had.
  const [byte] = new Uint8Array(scalar.buffer);
  new Uint8Array(scalar.buffer)[0] = byte === 0 ? 0 : 1;
  return scalar;
}
