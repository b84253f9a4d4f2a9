/**
 * The two passes of a summary, by several threads or by one. Both give NumPy's results, bit for bit.
 * Invariant: cancelling ends a pass at once, with the results so far.
 */
import type { DType } from '../../dtype/dtype';
import { partDType } from '../../dtype/make';
import { asInspectorError } from '../../errors';
import type { Counter } from '../../reduce/histogramBins';
import type { Floats } from '../../reduce/pairwise';
import { native, type ProducedItems } from '../mapped/produce';
import { RECORD, sumsOf, type ScanRequest } from '../scan/scanJob';
import { extremesOf, floatTotal, scannable } from '../scan/parallelScan';
import { type FileExtent, type ScanResult, runPass } from '../scan/parallelPass';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import { ItemStream } from './itemStream';
import { RunningExtremes } from './runningExtremes';
import { deviate, isInteger, type Precision, precisionOf, stdOf } from './statistics';
import { blocksOf, FloatSum } from './sumFolds';
import { BUFFER_ITEMS, ONE_BLOCK } from '../../reduce/sumBlocks';
import { parseDType } from '../../dtype/parse/parse';

/** The results of the first pass. */
export interface FirstPass {
  /** The number of items covered. */
  readonly items: number;
  /** Infinite if no item is a number. */
  readonly low: number | bigint;
  readonly high: number | bigint;
  readonly nans: number;
  readonly mean: number;
}

/** The results of the second pass. */
export interface SecondPass {
  readonly items: number;
  readonly std: number;
}

/** The two passes over one map. */
export interface Passes {
  first(options: TransferOptions): Promise<FirstPass>;
  /** Computes the deviations from `mean`, and adds the items to `counter`. */
  second(mean: number, counter: Counter | undefined, options: TransferOptions): Promise<SecondPass>;
}

const FLOAT64 = parseDType('float64');
const FLOAT32 = parseDType('float32');
const isComplex = ({ kind }: DType): boolean => kind === 'c';

/** Returns the dtype in which items are scanned: float16 as float32, complex numbers as their magnitudes. */
export function scanDType(dtype: DType): DType {
  if (dtype.format === 'float16') return FLOAT32;
  return native(isComplex(dtype) ? partDType(dtype) : dtype);
}

/** Returns the passes over a map. `unsupported-dtype` unless the items are numbers. */
export function passesOver(map: Mapped): Passes {
  const { dtype } = map;
  const precision = precisionOf(isInteger(dtype) ? FLOAT64 : isComplex(dtype) ? scanDType(dtype) : dtype);
  const extent = scannable(map);
  return extent ? threaded(map, extent, precision) : streamed(map, precision);
}

function threaded(map: Mapped, extent: FileExtent, { round }: Precision): Passes {
  const isBuffered = blocksOf(map, isInteger(map.dtype)).block === BUFFER_ITEMS;
  const run = (wanted: ScanRequest, options: TransferOptions): Promise<ScanResult> =>
    map.file.use(runPass(extent, wanted, options));
  return {
    async first(options) {
      const wanted = { extremes: true, sum: true, isBuffered };
      const found = await run(wanted, options);
      const { items, isComplete } = found;
      const sum = isComplete
        ? floatTotal(found, extent.count, isBuffered, round)
        : partialSum(found, sumsOf(wanted));
      return { items, ...extremesOf(found, extent.format), mean: round(sum / items) };
    },
    async second(mean, counter, options) {
      const found = await run({ mean, bins: counter?.uniform }, options);
      const { items, isComplete, counts } = found;
      if (counter?.uniform) counter.addCounts(counts);
      const sum = isComplete ? floatTotal(found, extent.count, false, round) : partialSum(found, 1);
      return { items, std: round(Math.sqrt(round(sum / items))) };
    },
  };
}

/** Returns the sum of all finished segments. */
function partialSum({ records, sums }: ScanResult, each: number): number {
  let total = 0;
  for (let k = 0; k < sums.length; k++) if (records[RECORD * Math.floor(k / each)] === 1) total += sums[k];
  return total;
}

/** Passes each chunk of items to `onItems` first, and returns integers as doubles. */
class WatchedStream extends ItemStream {
  constructor(
    map: Mapped,
    options: TransferOptions,
    private readonly onItems: (items: ProducedItems) => void,
  ) {
    super(map, scanDType(map.dtype), options);
  }

  override async readExactly(count: number): Promise<ProducedItems> {
    const items = await super.readExactly(count);
    this.onItems(items);
    const isFloat = items instanceof Float64Array || items instanceof Float32Array;
    return isFloat ? items : Float64Array.from(items as ArrayLike<number | bigint>, Number);
  }
}

const isHalf = ({ dtype }: Mapped): boolean => dtype.format === 'float16';

function streamed(map: Mapped, { items, round }: Precision): Passes {
  const { size } = map.layout;
  /** Sums every item. Undefined if cancelled. */
  const sumOf = async (fold: FloatSum, stream: ItemStream): Promise<number | undefined> => {
    fold.start(1);
    return untilAborted(async () => {
      await fold.run(stream, size, 0);
      return fold.sums[0];
    });
  };
  return {
    async first(options) {
      const extremes = new RunningExtremes();
      const stream = new WatchedStream(map, options, values => extremes.add(values));
      const roundSum = isHalf(map) ? Math.fround : round;
      // In NumPy magnitudes, like deviations, are a new contiguous array.
      const blocks = isComplex(map.dtype) ? ONE_BLOCK : blocksOf(map, isInteger(map.dtype) || isHalf(map));
      const sum = await sumOf(new FloatSum(items, blocks, roundSum), stream);
      const { low, high, nans } = extremes;
      const total = sum ?? (nans > 0 ? NaN : extremes.sum);
      return { items: extremes.items, low, high, nans, mean: round(total / extremes.items) };
    },
    async second(mean, counter, options) {
      let seen = 0;
      let partial = 0;
      const stream = new WatchedStream(map, options, values => {
        seen += values.length;
        counter?.add(values);
      });
      const means = Float64Array.of(mean);
      // Only used if cancelled: float16 deviations have a separate pass.
      const roundSquare = isHalf(map) ? Math.fround : round;
      const prepare = (values: Floats): void => {
        deviate(values, means, 0, false, roundSquare);
        partial += plainSum(values);
      };
      const sum = await sumOf(new FloatSum(items, ONE_BLOCK, round, prepare, mean), stream);
      // float16 deviations use a mean that is computed in float16.
      const std =
        isHalf(map) && sum !== undefined
          ? await untilAborted(() => stdOf(map, { signal: options.signal }))
          : undefined;
      return {
        items: seen,
        std: (std as number | undefined) ?? round(Math.sqrt(round((sum ?? partial) / seen))),
      };
    },
  };
}

function plainSum(values: Floats): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k];
  return sum;
}

async function untilAborted<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (asInspectorError(error).kind === 'aborted') return undefined;
    throw error;
  }
}
