/**
 * `np.histogram`: counts and edges bit for bit NumPy's, for integers, float32 and float64; items may come in pieces.
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

/** How values are sorted into bins, as the arguments of `numpy.histogram`. */
export interface Bins {
  /** How many of equal width (10 unless told), or their edges in order. */
  readonly bins?: number | readonly number[];
  /** From the least to the greatest item unless told. */
  readonly range?: readonly [number, number];
}

/** Counts (int64, one a bin) and edges (one more than bins). Source: `numpy.histogram`. */
export interface Histogram {
  /** Counts, int64. */
  readonly hist: NDArray;
  /** Edges, one more than bins. */
  readonly binEdges: NDArray;
}

/** Counts items as they come. */
export interface Counter {
  add(values: ArrayLike<number | bigint>): void;
  /** Of bins that were asked for by their number: for who counts by other means, and tells how many with `addCounts`. */
  readonly uniform?: UniformBins;
  addCounts(counts: Float64Array): void;
  result(): Histogram;
}

type Round = (value: number) => number;
const same: Round = value => value;

/** `TypeError` for items that are not counted here. */
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

/** What the bins are between: values of the array (`isOwn`), or given ones. */
interface Outer {
  readonly first: number;
  readonly last: number;
  /** Their distance, as NumPy takes it. */
  readonly span: number;
  readonly isOwn: boolean;
}

/** Whether the range has to be looked for in the items. */
export const needsRange = ({ bins = 10, range }: Bins): boolean =>
  typeof bins === 'number' && range === undefined;

/** What the items come between; absent where there are none. */
export type Extent = readonly [low: Item, high: Item] | undefined;

/** The counter of these bins; `extent` is looked at only where `needsRange`. `ValueError`s as NumPy's. */
export function counterOf(dtype: DType, options: Bins, extent: () => Extent): Counter {
  checkCountable(dtype);
  const { bins = 10, range } = options;
  if (typeof bins !== 'number') return givenBins(bins);
  checkBins(bins);
  const isSingle = dtype.format === 'float32';
  const outer = range ? widened(range) : outerOf(extent(), isSingle ? Math.fround : same);
  return uniformBins(outer, bins, isSingle);
}

/** `TypeError` and `ValueError` for what is no number of bins. */
export function checkBins(bins: number | readonly number[]): void {
  if (typeof bins !== 'number') return;
  if (!Number.isInteger(bins)) {
    throw new InspectorError('invalid-input', '`bins` must be an integer, a string, or an array', {
      numpyName: 'TypeError',
      action: 'Give how many bins, or a list of their edges.',
    });
  }
  if (bins < 1) throw valueError('`bins` must be positive, when an integer', 'Give 1 or more.');
}

function uniformBins(outer: Outer, bins: number, isSingle: boolean): Counter {
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

/** From how many items on it pays. */
const LEAST_COUNTED = 1024;

/** False, and nothing done, where the kernels cannot. */
function addByKernels(
  values: ArrayLike<number | bigint>,
  uniform: UniformBins,
  counts: Float64Array,
): boolean {
  const isOwn =
    uniform.edges instanceof Float32Array ? values instanceof Float32Array : values instanceof Float64Array;
  const own = isOwn && values.length >= LEAST_COUNTED && canCount(uniform) ? kernels() : undefined;
  if (!own) return false;
  const bins = new KernelBins(own, uniform);
  bins.countAll(values as Float64Array);
  bins.take(counts, 0);
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

function outerOf(extent: Extent, round: Round): Outer {
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

function widened([first, last]: readonly [number, number]): Outer {
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

/** `np.linspace`: computed as float32 where both ends are, else as float64. */
function linearEdges(
  { first, last, isOwn }: Outer,
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

/** Bins of any widths: items below the first edge and above the last are not counted. */
function givenBins(edges: readonly number[]): Counter {
  if (edges.some((edge, k) => k > 0 && edges[k - 1] > edge)) {
    throw valueError('`bins` must increase monotonically, when an array', 'Sort the edges.');
  }
  const counts = new Float64Array(Math.max(0, edges.length - 1));
  return {
    addCounts: more => more.forEach((count, k) => (counts[k] += count)),
    add(values) {
      for (let k = 0; k < values.length; k++) {
        const at = edgesUpTo(edges, Number(values[k])) - 1;
        if (at >= 0 && at < counts.length) counts[at]++;
      }
    },
    result: () =>
      histogramOf(counts, edges, numericDType(edges.every(Number.isInteger) ? 'int64' : 'float64'), false),
  };
}

/** How many edges are not past `value`; the last one counts only for what is past it. NaN is past all. */
function edgesUpTo(edges: readonly number[], value: number): number {
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
