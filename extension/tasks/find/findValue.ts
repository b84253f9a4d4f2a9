/**
 * Finds an item of an array, in C order and leaf by leaf: position `p` is leaf `p % leaves` of item `p / leaves`.
 * Invariant: at most three chunks are in memory, whatever the array's size.
 */
import type { Leaf } from '../../../core/dtype/dtype';
import * as np from '../../../core/index';
import { t } from '../../l10n';
import type { TaskContext } from '../task';
import { Chunks } from './chunks';
import type { Items, Matcher } from './items';
import { viewOf } from './items';
import { matcherOf } from './matcher';
import type { Query } from './query';
import { type SearchRange, searchRanges } from './searchRanges';
import { readAhead } from './readAhead';

/** The number of leaf fields that are searched: as many as are shown. */
export const MAX_LEAVES = 4096;
const CHUNK_BYTES = 4 * 1024 * 1024;
/** Larger chunks where neighbouring items are far apart, so that each page is read once. */
const SPARSE_CHUNK_BYTES = 16 * 1024 * 1024;
const SPARSE_BYTES = 16 * 1024;

/** A match, with the item as NumPy prints it. */
export interface FoundValue {
  readonly index: readonly number[];
  readonly leaf: number;
  readonly byteOffset: number;
  readonly text: string;
  readonly isWrapped: boolean;
}

/** The item after which a search starts. */
export interface SearchStart {
  readonly index: readonly number[];
  readonly leaf: number;
}

interface Column extends Leaf {
  readonly number: number;
  readonly matches: Matcher;
}

/** Returns the next match after `from`, or null. */
export async function findValue(
  map: np.MemMap,
  query: Query,
  from: SearchStart | undefined,
  isBackward: boolean,
  { signal, onProgress }: TaskContext,
  maxBytes = chunkBytes(map.layout),
): Promise<FoundValue | null> {
  const { leaves } = np.leafFields(map.dtype, MAX_LEAVES);
  const columns = columnsOf(leaves, query);
  const { size, itemsize, layout } = map;
  if (size === 0 || itemsize === 0) return null;
  const start = from && np.ravelIndex(from.index, layout.shape) * leaves.length + from.leaf;
  let done = 0;
  let unmatched: Uint8Array | undefined;
  for (const course of searchRanges(size * leaves.length, start, isBackward)) {
    const [first, end] = [Math.floor(course.from / leaves.length), Math.ceil(course.end / leaves.length)];
    const chunks = new Chunks(layout, Math.max(1, Math.floor(maxBytes / itemsize)));
    const parts = readAhead(chunks.within(first, end, isBackward), chunk =>
      readChunk(map, chunk.layout, signal),
    );
    for await (const { part: chunk, bytes } of parts) {
      // Bytes equal to those of the previous chunk, without a match, have none either: mostly holes of sparse files.
      const isSame = unmatched !== undefined && Buffer.compare(unmatched, bytes) === 0;
      const here = {
        from: course.from - chunk.start * leaves.length,
        end: course.end - chunk.start * leaves.length,
      };
      const items = { bytes, stride: itemsize, count: chunk.end - chunk.start };
      const place = isSame ? -1 : firstMatch(columns, leaves.length, items, here, isBackward);
      if (place >= 0) return found(map, leaves, chunk.start, place, bytes, course.isWrapped);
      if (here.from <= 0 && here.end >= items.count * leaves.length) unmatched = bytes;
      done += items.count;
      onProgress(Math.min(done, size), size);
    }
  }
  return null;
}

/** Returns the leaves that can match the query. Throws the first leaf's error where none can. */
function columnsOf(leaves: readonly Leaf[], query: Query): Column[] {
  const errors: unknown[] = [];
  const columns = leaves.flatMap((leaf, number): Column[] => {
    if (leaf.dtype.itemsize === 0) return [];
    try {
      return [{ ...leaf, number, matches: matcherOf(leaf.dtype, query) }];
    } catch (error) {
      errors.push(error);
      return [];
    }
  });
  if (columns.length === 0 && errors.length > 0) throw errors[0];
  if (columns.length > 0) return columns;
  throw new np.InspectorError('invalid-input', t('The items have no values'), {
    action: t('Choose another dtype, or find bytes.'),
  });
}

function chunkBytes({ shape, strides }: np.Layout): number {
  const last = shape.findLastIndex(length => length > 1);
  return last >= 0 && Math.abs(strides[last]) > SPARSE_BYTES ? SPARSE_CHUNK_BYTES : CHUNK_BYTES;
}

/** Reads the bytes of the items in C order, without gaps. */
async function readChunk(
  map: np.MemMap,
  layout: np.Layout,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const opaque = np.parseDType(`V${layout.itemsize}`);
  const read = await new np.MemMap(map.file, { layout, dtype: opaque }, map.offset).read({ signal });
  const { buffer, byteOffset, nbytes } = np.ascontiguousarray(read);
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, nbytes);
}

/** Returns the position of the first match, counted from the chunk's start; −1 where there is none. */
function firstMatch(
  columns: readonly Column[],
  leafCount: number,
  { bytes, stride, count }: Pick<Items, 'bytes' | 'stride'> & { readonly count: number },
  { from, end }: Pick<SearchRange, 'from' | 'end'>,
  isBackward: boolean,
): number {
  let best = -1;
  let [low, high] = [Math.max(0, from), Math.min(count * leafCount, end)];
  for (const { number, offset, matches } of columns) {
    const first = Math.max(0, Math.ceil((low - number) / leafCount));
    const after = Math.max(0, Math.ceil((high - number) / leafCount));
    if (first >= after) continue;
    const item = matches(
      { bytes, stride, offset },
      isBackward ? { first: after - 1, end: first - 1, step: -1 } : { first, end: after, step: 1 },
    );
    if (item < 0) continue;
    best = item * leafCount + number;
    if (isBackward) low = best + 1;
    else high = best;
  }
  return best;
}

function found(
  { layout }: np.MemMap,
  leaves: readonly Leaf[],
  chunkStart: number,
  place: number,
  bytes: Uint8Array,
  isWrapped: boolean,
): FoundValue {
  const leaf = place % leaves.length;
  const item = (place - leaf) / leaves.length;
  const { dtype, offset } = leaves[leaf];
  const index = np.unravelIndex(chunkStart + item, layout.shape);
  const text = np.formatItem(dtype, viewOf(bytes), item * layout.itemsize + offset);
  return { index, leaf, byteOffset: layout.byteOffset(index) + offset, text, isWrapped };
}
