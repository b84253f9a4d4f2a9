/**
 * The statistics of an array in a file, formatted as NumPy prints them. An abort returns a partial result.
 */
import * as np from '../../../core/index';
import { withArray } from '../openArray';
import type { AxisStatistics } from './axisStatistics';
import { axisStatistics } from './axisStatistics';
import type { ArrayPlace, Task, TaskContext } from '../task';
import { realDType, valueText, itemTexts } from '../itemText';

/** The array, and the axis where there is one. */
export interface StatisticsParams {
  readonly place: ArrayPlace;
  /** Absent: over all items. */
  readonly axis?: number;
}

/** Statistics over all items. */
export interface SummaryStatistics {
  readonly kind: 'summary';
  readonly count: number;
  /** Number of items included in min, max, mean and nans; less than `count` after an abort. */
  readonly seen: number;
  /** Number of items included in std and the histogram. */
  readonly deviated: number;
  readonly nans: number;
  /** As `np.min`: nan where an item is NaN. Absent for an empty array. */
  readonly min?: string;
  readonly max?: string;
  /** As `np.nanmin`; only where there are NaNs. */
  readonly nanmin?: string;
  readonly nanmax?: string;
  readonly mean?: string;
  readonly std?: string;
  readonly histogram?: { readonly counts: readonly number[]; readonly edges: readonly string[] };
}

/** The result, by kind. */
export type Statistics = SummaryStatistics | AxisStatistics;

/** Computes the statistics over all items, or along an axis. */
export const statistics: Task<StatisticsParams, Statistics> = ({ place, axis }, context) =>
  withArray<Statistics>(place, map =>
    axis === undefined ? summary(map, context) : axisStatistics(map, axis, context),
  );

async function summary(map: np.MemMap, context: TaskContext): Promise<SummaryStatistics> {
  const { low, high, mean, std, histogram, ...found } = await np.summarize(map, context);
  const dtype = realDType(map.dtype);
  const precise = np.parseDType('biu'.includes(dtype.kind) ? 'float64' : dtype.str);
  const text = (value: number | bigint | undefined): string | undefined =>
    value === undefined ? undefined : valueText(value, dtype);
  const real = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : valueText(value, precise);
  const own = { min: text(low), max: text(high) };
  const none = dtype.unit ? 'NaT' : 'nan';
  return {
    kind: 'summary',
    ...found,
    ...(found.nans > 0 ? { min: none, max: none, nanmin: own.min, nanmax: own.max } : own),
    mean: real(mean),
    std: real(std),
    histogram: histogram && {
      counts: Array.from(histogram.hist.flat, Number),
      edges: itemTexts(histogram.binEdges),
    },
  };
}
