/** Parts of an index as values: `np.slice(0, 4)`, `np.newaxis`. */
import type { Slice } from './types';

/** A new axis of length 1. Source: `numpy.newaxis`. */
export const newaxis = null;

type Bound = number | null;

/** Returns a slice. The arguments are those of Python's `slice`: `slice(stop)`, `slice(start, stop, step)`. */
export function slice(startOrStop: Bound, stop?: Bound, step?: Bound): Slice {
  return stop === undefined ? { stop: startOrStop } : { start: startOrStop, stop, step };
}
