/** A contiguous range of positions to search, `from` … `end − 1`. */
export interface SearchRange {
  readonly from: number;
  readonly end: number;
  /** Whether the search reaches it by wrapping around. */
  readonly isWrapped: boolean;
}

/**
 * Returns the ranges of a search through `count` positions: from `start` to the end, then from the other end to `start`,
 * which comes last. Without a start, a single range.
 */
export function searchRanges(count: number, start: number | undefined, isBackward: boolean): SearchRange[] {
  if (start === undefined) return [{ from: 0, end: count, isWrapped: false }];
  const cut = Math.max(0, Math.min(count, isBackward ? start : start + 1));
  const before = { from: 0, end: cut };
  const after = { from: cut, end: count };
  return isBackward
    ? [
        { ...before, isWrapped: false },
        { ...after, isWrapped: true },
      ]
    : [
        { ...after, isWrapped: false },
        { ...before, isWrapped: true },
      ];
}
