/** Tests whether arrays share bytes. Arrays of different buffers never do. Spec: `mem_overlap.c` of NumPy. */
import { byteBounds as layoutBounds } from '../layout/overlap/bounds';
import * as sharing from '../layout/overlap/sharing';
import type { SharingOptions } from '../layout/overlap/sharing';
import { checkArray, type NDArray } from './ndarray';

/** An address far enough away that nothing overlaps. */
const ELSEWHERE = 1n << 60n;

function pair(a: NDArray, b: NDArray): readonly [sharing.Placed, sharing.Placed] {
  checkArray(a);
  checkArray(b);
  const address = a.buffer === b.buffer ? 0n : ELSEWHERE;
  return [
    { layout: a.layout, address: 0n },
    { layout: b.layout, address },
  ];
}

/**
 * Whether the byte bounds of two arrays overlap. With `maxWork`, whether any item does. Source:
 * `numpy.may_share_memory`.
 */
export const mayShareMemory = (a: NDArray, b: NDArray, options?: SharingOptions): boolean =>
  sharing.mayShareMemory(...pair(a, b), options);

/**
 * Whether any byte belongs to both arrays, exactly. `TooHardError` beyond `maxWork`. Source:
 * `numpy.shares_memory`.
 */
export const sharesMemory = (a: NDArray, b: NDArray, options?: SharingOptions): boolean =>
  sharing.sharesMemory(...pair(a, b), options);

/** Whether two items of one array share a byte. */
export function overlapsItself(x: NDArray, options?: SharingOptions): boolean {
  checkArray(x);
  return sharing.overlapsItself(x.layout, options);
}

/**
 * Returns the byte offset in the buffer of the first byte, and the offset past the last. Source:
 * `numpy.lib.array_utils.byte_bounds`.
 */
export function byteBounds(x: NDArray): readonly [low: number, high: number] {
  checkArray(x);
  const { layout } = x;
  const { first, end } = layoutBounds(layout);
  return layout.size === 0 ? [layout.offset, layout.offset] : [first, end];
}
