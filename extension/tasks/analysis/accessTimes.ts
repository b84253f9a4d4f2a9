/**
 * Times the sums of a row and of a column of C- and F-ordered float64 arrays of shape (10000, 1000), to show what memory
 * order costs. Views are taken before the clock starts. Each time is the median of several rounds of at least 20 ms.
 */
import { setImmediate } from 'node:timers/promises';
import * as np from '../../../core/index';
import { t } from '../../l10n';
import type { Task } from '../task';

const SHAPE = [10_000, 1000];
const ROUNDS = 7;
const MIN_MILLISECONDS = 20;

/** The time of one sum. */
export interface AccessTime {
  readonly order: np.Order;
  readonly along: 'row' | 'column';
  /** The view in Python, as in `x[0, :]`. */
  readonly view: string;
  readonly strideBytes: number;
  readonly items: number;
  readonly microseconds: number;
}

/** Measures all four sums. */
export const accessTimes: Task<
  null,
  { readonly shape: readonly number[]; readonly times: readonly AccessTime[] }
> = async (_, { signal, onProgress }) => {
  const c = np.ones(SHAPE);
  const arrays = [
    ['C', c],
    ['F', np.asfortranarray(c)],
  ] as const;
  const views = arrays.flatMap(([order, x]) => [
    { order, along: 'row' as const, view: 'x[0, :]', x: x.get('0, :') },
    { order, along: 'column' as const, view: 'x[:, 0]', x: x.get(':, 0') },
  ]);
  const rounds = views.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, { x }] of views.entries()) {
      // Lets a cancellation arrive between two measurements.
      await setImmediate();
      if (signal.aborted) throw new np.InspectorError('aborted', t('the measurement was cancelled'));
      rounds[k].push(millisecondsPerCall(() => x.sum()));
      onProgress(round * views.length + k + 1, ROUNDS * views.length);
    }
  }
  const times = views.map(({ order, along, view, x }, k) => ({
    order,
    along,
    view,
    strideBytes: x.strides[0],
    items: x.size,
    microseconds: 1000 * median(rounds[k]),
  }));
  return { shape: SHAPE, times };
};

/** Milliseconds. */
function millisecondsPerCall(run: () => unknown): number {
  for (let calls = 1; ; calls *= 2) {
    const start = performance.now();
    for (let k = 0; k < calls; k++) run();
    const took = performance.now() - start;
    if (took >= MIN_MILLISECONDS) return took / calls;
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
