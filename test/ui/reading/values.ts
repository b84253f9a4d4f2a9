/** The value grid as a screen reader finds it: by role, name and aria attributes alone. */
import type { Frame } from 'playwright-core';
import { settled } from './settled';

export interface ValueCell {
  readonly text: string;
  /** What stands at the head of its row and of its column. */
  readonly rowHeader: string;
  readonly columnHeader: string;
  /** 1-based, headers included; absent where ARIA cannot count so far. */
  readonly rowIndex?: number;
  readonly columnIndex?: number;
  /** Its byte range, and whether it is linked. */
  readonly description: string;
  readonly linked: boolean;
  /** Where its middle is in the webview's document; a cell cut off by the grid's edge is `visible` still. */
  readonly x: number;
  readonly y: number;
}

export interface ValueGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly ValueCell[];
}

/** The grid as it is now, loaded or not. */
export function valuesNow(frame: Frame): Promise<ValueGrid> {
  return frame.evaluate(() => {
    const grid = document.querySelector('[role=grid][aria-label=Values]');
    if (!grid) throw new Error('there is no grid named Values');
    const count = (name: string) => Number(grid.getAttribute(name));
    const number = (element: Element, name: string) => {
      const text = element.getAttribute(name);
      return text === null ? undefined : Number(text);
    };
    const headers = [...grid.querySelectorAll('[role=columnheader]')].slice(1);
    const cells = [...grid.querySelectorAll('[role=row]')].flatMap(row => {
      const rowHeader = row.querySelector('[role=rowheader]')?.textContent.trim() ?? '';
      return [...row.querySelectorAll('[role=gridcell]')].map((cell, k) => {
        const box = cell.getBoundingClientRect();
        return {
          text: cell.textContent,
          rowHeader,
          columnHeader: headers[k]?.textContent.trim() ?? '',
          rowIndex: number(cell, 'aria-rowindex'),
          columnIndex: number(cell, 'aria-colindex'),
          description: cell.getAttribute('aria-description') ?? '',
          linked: cell.hasAttribute('data-linked'),
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
        };
      });
    });
    return { rowCount: count('aria-rowcount'), columnCount: count('aria-colcount'), cells };
  });
}

/** The grid once every value in it is loaded. */
export async function readValues(frame: Frame): Promise<ValueGrid> {
  await settled(frame);
  return valuesNow(frame);
}

/** The cell with these heads, if it is on screen. */
export function cellAt(
  grid: ValueGrid,
  row: number | string,
  column: number | string,
): ValueCell | undefined {
  return grid.cells.find(cell => cell.rowHeader === String(row) && cell.columnHeader === String(column));
}

/** The cell that has the grid's cursor, as assistive technology is told of it; `undefined` when it is scrolled away. */
export async function focusedCell(frame: Frame): Promise<ValueCell | undefined> {
  await settled(frame);
  const at = await frame.evaluate(() => {
    const grid = document.querySelector('[role=grid][aria-label=Values]');
    const id = grid?.getAttribute('aria-activedescendant');
    const cells = [...(grid?.querySelectorAll('[role=gridcell]') ?? [])];
    return id ? cells.findIndex(cell => cell.id === id) : -1;
  });
  return at < 0 ? undefined : (await valuesNow(frame)).cells[at];
}
