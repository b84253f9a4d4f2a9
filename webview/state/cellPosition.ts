/**
 * Which two axes are rows and columns, and which item has the cursor. Grid rows and columns count from 0, without
 * headers; a structured item takes one column for each of its leaves. Invariant of a fitted place: `index` has one
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

/** `place` kept as far as it is valid in `view`. */
export function fitPosition(place: CellPosition, view: ArrayView): CellPosition {
  const { shape, ndim } = view.layout;
  const fits =
    place.index.length === ndim &&
    place.rowAxis !== place.colAxis &&
    [place.rowAxis, place.colAxis].every((axis, k) => (ndim > k ? axis >= 0 && axis < ndim : axis === -1));
  const base = fits || ndim === 0 ? place : initialPosition(ndim);
  const { rowAxis, colAxis } = fits ? place : initialPosition(ndim);
  return {
    index: shape.map((length, axis) => Math.max(0, Math.min(length - 1, base.index[axis]))),
    leaf: Math.max(0, Math.min(view.leaves.length - 1, place.leaf)),
    rowAxis,
    colAxis,
  };
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function gridSize(view: ArrayView, place: CellPosition): GridSize {
  const { shape, size } = view.layout;
  if (size === 0 || view.leaves.length === 0) return { rows: 0, columns: 0 };
  return {
    rows: place.rowAxis < 0 ? 1 : shape[place.rowAxis],
    columns: (place.colAxis < 0 ? 1 : shape[place.colAxis]) * view.leaves.length,
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The grid cell of the cursor. */
export function cellOf(view: ArrayView, place: CellPosition): Cell {
  const along = place.colAxis < 0 ? 0 : place.index[place.colAxis];
  return {
    row: place.rowAxis < 0 ? 0 : place.index[place.rowAxis],
    column: along * view.leaves.length + place.leaf,
  };
}

/** The place with the cursor at a grid cell. */
export function positionAt(view: ArrayView, place: CellPosition, { row, column }: Cell): CellPosition {
  const leaf = column % view.leaves.length;
  const index = [...place.index];
  if (place.rowAxis >= 0) index[place.rowAxis] = row;
  if (place.colAxis >= 0) index[place.colAxis] = (column - leaf) / view.leaves.length;
  return { ...place, index, leaf };
}

/** Byte offset of what a grid cell shows: the item's, plus the leaf's within it. */
export function cellByteOffset(view: ArrayView, place: CellPosition, { row, column }: Cell): number {
  const at = positionAt(view, place, { row, column });
  return view.layout.byteOffset(at.index) + view.leaves[at.leaf].offset;
}

/** The place with other axes as rows and columns; an axis that is taken changes places with the old one. */
export function withAxis(place: CellPosition, which: 'rowAxis' | 'colAxis', axis: number): CellPosition {
  const other = which === 'rowAxis' ? 'colAxis' : 'rowAxis';
  return { ...place, [which]: axis, [other]: place[other] === axis ? place[which] : place[other] };
}

/** The axes that are neither rows nor columns. */
export function otherAxes(place: CellPosition): number[] {
  return place.index.map((_, axis) => axis).filter(axis => axis !== place.rowAxis && axis !== place.colAxis);
}
