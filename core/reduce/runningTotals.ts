/** Fast path of `cumsum` and `cumprod`: native items, in place in their typed array. */
import type { DType } from '../dtype/dtype';
import type { Layout } from '../layout/layout';
import type { NDArray } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { floatsOver, isNative } from '../ufunc/loops/floatLoop';

/**
 * Replaces each item by the sum (the product) of itself and those before it along an axis of `length` items, `step` bytes
 * apart; `starts` is the layout of the lines' first items. Returns false where nothing was done.
 */
export function runNative(
  x: NDArray,
  loop: DType,
  starts: Layout,
  [length, step]: readonly [number, number],
  isProduct: boolean,
): boolean {
  const run = isNative(x, loop) ? runnerOf(x.buffer, loop, isProduct) : undefined;
  if (!run) return false;
  const size = loop.itemsize;
  eachRun(walkOf([starts], 'C'), ([at], [apart], count) => {
    for (let k = 0; k < count; k++) run((at + k * apart) / size, step / size, length);
  });
  return true;
}

/** Runs along a line: index of the first item, step and length in items. */
type Run = (first: number, by: number, length: number) => void;

function runnerOf(buffer: ArrayBufferLike, { format, itemsize }: DType, isProduct: boolean): Run | undefined {
  if (format === 'float64' || format === 'float32') return floatRunner(buffer, itemsize, isProduct);
  return format === 'int64' || format === 'uint64' ? int64Runner(buffer, isProduct) : undefined;
}

function floatRunner(buffer: ArrayBufferLike, size: number, isProduct: boolean): Run {
  const items = floatsOver(buffer, size);
  const round = items instanceof Float64Array ? (value: number) => value : Math.fround;
  return (first, by, length) => {
    let total = items[first];
    for (let n = 1, place = first + by; n < length; n++, place += by) {
      total = round(isProduct ? total * items[place] : total + items[place]);
      items[place] = total;
    }
  };
}

/** Modulo 2^64. Keeping the total in a variable would allocate a bigint for each item. */
function int64Runner(buffer: ArrayBufferLike, isProduct: boolean): Run {
  const items = new BigInt64Array(buffer, 0, Math.floor(buffer.byteLength / 8));
  return (first, by, length) => {
    for (let n = 1, place = first + by; n < length; n++, place += by) {
      items[place] = isProduct
        ? BigInt.asIntN(64, items[place - by] * items[place])
        : BigInt.asIntN(64, items[place - by] + items[place]);
    }
  };
}
