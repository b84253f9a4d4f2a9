/**
 * A layout as somebody wrote it down (a setting, a line of Python), resolved to numbers for one file. Invariant: the
 * choice has no −1 and is one that `core/layout` accepts; whether the file is large enough is said, not enforced.
 */
import { InspectorError } from '../../core/errors';
import { parseDType } from '../../core/dtype/parse/parse';
import { dtypeSource } from '../../core/dtype/print';
import { byteBounds } from '../../core/layout/overlap/bounds';
import { Layout, contiguousLayout } from '../../core/layout/layout';
import type { Candidate } from '../../webview/protocol/documentState';
import type { LayoutChoice } from '../../webview/protocol/schema';
import { t } from '../l10n';

/** `shape` in items, where one −1 stands for whatever fits; `offset` and `strides` in bytes. */
export interface WrittenLayout {
  readonly dtype: string;
  /** Absent: one axis of all items. */
  readonly shape?: readonly number[];
  readonly order?: 'C' | 'F';
  readonly offset?: number;
  readonly strides?: readonly number[];
}

/** How a layout meets its file: to the last byte, with bytes left over, or reaching past the end. */
export type Fit = 'exact' | 'leftover' | 'over';

/** `written` as numbers for a file of `byteLength` bytes. Throws `InspectorError` for a dtype or shape no array has. */
export function resolveLayout(written: WrittenLayout, byteLength: number): LayoutChoice {
  const dtype = parseDType(written.dtype);
  if (dtype.itemsize === 0) {
    throw new InspectorError('invalid-dtype', t('items of dtype {0} have no bytes', written.dtype), {
      action: t('Include the length, as in S10.'),
    });
  }
  const { order = 'C', offset = 0, strides } = written;
  const shape = infer(written, dtype.itemsize, byteLength - offset);
  const choice: LayoutChoice = { dtype: dtypeSource(dtype), shape: [...shape], order, offset };
  const resolved = strides ? { ...choice, strides: [...strides] } : choice;
  layoutOfChoice(resolved);
  return resolved;
}

/** One −1 of the shape becomes as many as fit into `available` bytes. */
function infer(
  { shape = [-1], strides }: WrittenLayout,
  itemsize: number,
  available: number,
): readonly number[] {
  const unknown = shape.indexOf(-1);
  if (unknown < 0) return shape;
  if (shape.indexOf(-1, unknown + 1) >= 0) {
    throw new InspectorError(
      'invalid-shape',
      t('can only specify one unknown dimension: ({0})', shape.join(',')),
      {
        numpyName: 'ValueError',
        action: t('Keep one -1 and give the other lengths.'),
      },
    );
  }
  const length = strides
    ? lengthByStride(shape, strides, unknown, itemsize, available)
    : available / shape.reduce((product, n, axis) => (axis === unknown ? product : product * n), itemsize);
  return shape.map((n, axis) => (axis === unknown ? wholeLength(length) : n));
}

const wholeLength = (length: number) => (Number.isFinite(length) ? Math.max(0, Math.floor(length)) : 0);

/** Items along one axis until the last byte that the other axes reach would leave `available` bytes. */
function lengthByStride(
  shape: readonly number[],
  strides: readonly number[],
  unknown: number,
  itemsize: number,
  available: number,
): number {
  const reach = strides.reduce(
    (sum, stride, axis) => (axis === unknown ? sum : sum + Math.max(0, stride * (shape[axis] - 1))),
    itemsize,
  );
  return available < reach ? 0 : (available - reach) / strides[unknown] + 1;
}

/** The layout that `choice` describes; throws `InspectorError` where it describes none. */
export function layoutOfChoice({ dtype, shape, order, offset, strides }: LayoutChoice): Layout {
  const { itemsize } = parseDType(dtype);
  return strides
    ? Layout.of({ shape, strides, offset, itemsize })
    : contiguousLayout(shape, itemsize, { order, offset });
}

/** How `choice` meets a file of `byteLength` bytes. */
export function fitOf(choice: LayoutChoice, byteLength: number): Fit {
  const { first, end } = byteBounds(layoutOfChoice(choice));
  if (first < 0 || end > byteLength) return 'over';
  return end === byteLength ? 'exact' : 'leftover';
}

/** Whether two choices draw the same thing. */
export function isSameLayout(a: LayoutChoice, b: LayoutChoice): boolean {
  return (
    a.dtype === b.dtype &&
    a.offset === b.offset &&
    sameNumbers(a.shape, b.shape) &&
    (a.order === b.order || a.shape.length < 2) &&
    (a.strides === undefined) === (b.strides === undefined) &&
    sameNumbers(a.strides ?? [], b.strides ?? [])
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, k) => n === b[k]);
}

/** `candidates` without those that repeat an earlier one or one of `seen`, at most `limit`. */
export function distinctLayouts(
  candidates: readonly Candidate[],
  limit: number,
  seen: readonly Candidate[] = [],
): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const repeats = [...seen, ...kept].some(other => isSameLayout(other.choice, candidate.choice));
    if (!repeats && kept.length < limit) kept.push(candidate);
  }
  return kept;
}
