/**
 * Items of a layout over a file, read into an array or written from one, one block at a time.
 * Invariant: bytes outside the items keep their values. Gaps of up to a page are read and written back, so
 * another program's change to them at that moment would be lost.
 */
import type { Abortable } from '../../bytes';
import type { DType } from '../../dtype/dtype';
import { voidDType } from '../../dtype/make';
import { abortedError } from '../source/abort';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { Layout } from '../../layout/layout';
import { allocateLike } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copy/copyInto';
import { NDArray, viewOf } from '../../ndarray/ndarray';
import { type Block, blockLayout, blocksOf, spanOf } from './blocks';
import type { MappedFile } from './mappedFile';

/** Gaps of up to this size are read together with the items on both sides. */
export const READ_GAP_BYTES = 16 * 1024;
const WRITE_GAP_BYTES = 4096;
/** The number of parallel reads, which is Node's default thread count. */
const READERS = 4;

/** Receives the number of finished items, and the total. */
export type OnProgress = (done: number, total: number) => void;

/** Options of a transfer between a file and memory. */
export interface TransferOptions {
  /** Cancels the transfer, which then rejects with kind `aborted`. */
  readonly signal?: Abortable;
  /** Receives the number of finished items, and the total. */
  readonly onProgress?: OnProgress;
}

/** Returns a new array of the items of `layout`. Its axes have the order that they have in the file. */
export async function readItems(
  file: MappedFile,
  layout: Layout,
  dtype: DType,
  options: TransferOptions = {},
): Promise<NDArray> {
  file.checkOpen();
  const result = allocateLike(layout, dtype);
  await file.use(readInto(file, layout, result, options));
  return result;
}

async function readInto(
  file: MappedFile,
  layout: Layout,
  result: NDArray,
  { signal, onProgress }: TransferOptions,
): Promise<void> {
  const blocks = blocksOf(layout, READ_GAP_BYTES);
  let done = 0;
  const reader = async (): Promise<void> => {
    for (let next = blocks.next(); !next.done; next = blocks.next()) {
      if (signal?.aborted) throw abortedError(signal);
      const part = viewOf(result, blockLayout(result.layout, next.value));
      await readBlock(file, blockLayout(layout, next.value), part, signal);
      done += part.size;
      onProgress?.(done, layout.size);
    }
  };
  await allOrNone(Array.from({ length: READERS }, reader));
}

/** Waits for all promises, so that nothing runs on after a failure, and throws the first error. */
async function allOrNone(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function readBlock(
  file: MappedFile,
  layout: Layout,
  part: NDArray,
  signal: Abortable | undefined,
): Promise<void> {
  const { first, length } = spanOf(layout);
  if (sameSteps(layout, part.layout) && isDense(layout)) {
    await file.readInto(new Uint8Array(part.buffer, part.byteOffset, length), first, signal);
    return;
  }
  const bytes = new Uint8Array(length);
  await file.readInto(bytes, first, signal);
  const dtype = opaque(part.dtype);
  copyInto(viewOf(part, part.layout, { dtype }), arrayOver(bytes, layout, first, dtype));
}

/**
 * Returns raw bytes for a structured dtype, so that items are copied with their padding; other dtypes
 * unchanged.
 */
export const opaque = (dtype: DType): DType => (dtype.fields ? voidDType(dtype.itemsize) : dtype);

/** Whether the items are contiguous, with positive strides. */
const isDense = (layout: Layout): boolean => isCContiguous(layout) || isFContiguous(layout);

const sameSteps = (a: Layout, b: Layout): boolean =>
  a.shape.every((length, axis) => length <= 1 || a.strides[axis] === b.strides[axis]);

/** Returns an array of the items of `layout` over `bytes`, which start at byte `first` of the file. */
export function arrayOver(
  bytes: Uint8Array<ArrayBuffer>,
  layout: Layout,
  first: number,
  dtype: DType,
): NDArray {
  const shifted = Layout.of({ ...layout.toFields(), offset: layout.offset - first });
  return new NDArray({ buffer: bytes.buffer, dtype, layout: shifted });
}

/** Returns the values for a block to write. Their shape must broadcast to the block's. */
export type BlockValues = (block: Block) => NDArray | Promise<NDArray>;

/** Writes every item of `layout`, with values from `valuesFor`, converted as C does. */
export async function writeItems(
  file: MappedFile,
  layout: Layout,
  dtype: DType,
  valuesFor: BlockValues,
  { signal, onProgress }: TransferOptions = {},
): Promise<void> {
  let done = 0;
  for (const block of blocksOf(layout, WRITE_GAP_BYTES)) {
    if (signal?.aborted) throw abortedError(signal);
    const part = blockLayout(layout, block);
    await writeBlock(file, part, dtype, await valuesFor(block), signal);
    done += part.size;
    onProgress?.(done, layout.size);
  }
}

async function writeBlock(
  file: MappedFile,
  layout: Layout,
  dtype: DType,
  values: NDArray,
  signal: Abortable | undefined,
): Promise<void> {
  const { first, length } = spanOf(layout);
  const bytes = new Uint8Array(length);
  const hasPadding = dtype.fields !== undefined;
  if (length !== layout.nbytes || hasPadding) await file.readInto(bytes, first, signal);
  copyInto(arrayOver(bytes, layout, first, dtype), values);
  await file.write(bytes, first, signal);
}
