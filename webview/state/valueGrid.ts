/**
 * The state of the value grid: rows and columns, their widths, scroll positions and the selection. Positions are logical
 * (ui/position.ts) and clamped when they are read, so that they survive a change of the document where they still fit.
 */
import { computed, signal } from '@preact/signals';
import { metrics } from '../ui/metrics';
import type { Lines, Position } from '../ui/position';
import { START, clamp, evenLines, pageLength, reveal, samePosition, scrollBy } from '../ui/position';
import type { Model } from './model';
import type { Cell } from './cellPosition';
import { cellOf, gridSize, positionAt } from './cellPosition';
import { CellReader } from './cellReader';
import { GrowingWidths, widthsKey } from './widths';

/** Horizontal padding of a cell in pixels, both sides together. */
export const CELL_PADDING = 16;

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export class ValueGrid {
  /** The size of the cells in pixels, without headers. */
  readonly viewport = signal<Viewport>({ width: 0, height: 0 });
  readonly rowPosition = signal<Position>(START);
  readonly columnPosition = signal<Position>(START);
  /** The other corner of the selection; the cursor is one. */
  readonly anchor = signal<Cell | undefined>(undefined);

  readonly size = computed(() => {
    const view = this.model.view.value;
    return view ? gridSize(view, this.model.cellPosition.value) : { rows: 0, columns: 0 };
  });
  readonly cursor = computed((): Cell => {
    const view = this.model.view.value;
    return view && this.size.value.rows > 0
      ? cellOf(view, this.model.cellPosition.value)
      : { row: 0, column: 0 };
  });
  readonly reader = computed(() => {
    const view = this.model.view.value;
    return view && new CellReader(view, this.model.pages.cache, this.model.sourceLength);
  });
  readonly #widthsKey = computed(() => {
    const view = this.model.view.value;
    return view ? widthsKey(view) : '';
  });
  readonly widths = computed(() => {
    // Only another kind of text makes other widths, not every new view: hence the peek.
    const isDrawn = this.#widthsKey.value !== '';
    return new GrowingWidths(isDrawn ? Math.max(1, this.model.view.peek()!.leaves.length) : 1);
  });

  constructor(private readonly model: Model) {}

  rows(): Lines {
    return evenLines(this.size.value.rows, metrics.value.row);
  }

  columns(): Lines {
    const widths = this.widths.value;
    const leaves = Math.max(1, this.model.view.value?.leaves.length ?? 1);
    const { character } = metrics.value;
    return {
      count: this.size.value.columns,
      size: column => Math.ceil(widths.characters(column % leaves) * character) + CELL_PADDING,
    };
  }

  topRow(): Position {
    return clamp(this.rows(), this.rowPosition.value, this.viewport.value.height);
  }

  leftColumn(): Position {
    return clamp(this.columns(), this.columnPosition.value, this.viewport.value.width);
  }

  scroll(dx: number, dy: number): void {
    // Another cell is under the pointer then.
    this.model.pointed.value = undefined;
    const { width, height } = this.viewport.value;
    if (dy !== 0) this.rowPosition.value = scrollBy(this.rows(), this.topRow(), height, dy);
    if (dx !== 0) this.columnPosition.value = scrollBy(this.columns(), this.leftColumn(), width, dx);
  }

  /** Scrolls by as little as shows the cell. */
  reveal({ row, column }: Cell): void {
    const { width, height } = this.viewport.value;
    this.rowPosition.value = reveal(this.rows(), this.topRow(), height, row);
    this.columnPosition.value = reveal(this.columns(), this.leftColumn(), width, column);
  }

  resize(viewport: Viewport): void {
    this.keepCursor(() => {
      this.viewport.value = viewport;
    });
  }

  /** Runs a change that takes room from cells, such as other widths; the cursor stays in view if it was. */
  keepCursor<T>(change: () => T): T {
    const cursor = this.cursor.value;
    const wasShown = this.#shows(cursor);
    const result = change();
    if (wasShown && !this.#shows(cursor)) this.reveal(cursor);
    return result;
  }

  #shows({ row, column }: Cell): boolean {
    const { width, height } = this.viewport.value;
    const top = this.topRow();
    const left = this.leftColumn();
    return (
      samePosition(reveal(this.rows(), top, height, row), top) &&
      samePosition(reveal(this.columns(), left, width, column), left)
    );
  }

  /** The cell that a key moves the cursor to; undefined for other keys. */
  cellAfterKey(key: string, ctrl: boolean): Cell | undefined {
    const { rows, columns } = this.size.value;
    const { row, column } = this.cursor.value;
    const page = pageLength(this.rows(), { line: this.topRow().line, pixel: 0 }, this.viewport.value.height);
    const moves: Partial<Record<string, Cell>> = {
      ArrowUp: { row: ctrl ? 0 : row - 1, column },
      ArrowDown: { row: ctrl ? rows - 1 : row + 1, column },
      ArrowLeft: { row, column: ctrl ? 0 : column - 1 },
      ArrowRight: { row, column: ctrl ? columns - 1 : column + 1 },
      Home: { row: ctrl ? 0 : row, column: 0 },
      End: { row: ctrl ? rows - 1 : row, column: columns - 1 },
      PageUp: { row: row - page, column },
      PageDown: { row: row + page, column },
    };
    const target = moves[key];
    if (!target || rows === 0) return undefined;
    return {
      row: Math.max(0, Math.min(rows - 1, target.row)),
      column: Math.max(0, Math.min(columns - 1, target.column)),
    };
  }

  /** Moves the cursor to a cell; `extend` keeps the other corner of the selection. */
  moveTo(cell: Cell, extend = false): void {
    const { model } = this;
    const view = model.view.value;
    if (!view || this.size.value.rows === 0) return;
    this.anchor.value = extend ? (this.anchor.value ?? this.cursor.value) : undefined;
    const position = positionAt(view, model.cellPosition.value, cell);
    model.setCellPosition(position);
    model.focused.value = { kind: 'item', index: position.index, leaf: position.leaf };
    this.reveal(cell);
  }
}
