/** Pairwise sums through the kernels' memory, a block at a time: a copy and a SIMD sum are faster than a loop. */
import { halfOf } from './halves';
import { BLOCK_AT, type Kernels } from './instance';
import { kernels } from './kernels';

/** From how many items on it pays. */
export const LEAST_SUM_ITEMS = 400;
/** Bytes of one block: long enough to be read ahead of, and they stay in the second cache while they are added. */
const BLOCK_BYTES = 262144;

/**
 * As `pairwiseSum`; undefined where there are no kernels, and for doubles that lie apart, which are added faster where they
 * are than they are moved.
 */
export function stagedSum(
  values: Float64Array | Float32Array,
  start: number,
  count: number,
  step = 1,
): number | undefined {
  const own = kernels();
  if (!own || (step !== 1 && values instanceof Float64Array)) return undefined;
  return values instanceof Float64Array
    ? sum64(own, values, start, count)
    : sum32(own, values, start, count, step);
}

function sum64(own: Kernels, x: Float64Array, start: number, count: number): number {
  if (count > BLOCK_BYTES / 8) {
    const half = halfOf(count);
    const first = sum64(own, x, start, half);
    return first + sum64(own, x, start + half, count - half);
  }
  own.doubles.set(x.subarray(start, start + count), BLOCK_AT / 8);
  return own.sum64(BLOCK_AT, count);
}

function sum32(own: Kernels, x: Float32Array, start: number, count: number, step: number): number {
  if (count > BLOCK_BYTES / 4) {
    const half = halfOf(count);
    const first = sum32(own, x, start, half, step);
    return Math.fround(first + sum32(own, x, start + half * step, count - half, step));
  }
  if (step === 1) own.singles.set(x.subarray(start, start + count), BLOCK_AT / 4);
  else own.gather32(BLOCK_AT / 4, x, start, step, count);
  return own.sum32(BLOCK_AT, count);
}
