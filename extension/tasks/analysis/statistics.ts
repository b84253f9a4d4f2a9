/**
 * The statistics of an array in a file, as texts that NumPy would print. An abort gives what was found till then.
 */
import * as np from '../../../core/index';
import { withArray } from '../openArray';
import type { AxisStatistics } from './axisStatistics';
import { axisStatistics } from './axisStatistics';
import type { ArrayPlace, Task, TaskContext } from '../task';
import { realDType, valueText, itemTexts } from '../itemText';

export interface StatisticsParams {
  readonly place: ArrayPlace;
  /** Along this axis; over all items unless given. */
  readonly axis?: number;
}

export interface SummaryStatistics {
  readonly kind: 'summary';
  readonly count: number;
  /** Items that min, max, mean and nans are of; fewer than `count` where it was aborted. */
  readonly seen: number;
  /** Items that std and the histogram are of. */
  readonly deviated: number;
  readonly nans: number;
  /** As NumPy has it: nan where an item is. Absent where there is none. */
  readonly min?: string;
  readonly max?: string;
  /** Without NaN, where there are some. */
  readonly nanmin?: string;
  readonly nanmax?: string;
  readonly mean?: string;
  readonly std?: string;
  readonly histogram?: { readonly counts: readonly number[]; readonly edges: readonly string[] };
}

export type Statistics = SummaryStatistics | AxisStatistics;

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
