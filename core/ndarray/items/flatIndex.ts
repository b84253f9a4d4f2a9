/** Indices of `x.flat[…]`, and NumPy's errors for unsupported ones. Follows `iter_subscript` (iterators.c). */
import type { InspectorError } from '../../errors';
import { indexError } from '../../layout/errors';
import { entriesOf } from '../basicIndex';
import type { IndexLike, IndexPart } from '../indexLike';
import { itemAt } from '../create/scalar';
import { NDArray } from '../ndarray';

const onlyIntegers = (): InspectorError =>
  indexError(
    'only integers, slices (`:`), ellipsis (`...`) and integer or boolean arrays are valid indices',
    'Give one place, one slice or one array.',
  );

const tooMany = (count: number): InspectorError =>
  indexError(
    `too many indices for flat iterator: flat iterator is 1-dimensional, but ${count} were indexed`,
    'Give one place, one slice or one array.',
  );

/** Returns the parts of an index, with texts parsed. */
function partsOf(index: IndexLike): readonly IndexPart[] {
  const list = (Array.isArray(index) ? index : [index]) as readonly IndexPart[];
  return list.flatMap((part): readonly IndexPart[] => (typeof part === 'string' ? entriesOf(part) : [part]));
}

const kindOf = (part: IndexPart): string | undefined =>
  typeof part === 'object' && part !== null && 'kind' in part ? part.kind : undefined;

const isBooleans = (part: IndexPart): boolean =>
  Array.isArray(part) && part.length > 0 && part.every(item => typeof item === 'boolean');

/**
 * Returns the truth value of an index that is a single boolean, which selects the first item or none;
 * undefined for any other index.
 */
function truthOf(parts: readonly IndexPart[]): boolean | undefined {
  const [part] = parts;
  if (parts.length !== 1) return undefined;
  if (typeof part === 'boolean') return part;
  const isTruth = part instanceof NDArray && part.ndim === 0 && part.dtype.kind === 'b';
  return isTruth ? Boolean(itemAt(part)) : undefined;
}

const NOTHING: IndexLike = [{ kind: 'slice', start: 0, stop: 0 }];

/** Returns the items of another iterator as an index. `IndexError` unless they are integers or booleans. */
export function asIndex(items: NDArray): IndexLike {
  if ('biu'.includes(items.dtype.kind)) return [items];
  if (items.size > 0) throw onlyIntegers();
  return NOTHING;
}

/** Whether the index has no entry. It then selects all items, and cannot be assigned to. */
export const isNothing = (index: IndexLike): boolean => partsOf(index).length === 0;

/** Returns the index for a 1-d array of `length` items. `IndexError` if a flat iterator does not support it. */
export function flatIndex(index: IndexLike, length: number): IndexLike {
  const parts = partsOf(index);
  const truth = truthOf(parts);
  if (truth !== undefined) return truth ? 0 : NOTHING;
  const hasOdd = parts.some(part => part === null || ['newaxis', 'field'].includes(kindOf(part) ?? ''));
  const isSplit = parts.length > 1 && parts.some(part => kindOf(part) === 'ellipsis');
  if (hasOdd || isSplit) throw onlyIntegers();
  if (parts.length > 1) throw tooMany(parts.length);
  for (const part of parts) checkPart(part, length);
  return index;
}

function checkPart(part: IndexPart, length: number): void {
  if (isBooleans(part)) {
    throw indexError(
      'boolean indices for iterators are not supported because of previous behavior that was confusing (valid boolean ' +
        'indices are expected to work in the future)',
      'Give a mask as an array.',
    );
  }
  if (part instanceof NDArray && part.dtype.kind === 'b') checkMask(part.shape, length);
  const place = typeof part === 'bigint' ? Number(part) : part;
  if (typeof place !== 'number' || (place >= -length && place < length)) return;
  throw indexError(`index ${place} is out of bounds for size ${length}`, 'Give the place of an item.');
}

function checkMask(shape: readonly number[], length: number): void {
  if (shape.length > 1) throw tooMany(shape.length);
  if (shape[0] === length || shape[0] === 0) return;
  throw indexError(
    `boolean index did not match indexed flat iterator along axis 0; size of axis is ${length} but size of ` +
      `corresponding boolean axis is ${shape[0]}`,
    'Give a mask of all items.',
  );
}
