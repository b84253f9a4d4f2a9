/**
 * Least, greatest, mean, standard deviation, NaNs and a histogram of a map in two passes, as a summary of it. Each number
 * is NumPy's own, bit for bit. An abort is no error: what was found till then is kept, with how many items it is of.
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

/** Bins of the histogram, signal and progress (items read of all that both passes read). */
export interface SummaryOptions extends TransferOptions {
  /** Of the histogram, between the least and the greatest finite number; fewer where there are fewer whole numbers. */
  readonly bins?: number;
}

/** What two passes over a map find out; of a prefix of it where they were cut short. */
export interface Summary {
  /** Items of the map. */
  readonly count: number;
  /** Items that the least, the greatest, the mean and the NaNs are of: all of them unless it was aborted. */
  readonly seen: number;
  /** NaN or NaT. */
  readonly nans: number;
  /** Without NaN; absent where nothing was found. Bigints for 64-bit integers and times. */
  readonly low?: number | bigint;
  /** As `low`. */
  readonly high?: number | bigint;
  /** NaN where an item is. Absent for times. */
  readonly mean?: number;
  /** As `mean`, with 0 degrees of freedom taken off. */
  readonly std?: number;
  /** Of the finite numbers; absent where there are none. */
  readonly histogram?: Histogram;
  /** Items that `std` and `histogram` are of. */
  readonly deviated: number;
}

const MAX_ITEMS = 65536;
const NOTHING = { nans: 0, deviated: 0 };

/** Complex numbers by their magnitudes. `TypeError` for what are no numbers and no times. */
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

/** Progress of pass number `pass` of so many over `count` items each. */
function inParts({ signal, onProgress }: TransferOptions): Parts {
  return (pass, passes, count) => ({
    signal,
    onProgress: onProgress && (done => onProgress(pass * count + done, passes * count)),
  });
}

/** Absent where there is nothing to count, or no bins between numbers so far apart or so near. */
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

/** Of the numbers beside infinite ones. */
async function finiteExtent(map: Mapped, signal: TransferOptions['signal']): Promise<Pair | undefined> {
  const look = await streamExtremes(map, scanDType(map.dtype), new RunningExtremes({ isFinite: true }), {
    signal,
  });
  return look.low <= look.high ? [look.low, look.high] : undefined;
}

/** Looks at every item, until it is aborted. */
async function streamExtremes(
  map: Mapped,
  dtype: DType,
  look: RunningExtremes,
  options: TransferOptions,
): Promise<RunningExtremes> {
  const stream = new ItemStream(map, dtype, options);
  try {
    while (look.items < map.layout.size) look.add(await stream.readSome(MAX_ITEMS));
  } catch (error) {
    if (asInspectorError(error).kind !== 'aborted') throw error;
  }
  return look;
}

/** Times are looked at as the integers they are; NaT is the least of these. */
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
  const look = await streamExtremes(
    integers,
    parseDType('int64'),
    new RunningExtremes({ isTime: true }),
    options,
  );
  const { items: seen, nans, low, high } = look;
  return { seen, nans, ...(nans < seen ? { low, high } : {}) };
}
