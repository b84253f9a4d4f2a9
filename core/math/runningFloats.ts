/** Running sums and products where nothing has to be converted: straight in their typed array. */
import type { DType } from '../dtype/dtype';
import type { Layout } from '../layout/layout';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../ndarray/walk';
import { floatsOver, isNative } from './fastLoops';

/**
 * Makes each item the sum (the product) of itself and those before it along an axis of `length` items, `step` bytes apart;
 * `starts` are the first of each line. False where nothing was done.
 */
export function runFloats(
  x: NDArray,
  loop: DType,
  starts: Layout,
  [length, step]: readonly [number, number],
  isProduct: boolean,
): boolean {
  if ((loop.format !== 'float64' && loop.format !== 'float32') || !isNative(x, loop)) return false;
  const size = loop.itemsize;
  const items = floatsOver(x.buffer, size);
  const round = items instanceof Float64Array ? (value: number) => value : Math.fround;
  const by = step / size;
  eachRun(walkOf([starts], 'C'), ([at], [apart], count) => {
    for (let k = 0; k < count; k++) {
      let place = (at + k * apart) / size;
      let total = items[place];
      for (let n = 1; n < length; n++) {
        place += by;
        total = round(isProduct ? total * items[place] : total + items[place]);
        items[place] = total;
      }
    }
  });
  return true;
}
