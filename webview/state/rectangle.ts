/** Rectangles of cells as they are copied: how many cells they have, and their text. */
import type { Rectangle } from './selection';

/** The largest number of cells that are copied at a time. */
export const MAX_COPIED_CELLS = 100_000;

export function cellCount({ top, bottom, left, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * Writes cells as spreadsheets do, tab-separated, a line a row. Invariant: pasted, it is the same block, so values with
 * separators, quotes or outer blanks are quoted. A single value is only quoted for tabs and line ends.
 */
export function tabSeparated(rectangle: Rectangle, textOf: (row: number, column: number) => string): string {
  const isAlone = cellCount(rectangle) === 1;
  const needsQuotes = isAlone ? /[\t\n\r]/ : /[\t\n\r,]|^$|^[\s"]|\s$/;
  const lines: string[] = [];
  for (let row = rectangle.top; row <= rectangle.bottom; row++) {
    const cells: string[] = [];
    for (let column = rectangle.left; column <= rectangle.right; column++) {
      const text = textOf(row, column);
      cells.push(needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
