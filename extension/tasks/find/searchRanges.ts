/** The way of a search: from where it starts to the end, and from the other end to where it started. */
export interface SearchRange {
  /** Places from `from` up to and without `end`, walked from either side. */
  readonly from: number;
  readonly end: number;
  /** Past the end and on from the other. */
  readonly isWrapped: boolean;
}

/** The courses through `count` places. Where it starts comes last; without a start it is all of them, once. */
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
