/** The size of a grid for ARIA: 32-bit counts that include the headers. */

const MAX_ARIA = 2 ** 31 - 1;

/** Returns `aria-rowcount` or `aria-colcount` of `count` lines and their header; −1 (unknown) past 32 bits. */
export function ariaCount(count: number): number {
  return count + 1 > MAX_ARIA ? -1 : count + 1;
}

/** Returns the number of characters of the widest row header. */
export function headerCharacters(rows: number): number {
  return Math.max(5, String(Math.max(0, rows - 1)).length);
}
