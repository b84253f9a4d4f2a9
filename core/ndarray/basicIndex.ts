/**
 * Basic indices: text or values parsed into entries, and the layout and dtype that they select. No bytes are
 * read.
 * Lists and arrays in an index are advanced indices, which `items/fancyIndex.ts` handles.
 * Spec: https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { indexError } from '../layout/errors';
import { parseIndex } from '../layout/indexing/parseIndex';
import { applyIndex, type IndexEntry, ONLY_INTEGERS } from '../layout/indexing/slice';
import type { IndexLike, IndexPart } from './indexLike';
import type { Slice } from './types';
import { itemAt } from './create/scalar';
import { NDArray } from './ndarray';
import { fieldOf, type TypedLayout } from './typedLayout';

const KINDS = new Set(['integer', 'slice', 'ellipsis', 'newaxis', 'field']);

const isEntry = (part: object): part is IndexEntry =>
  'kind' in part && typeof part.kind === 'string' && KINDS.has(part.kind);

const isSlice = (part: unknown): part is Slice =>
  typeof part === 'object' && part !== null && ('start' in part || 'stop' in part || 'step' in part);

function fancyIndexError(): Error {
  return indexError(
    'an index with lists, arrays or masks makes a copy, which no map can be',
    'Use take(index): it reads these items.',
  );
}

function bound(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (Number.isInteger(value) || typeof value === 'bigint') return Number(value);
  if (isIntegerScalar(value)) return Number(itemAt(value));
  throw indexError(
    value instanceof NDArray
      ? 'only integer scalar arrays can be converted to a scalar index'
      : 'slice indices must be integers or None or have an __index__ method',
    'Give integers.',
    'TypeError',
  );
}

const sliceEntry = ({ start, stop, step }: Slice): IndexEntry => ({
  kind: 'slice',
  start: bound(start),
  stop: bound(stop),
  step: bound(step),
});

/**
 * Returns the entries of one part of an index. `IndexError` for a list, an array, or anything that is not an
 * index.
 */
export function entriesOf(part: IndexPart): readonly IndexEntry[] {
  if (part === null) return [{ kind: 'newaxis' }];
  if (typeof part === 'string') return part === 'newaxis' ? [{ kind: 'newaxis' }] : parseIndex(part);
  if (typeof part === 'bigint') {
    if (BigInt.asIntN(64, part) === part) return [{ kind: 'integer', value: Number(part) }];
    throw indexError(ONLY_INTEGERS, 'Give integers of at most 64 bits.');
  }
  if (typeof part === 'number') {
    if (Number.isInteger(part)) return [{ kind: 'integer', value: part }];
    throw indexError(ONLY_INTEGERS, `Give an integer instead of ${part}.`);
  }
  if (typeof part === 'boolean' || part instanceof NDArray || Array.isArray(part)) throw fancyIndexError();
  if (typeof part === 'object' && isEntry(part)) return [part];
  if (isSlice(part)) return [sliceEntry(part)];
  throw indexError(ONLY_INTEGERS, "Give integers, slices, arrays or NumPy's own text.");
}

/** Whether a value is a 0-d array of integers, which NumPy accepts in place of an integer. */
export const isIntegerScalar = (value: unknown): value is NDArray =>
  value instanceof NDArray && value.ndim === 0 && 'iu'.includes(value.dtype.kind);

/**
 * Returns the entries of a basic index. A list stands for a Python tuple. `IndexError` for an advanced index.
 */
function basicEntries(index: IndexLike): readonly IndexEntry[] {
  if (!Array.isArray(index)) return entriesOf(index as IndexPart);
  const parts = index as readonly IndexPart[];
  return parts.flatMap(part => {
    const entries = entriesOf(part);
    if (entries.length === 1) return [...entries];
    throw indexError(ONLY_INTEGERS, 'Write one entry in each text, or the whole index as one text.');
  });
}

/** Returns the layout and dtype that a basic index selects. A text that names a field selects that field. */
export function indexLayout({ layout, dtype }: TypedLayout, index: IndexLike): TypedLayout {
  if (typeof index === 'string' && dtype.fields?.some(field => field.name === index)) {
    return fieldOf({ layout, dtype }, index);
  }
  const entries = basicEntries(index);
  const [first] = entries;
  if (entries.length === 1 && first.kind === 'field') return fieldOf({ layout, dtype }, first.name);
  return { layout: applyIndex(layout, entries), dtype };
}
