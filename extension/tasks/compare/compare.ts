/** Compares two arrays of one shape: how many items differ by more than a tolerance, the first, the largest difference. */
import * as np from '../../../core/index';
import { withArray } from '../openArray';
import type { ArrayPlace, Task } from '../task';
import { columnPairs, differingItems, type Pair } from './columnPairs';
import { itemText } from '../itemText';
import { exactNumbers, indexIn, type ExactValues, walkTiles } from '../walkTiles';
import { t } from '../../l10n';

/** The tolerance of `np.isclose`: a and b are close where |a - b| <= atol + rtol * |b|. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  /** Whether NaN equals NaN. */
  readonly equalNan: boolean;
}

/** The result. */
export interface Comparison {
  readonly size: number;
  readonly differing: number;
  /** The first differing item in C order, with both values as NumPy prints them. */
  readonly first?: { readonly index: readonly number[]; readonly a: string; readonly b: string };
  /** The largest absolute difference of items that are finite in both; undefined for non-numeric dtypes. */
  readonly maxAbs?: number;
}

/** Two arrays and the tolerance. */
export interface CompareRequest {
  readonly a: ArrayPlace;
  readonly b: ArrayPlace;
  readonly tolerance: Tolerance;
}

/** Rejects with `invalid-shape` or `invalid-dtype` where the arrays cannot be compared. */
export const compare: Task<CompareRequest, Comparison> = ({ a, b, tolerance }, context) =>
  withArray(a, one =>
    withArray(b, async two => {
      checkShapes(one.shape, two.shape);
      const found = {
        differing: 0,
        firstFlat: Infinity,
        first: undefined as Comparison['first'],
        maxAbs: -1,
      };
      await walkTiles([one, two], context, part => {
        const [x, y] = part.arrays;
        const { differs, largest } = comparePart([x, y], tolerance);
        found.maxAbs = Math.max(found.maxAbs, largest);
        const k = differs.indexOf(1);
        if (k < 0) return;
        found.differing += differs.reduce((sum, one) => sum + one, 0);
        const { index, flat } = indexIn(part, one.shape, k);
        if (flat >= found.firstFlat) return;
        found.firstFlat = flat;
        found.first = { index, a: itemText(x, k), b: itemText(y, k) };
      });
      const { differing, first, maxAbs } = found;
      return { size: one.size, differing, first, maxAbs: maxAbs < 0 ? undefined : maxAbs };
    }),
  );

function checkShapes(a: readonly number[], b: readonly number[]): void {
  if (a.length === b.length && a.every((length, axis) => length === b[axis])) return;
  throw new np.InspectorError(
    'invalid-shape',
    t('the shapes differ: {0} and {1}', np.shapeText(a), np.shapeText(b)),
    { action: t('Change one of the layouts, or choose a slice of the same shape.') },
  );
}

/** Returns 1 for each item that differs in any field, and the largest difference (-1 without numbers). */
function comparePart(
  [x, y]: Pair,
  tolerance: Tolerance,
): { readonly differs: Uint8Array; readonly largest: number } {
  const pairs = columnPairs(x, y, true);
  if (!pairs) throw fieldsError(x.dtype, y.dtype);
  const differs = new Uint8Array(x.size);
  let largest = -1;
  for (const pair of pairs) {
    const perItem = pair[0].size / x.size;
    const report = (k: number): unknown => (differs[Math.floor(k / perItem)] = 1);
    largest = Math.max(largest, compareColumn(pair, tolerance, report));
  }
  return { differs, largest };
}

function fieldsError(a: np.DType, b: np.DType): np.InspectorError {
  const [one, other] = [np.dtypeSource(a), np.dtypeSource(b)];
  return new np.InspectorError('invalid-dtype', t('dtypes {0} and {1} have different fields', one, other), {
    action: t('Change one of the layouts, or compare a single field: {0}.', "x['name']"),
  });
}

