/**
 * `sum`, `mean`, `std`, `min` and `max` of a map, streamed.
 * Follows `_mean`, `_var` and `_std` (numpy/_core/_methods.py).
 */
import type { DType } from '../../dtype/dtype';
import { parseDType } from '../../dtype/parse/parse';
import type { Item } from '../../dtype/items/read';
import { bitsOfHalf, roundHalf } from '../../dtype/items/half';
import { InspectorError } from '../../errors';
import { contiguousLayout } from '../../layout/layout';
import type { NDArray } from '../../ndarray/ndarray';
import { native, type ProducedItems } from '../mapped/produce';
import type { Mapped } from '../mapped/writeValue';
import { ExtremeFold } from './extremeFold';
import { axisOf, foldedArray, foldMap, groupingOf, type StatisticOptions } from './fold';
import type { Floats } from '../../reduce/pairwise';
import { blocksOf, FloatSum, integerSumDType, IntegerSum, type Prepare, type Round } from './sumFolds';
import { ONE_BLOCK } from '../../reduce/sumBlocks';

/** A single value, or an array along the remaining axes. */
export type Statistic = NDArray | Item;

/** Options of a standard deviation. */
export interface DeviationOptions extends StatisticOptions {
  /** Delta degrees of freedom: the divisor is the number of items minus `ddof`. Default: 0. */
  readonly ddof?: number;
}

const FLOAT64 = parseDType('float64');
const FLOAT32 = parseDType('float32');
const UINT8 = parseDType('uint8');
const same: Round = value => value;

/** The dtype in which floats are summed, and the rounding of each sum. */
export interface Precision {
  readonly items: DType;
  readonly round: Round;
}

/** Returns the precision for a float dtype. `unsupported-dtype` for other dtypes. */
export function precisionOf({ format, name }: DType): Precision {
  if (format === 'float64') return { items: FLOAT64, round: same };
  if (format === 'float32') return { items: FLOAT32, round: Math.fround };
  if (format === 'float16') return { items: FLOAT32, round: roundHalf };
  throw unsupported(name);
}

function unsupported(name: string): InspectorError {
  return new InspectorError('unsupported-dtype', `statistics of ${name} are not computed from files`, {
    numpyName: 'TypeError',
    action: 'Read the items first, or view them as a dtype of real numbers.',
  });
}

/** Whether the items are booleans or integers. */
export const isInteger = ({ kind }: DType): boolean => kind === 'b' || kind === 'i' || kind === 'u';

/** Returns the sum. Integers and booleans give 64-bit integers, which wrap around. */
export async function sumOf(map: Mapped, options: StatisticOptions = {}): Promise<Statistic> {
  const { dtype } = map;
  if (!isInteger(dtype)) {
    const { items, round } = precisionOf(dtype);
    const fold = new FloatSum(items, blocksOf(map, false), round);
    await foldMap(map, fold, options);
    return floatResult(map, options, native(dtype), fold.sums);
  }
  const result = integerSumDType(dtype);
  const fold = new IntegerSum(native(dtype), dtype.kind === 'u');
  await foldMap(map, fold, options);
  return resultOf(map, options, result, fold.sums);
}

/** Returns the mean. Integers and booleans give float64. */
export async function meanOf(map: Mapped, options: StatisticOptions = {}): Promise<Statistic> {
  const { sums, round, result } = await means(map, options, true);
  return floatResult(map, options, result, sums.map(round));
}

/** float16 is summed as float32 for a mean, but as float16 for the deviations from it. */
async function means(map: Mapped, options: StatisticOptions, isMean: boolean) {
  const { dtype } = map;
  const isHalf = dtype.format === 'float16';
  const own = isInteger(dtype) ? precisionOf(FLOAT64) : precisionOf(dtype);
  const isConverted = isInteger(dtype) || (isHalf && isMean);
  const fold = new FloatSum(
    own.items,
    blocksOf(map, isConverted),
    isHalf && isMean ? Math.fround : own.round,
  );
  await foldMap(map, fold, options);
  const { length } = groupingOf(map.layout, axisOf(options, map.layout));
  const result = isInteger(dtype) ? FLOAT64 : native(dtype);
  return { sums: fold.sums.map(sum => sum / length), length, result, ...own };
}

