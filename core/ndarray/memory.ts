/** Which arrays share bytes. Arrays of different buffers share none. Spec: `mem_overlap.c` of NumPy. */
import { byteBounds as layoutBounds } from '../layout/overlap/bounds';
import * as sharing from '../layout/overlap/sharing';
import type { SharingOptions } from '../layout/overlap/sharing';
import { checkArray, type NDArray } from './ndarray';

/** Far enough from the others that nothing overlaps. */
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

/** Whether the bytes between first and last overlap; with `maxWork`, whether some byte is found in both. */
export const mayShareMemory = (a: NDArray, b: NDArray, options?: SharingOptions): boolean =>
  sharing.mayShareMemory(...pair(a, b), options);

/** Whether some byte belongs to both, exactly. `TooHardError` past `maxWork`. */
export const sharesMemory = (a: NDArray, b: NDArray, options?: SharingOptions): boolean =>
  sharing.sharesMemory(...pair(a, b), options);

/** Whether two items of one array share a byte. */
export function overlapsItself(x: NDArray, options?: SharingOptions): boolean {
  checkArray(x);
  return sharing.overlapsItself(x.layout, options);
}

/** Byte offsets in the buffer: of the first byte, and past the last. */
export function byteBounds(x: NDArray): readonly [low: number, high: number] {
  checkArray(x);
  const { layout } = x;
  const { first, end } = layoutBounds(layout);
  return layout.size === 0 ? [layout.offset, layout.offset] : [first, end];
}
