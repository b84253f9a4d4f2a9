/** Cells into whose bytes others have stored flash once, in both grids, when the new bytes are drawn. */
import { effect } from '@preact/signals';
import type { App } from '../state/app';
import { cellByteOffset } from '../state/cellPosition';
import { hasWithin, type StoredByOthers } from './externalChanges';
import './flash.css';

/** A little longer than the animation. */
const FLASH_MS = 1200;
let flashes = 0;

export function flashStored(app: App, stored: StoredByOthers): void {
  effect(() => {
    if (app.model.pagesVersion.value < 0) return;
    const changed = stored.arrived();
    // The rows are drawn before the next frame is: text and flash come together.
    if (changed.length > 0) requestAnimationFrame(() => flash(cellsOf(app, changed)));
  });
}

/** The elements on screen that show one of the bytes. */
function cellsOf({ model }: App, changed: readonly number[]): HTMLElement[] {
  const view = model.view.value;
  const isChanged = (element: HTMLElement): boolean => {
    const { byteOffset, row, column } = element.dataset;
    if (byteOffset !== undefined) return hasWithin(changed, Number(byteOffset), 1);
    if (!view) return false;
    const cell = { row: Number(row), column: Number(column) };
    const { itemsize } = view.leaves[cell.column % view.leaves.length].dtype;
    return hasWithin(changed, cellByteOffset(view, model.place.value, cell), itemsize);
  };
  const cells = document.querySelectorAll<HTMLElement>('.cell[data-row],.hex[data-byte-offset]');
  return [...cells].filter(isChanged);
}

function flash(cells: readonly HTMLElement[]): void {
  const mark = String(++flashes);
  for (const { dataset } of cells) delete dataset.flash;
  // What flashes still begins anew: the style without the mark has to be seen once.
  document.body.getBoundingClientRect();
  for (const { dataset } of cells) dataset.flash = mark;
  setTimeout(() => {
    for (const { dataset } of cells) if (dataset.flash === mark) delete dataset.flash;
  }, FLASH_MS);
}
