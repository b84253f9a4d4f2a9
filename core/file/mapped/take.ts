/**
 * The items that an advanced index selects, read in file order. Nearby items share a request.
 * Invariant: bytes that are further than a gap from all items are not read.
 */
import type { DType } from '../../dtype/dtype';
import { Layout } from '../../layout/layout';
import { transpose } from '../../layout/transpose';
import { allocate } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copy/copyInto';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { abortedError } from '../source/abort';
import { spanOf } from './blocks';
import type { Selection } from '../../ndarray/items/fancyIndex';
import { REQUEST_BYTES } from './mappedFile';
import { arrayOver, opaque, READ_GAP_BYTES, readItems, type TransferOptions } from './transfer';
import type { Mapped } from './writeValue';

/** Returns a new array of the selected items. */
export async function takeItems(
  { file, dtype }: Mapped,
  selection: Selection,
  options: TransferOptions = {},
): Promise<NDArray> {
  file.checkOpen();
  const { shape, rest, place, offsets } = selection;
  const result = allocate([...shape, ...rest.shape], dtype);
  if (result.size > 0) await file.use(fill({ file, dtype }, offsets, rest, result, options));
  const axes = result.shape.map((_, axis) => axis);
  const moved = axes.splice(0, shape.length);
  axes.splice(place, 0, ...moved);
  return place === 0 ? result : viewOf(result, transpose(result.layout, axes));
}

async function fill(
  { file, dtype }: Pick<Mapped, 'file' | 'dtype'>,
  offsets: Float64Array,
  rest: Layout,
  result: NDArray,
  { signal, onProgress }: TransferOptions,
): Promise<void> {
  const order = Uint32Array.from(offsets, (_, k) => k).sort((a, b) => offsets[a] - offsets[b]);
  const { first, length } = spanOf(rest);
  for (let at = 0; at < order.length;) {
    if (signal?.aborted) throw abortedError(signal);
    const start = offsets[order[at]];
    let end = at + 1;
    while (end < order.length && isNear(offsets[order[end - 1]], offsets[order[end]], start, length)) end++;
    if (length > REQUEST_BYTES || length > 2 * rest.nbytes + READ_GAP_BYTES) end = at + 1;
    const near = Array.from(order.subarray(at, end));
    if (near.length === 1) {
      copyInto(part(result, rest, near[0], dtype), await one(file, rest, start, dtype, { signal }));
    } else {
      const bytes = new Uint8Array(offsets[near[near.length - 1]] - start + length);
      await file.readInto(bytes, start + first, signal);
      for (const k of near) {
        const layout = Layout.of({ ...rest.toFields(), offset: offsets[k] });
        copyInto(part(result, rest, k, dtype), arrayOver(bytes, layout, start + first, opaque(dtype)));
      }
    }
    at = end;
    onProgress?.(at, order.length);
  }
}

/** Whether the item at `next` can share the request of the items at `start` … `last`. */
const isNear = (last: number, next: number, start: number, length: number): boolean =>
  next - last - length <= READ_GAP_BYTES && next - start + length <= REQUEST_BYTES;

async function one(
  file: Mapped['file'],
  rest: Layout,
  offset: number,
  dtype: DType,
  options: TransferOptions,
): Promise<NDArray> {
  return readItems(file, Layout.of({ ...rest.toFields(), offset }), opaque(dtype), options);
}

/** Returns the part of the result that belongs to item `k` of the index. */
function part(result: NDArray, rest: Layout, k: number, dtype: DType): NDArray {
  const strides = result.strides.slice(result.ndim - rest.ndim);
  const offset = k * rest.nbytes;
  const layout = Layout.of({ shape: rest.shape, strides, offset, itemsize: rest.itemsize });
  return viewOf(result, layout, { dtype: opaque(dtype) });
}