/** Calls `report` for each differing item. Returns the largest difference, -1 without numbers. */
function compareColumn([x, y]: Pair, tolerance: Tolerance, report: (k: number) => void): number {
  if (x.dtype.unit && y.dtype.unit && x.dtype.kind === y.dtype.kind) {
    compareTimes([x, y], tolerance, report);
    return -1;
  }
  const [a, b] = [exactNumbers(x), exactNumbers(y)];
  if (!a || !b || x.dtype.unit || y.dtype.unit) {
    compareOthers([x, y], report);
    return -1;
  }
  if (a.im || b.im) return compareComplex([a, b], x.size, tolerance, report);
  return compareReal([a.re, b.re], x.size, tolerance, report);
}

function compareReal(
  [a, b]: readonly [ExactValues, ExactValues],
  size: number,
  { rtol, atol, equalNan }: Tolerance,
  report: (k: number) => void,
): number {
  let largest = -1;
  for (let k = 0; k < size; k++) {
    const [one, two] = [a[k], b[k]];
    // `==` compares numbers with bigints exactly.
    // eslint-disable-next-line eqeqeq
    if (one == two) {
      largest = Math.max(largest, 0);
      continue;
    }
    const difference = distance(one, two);
    if (difference < Infinity) largest = Math.max(largest, difference);
    const isNan = one !== one && two !== two;
    const isClose = isFinite(Number(two)) && difference <= atol + rtol * Math.abs(Number(two));
    if (!(isClose || (equalNan && isNan))) report(k);
  }
  return largest;
}

const distance = (a: number | bigint, b: number | bigint): number =>
  typeof a === 'bigint' && typeof b === 'bigint' ? Math.abs(Number(a - b)) : Math.abs(Number(a) - Number(b));

type ComplexParts = NonNullable<ReturnType<typeof exactNumbers>>;

function compareComplex(
  [a, b]: readonly [ComplexParts, ComplexParts],
  size: number,
  { rtol, atol, equalNan }: Tolerance,
  report: (k: number) => void,
): number {
  let largest = -1;
  const part = (values: ExactValues | undefined, k: number): number => Number(values?.[k] ?? 0);
  for (let k = 0; k < size; k++) {
    const [ar, ai, br, bi] = [part(a.re, k), part(a.im, k), part(b.re, k), part(b.im, k)];
    const difference = ar === br && ai === bi ? 0 : Math.hypot(ar - br, ai - bi);
    if (difference < Infinity) largest = Math.max(largest, difference);
    const size = Math.hypot(br, bi);
    const isNan = [ar, ai].some(Number.isNaN) && [br, bi].some(Number.isNaN);
    const isClose = difference === 0 || (size < Infinity && difference <= atol + rtol * size);
    if (!(isClose || (equalNan && isNan))) report(k);
  }
  return largest;
}

const NAT_TICKS = -(2n ** 63n);

/** Compares in the common unit of both. */
function compareTimes([x, y]: Pair, { equalNan }: Tolerance, report: (k: number) => void): void {
  const common = np.promoteTypes(x.dtype, y.dtype);
  const [a, b] = [exactNumbers(x.astype(common)), exactNumbers(y.astype(common))];
  for (let k = 0; k < x.size; k++)
    if (a?.re[k] !== b?.re[k] || (a?.re[k] === NAT_TICKS && !equalNan)) report(k);
}

/** Other items are equal or not, without a tolerance. */
function compareOthers([x, y]: Pair, report: (k: number) => void): void {
  const isOfBytes = x.dtype.kind === y.dtype.kind && 'SUV'.includes(x.dtype.kind);
  if (isOfBytes && (x.dtype.kind !== 'V' || x.itemsize === y.itemsize)) {
    const common = np.promoteTypes(x.dtype, y.dtype);
    for (const k of differingItems([x.astype(common), y.astype(common)])) report(k);
    return;
  }
  for (let k = 0; k < x.size; k++) if (itemText(x, k) !== itemText(y, k)) report(k);
}
