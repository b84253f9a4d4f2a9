/** The selected rectangle of the value grid, and its text as it is copied: tab-separated, a line a row. */
import type { Cell } from './cellPosition';

/** Inclusive on all sides. */
export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The most cells that are copied at a time. */
export const MAX_COPIED_CELLS = 100_000;

export function rectangleOf(anchor: Cell | undefined, cursor: Cell): Rectangle {
  const other = anchor ?? cursor;
  return {
    top: Math.min(other.row, cursor.row),
    bottom: Math.max(other.row, cursor.row),
    left: Math.min(other.column, cursor.column),
    right: Math.max(other.column, cursor.column),
  };
}

export function cellCount({ top, bottom, left, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/**
 * As spreadsheets write it. Invariant: read back, it is the same block; so values with separators, quotes or outer blanks in
 * them are quoted. One value alone is written as it is, but for tabs and line ends.
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
