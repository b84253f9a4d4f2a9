/** Pairwise sums by the kernels, a block at a time: a copy and a SIMD sum are faster than a loop. */
import { pairwiseHalf } from './halves';
import { BLOCK_AT, type Kernels } from './instance';
import { kernels } from './kernels';

/** The shortest run that is faster by the kernels. */
export const MIN_SUM_ITEMS = 400;
/** Bytes of a block: long enough for prefetching, and short enough for the second-level cache. */
const BLOCK_BYTES = 262144;

/**
 * As `pairwiseSum`; undefined where there are no kernels, and for strided doubles, which are added in place faster than they
 * are copied.
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
    const half = pairwiseHalf(count);
    const first = sum64(own, x, start, half);
    return first + sum64(own, x, start + half, count - half);
  }
  own.doubles.set(x.subarray(start, start + count), BLOCK_AT / 8);
  return own.sum64(BLOCK_AT, count);
}

function sum32(own: Kernels, x: Float32Array, start: number, count: number, step: number): number {
  if (count > BLOCK_BYTES / 4) {
    const half = pairwiseHalf(count);
    const first = sum32(own, x, start, half, step);
    return Math.fround(first + sum32(own, x, start + half * step, count - half, step));
  }
  if (step === 1) own.singles.set(x.subarray(start, start + count), BLOCK_AT / 4);
  else own.gather32(BLOCK_AT / 4, x, start, step, count);
  return own.sum32(BLOCK_AT, count);
}
