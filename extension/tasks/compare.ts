/** Two arrays of one shape, item by item: how many differ by more than a tolerance, the first, and the largest difference. */
import * as np from '../../core/index';
import { withArray } from './arrayAt';
import type { ArrayPlace, Task } from './task';
import { itemText } from './texts';
import { numbersOf, type Part, placeIn, type Values, walkTiles } from './walkTiles';
import { t } from '../l10n';

/** As of `np.isclose`: a and b are close where |a - b| <= atol + rtol * |b|. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  /** Whether NaN equals NaN. */
  readonly equalNan: boolean;
}

export interface Comparison {
  readonly size: number;
  readonly differing: number;
  /** Of those that differ, the first in C order; items as NumPy prints them. */
  readonly first?: { readonly index: readonly number[]; readonly a: string; readonly b: string };
  /** Of all items that are finite in both; undefined for what is no number. */
  readonly maxAbs?: number;
}

export interface CompareRequest {
  readonly a: ArrayPlace;
  readonly b: ArrayPlace;
  readonly tolerance: Tolerance;
}

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
        const tell = (k: number): void => {
          found.differing++;
          const { index, flat } = placeIn(part, one.shape, k);
          if (flat >= found.firstFlat) return;
          found.firstFlat = flat;
          found.first = { index, a: itemText(x, k), b: itemText(y, k) };
        };
        found.maxAbs = Math.max(found.maxAbs, comparePart(part, tolerance, tell));
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
    { action: t('Give one of them another layout, or choose a slice of the same shape.') },
  );
}

/** Tells the items that differ; the largest difference, -1 where there are no numbers. */
function comparePart({ arrays: [x, y] }: Part, tolerance: Tolerance, tell: (k: number) => void): number {
  const [a, b] = [numbersOf(x), numbersOf(y)];
  if (!a || !b || x.dtype.unit !== undefined || y.dtype.unit !== undefined) {
    compareItems(x, y, tolerance, tell);
    return -1;
  }
  if (a.im || b.im) return compareComplex([a, b], x.size, tolerance, tell);
  return compareReal([a.re, b.re], x.size, tolerance, tell);
}

function compareReal(
  [a, b]: readonly [Values, Values],
  size: number,
  { rtol, atol, equalNan }: Tolerance,
  tell: (k: number) => void,
): number {
  let largest = -1;
  for (let k = 0; k < size; k++) {
    const [one, two] = [a[k], b[k]];
    // Numbers and big ones compare as what they are, exactly.
    // eslint-disable-next-line eqeqeq
    if (one == two) {
      largest = Math.max(largest, 0);
      continue;
    }
    const difference = distance(one, two);
    if (difference < Infinity) largest = Math.max(largest, difference);
    const isNan = one !== one && two !== two;
    const isClose = isFinite(Number(two)) && difference <= atol + rtol * Math.abs(Number(two));
    if (!(isClose || (equalNan && isNan))) tell(k);
  }
  return largest;
}

const distance = (a: number | bigint, b: number | bigint): number =>
  typeof a === 'bigint' && typeof b === 'bigint' ? Math.abs(Number(a - b)) : Math.abs(Number(a) - Number(b));

type Parts = NonNullable<ReturnType<typeof numbersOf>>;

function compareComplex(
  [a, b]: readonly [Parts, Parts],
  size: number,
  { rtol, atol, equalNan }: Tolerance,
  tell: (k: number) => void,
): number {
  let largest = -1;
  const part = (values: Values | undefined, k: number): number => Number(values?.[k] ?? 0);
  for (let k = 0; k < size; k++) {
    const [ar, ai, br, bi] = [part(a.re, k), part(a.im, k), part(b.re, k), part(b.im, k)];
    const difference = ar === br && ai === bi ? 0 : Math.hypot(ar - br, ai - bi);
    if (difference < Infinity) largest = Math.max(largest, difference);
    const size = Math.hypot(br, bi);
    const isNan = [ar, ai].some(Number.isNaN) && [br, bi].some(Number.isNaN);
    const isClose = difference === 0 || (size < Infinity && difference <= atol + rtol * size);
    if (!(isClose || (equalNan && isNan))) tell(k);
  }
  return largest;
}

/** What is no number is the same, or is not. */
function compareItems(
  x: np.NDArray,
  y: np.NDArray,
  { equalNan }: Tolerance,
  tell: (k: number) => void,
): void {
  for (let k = 0; k < x.size; k++) {
    const text = itemText(x, k);
    if (text !== itemText(y, k) || (!equalNan && (text === 'NaT' || text === 'nan'))) tell(k);
  }
}
