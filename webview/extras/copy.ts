/** Copies the selection: brings the pages it needs, then writes its text to the clipboard through the extension. */
import { asInspectorError, InspectorError } from '../../core/errors';
import type { App } from '../frame/app';
import { pagesOf } from '../pages/cache';
import { cellByteOffset } from '../state/place';
import { MAX_ITEM_BYTES } from '../values/reader';
import type { Rectangle } from '../values/selection';
import { MAX_COPIED_CELLS, cellCount, rectangleOf, tabSeparated } from '../values/selection';
import { texts } from './strings';

export async function copySelection(app: App): Promise<void> {
  const { model, values, actions } = app;
  if (values.size.value.rows === 0) return;
  const rectangle = rectangleOf(values.anchor.value, values.cursor.value);
  const count = cellCount(rectangle);
  try {
    if (count > MAX_COPIED_CELLS) throw tooLarge();
    await bringPages(app, rectangle);
    const text = tabSeparated(rectangle, (row, column) => cellText(app, row, column));
    await actions.copyText(text, texts.copiedCells(count));
  } catch (error) {
    model.requestError.value = asInspectorError(error);
  }
}

function tooLarge(): InspectorError {
  return new InspectorError('too-large', texts.copyTooLarge(MAX_COPIED_CELLS), {
    action: texts.copySmaller,
  });
}

/** Brings every page that the cells of the rectangle are on. */
export async function bringPages({ model }: App, rectangle: Rectangle): Promise<void> {
  const view = model.view.value!;
  const pages = new Set<number>();
  for (let row = rectangle.top; row <= rectangle.bottom; row++) {
    for (let column = rectangle.left; column <= rectangle.right; column++) {
      const { itemsize } = view.leaves[column % view.leaves.length].dtype;
      const start = cellByteOffset(view, model.place.value, { row, column });
      if (start < 0 || start + itemsize > model.sourceLength || itemsize > MAX_ITEM_BYTES) continue;
      for (const page of pagesOf(start, itemsize)) pages.add(page);
    }
  }
  if (!(await model.pages.bring([...pages]))) throw tooLarge();
}

function cellText({ model, values }: App, row: number, column: number): string {
  const view = model.view.value!;
  const start = cellByteOffset(view, model.place.value, { row, column });
  return values.reader.value!.read(start, column % view.leaves.length, model.pagesVersion.value).text;
}
