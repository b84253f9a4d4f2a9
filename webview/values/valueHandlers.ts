/** Keyboard and pointer handlers of the value grid. */
import type { App } from '../state/app';
import type { Cell } from '../state/cellPosition';
import { positionAt } from '../state/cellPosition';
import type { GridHandlers } from '../ui/gridHandlers';

export function cellId({ row, column }: Cell): string {
  return `value-${row}-${column}`;
}

/** Returns the cell under the pointer from its data attributes: cells have no handlers. */
export function cellUnder(event: Event): Cell | undefined {
  const cell = (event.target as Element).closest<HTMLElement>('[data-row]');
  if (!cell) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

export function valueHandlers(app: App): GridHandlers {
  const { model, values, navigator } = app;
  return {
    onDblClick: event => {
      if (cellUnder(event)) app.features.value?.editing.cells.start();
    },
    onKeyDown: event => onKey(app, event),
    onPointerDown: event => {
      const cell = cellUnder(event);
      if (event.button === 0 && cell) navigator.toCell(cell, event.shiftKey);
    },
    onPointerMove: event => {
      const cell = cellUnder(event);
      if (event.buttons === 1 && cell && model.focused.value) {
        const { row, column } = values.cursor.value;
        if (cell.row !== row || cell.column !== column) navigator.toCell(cell, true);
      }
      point(app, cell);
    },
    onPointerLeave: () => {
      model.pointed.value = undefined;
    },
    onFocus: () => {
      if (!model.focused.value && values.size.value.rows > 0) navigator.toCell(values.cursor.value);
    },
  };
}

function point({ model }: App, cell: Cell | undefined): void {
  const view = model.view.value;
  if (!view || !cell) {
    model.pointed.value = undefined;
    return;
  }
  const { index, leaf } = positionAt(view, model.cellPosition.value, cell);
  const before = model.pointed.value;
  const same =
    before?.kind === 'item' &&
    before.leaf === leaf &&
    before.index.every((entry, axis) => entry === index[axis]);
  if (!same) model.pointed.value = { kind: 'item', index, leaf };
}

function onKey(app: App, event: KeyboardEvent): void {
  // The cursor stays while a value is being typed into a cell.
  if (event.target instanceof HTMLInputElement) return;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'c' && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    void app.features.value?.clipboard.copySelection();
    return;
  }
  if (event.altKey) return;
  if (app.features.value?.editing.cells.handleKey(event)) {
    event.preventDefault();
    return;
  }
  const cell = app.values.cellAfterKey(event.key, ctrl);
  if (!cell) return;
  event.preventDefault();
  app.navigator.toCell(cell, event.shiftKey);
}
