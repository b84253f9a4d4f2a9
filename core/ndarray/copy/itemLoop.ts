/** Conversion between the items of two arrays. */
import { conversionOf } from '../../casting/conversion';
import type { Conversion } from '../../casting/types';
import type { NDArray } from '../ndarray';

/** Returns the loop that converts items of `source` and stores them in `target`. `TypeError` if no cast exists. */
export const itemLoop = (target: NDArray, source: NDArray): Conversion =>
  conversionOf(target.buffer, target.dtype, source.buffer, source.dtype);
