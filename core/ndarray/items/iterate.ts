/** Iteration along the first axis. Follows `array_iter` (iterators.c). */
import type { Item } from '../../dtype/items/read';
import { wrongType } from '../../layout/arguments';
import { get } from './get';
import { item } from './items';
import type { NDArray } from '../ndarray';

/**
 * Iterates over the items of a 1-d array, or over the views along the first axis. `TypeError` for a 0-d
 * array.
 */
export function iterate(x: NDArray): Iterator<NDArray | Item> {
  if (x.ndim === 0) throw wrongType('iteration over a 0-d array', 'Use item(), which gives the only item.');
  return parts(x);
}

function* parts(x: NDArray): Generator<NDArray | Item, void> {
  for (let k = 0; k < x.shape[0]; k++) yield x.ndim === 1 ? item(x, k) : get(x, [k]);
}
