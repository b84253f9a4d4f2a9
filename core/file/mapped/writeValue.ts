/**
 * Arrays, maps and single values written to a map, in bounded memory.
 * Invariant: the result is as if the value were read completely before the first item is written.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { contiguousLayout, type Layout } from '../../layout/layout';
import { mayShareMemory } from '../../layout/overlap/sharing';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { axesInKOrder } from '../../layout/walk';
import type { Nested } from '../../casting/nested';
import { type Block, blockLayout } from './blocks';
import type { TypedLayout } from '../../ndarray/typedLayout';
import { MappedFile, openMapped, REQUEST_BYTES } from './mappedFile';
import { writeTiles } from './tiles';
import { broadcastInput } from '../../ndarray/broadcastInput';
import { valueArray } from './mapValue';
import { type BlockValues, readItems, type TransferOptions, writeItems } from './transfer';

/** A view of a mapped file. */
export interface Mapped extends TypedLayout {
  readonly file: MappedFile;
}

/**
 * A value that overlaps its target is copied first: to memory up to this size, beyond it to a temporary file
 * beside the target.
 */
const IN_MEMORY_BYTES = 64 * 1024 * 1024;

/** Whether a value is a view of a mapped file. */
export const isMapped = (value: unknown): value is Mapped =>
  typeof value === 'object' && value !== null && 'file' in value && value.file instanceof MappedFile;

/**
 * Stores `value` in `target`, as `target[...] = value`: broadcast, and converted as C does. `ValueError` if
 * the shapes do not match.
 */
export async function writeValue(
  target: Mapped,
  value: NDArray | Mapped | Nested,
  options: TransferOptions = {},
): Promise<void> {
  if (!isMapped(value)) {
    const source = valueArray(value, target.dtype);
    const valuesFor = arrayBlocks(source, target);
    return target.file.exclusive(() => writeAll(target, valuesFor, options));
  }
  value.file.checkOpen();
  broadcastInput(value.layout, target.layout.shape);
  return target.file.exclusive(() => writeMapped(target, value, options));
}

const writeAll = ({ file, layout, dtype }: Mapped, values: BlockValues, options: TransferOptions) =>
  writeItems(file, layout, dtype, values, options);

function arrayBlocks(source: NDArray, target: Mapped): BlockValues {
  const layout = broadcastInput(source.layout, target.layout.shape);
  return (block: Block) => viewOf(source, blockLayout(layout, block));
}

async function writeMapped(target: Mapped, source: Mapped, options: TransferOptions): Promise<void> {
  if (overlaps(target, source)) {
    if (source.layout.nbytes > IN_MEMORY_BYTES) return writeThroughFile(target, source, options);
    const copy = await readItems(source.file, source.layout, source.dtype, { signal: options.signal });
    return writeAll(target, arrayBlocks(copy, target), options);
  }
  const layout = broadcastInput(source.layout, target.layout.shape);
  if (isTurned(target, layout)) return writeTiles(target, { ...source, layout }, options);
  const { signal } = options;
  return writeAll(
    target,
    block => readItems(source.file, blockLayout(layout, block), source.dtype, { signal }),
    options,
  );
}

/** Whether the target is large and contiguous, and its innermost axis differs from the source's. */
function isTurned({ layout, dtype }: Mapped, source: Layout): boolean {
  if (dtype.fields || !(isCContiguous(layout) || isFContiguous(layout))) return false;
  const inner = (one: Layout): number | undefined =>
    axesInKOrder([one])
      .reverse()
      .find(axis => one.shape[axis] > 1);
  return layout.nbytes > REQUEST_BYTES && inner(layout) !== inner(source);
}

/** Whether writing could change bytes of `source` before they are read. */
function overlaps(target: Mapped, source: Mapped): boolean {
  if (target.file.identity !== source.file.identity) return false;
  return mayShareMemory({ layout: target.layout, address: 0n }, { layout: source.layout, address: 0n });
}

async function writeThroughFile(target: Mapped, source: Mapped, options: TransferOptions): Promise<void> {
  const path = `${target.file.path}.${randomBytes(6).toString('hex')}.tmp`;
  const { dtype } = source;
  const layout = contiguousLayout(source.layout.shape, dtype.itemsize);
  try {
    const file = await openMapped(path, 'w+', () => layout.nbytes);
    try {
      await writeMapped({ file, layout, dtype }, source, { signal: options.signal });
      await writeMapped(target, { file, layout, dtype }, options);
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}
