/**
 * The visible part of the value grid as data: columns with labels and widths, rows with texts, and the pages they need.
 * Columns widen while their texts are gathered, so this runs before anything is positioned.
 */
import { pagesOf } from '../pages/cache';
import type { Want } from '../pages/loader';
import type { Position } from '../ui/position';
import { visibleLines } from '../ui/position';
import type { Model } from '../state/model';
import type { CellPosition } from '../state/cellPosition';
import { cellByteOffset } from '../state/cellPosition';
import type { ArrayView } from '../state/arrayView';
import { strings } from '../strings';
import { withoutControls } from '../ui/controls';
import type { ValueGrid } from '../state/valueGrid';
import type { CellText } from '../state/cellReader';
import type { CellState } from './cellStates';
import { cellState } from './cellStates';
import { MAX_ITEM_BYTES } from '../state/cellReader';

export interface ColumnHead {
  readonly column: number;
  readonly leaf: number;
  readonly label: string;
  readonly width: number;
}

export interface ShownCell extends Omit<CellText, 'state'> {
  readonly start: number;
  readonly state: CellState;
}

export interface ShownRow {
  readonly row: number;
  readonly cells: readonly ShownCell[];
}

export interface ShownCells {
  /** The view that the cells belong to: the model may change before effects of the drawing run. */
  readonly view: ArrayView | undefined;
  readonly position: CellPosition;
  readonly top: Position;
  readonly left: Position;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly ShownRow[];
}

/** Returns the visible cells at the current scroll positions. */
export function shownCells(model: Model, grid: ValueGrid): ShownCells {
  let shown = gather(model, grid);
  // A column that widened may have pushed others out of view: gather again with its new width.
  for (let pass = 0; pass < 3 && grid.keepCursor(() => grow(grid, shown)); pass++)
    shown = gather(model, grid);
  return shown;
}

function grow(grid: ValueGrid, shown: ShownCells): boolean {
  const widths = grid.widths.value;
  let grew = false;
  for (const [k, { leaf, label }] of shown.columns.entries()) {
    grew = widths.see(leaf, label) || grew;
    for (const { cells } of shown.rows) grew = widths.see(leaf, cells[k].text) || grew;
  }
  return grew;
}

function gather(model: Model, grid: ValueGrid): ShownCells {
  const view = model.view.value;
  const position = model.cellPosition.value;
  const top = grid.topRow();
  const left = grid.leftColumn();
  const { width, height } = grid.viewport.value;
  if (!view || width <= 0 || height <= 0) return { view, position, top, left, columns: [], rows: [] };
  const lines = grid.columns();
  const across = visibleLines(lines, left, width);
  const down = visibleLines(grid.rows(), top, height);
  const columns = range(across.first, across.end).map(column => ({
    column,
    leaf: column % view.leaves.length,
    label: columnLabel(view, column, position.colAxis >= 0),
    width: lines.size(column),
  }));
  const rows = range(down.first, down.end).map(row => ({
    row,
    cells: columns.map(({ column, leaf }) => cellAt(model, grid, row, column, leaf)),
  }));
  return { view, position, top, left, columns, rows };
}

function cellAt(model: Model, grid: ValueGrid, row: number, column: number, leaf: number): ShownCell {
  const start = cellByteOffset(model.view.value!, model.cellPosition.value, { row, column });
  const cell = grid.reader.value!.read(start, leaf, model.pagesVersion.value);
  // Bytes that were not read before the program resumed are not available until the next stop.
  const isGone = cell.state === 'loading' && (model.document.value?.debug?.status ?? 'stopped') !== 'stopped';
  if (isGone) return { start, state: 'outside', text: strings.notRead };
  const { dtype } = model.view.value!.leaves[leaf];
  return { start, ...cell, state: cellState(cell, dtype), text: withoutControls(cell.text) };
}

/** Returns the index along the column axis, the field's path, or both. */
export function columnLabel(view: ArrayView, column: number, hasAxis: boolean): string {
  const { path } = view.leaves[column % view.leaves.length];
  const index = Math.floor(column / view.leaves.length);
  if (!hasAxis) return path === '' ? strings.valueColumn : path;
  return path === '' ? String(index) : `${index} ${path}`;
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k);
}

/** Most pages that are prefetched beyond the screen, however far apart the cells lie. */
const MAX_SOON = 512;

/** Returns whether the cells belong to the model's current view; otherwise a redraw is due. */
export const isCurrent = (model: Model, { view, position }: ShownCells): boolean =>
  view === model.view.value && position === model.cellPosition.value;

/** Returns the pages of the visible cells, and of one screen before and after. Requires `isCurrent`. */
export function wantedPages(model: Model, grid: ValueGrid, shown: ShownCells): Want {
  const { view } = shown;
  if (!view || shown.rows.length === 0) return { now: [], soon: [] };
  const columns = shown.columns.map(({ column }) => column);
  const first = shown.rows[0].row;
  const count = shown.rows.length;
  const now = pagesOfCells(model, view, range(first, first + count), columns, Infinity);
  const before = range(Math.max(0, first - count), first);
  const after = range(first + count, Math.min(grid.size.value.rows, first + 2 * count));
  const soon = pagesOfCells(model, view, [...after, ...before], columns, MAX_SOON);
  return { now: [...now], soon: [...soon].filter(page => !now.has(page)) };
}

function pagesOfCells(
  model: Model,
  view: ArrayView,
  rows: readonly number[],
  columns: readonly number[],
  limit: number,
): Set<number> {
  const pages = new Set<number>();
  const position = model.cellPosition.value;
  for (const row of rows) {
    for (const column of columns) {
      const { itemsize } = view.leaves[column % view.leaves.length].dtype;
      const start = cellByteOffset(view, position, { row, column });
      if (start < 0 || start + itemsize > model.sourceLength || itemsize > MAX_ITEM_BYTES) continue;
      for (const page of pagesOf(start, itemsize)) pages.add(page);
      if (pages.size >= limit) return pages;
    }
  }
  return pages;
}
