/** Items of arrays as values, bytes and copies. */
import { InspectorError } from '../../errors';
import type { DType } from '../../dtype/dtype';
import { type Item, itemReader } from '../../dtype/items/read';
import { notAnInteger, optionsOf } from '../../layout/arguments';
import { unravelIndex } from '../../layout/flat';
import { indexError } from '../../layout/errors';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import type { Order } from '../../layout/layout';
import { asArray } from '../create/array';
import { copied } from '../create/copied';
import { fill as fillAll } from '../create/filled';
import type { CopyOrder } from '../types';
import type { Nested, NestedItem } from '../../casting/nested';
import { checkWriteable, NDArray } from '../ndarray';
import { walkOf, eachRun } from '../../layout/walk';
import { itemAt } from '../create/scalar';

/**
 * Returns an item: the only one without an index, and for a single number the one at that position in C
 * order. `IndexError` or `ValueError` as NumPy. Source: `numpy.ndarray.item`.
 */
export function item(x: NDArray, ...given: readonly (number | bigint)[]): Item {
  const index = given.map(wholeIndex);
  if (index.length === 0) {
    if (x.size === 1) return itemAt(x);
    throw new InspectorError('invalid-index', 'can only convert an array of size 1 to a Python scalar', {
      numpyName: 'ValueError',
      action: 'Give the index of the item.',
    });
  }
  if (index.length === 1 && x.ndim !== 1) {
    const flat = normalFlat(index[0], x.size);
    return itemAt(x, x.layout.byteOffset(unravelIndex(flat, x.shape)));
  }
  if (index.length !== x.ndim) {
    throw indexError('incorrect number of indices for array', `Give ${x.ndim} of them.`, 'ValueError');
  }
  const full = index.map((entry, axis) => normalEntry(entry, x.shape[axis], axis));
  return itemAt(x, x.layout.byteOffset(full));
}

function wholeIndex(entry: number | bigint): number {
  if (typeof entry === 'bigint' || Number.isInteger(entry)) return Number(entry);
  throw notAnInteger('the index', entry);
}

function normalFlat(entry: number, size: number): number {
  if (entry >= -size && entry < size) return entry < 0 ? entry + size : entry;
  throw indexError(`index ${entry} is out of bounds for size ${size}`, 'Give the place of an item.');
}

function normalEntry(entry: number, length: number, axis: number): number {
  if (entry >= -length && entry < length) return entry < 0 ? entry + length : entry;
  throw indexError(
    `index ${entry} is out of bounds for axis ${axis} with size ${length}`,
    'Give the place of an item.',
  );
}

/** Returns nested lists of the items, or the item of a 0-d array. Source: `numpy.ndarray.tolist`. */
export function tolist(x: NDArray): NestedItem {
  const read = itemReader(x.dtype);
  const view = new DataView(x.buffer);
  const list = (depth: number, offset: number): NestedItem => {
    if (depth === x.ndim) return read(view, offset);
    return Array.from({ length: x.shape[depth] }, (_, k) => list(depth + 1, offset + k * x.strides[depth]));
  };
  return list(0, x.byteOffset);
}

/** Returns the bytes of all items, in C order by default. Source: `numpy.ndarray.tobytes`. */
export function tobytes(x: NDArray, options?: { readonly order?: Order | 'A' }): Uint8Array {
  const { order = 'C' } = optionsOf(options, ['order']);
  const isF = order === 'F' || (order === 'A' && isFContiguous(x.layout) && !isCContiguous(x.layout));
  const fresh = copied(x, isF ? 'F' : 'C');
  return new Uint8Array(fresh.buffer, fresh.byteOffset, fresh.nbytes);
}

/**
 * Returns a new array of the same items that owns its bytes, in C order by default. Source:
 * `numpy.ndarray.copy`.
 */
export const copy = (values: NDArray | Nested, options?: { readonly order?: CopyOrder }): NDArray =>
  copied(asArray(values), optionsOf(options, ['order']).order ?? 'C');

/** Returns the offset and size of each number in an item, in bytes. */
function swapsOf(dtype: DType, offset = 0): readonly (readonly [offset: number, size: number])[] {
  const { fields, subarray, kind, itemsize } = dtype;
  if (fields) return fields.flatMap(field => swapsOf(field.dtype, offset + field.offset));
  if (subarray) {
    const count = subarray.shape.reduce((n, length) => n * length, 1);
    return Array.from({ length: count }, (_, k) =>
      swapsOf(subarray.base, offset + k * subarray.base.itemsize),
    ).flat();
  }
  if (kind === 'S' || kind === 'V') return [];
  const size = kind === 'U' ? 4 : kind === 'c' ? itemsize / 2 : itemsize;
  return Array.from({ length: itemsize / size }, (_, k) => [offset + k * size, size] as const);
}

function reverse(bytes: Uint8Array, start: number, size: number): void {
  for (let low = start, high = start + size - 1; low < high; low++, high--) {
    const byte = bytes[low];
    bytes[low] = bytes[high];
    bytes[high] = byte;
  }
}

/**
 * Reverses the bytes of every number. The values change, the dtype does not. Source:
 * `numpy.ndarray.byteswap`.
 */
export function byteswap(x: NDArray, options?: { readonly inplace?: boolean }): NDArray {
  const { inplace = false } = optionsOf(options, ['inplace']);
  if (inplace) checkWriteable(x, 'array to be byte-swapped');
  const target = inplace ? x : copied(x, 'A');
  const swaps = swapsOf(x.dtype);
  const bytes = new Uint8Array(target.buffer);
  eachRun(walkOf([target.layout]), ([at], [step], count) => {
    for (let k = 0; k < count; k++) {
      for (const [offset, size] of swaps) reverse(bytes, at + k * step + offset, size);
    }
  });
  return target;
}

/** Stores one value in every item. `ValueError` for a read-only array. Source: `numpy.ndarray.fill`. */
export function fill(x: NDArray, value: Nested): void {
  checkWriteable(x);
  fillAll(x, value);
}
