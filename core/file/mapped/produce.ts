/**
 * A map filled by a producer, a piece at a time, so that an array larger than memory can be made.
 */
import type { DType } from '../../dtype/dtype';
import { parseDType } from '../../dtype/parse/parse';
import { allocate } from '../../ndarray/allocate';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { abortedError } from '../source/abort';
import { type Block, blockLayout, consecutiveBlocks } from './blocks';
import { REQUEST_BYTES } from './mappedFile';
import { type TransferOptions, writeItems } from './transfer';
import type { Mapped } from './writeValue';

/** What a producer fills: one number an item, two for complex ones; bytes for dtypes that are no numbers. */
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

/** Fills `target` with the items from number `firstItem` on, counted in C order. */
export type Producer = (target: ProducedItems, firstItem: number) => void | Promise<void>;

/** How a map is filled by a producer. */
export interface ProduceOptions extends TransferOptions {
  /** What the producer makes, native byte order; converted as C converts. That of the map unless told. */
  readonly dtype?: DType | string;
}

const VIEWS: Readonly<Record<string, new (buffer: ArrayBuffer) => ProducedItems>> = {
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  float16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
  complex64: Float32Array,
  complex128: Float64Array,
};

export function producedView(buffer: ArrayBuffer, { format }: DType): ProducedItems {
  const View = format !== undefined && Object.hasOwn(VIEWS, format) ? VIEWS[format] : Uint8Array;
  return new View(buffer);
}

export const native = (dtype: DType): DType =>
  dtype.byteOrder === '>' && !dtype.fields ? parseDType(dtype.str.replace('>', '<')) : dtype;

/** Fills every item of `map`. */
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
