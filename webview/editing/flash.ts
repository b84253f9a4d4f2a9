/** Flashes the cells, in both grids, whose bytes another program changed. */
import { effect } from '@preact/signals';
import type { App } from '../state/app';
import { cellByteOffset } from '../state/cellPosition';
import { hasWithin, type ExternalChanges } from './externalChanges';
import './flash.css';

/** A little longer than the animation. */
const FLASH_MS = 1200;
let flashes = 0;

/** Flashes cells whenever their changed bytes arrive. */
export function flashExternalChanges(app: App, changes: ExternalChanges): void {
  effect(() => {
    if (app.model.pagesVersion.value < 0) return;
    const changed = changes.takeChanged();
    // Rows are drawn before the next frame, so the text and the flash come together.
    if (changed.length > 0) requestAnimationFrame(() => flash(cellsOf(app, changed)));
  });
}

/** The elements on screen that show one of the sorted offsets. */
function cellsOf({ model }: App, changed: readonly number[]): HTMLElement[] {
  const view = model.view.value;
  const isChanged = (element: HTMLElement): boolean => {
    const { byteOffset, row, column } = element.dataset;
    if (byteOffset !== undefined) return hasWithin(changed, Number(byteOffset), 1);
    if (!view) return false;
    const cell = { row: Number(row), column: Number(column) };
    const { itemsize } = view.leaves[cell.column % view.leaves.length].dtype;
    return hasWithin(changed, cellByteOffset(view, model.cellPosition.value, cell), itemsize);
  };
  const cells = document.querySelectorAll<HTMLElement>('.cell[data-row],.hex[data-byte-offset]');
  return [...cells].filter(isChanged);
}

function flash(cells: readonly HTMLElement[]): void {
  const mark = String(++flashes);
  for (const { dataset } of cells) delete dataset.flash;
  // Forces a layout without the marks, so that a cell that still flashes starts again.
  document.body.getBoundingClientRect();
  for (const { dataset } of cells) dataset.flash = mark;
  setTimeout(() => {
    for (const { dataset } of cells) if (dataset.flash === mark) delete dataset.flash;
  }, FLASH_MS);
}
