/**
 * VS Code's menu over the cells: it is told what was clicked, by the attribute that it looks for, and its entries come back
 * as requests. A click outside the selection selects its own cell first, as in a spreadsheet.
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
  /** Where the menu was last opened. */
  #grid: Grid = 'values';

  constructor(
    private readonly app: App,
    private readonly paste: (text: string) => void,
  ) {
    // Captured: VS Code looks for the attribute in the same event, later on.
    document.addEventListener('contextmenu', event => this.#open(event), true);
  }

  /** Does what an entry of the menu, or a command of the palette, asks for. */
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

/** By the key for menus, the event is that of the grid that has the focus. */
function gridOf(target: Element): Grid | undefined {
  if (target.closest('input')) return undefined;
  const name = target.closest('[role=grid]')?.getAttribute('aria-label');
  return name === 'Values' ? 'values' : name === 'Bytes' ? 'bytes' : undefined;
}
