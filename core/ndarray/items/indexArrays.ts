/** The parts of an advanced index: lists, arrays and masks as integer arrays, one part for each axis. */
import { numericDType } from '../../dtype/make';
import { indexError, tupleText } from '../../layout/errors';
import { nonzeroIndices } from '../../layout/flat';
import { Layout } from '../../layout/layout';
import { type IndexEntry, ONLY_INTEGERS } from '../../layout/indexing/slice';
import { array } from '../create/array';
import { copied } from '../create/copied';
import type { IndexPart } from '../indexLike';
import type { Nested } from '../../casting/nested';
import { NDArray } from '../ndarray';
import { entriesOf, isIntegerScalar } from '../basicIndex';

/** An array of integers or a mask, in C order. */
export interface IndexArray {
  readonly kind: 'array';
  /** The number of axes that it indexes. A mask of no axes adds an axis. */
  readonly axes: number;
  readonly shape: readonly number[];
  readonly values: Float64Array;
  readonly isMask: boolean;
  /** The original layout, if not C order. */
  readonly layout?: Layout;
}

export type Part = IndexEntry | IndexArray;

export function partsOf(part: IndexPart): readonly Part[] {
  if (part instanceof NDArray)
    return [isIntegerScalar(part) ? { kind: 'integer', value: integersOf(part)[0] } : arrayPart(part)];
  if (Array.isArray(part)) return [listPart(part as readonly unknown[])];
  if (typeof part === 'boolean') return [maskPart([], Float64Array.of(Number(part)))];
  return entriesOf(part);
}

/** Returns the items in C order. */
function integersOf(x: NDArray): Float64Array {
  const items = copied(x, 'C', numericDType('float64'));
  return new Float64Array(items.buffer);
}

function arrayPart(x: NDArray): IndexArray {
  const { kind } = x.dtype;
  if (kind !== 'b' && kind !== 'i' && kind !== 'u') {
    throw indexError('arrays used as indices must be of integer (or boolean) type', 'Convert the index.');
  }
  const values = integersOf(x);
  if (kind === 'b') return maskPart(x.shape, values);
  return { kind: 'array', shape: x.shape, values, isMask: false, axes: 1, layout: x.layout };
}

/** A mask of no axes stands for one item or for none. */
function maskPart(shape: readonly number[], values: Float64Array): IndexArray {
  if (shape.length > 0) return { kind: 'array', shape, values, isMask: true, axes: shape.length };
  const count = values[0] ? 1 : 0;
  return { kind: 'array', shape: [count], values: new Float64Array(count), isMask: false, axes: 0 };
}

function listPart(list: readonly unknown[]): IndexArray {
  const shape: number[] = [];
  for (let at: unknown = list; Array.isArray(at); at = (at as readonly unknown[])[0]) shape.push(at.length);
  const items = list.flat(shape.length - 1) as readonly unknown[];
  const isMask = items.length > 0 && items.every(item => typeof item === 'boolean');
  const size = shape.reduce((n, length) => n * length, 1);
  const isInteger = (item: unknown): boolean =>
    typeof item === 'bigint' || typeof item === 'boolean' || Number.isInteger(item);
  if (items.length !== size || !items.every(isInteger)) {
    // Ragged lists raise the same error as in `array`.
    if (items.length !== size) array(list as Nested);
    throw indexError(ONLY_INTEGERS, 'Give lists of integers or of booleans, all of the same length.');
  }
  const values = Float64Array.from(items, Number);
  return isMask ? maskPart(shape, values) : { kind: 'array', shape, values, isMask, axes: 1 };
}

export const axesIndexedBy = (part: Part): number => {
  if (part.kind === 'array') return part.axes;
  return part.kind === 'integer' || part.kind === 'slice' ? 1 : 0;
};

type Spelled = Exclude<Part, { kind: 'ellipsis' | 'field' }>;

/**
 * Returns one part for each axis: `...` is expanded, and a mask of several axes becomes one integer array for
 * each.
 */
export function spellOut(layout: Layout, parts: readonly Part[]): Spelled[] {
  if (parts.filter(part => part.kind === 'ellipsis').length > 1) {
    throw indexError("an index can only have a single ellipsis ('...')", 'Keep one of the ellipses.');
  }
  const used = parts.reduce((n, part) => n + axesIndexedBy(part), 0);
  if (used > layout.ndim) {
    throw indexError(
      `too many indices for array: array is ${layout.ndim}-dimensional, but ${used} were indexed`,
      `Give at most ${layout.ndim}: the shape is ${tupleText(layout.shape)}.`,
    );
  }
  const rest = Array.from({ length: layout.ndim - used }, (): Spelled => ({ kind: 'slice' }));
  const all = parts.some(part => part.kind === 'ellipsis')
    ? parts
    : [...parts, { kind: 'ellipsis' } as const];
  const spelled: Spelled[] = [];
  for (const part of all) {
    if (part.kind === 'field') throw indexError(ONLY_INTEGERS, 'Take the field first.');
    const axis = spelled.reduce((n, one) => n + axesIndexedBy(one), 0);
    if (part.kind === 'ellipsis') spelled.push(...rest);
    else if (part.kind === 'array' && part.isMask) spelled.push(...maskIndices(layout, part, axis));
    else spelled.push(part);
  }
  return spelled;
}

function maskIndices(layout: Layout, { shape, values }: IndexArray, axis: number): IndexArray[] {
  shape.forEach((length, k) => {
    const size = layout.shape[axis + k];
    // NumPy accepts an empty mask.
    if (length === size || length === 0) return;
    throw indexError(
      `boolean index did not match indexed array along axis ${axis + k}; size of axis is ${size} but size of ` +
        `corresponding boolean axis is ${length}`,
      'Give a mask of the shape of the array.',
    );
  });
  return nonzeroIndices(values, shape).map(indices => ({
    kind: 'array',
    shape: [indices.length],
    values: indices,
    isMask: false,
    axes: 1,
  }));
}
