/**
 * `np.histogram`: counts and edges bit for bit NumPy's, for integers, float32 and float64; items may be added in parts.
 * Follows `histogram`, `_get_outer_edges` and `_get_bin_edges` (numpy/lib/_histograms_impl.py).
 */
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import type { Item } from '../dtype/items/read';
import { InspectorError } from '../errors';
import { allocate } from '../ndarray/allocate';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { canCount, KernelBins } from '../kernels/kernelBins';
import { kernels } from '../kernels/kernels';
import type { UniformBins } from '../kernels/uniformBins';

/** The bins, as the arguments of `numpy.histogram`. */
export interface Bins {
  /** The number of bins of equal width (10 by default), or the edges in increasing order. */
  readonly bins?: number | readonly number[];
  /** The outer edges; minimum and maximum of the items by default. */
  readonly range?: readonly [number, number];
}

/** The result of `histogram`. */
export interface Histogram {
  /** The counts, int64, one per bin. */
  readonly hist: NDArray;
  /** The edges, one more than bins. */
  readonly binEdges: NDArray;
}

/** Counts items that are added in parts. */
export interface Counter {
  add(values: ArrayLike<number | bigint>): void;
  /** Bins of equal width, for callers that count by other means and pass the counts to `addCounts`. */
  readonly uniform?: UniformBins;
  addCounts(counts: Float64Array): void;
  result(): Histogram;
}

type Round = (value: number) => number;
const same: Round = value => value;

/** `TypeError` for dtypes whose histograms are not computed. */
export function checkCountable({ kind, format, name }: DType): void {
  if ('biu'.includes(kind) || format === 'float32' || format === 'float64') return;
  throw new InspectorError('unsupported-dtype', `histograms of ${name} are not computed`, {
    numpyName: 'TypeError',
    action: 'Convert the items to float64 first.',
  });
}

function valueError(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { numpyName: 'ValueError', action });
}

/** The outer edges: of the items (`isOwn`), or given by the caller. */
interface OuterEdges {
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

/** Makes a counter for these bins; `extent` is called only where `needsRange`. `ValueError`s as NumPy's. */
export function counterOf(dtype: DType, options: Bins, extent: () => Extent): Counter {
  checkCountable(dtype);
  const { bins = 10, range } = options;
  if (typeof bins !== 'number') return explicitBins(bins);
  checkBins(bins);
  const isSingle = dtype.format === 'float32';
  const outer = range ? givenOuterEdges(range) : outerEdgesOf(extent(), isSingle ? Math.fround : same);
  return uniformBins(outer, bins, isSingle);
}

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

function uniformBins(outer: OuterEdges, bins: number, isSingle: boolean): Counter {
  const edges = linearEdges(outer, bins, isSingle);
  if (edges.some((edge, k) => k > 0 && edges[k - 1] >= edge)) {
    throw valueError(
      `Too many bins for data range. Cannot create ${bins} finite-sized bins.`,
      'Give fewer bins, or a wider range.',
    );
  }
  const counts = new Float64Array(bins);
  // float32 items are divided as float32 only by a distance that is float32 itself.
  const round: Round = isSingle && outer.isOwn ? Math.fround : same;
  const near: Round = isSingle ? Math.fround : same;
  const first = near(outer.first);
  const last = near(outer.last);
  const uniform = { first, last, span: outer.span, edges, isSingle: isSingle && outer.isOwn };
  return {
    uniform,
    addCounts: more => more.forEach((count, k) => (counts[k] += count)),
    add(values) {
      if (addByKernels(values, uniform, counts)) return;
      for (let k = 0; k < values.length; k++) {
        const value = Number(values[k]);
        if (!(value >= first && value <= last)) continue;
        counts[binOf(value, near(value - first), outer.span, bins, edges, round)]++;
      }
    },
    result: () => histogramOf(counts, edges, numericDType(isSingle ? 'float32' : 'float64')),
  };
}

/** The smallest number of items that kernels count faster. */
const MIN_KERNEL_ITEMS = 1024;

/** Counts by the kernels. Returns false where they are not available or not for these items. */
function addByKernels(
  values: ArrayLike<number | bigint>,
  uniform: UniformBins,
  counts: Float64Array,
): boolean {
  const isOwn =
    uniform.edges instanceof Float32Array ? values instanceof Float32Array : values instanceof Float64Array;
  const own = isOwn && values.length >= MIN_KERNEL_ITEMS && canCount(uniform) ? kernels() : undefined;
  if (!own) return false;
  const bins = new KernelBins(own, uniform);
  bins.countAll(values as Float64Array);
  bins.moveCountsTo(counts, 0);
  return true;
}

function binOf(
  value: number,
  apart: number,
  span: number,
  bins: number,
  edges: ArrayLike<number>,
  round: Round,
): number {
  let at = Math.trunc(round(round(apart / span) * bins));
  if (at === bins) at--;
  if (value < edges[at]) at--;
  if (value >= edges[at + 1] && at !== bins - 1) at++;
  return at;
}

function outerEdgesOf(extent: Extent, round: Round): OuterEdges {
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

function givenOuterEdges([first, last]: readonly [number, number]): OuterEdges {
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
function linearEdges(
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

/** Counts into bins with given edges; items outside the outer edges are not counted. */
function explicitBins(edges: readonly number[]): Counter {
  if (edges.some((edge, k) => k > 0 && edges[k - 1] > edge)) {
    throw valueError('`bins` must increase monotonically, when an array', 'Sort the edges.');
  }
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  return {
    addCounts: more => more.forEach((count, k) => (counts[k] += count)),
    add(values) {
      for (let k = 0; k < values.length; k++) {
        const at = countEdgesUpTo(edges, Number(values[k])) - 1;
        if (at >= 0 && at < counts.length) counts[at]++;
      }
    },
    result: () =>
      histogramOf(counts, edges, numericDType(edges.every(Number.isInteger) ? 'int64' : 'float64'), false),
  };
}

/** The number of edges ≤ `value`, of which the last counts only where it is < `value`. NaN is above all edges. */
function countEdgesUpTo(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isLast = middle === edges.length - 1;
    if (isLast ? value <= edges[middle] : value < edges[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

function histogramOf(
  counts: Float64Array,
  edges: ArrayLike<number>,
  dtype: DType,
  isUniform = true,
): Histogram {
  const hist = allocate([counts.length], numericDType('int64'));
  new BigInt64Array(hist.buffer).set(Array.from(counts, BigInt));
  const binEdges = allocate([edges.length], dtype);
  const { buffer } = binEdges;
  if (dtype.kind === 'i') new BigInt64Array(buffer).set(Array.from(edges, BigInt));
  else (dtype.itemsize === 4 ? new Float32Array(buffer) : new Float64Array(buffer)).set(edges);
  // NumPy computes edges at equal distances in a view.
  return { hist, binEdges: isUniform ? viewOf(binEdges, binEdges.layout) : binEdges };
}
