/**
 * The edges of histogram bins. Follows `_get_outer_edges` and `_get_bin_edges` (numpy/lib/_histograms_impl.py).
 */
import type { Item } from '../dtype/items/read';
import { InspectorError } from '../errors';

/** The bins, as the arguments of `numpy.histogram`. */
export interface Bins {
  /** The number of bins of equal width (10 by default), or the edges in increasing order. */
  readonly bins?: number | readonly number[];
  /** The outer edges; minimum and maximum of the items by default. */
  readonly range?: readonly [number, number];
}

/** Rounds to the precision of the edges. */
export type Round = (value: number) => number;

/** Keeps the double. */
export const same: Round = value => value;

/** NumPy's `ValueError` for invalid bins. */
export function valueError(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { numpyName: 'ValueError', action });
}

/** The outer edges: of the items (`isOwn`), or given by the caller. */
export interface OuterEdges {
  readonly first: number;
  readonly last: number;
  /** Their difference, as NumPy computes it. */
  readonly span: number;
  readonly isOwn: boolean;
}

/** Whether the outer edges are the minimum and maximum of the items. */
export const needsRange = ({ bins = 10, range }: Bins): boolean =>
  typeof bins === 'number' && range === undefined;

/** Minimum and maximum of the items; undefined where there are no items. */
export type Extent = readonly [low: Item, high: Item] | undefined;

/** `TypeError` and `ValueError` for an invalid number of bins. */
export function checkBins(bins: number | readonly number[]): void {
  if (typeof bins !== 'number') return;
  if (!Number.isInteger(bins)) {
    throw new InspectorError('invalid-input', '`bins` must be an integer, a string, or an array', {
      numpyName: 'TypeError',
      action: 'Give the number of bins, or a list of their edges.',
    });
  }
  if (bins < 1) throw valueError('`bins` must be positive, when an integer', 'Give 1 or more.');
}

/** The outer edges of the items: 0 and 1 of no items, half below and above a single value. */
export function outerEdgesOf(extent: Extent, round: Round): OuterEdges {
  if (!extent) return { first: 0, last: 1, span: 1, isOwn: false };
  const [low, high] = extent;
  const [first, last] = [Number(low), Number(high)];
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    throw valueError(
      `autodetected range of [${floatText(first)}, ${floatText(last)}] is not finite`,
      'Give a range: items outside it are not counted.',
    );
  }
  const isExact = typeof low === 'bigint' && typeof high === 'bigint';
  const span = isExact ? Number(high - low) : round(last - first);
  if (first !== last) return { first, last, span, isOwn: true };
  return {
    first: round(first - 0.5),
    last: round(last + 0.5),
    span: round(round(last + 0.5) - round(first - 0.5)),
    isOwn: true,
  };
}

/** The outer edges of a given range. */
export function givenOuterEdges([first, last]: readonly [number, number]): OuterEdges {
  if (first > last) throw valueError('max must be larger than min in range parameter.', 'Exchange the two.');
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    throw valueError(
      `supplied range of [${floatText(first)}, ${floatText(last)}] is not finite`,
      'Give two finite numbers.',
    );
  }
  const [low, high] = first === last ? [first - 0.5, last + 0.5] : [first, last];
  return { first: low, last: high, span: high - low, isOwn: false };
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** The edges of `np.linspace`: computed in float32 where both ends are float32, else in float64. */
export function linearEdges(
  { first, last, isOwn }: OuterEdges,
  bins: number,
  isSingle: boolean,
): Float64Array | Float32Array {
  const round: Round = isSingle && isOwn ? Math.fround : same;
  const edges = isSingle ? new Float32Array(bins + 1) : new Float64Array(bins + 1);
  const delta = round(last - first);
  const step = round(delta / bins);
  for (let k = 0; k < bins; k++) {
    const along = step === 0 ? round(round(k / bins) * delta) : round(k * step);
    edges[k] = round(along + first);
  }
  edges[bins] = last;
  return edges;
}
