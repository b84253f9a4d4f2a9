/**
 * VS Code's menu over the cells. VS Code reads what was clicked from an attribute, and the chosen entry comes back as an
 * event. A click outside the selection first selects its own cell, as in a spreadsheet.
 * https://code.visualstudio.com/api/extension-guides/webview#context-menus
 */
import { byteUnder, copyByte } from '../bytes/byteHandlers';
import type { App } from '../state/app';
import { cellsRequest } from '../protocol/cellsSchema';
import { checked } from '../protocol/envelope';
import { cellUnder } from '../values/valueHandlers';
import { rectangleOf } from '../state/selection';
import type { Cell } from '../state/cellPosition';
import { copySelection } from './copy';

type Grid = 'values' | 'bytes';

export class ContextMenu {
  /** The grid in which the menu was last opened. */
  #grid: Grid = 'values';

  constructor(
    private readonly app: App,
    private readonly paste: (text: string) => void,
  ) {
    // Captured: VS Code reads the attribute later in the same event.
    document.addEventListener('contextmenu', event => this.#open(event), true);
  }

  /** Handles the host's event `cells`: an entry of the menu, or a command. */
  accept(event: unknown): void {
    const request = checked(cellsRequest, event, 'cells');
    if (request.do === 'paste') this.paste(request.text);
    else if (this.#grid === 'bytes' && request.as === 'text') copyByte(this.app);
    else void copySelection(this.app, request.as);
  }

  #open(event: MouseEvent): void {
    const grid = gridOf(event.target as Element);
    const { dataset } = document.body;
    if (grid === undefined) {
      delete dataset.vscodeContext;
      return;
    }
    this.#grid = grid;
    dataset.vscodeContext = JSON.stringify({ ndarrayGrid: grid, preventDefaultContextMenuItems: true });
    this.#select(event);
  }

  #select(event: MouseEvent): void {
    const { navigator } = this.app;
    const cell = cellUnder(event);
    const byteOffset = byteUnder(event);
    if (cell && !this.#isSelected(cell)) navigator.toCell(cell);
    else if (byteOffset !== undefined) navigator.toByte(byteOffset);
  }

  #isSelected({ row, column }: Cell): boolean {
    const { anchor, cursor } = this.app.values;
    const { top, bottom, left, right } = rectangleOf(anchor.value, cursor.value);
    return row >= top && row <= bottom && column >= left && column <= right;
  }
}

/** The grid of an event; the menu key's event is that of the grid with the focus. */
function gridOf(target: Element): Grid | undefined {
  if (target.closest('input')) return undefined;
  const name = target.closest('[role=grid]')?.getAttribute('aria-label');
  return name === 'Values' ? 'values' : name === 'Bytes' ? 'bytes' : undefined;
}