/** Returns the standard deviation, in two passes: the mean, then the squared deviations from it. */
export async function stdOf(map: Mapped, options: DeviationOptions = {}): Promise<Statistic> {
  const { signal, axis, ddof = 0, onProgress } = options;
  const half = (pass: number) => (done: number, total: number) =>
    onProgress?.(pass * total + done, 2 * total);
  const first = await means(map, { signal, axis, onProgress: half(0) }, false);
  const { round, length, items, result } = first;
  const mean = first.sums.map(round);
  const prepare: Prepare = (values, at, isRow) => deviate(values, mean, at, isRow, round);
  // In NumPy the deviations are a new contiguous array.
  const fold = new FloatSum(items, ONE_BLOCK, round, prepare, mean[0]);
  await foldMap(map, fold, { signal, axis, onProgress: half(1) });
  const freedom = Math.max(length - ddof, 0);
  const { shape, itemsize } = map.layout;
  // Without items, NumPy's deviations are in C order, whatever the order of the file.
  const apart = map.layout.size > 0 ? map : { layout: contiguousLayout(shape, itemsize) };
  return floatResult(
    apart,
    options,
    result,
    fold.sums.map(sum => round(Math.sqrt(round(sum / freedom)))),
  );
}

/**
 * Replaces values by their squared deviations from the mean of accumulator `at`, or from the means of those
 * from `at` on if `isRow`.
 */
export function deviate(values: Floats, mean: Float64Array, at: number, isRow: boolean, round: Round): void {
  if (round === roundHalf) {
    deviateHalves(values, mean, at, isRow);
    return;
  }
  for (let k = 0; k < values.length; k++) {
    const rounded = round(values[k] - mean[isRow ? at + k : at]);
    values[k] = rounded * rounded;
  }
}

function deviateHalves(values: Floats, mean: Float64Array, at: number, isRow: boolean): void {
  for (let k = 0; k < values.length; k++) {
    const rounded = roundHalf(Math.fround(values[k] - mean[isRow ? at + k : at]));
    values[k] = roundHalf(Math.fround(rounded * rounded));
  }
}

/** Returns the minimum, or NaN if an item is NaN. `ValueError` for no items. */
export const minOf = (map: Mapped, options: StatisticOptions = {}): Promise<Statistic> =>
  extremeOf(map, options, false);

/** Returns the maximum, or NaN if an item is NaN. `ValueError` for no items. */
export const maxOf = (map: Mapped, options: StatisticOptions = {}): Promise<Statistic> =>
  extremeOf(map, options, true);

async function extremeOf(map: Mapped, options: StatisticOptions, isMax: boolean): Promise<Statistic> {
  const { dtype, layout } = map;
  if (!isInteger(dtype)) precisionOf(dtype);
  const { outer, inner, length } = groupingOf(layout, axisOf(options, layout));
  if (length === 0 && outer * inner > 0) {
    throw new InspectorError(
      'invalid-input',
      `zero-size array to reduction operation ${isMax ? 'maximum' : 'minimum'} which has no identity`,
      { numpyName: 'ValueError', action: 'Choose a part that has items.' },
    );
  }
  const isHalf = dtype.format === 'float16';
  // A single boolean is not compared, and keeps its byte.
  const read = dtype.kind === 'b' && length === 1 ? { file: map.file, layout, dtype: UINT8 } : map;
  const fold = new ExtremeFold(isHalf ? FLOAT32 : native(read.dtype), isMax);
  await foldMap(read, fold, options);
  if (dtype.kind === 'f')
    return floatResult(map, options, native(dtype), Float64Array.from(fold.values as Floats));
  return resultOf(map, options, native(dtype), fold.values);
}

type HasLayout = Pick<Mapped, 'layout'>;

/** Returns values, which are exact in `dtype`, as a result of that dtype. */
function floatResult(
  map: HasLayout,
  options: StatisticOptions,
  dtype: DType,
  values: Float64Array,
): Statistic {
  if (axisOf(options, map.layout) === null) return values[0];
  if (dtype.format === 'float64') return resultOf(map, options, dtype, values);
  if (dtype.format === 'float32') return resultOf(map, options, dtype, Float32Array.from(values));
  const bits = Uint16Array.from(values, bitsOfHalf);
  return resultOf(map, options, dtype, bits);
}

function resultOf(map: HasLayout, options: StatisticOptions, dtype: DType, values: ProducedItems): Statistic {
  const axis = axisOf(options, map.layout);
  if (axis !== null) return foldedArray(map.layout, axis, dtype, values);
  return dtype.kind === 'b' ? values[0] !== 0 : values[0];
}
