/** The selected rectangle of the value grid. */
import type { Cell } from './cellPosition';

/** Rows and columns of the grid, inclusive on all sides. */
export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle between the cursor and the other corner of the selection; the cursor's cell where there is none. */
export function rectangleOf(anchor: Cell | undefined, cursor: Cell): Rectangle {
  const other = anchor ?? cursor;
  return {
    top: Math.min(other.row, cursor.row),
    bottom: Math.max(other.row, cursor.row),
    left: Math.min(other.column, cursor.column),
    right: Math.max(other.column, cursor.column),
  };
}
