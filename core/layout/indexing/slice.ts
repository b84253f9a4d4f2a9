/**
 * Basic indexing: the layout of `x[entries]`, exactly NumPy's shape, strides and data pointer, for empty results too.
 * Follows `prepare_index` and `get_view_from_index` (mapping.c) and CPython's `PySlice_AdjustIndices`.
 */
import { indexError, tupleText } from '../errors';
import { Layout, MAX_NDIM } from '../layout';

/** One entry of an index, as `parseIndex` reads it. A slice bound that is absent was not written. */
export type IndexEntry =
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step?: number }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'field'; readonly name: string };

/** NumPy's message for an index of another type. */
export const ONLY_INTEGERS =
  'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices';

/**
 * The view that `entries` select; no bytes are touched. Fields are for whoever knows the dtype: here they are
 * refused. Throws `invalid-index` in NumPy's words.
 */
export function applyIndex(layout: Layout, entries: readonly IndexEntry[]): Layout {
  const full = spellOut(layout, entries);
  checkNdim(full.filter(entry => entry.kind !== 'integer').length);
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = layout.offset;
  let axis = 0;
  for (const entry of full) {
    if (entry.kind === 'newaxis') {
      shape.push(1);
      strides.push(0);
      continue;
    }
    const length = layout.shape[axis];
    const stride = layout.strides[axis];
    if (entry.kind === 'integer') {
      offset += stride * integerAt(entry.value, axis, length);
    } else {
      const slice = sliceIndices(entry, length);
      offset += stride * slice.start;
      shape.push(slice.count);
      strides.push(scaledStride(stride, slice.step));
    }
    axis++;
  }
  return Layout.of({ shape, strides, offset, itemsize: layout.itemsize });
}

/** `IndexError` for more axes than there can be. */
export function checkNdim(ndim: number): void {
  if (ndim <= MAX_NDIM) return;
  throw indexError(
    `number of dimensions must be within [0, ${MAX_NDIM}], indexing result would have ${ndim}`,
    'Index with fewer new axes.',
  );
}

type AxisEntry = Extract<IndexEntry, { kind: 'integer' | 'slice' | 'newaxis' }>;
const EVERYTHING: AxisEntry = { kind: 'slice' };

/** The same index with `...`, written or implied at the end, replaced by one `:` for each axis it stands for. */
function spellOut(layout: Layout, entries: readonly IndexEntry[]): AxisEntry[] {
  if (entries.filter(entry => entry.kind === 'ellipsis').length > 1) {
    throw indexError("an index can only have a single ellipsis ('...')", 'Keep one of the ellipses.');
  }
  if (entries.some(entry => entry.kind === 'field')) {
    throw indexError(ONLY_INTEGERS, 'Fields belong to structured dtypes, and stand alone in their brackets.');
  }
  const used = entries.filter(entry => entry.kind === 'integer' || entry.kind === 'slice').length;
  if (used > layout.ndim) {
    throw indexError(
      `too many indices for array: array is ${layout.ndim}-dimensional, but ${used} were indexed`,
      `Give at most ${layout.ndim}: the shape is ${tupleText(layout.shape)}.`,
    );
  }
  const rest = new Array<AxisEntry>(layout.ndim - used).fill(EVERYTHING);
  const hasEllipsis = entries.some(entry => entry.kind === 'ellipsis');
  const all = hasEllipsis ? entries : [...entries, { kind: 'ellipsis' } as const];
  return all.flatMap(entry => (entry.kind === 'ellipsis' ? rest : [entry as AxisEntry]));
}

function integerAt(value: number, axis: number, length: number): number {
  if (Number.isInteger(value) && value >= -length && value < length)
    return value < 0 ? value + length : value;
  const action = length === 0 ? 'This axis has no items.' : `Give a number from ${-length} to ${length - 1}.`;
  throw indexError(`index ${value} is out of bounds for axis ${axis} with size ${length}`, action);
}

/** The first index, the step and the number of steps of a slice of an axis. Empty slices start at 0, step 1. */
export function sliceIndices(
  slice: { readonly start?: number; readonly stop?: number; readonly step?: number },
  length: number,
): { readonly start: number; readonly step: number; readonly count: number } {
  const step = slice.step ?? 1;
  if (step === 0)
    throw indexError('slice step cannot be zero', 'Give a step of 1 or more, or −1 or less.', 'ValueError');
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const clip = (value: number): number =>
    Math.min(highest, Math.max(lowest, value < 0 ? value + length : value));
  const start = slice.start === undefined ? (step < 0 ? highest : lowest) : clip(slice.start);
  const stop = slice.stop === undefined ? (step < 0 ? lowest : highest) : clip(slice.stop);
  const span = (step < 0 ? start - stop : stop - start) - 1;
  if (span < 0) return { start: 0, step: 1, count: 0 };
  const stride = Math.abs(step);
  return { start, step, count: (span - (span % stride)) / stride + 1 };
}

/** `stride · step`; one past 2^53 can only belong to an axis of length ≤ 1, and wraps at 2^64 as NumPy's does. */
function scaledStride(stride: number, step: number): number {
  const product = stride * step;
  if (Number.isSafeInteger(product)) return product;
  const wrapped = Number(BigInt.asIntN(64, BigInt(stride) * BigInt(step)));
  if (Number.isSafeInteger(wrapped)) return wrapped;
  throw indexError(`slice step ${step} makes a stride past 2^53 bytes`, 'Give a smaller step.');
}
