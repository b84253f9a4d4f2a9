/**
 * The axes drawn as rows and columns, and the item that has the cursor. Grid rows and columns count from 0, without
 * headers; a structured item has one column for each of its leaves. Invariant of a fitted position: `index` has one
 * entry an axis, inside the shape where that is possible; `rowAxis ≠ colAxis`, −1 where there is no such axis.
 */
import type { ArrayView } from './arrayView';

export interface CellPosition {
  readonly index: readonly number[];
  readonly leaf: number;
  readonly rowAxis: number;
  readonly colAxis: number;
}

export const NO_POSITION: CellPosition = { index: [], leaf: 0, rowAxis: -1, colAxis: -1 };

/** The last two axes; the only one as rows; none. The cursor on the first item. */
export function initialPosition(ndim: number): CellPosition {
  return {
    index: new Array<number>(ndim).fill(0),
    leaf: 0,
    rowAxis: ndim === 0 ? -1 : Math.max(0, ndim - 2),
    colAxis: ndim < 2 ? -1 : ndim - 1,
  };
}

/** `position` kept as far as it is valid in `view`. */
export function fitPosition(position: CellPosition, view: ArrayView): CellPosition {
  const { shape, ndim } = view.layout;
  const fits =
    position.index.length === ndim &&
    position.rowAxis !== position.colAxis &&
    [position.rowAxis, position.colAxis].every((axis, k) =>
      ndim > k ? axis >= 0 && axis < ndim : axis === -1,
    );
  const base = fits || ndim === 0 ? position : initialPosition(ndim);
  const { rowAxis, colAxis } = fits ? position : initialPosition(ndim);
  return {
    index: shape.map((length, axis) => Math.max(0, Math.min(length - 1, base.index[axis]))),
    leaf: Math.max(0, Math.min(view.leaves.length - 1, position.leaf)),
    rowAxis,
    colAxis,
  };
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function gridSize(view: ArrayView, position: CellPosition): GridSize {
  const { shape, size } = view.layout;
  if (size === 0 || view.leaves.length === 0) return { rows: 0, columns: 0 };
  return {
    rows: position.rowAxis < 0 ? 1 : shape[position.rowAxis],
    columns: (position.colAxis < 0 ? 1 : shape[position.colAxis]) * view.leaves.length,
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The grid cell of the cursor. */
export function cellOf(view: ArrayView, position: CellPosition): Cell {
  const along = position.colAxis < 0 ? 0 : position.index[position.colAxis];
  return {
    row: position.rowAxis < 0 ? 0 : position.index[position.rowAxis],
    column: along * view.leaves.length + position.leaf,
  };
}

/** The position with the cursor at a grid cell. */
export function positionAt(view: ArrayView, position: CellPosition, { row, column }: Cell): CellPosition {
  const leaf = column % view.leaves.length;
  const index = [...position.index];
  if (position.rowAxis >= 0) index[position.rowAxis] = row;
  if (position.colAxis >= 0) index[position.colAxis] = (column - leaf) / view.leaves.length;
  return { ...position, index, leaf };
}

/** Byte offset of what a grid cell shows: the item's, plus the leaf's within it. */
export function cellByteOffset(view: ArrayView, position: CellPosition, { row, column }: Cell): number {
  const at = positionAt(view, position, { row, column });
  return view.layout.byteOffset(at.index) + view.leaves[at.leaf].offset;
}

/** The position with other axes as rows and columns; an axis that is taken changes places with the old one. */
export function withAxis(position: CellPosition, which: 'rowAxis' | 'colAxis', axis: number): CellPosition {
  const other = which === 'rowAxis' ? 'colAxis' : 'rowAxis';
  return {
    ...position,
    [which]: axis,
    [other]: position[other] === axis ? position[which] : position[other],
  };
}

/** The axes that are neither rows nor columns. */
export function otherAxes(position: CellPosition): number[] {
  return position.index
    .map((_, axis) => axis)
    .filter(axis => axis !== position.rowAxis && axis !== position.colAxis);
}
