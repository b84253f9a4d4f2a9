/**
 * A summary of a map in two passes: minimum, maximum, mean, standard deviation, NaNs and a histogram, each
 * bit for bit as NumPy. Cancelling is not an error: the results so far are returned with the number of items
 * that they cover.
 */
import type { DType } from '../../dtype/dtype';
import { parseDType } from '../../dtype/parse/parse';
import { asInspectorError } from '../../errors';
import type { Bins } from '../../reduce/binEdges';
import { type Counter, counterOf, type Histogram } from '../../reduce/histogramBins';
import { extremesOf, scannable } from '../scan/parallelScan';
import { runPass } from '../scan/parallelPass';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import { ItemStream } from './itemStream';
import { RunningExtremes } from './runningExtremes';
import { isInteger } from './statistics';
import { scanDType, passesOver } from './summaryPasses';

/** The bins, signal and progress callback of a summary. Progress counts the items of both passes. */
export interface SummaryOptions extends TransferOptions {
  /**
   * The number of bins between the smallest and the largest finite number; fewer for integers with fewer
   * values. Default: 64.
   */
  readonly bins?: number;
}

/** The results of two passes over a map, or over a prefix of it if they were cancelled. */
export interface Summary {
  /** The number of items in the map. */
  readonly count: number;
  /** The number of items that the extremes, the mean and the NaNs cover: all unless cancelled. */
  readonly seen: number;
  /** The number of NaN or NaT items. */
  readonly nans: number;
  /** The minimum without NaN; absent if there is none. Bigint for 64-bit integers and times. */
  readonly low?: number | bigint;
  /** The maximum, as `low`. */
  readonly high?: number | bigint;
  /** NaN if an item is NaN. Absent for times. */
  readonly mean?: number;
  /** As `mean`, with `ddof` 0. */
  readonly std?: number;
  /** The histogram of the finite numbers; absent if there are none. */
  readonly histogram?: Histogram;
  /** The number of items that `std` and `histogram` cover. */
  readonly deviated: number;
}

const MAX_ITEMS = 65536;
const NOTHING = { nans: 0, deviated: 0 };

/** Summarizes a map; complex numbers by their magnitudes. `TypeError` unless the items are numbers or times. */
export async function summarize(map: Mapped, options: SummaryOptions = {}): Promise<Summary> {
  map.file.checkOpen();
  const count = map.layout.size;
  const parts = inParts(options);
  if (map.dtype.unit) return { count, ...(await summarizeTimes(map, parts)), deviated: 0 };
  const passes = passesOver(map);
  if (count === 0) return { count, seen: 0, ...NOTHING };
  const first = await passes.first(parts(0, 2, count));
  const { items: seen, nans, low, high } = first;
  if (seen === 0) return { count, seen, ...NOTHING };
  const found = { count, seen, nans, ...(nans < seen ? { low, high } : {}), mean: first.mean };
  if (seen < count) return { ...found, deviated: 0 };
  const counter = await counterFor(map, found, options);
  const { items: deviated, std } = await passes.second(first.mean, counter, parts(1, 2, count));
  if (deviated === 0) return { ...found, deviated };
  return { ...found, deviated, std, histogram: counter?.result() };
}

type Parts = (pass: number, passes: number, count: number) => TransferOptions;

/**
 * Returns the options of pass number `pass`, which report the progress of all passes over `count` items each.
 */
function inParts({ signal, onProgress }: TransferOptions): Parts {
  return (pass, passes, count) => ({
    signal,
    onProgress: onProgress && (done => onProgress(pass * count + done, passes * count)),
  });
}

/**
 * Returns undefined if there is nothing to count, or if the extremes are too far apart or too close for bins.
 */
async function counterFor(
  map: Mapped,
  { low, high, nans }: Pick<Summary, 'low' | 'high' | 'nans'>,
  { bins = 64, signal }: SummaryOptions,
): Promise<Counter | undefined> {
  if (low === undefined || high === undefined || signal?.aborted) return undefined;
  const isWhole = Number.isFinite(Number(low)) && Number.isFinite(Number(high));
  const extent = isWhole ? ([low, high] as const) : await finiteExtent(map, signal);
  if (!extent || !Number.isFinite(Number(extent[1]) - Number(extent[0]))) return undefined;
  const dtype = scanDType(map.dtype);
  try {
    return counterOf(dtype, binsFor(dtype, bins, extent, isWhole && nans === 0), () => extent);
  } catch (error) {
    if (asInspectorError(error).numpyName === 'ValueError') return undefined;
    throw error;
  }
}

type Pair = readonly [low: number | bigint, high: number | bigint];

function binsFor(dtype: DType, bins: number, [low, high]: Pair, isAll: boolean): Bins {
  const [first, last] = [Number(low), Number(high)];
  const values = isInteger(dtype) && Number.isSafeInteger(first) ? last - first + 1 : Infinity;
  if (values <= bins) return { bins: values, range: [first - 0.5, last + 0.5] };
  return isAll ? { bins } : { bins, range: [first, last] };
}

/** Returns the extremes of the finite numbers. */
async function finiteExtent(map: Mapped, signal: TransferOptions['signal']): Promise<Pair | undefined> {
  const extremes = await streamExtremes(map, scanDType(map.dtype), new RunningExtremes({ isFinite: true }), {
    signal,
  });
  return extremes.low <= extremes.high ? [extremes.low, extremes.high] : undefined;
}

/** Streams every item to `extremes`, until cancelled. */
async function streamExtremes(
  map: Mapped,
  dtype: DType,
  extremes: RunningExtremes,
  options: TransferOptions,
): Promise<RunningExtremes> {
  const stream = new ItemStream(map, dtype, options);
  try {
    while (extremes.items < map.layout.size) extremes.add(await stream.readSome(MAX_ITEMS));
  } catch (error) {
    if (asInspectorError(error).kind !== 'aborted') throw error;
  }
  return extremes;
}

/** Scans times as integers. NaT is the smallest int64. */
async function summarizeTimes(
  { file, layout, dtype }: Mapped,
  parts: Parts,
): Promise<Pick<Summary, 'seen' | 'nans' | 'low' | 'high'>> {
  const integers = { file, layout, dtype: parseDType(`${dtype.byteOrder}i8`) };
  const extent = scannable(integers);
  if (extent) {
    const found = await file.use(runPass(extent, { extremes: true }, parts(0, 2, layout.size)));
    const { low, high } = extremesOf(found, extent.format);
    if (found.items === 0) return { seen: 0, nans: 0 };
    if (low !== -(2n ** 63n)) return { seen: found.items, nans: 0, low, high };
  }
  const options = extent ? parts(1, 2, layout.size) : parts(0, 1, layout.size);
  const extremes = await streamExtremes(
    integers,
    parseDType('int64'),
    new RunningExtremes({ isTime: true }),
    options,
  );
  const { items: seen, nans, low, high } = extremes;
  return { seen, nans, ...(nans < seen ? { low, high } : {}) };
}
