/** Brings the pages that an edit or a copy needs, and waits until all of them are up to date. */
import { InspectorError } from '../../core/errors';
import { texts } from '../lazyStrings';
import { pagesOf } from '../pages/cache';
import type { PageLoader } from '../pages/loader';
import type { App } from './app';
import { MAX_ITEM_BYTES } from './cellReader';
import { cellByteOffset } from './cellPosition';
import type { Rectangle } from './selection';
import { MAX_COPIED_CELLS } from './rectangle';

/** How often pages are requested again because the bytes changed on the way. */
const MAX_ATTEMPTS = 5;

/** Brings pages until all are fresh. Resolves to false where they are too many to be cached at once. */
export async function bringNow(pages: PageLoader, numbers: readonly number[]): Promise<boolean> {
  const isFresh = (page: number): boolean => pages.cache.isFresh(page, pages.revision);
  for (let attempt = 0; attempt < MAX_ATTEMPTS && !numbers.every(isFresh); attempt++)
    if (!(await pages.bring(numbers))) return false;
  return true;
}

/** Brings every page that holds a cell of the rectangle. Rejects with `too-large` where they are too many. */
export async function bringPages({ model }: App, rectangle: Rectangle): Promise<void> {
  const view = model.view.value!;
  const pages = new Set<number>();
  for (let row = rectangle.top; row <= rectangle.bottom; row++) {
    for (let column = rectangle.left; column <= rectangle.right; column++) {
      const { itemsize } = view.leaves[column % view.leaves.length].dtype;
      const start = cellByteOffset(view, model.cellPosition.value, { row, column });
      if (start < 0 || start + itemsize > model.sourceLength || itemsize > MAX_ITEM_BYTES) continue;
      for (const page of pagesOf(start, itemsize)) pages.add(page);
    }
  }
  if (!(await bringNow(model.pages, [...pages]))) throw tooLarge();
}

/** The error of a selection with more than `MAX_COPIED_CELLS` cells, or on more pages than fit in the cache. */
export function tooLarge(): InspectorError {
  return new InspectorError('too-large', texts.copyTooLarge(MAX_COPIED_CELLS), {
    action: texts.copySmaller,
  });
}
