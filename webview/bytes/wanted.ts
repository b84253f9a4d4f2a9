/** Computes the pages of the visible bytes, and of one screen before and after. */
import { pagesOf } from '../pages/cache';
import type { Want } from '../pages/loader';

/** Rows `first ≤ row < end` of `perRow` bytes are visible; the source has `byteLength` bytes. */
export function wantedBytes(perRow: number, first: number, end: number, byteLength: number): Want {
  const screen = Math.max(0, end - first) * perRow;
  const start = first * perRow;
  const stop = Math.min(byteLength, start + screen);
  const now = [...pagesOf(start, Math.max(0, stop - start))];
  const from = Math.max(0, start - screen);
  const to = Math.min(byteLength, stop + screen);
  const soon = [...pagesOf(from, Math.max(0, to - from))].filter(page => !now.includes(page));
  return { now, soon };
}
