/** Statistics along an axis, for the first 256 results; only their items are read. */
import * as np from '../../../core/index';
import type { TaskContext } from '../task';
import { itemTexts } from '../itemText';

const MAX_RESULTS = 256;
/** The statistics along an axis, in the order of the columns. */
export const AXIS_COLUMNS = ['min', 'max', 'mean', 'std'] as const;

/** The first results, as text. */
export interface AxisStatistics {
  readonly kind: 'axis';
  readonly axis: number;
  /** The number of results of the whole array. */
  readonly total: number;
  /** The index of each result, with a text for each of `AXIS_COLUMNS`. */
  readonly rows: readonly { readonly index: string; readonly texts: readonly string[] }[];
}

/** Computes the statistics of `map` along `axis`. Rejects where it is aborted. */
export async function axisStatistics(
  map: np.MemMap,
  axis: number,
  { signal, onProgress }: TaskContext,
): Promise<AxisStatistics> {
  const lengths = firstResults(map.shape, axis);
  const part = map.get(lengths.map((length, k) => (k === axis ? ':' : `:${length}`)).join(', '));
  const passes = AXIS_COLUMNS.length + 1;
  const columns: string[][] = [];
  for (const name of AXIS_COLUMNS) {
    const before = columns.length;
    const weight = name === 'std' ? 2 : 1;
    const result = await part[name]({
      axis,
      signal,
      onProgress: (done, total) => onProgress(before * total + done * weight, passes * total),
    });
    columns.push(itemTexts(np.asarray(result)));
  }
  const shape = lengths.toSpliced(axis, 1);
  const rows = columns[0].map((_, k) => ({
    index: `[${np.unravelIndex(k, shape).join(', ')}]`,
    texts: columns.map(column => column[k]),
  }));
  const total = map.shape.toSpliced(axis, 1).reduce((product, length) => product * length, 1);
  return { kind: 'axis', axis, total, rows };
}

/** Returns the length of each axis that the first results in C order cover. */
function firstResults(shape: readonly number[], axis: number): number[] {
  let room = MAX_RESULTS;
  return shape
    .map((length, k) => ({ length, k }))
    .reverse()
    .map(({ length, k }) => {
      if (k === axis) return length;
      const taken = Math.min(length, room);
      room = taken === length && length > 0 ? Math.floor(room / length) : 1;
      return taken;
    })
    .reverse();
}
