/** What ARIA can say of a grid's size: 32-bit counts that include the headers. */

const MAX_ARIA = 2 ** 31 - 1;

/** `aria-rowcount` or `aria-colcount` of `count` lines and their header; −1, unknown, where ARIA cannot count so far. */
export function ariaCount(count: number): number {
  return count + 1 > MAX_ARIA ? -1 : count + 1;
}

/** Characters of the widest row header. */
export function headerCharacters(rows: number): number {
  return Math.max(5, String(Math.max(0, rows - 1)).length);
}
