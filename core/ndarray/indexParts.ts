/** What stands between brackets, as values: `np.slice(0, 4)`, `np.newaxis`. */
import type { Slice } from './types';

/** A new axis of length 1. */
export const newaxis = null;

type Bound = number | null;

/** `slice(stop)`, `slice(start, stop, step)`, as Python's. */
export function slice(startOrStop: Bound, stop?: Bound, step?: Bound): Slice {
  return stop === undefined ? { stop: startOrStop } : { start: startOrStop, stop, step };
}
