/**
 * Writes a map to one with another axis order, one tile at a time. Each tile is read in long runs along the
 * source's innermost axes, transposed in memory, and written in long runs along the target's.
 * Invariant: memory holds at most two tiles. Every item is in exactly one tile.
 */
import { setImmediate } from 'node:timers/promises';
import type { DType } from '../../dtype/dtype';
import type { TypedLayout } from '../../ndarray/typedLayout';
import { allocateInOrder } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copy/copyInto';
import { axesInKOrder } from '../../layout/walk';
import type { Layout } from '../../layout/layout';
import { abortedError } from '../source/abort';
import { type Block, blockLayout } from './blocks';
import type { MappedFile } from './mappedFile';
import { readItems, type TransferOptions } from './transfer';

const TILE_BYTES = 32 * 1024 * 1024;
/** Longer runs are not faster to read or write. */
const RUN_BYTES = 64 * 1024;
/** The number of bytes to write before other work gets a turn. */
const BATCH_BYTES = 1024 * 1024;

interface Mapped extends TypedLayout {
  readonly file: MappedFile;
}

/** Yields the tiles that cover two layouts of one shape, in the order of the target's memory. */
export function* tilesOf(source: Layout, target: Layout, maxBytes = TILE_BYTES): Generator<Block> {
  const { shape } = target;
  if (shape.includes(0)) return;
  const tile = tileShape(source, target, maxBytes);
  const order = axesInKOrder([target]);
  const start = shape.map(() => 0);
  for (;;) {
    yield {
      start: [...start],
      shape: tile.map((length, axis) => Math.min(length, shape[axis] - start[axis])),
    };
    let place = order.length - 1;
    for (; place >= 0; place--) {
      const axis = order[place];
      start[axis] += tile[axis];
      if (start[axis] < shape[axis]) break;
      start[axis] = 0;
    }
    if (place < 0) return;
  }
}

/**
 * Returns the shape of a tile: long runs for the source, then for the target, then as large as memory allows.
 */
function tileShape(source: Layout, target: Layout, maxBytes: number): number[] {
  const { shape } = target;
  const itemsize = Math.max(1, source.itemsize, target.itemsize);
  const tile = shape.map(() => 1);
  const size = (): number => tile.reduce((product, length) => product * length, itemsize);
  const grow = (axis: number, limit: number): boolean => {
    const others = size() / tile[axis];
    const fits = Math.max(1, Math.floor(Math.min(limit, maxBytes / others)));
    tile[axis] = Math.max(tile[axis], Math.min(shape[axis], fits));
    return tile[axis] === shape[axis];
  };
  for (const layout of [source, target]) {
    let run = itemsize;
    for (const axis of axesInKOrder([layout]).reverse()) {
      if (run >= RUN_BYTES || !grow(axis, Math.ceil(RUN_BYTES / run))) break;
      run *= shape[axis];
    }
  }
  for (const axis of axesInKOrder([source]).reverse()) if (!grow(axis, Infinity)) break;
  return tile;
}

/** Stores `source` in `target`. The target's items must be contiguous, and the two must not overlap. */
export async function writeTiles(
  target: Mapped,
  source: Mapped,
  { signal, onProgress }: TransferOptions = {},
): Promise<void> {
  const order = axesInKOrder([target.layout]);
  let done = 0;
  for (const block of tilesOf(source.layout, target.layout)) {
    if (signal?.aborted) throw abortedError(signal);
    const values = await readItems(source.file, blockLayout(source.layout, block), source.dtype, { signal });
    const turned = allocateInOrder(block.shape, target.dtype, order);
    copyInto(turned, values);
    const bytes = new Uint8Array(turned.buffer, turned.byteOffset, turned.nbytes);
    await writeRuns(target, block, order, bytes, { signal });
    done += turned.size;
    onProgress?.(done, target.layout.size);
  }
}

/** Writes a tile whose items are in the target's order, one run after the other. */
async function writeRuns(
  { file, layout, dtype }: { readonly file: MappedFile; readonly layout: Layout; readonly dtype: DType },
  block: Block,
  order: readonly number[],
  bytes: Uint8Array,
  { signal }: TransferOptions,
): Promise<void> {
  const place = runPlace(layout, block, order);
  const outer = order.slice(0, place);
  const runBytes = order.slice(place).reduce((product, axis) => product * block.shape[axis], dtype.itemsize);
  const index = outer.map(() => 0);
  let at = blockLayout(layout, block).offset;
  let batch = 0;
  for (let done = 0; done < bytes.length; done += runBytes) {
    await file.writeNow(bytes.subarray(done, done + runBytes), at);
    batch += runBytes;
    if (batch >= BATCH_BYTES) {
      if (signal?.aborted) throw abortedError(signal);
      await setImmediate();
      batch = 0;
    }
    for (let k = outer.length - 1; k >= 0; k--) {
      at += layout.strides[outer[k]];
      if (++index[k] < block.shape[outer[k]]) break;
      at -= layout.strides[outer[k]] * block.shape[outer[k]];
      index[k] = 0;
    }
  }
}

/** Returns the position in `order` from which on the items of a block are contiguous. */
function runPlace(layout: Layout, block: Block, order: readonly number[]): number {
  let run = layout.itemsize;
  for (let place = order.length - 1; place >= 0; place--) {
    const axis = order[place];
    if (block.shape[axis] > 1 && layout.strides[axis] !== run) return place + 1;
    run *= block.shape[axis];
  }
  return 0;
}
