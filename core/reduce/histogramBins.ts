/**
 * `np.histogram`: counts and edges bit for bit NumPy's, for integers, float32 and float64; items may be added in parts.
 * Follows `histogram`, `_get_outer_edges` and `_get_bin_edges` (numpy/lib/_histograms_impl.py).
 */
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { InspectorError } from '../errors';
import { allocate } from '../ndarray/allocate';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { canCount, KernelBins } from '../kernels/kernelBins';
import { kernels } from '../kernels/kernels';
import type { UniformBins } from '../kernels/uniformBins';
import {
  type Bins,
  checkBins,
  type Extent,
  givenOuterEdges,
  linearEdges,
  type OuterEdges,
  outerEdgesOf,
  type Round,
  same,
  valueError,
} from './binEdges';

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

/** `TypeError` for dtypes whose histograms are not computed. */
export function checkCountable({ kind, format, name }: DType): void {
  if ('biu'.includes(kind) || format === 'float32' || format === 'float64') return;
  throw new InspectorError('unsupported-dtype', `histograms of ${name} are not computed`, {
    numpyName: 'TypeError',
    action: 'Convert the items to float64 first.',
  });
}

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
