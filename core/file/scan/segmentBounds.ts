/**
 * Divides a file's items into segments where NumPy divides its sums, so that the partial sums add up to the
 * same bits.
 */
import { pairwiseHalf } from '../../kernels/halves';
import { SEGMENT_ITEMS, type ScanRequest } from './scanJob';

/** Returns the first item of each segment, and the end of the last one, in shared memory. */
export function segmentStarts(count: number, { isBuffered }: ScanRequest): Float64Array {
  const starts: number[] = [];
  if (isBuffered) for (let at = 0; at < count; at += SEGMENT_ITEMS) starts.push(at);
  else cut(0, count, starts);
  starts.push(count);
  const shared = new Float64Array(new SharedArrayBuffer(8 * starts.length));
  shared.set(starts);
  return shared;
}

function cut(start: number, count: number, starts: number[]): void {
  if (count <= SEGMENT_ITEMS) {
    if (count > 0) starts.push(start);
    return;
  }
  const half = pairwiseHalf(count);
  cut(start, half, starts);
  cut(start + half, count - half, starts);
}

/** Adds up one sum for each segment, in the order in which NumPy adds them. */
export function combined(count: number, sums: Float64Array, round: (value: number) => number): number {
  let next = 0;
  const sum = (items: number): number => {
    if (items <= SEGMENT_ITEMS) return items > 0 ? sums[next++] : 0;
    const half = pairwiseHalf(items);
    const first = sum(half);
    return round(first + sum(items - half));
  };
  return sum(count);
}
