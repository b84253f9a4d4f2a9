/** Running sums and products of native floats that lie on words of their size: straight in their typed array. */
import type { Layout } from '../layout/layout';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../ndarray/walk';

function floatsOf({ buffer, dtype, layout }: NDArray): Float64Array | Float32Array | undefined {
  const { format, itemsize, byteOrder } = dtype;
  const isEven = [layout.offset, ...layout.strides].every(place => place % itemsize === 0);
  if (byteOrder === '>' || !isEven) return undefined;
  const count = Math.floor(buffer.byteLength / itemsize);
  if (format === 'float64') return new Float64Array(buffer, 0, count);
  return format === 'float32' ? new Float32Array(buffer, 0, count) : undefined;
}

/**
 * Makes each item the sum (the product) of itself and those before it along an axis of `length` items, `step` bytes apart;
 * `starts` are the first of each line. False where nothing was done.
 */
export function runFloats(
  x: NDArray,
  starts: Layout,
  [length, step]: readonly [number, number],
  isProduct: boolean,
): boolean {
  const items = floatsOf(x);
  if (!items) return false;
  const size = items.BYTES_PER_ELEMENT;
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
