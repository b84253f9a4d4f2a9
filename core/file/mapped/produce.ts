/** Maps filled by a producer, one piece at a time, for arrays that are larger than memory. */
import type { DType } from '../../dtype/dtype';
import { FORMATS, partFormat } from '../../dtype/formats';
import { parseDType } from '../../dtype/parse/parse';
import { allocate } from '../../ndarray/allocate';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { abortedError } from '../source/abort';
import { type Block, blockLayout, consecutiveBlocks } from './blocks';
import { REQUEST_BYTES } from './mappedFile';
import { type TransferOptions, writeItems } from './transfer';
import type { Mapped } from './writeValue';

/**
 * The items that a producer fills: one number per item, two for complex ones, bytes for dtypes that are not
 * numbers.
 */
export type ProducedItems =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

/** Fills `target` with consecutive items in C order. `firstItem` is the index of the first one. */
export type Producer = (target: ProducedItems, firstItem: number) => void | Promise<void>;

/** How a producer fills a map. */
export interface ProduceOptions extends TransferOptions {
  /**
   * The dtype of the producer's items, in native byte order; they are converted as C does. Default: the dtype
   * of the map.
   */
  readonly dtype?: DType | string;
}

/**
 * Returns the items of `buffer` as a producer fills them: parts of complex numbers, the bits of float16,
 * bytes of dtypes that are not numbers.
 */
export function producedView(buffer: ArrayBuffer, { format }: DType): ProducedItems {
  if (format === 'float16') return new Uint16Array(buffer);
  const Items = (format && FORMATS[partFormat(format)].array) ?? Uint8Array;
  return new Items(buffer);
}

/** Returns a dtype in native byte order. Structured dtypes are returned unchanged. */
export const native = (dtype: DType): DType =>
  dtype.byteOrder === '>' && !dtype.fields ? parseDType(dtype.str.replace('>', '<')) : dtype;

/** Fills every item of `map`, in C order. `aborted` if `signal` cancels it. */
export async function produceInto(
  map: Mapped,
  producer: Producer,
  { dtype = native(map.dtype), signal, onProgress }: ProduceOptions = {},
): Promise<void> {
  const made = typeof dtype === 'string' ? native(parseDType(dtype)) : dtype;
  const maxItems = Math.max(1, Math.floor(REQUEST_BYTES / Math.max(made.itemsize, map.dtype.itemsize)));
  let done = 0;
  await map.file.exclusive(async () => {
    for (const block of consecutiveBlocks(map.layout.shape, maxItems)) {
      if (signal?.aborted) throw abortedError(signal);
      const values = allocate(block.shape, made);
      await producer(producedView(values.buffer as ArrayBuffer, made), done);
      const layout = blockLayout(map.layout, block);
      const valuesFor = (part: Block): NDArray => viewOf(values, blockLayout(values.layout, part));
      await writeItems(map.file, layout, map.dtype, valuesFor, { signal });
      done += values.size;
      onProgress?.(done, map.layout.size);
    }
  });
}
