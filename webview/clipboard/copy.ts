/** Copies the selection: brings its pages, then writes its text to the clipboard through the extension. */
import { asInspectorError, InspectorError } from '../../core/errors';
import { hexByte } from '../bytes/byteHandlers';
import type { App } from '../state/app';
import type { CopyAs } from '../protocol/cellsSchema';
import { cellByteOffset, positionAt } from '../state/cellPosition';
import { indexText } from '../ui/ranges';
import type { CellText } from '../state/cellReader';
import type { Rectangle } from '../state/selection';
import { MAX_COPIED_CELLS, cellCount, tabSeparated } from '../state/rectangle';
import { rectangleOf } from '../state/selection';
import { bringPages, tooLarge } from '../state/bringPages';
import { arrayLiteral } from './literal';
import { texts } from '../lazyStrings';

/** The text for the clipboard, and the message about it. */
type Copied = readonly [text: string, message: string];

const WRITERS: Record<CopyAs, (app: App, selected: Rectangle) => Copied> = {
  text: (app, selected) => [
    tabSeparated(selected, (row, column) => cellOf(app, row, column).text),
    texts.copiedCells(cellCount(selected)),
  ],
  numpy: (app, selected) => [
    arrayLiteral(app.model.view.value!.leaves, selected, (row, column) => valueOf(app, row, column).text),
    texts.copiedLiteral(cellCount(selected)),
  ],
  bytes: (app, selected) => {
    const lines = rowsOfBytes(app, selected);
    return [lines.map(line => line.join(' ')).join('\n'), texts.copiedBytes(lines.flat().length)];
  },
};

/** Copies the selected values: as they are shown, as Python that creates them, or as their bytes in hexadecimal. */
export async function copySelection(app: App, as: CopyAs = 'text'): Promise<void> {
  const { model, values, actions } = app;
  if (values.size.value.rows === 0) return;
  const selected = rectangleOf(values.anchor.value, values.cursor.value);
  try {
    if (cellCount(selected) > MAX_COPIED_CELLS) throw tooLarge();
    await bringPages(app, selected);
    await actions.copyText(...WRITERS[as](app, selected));
    model.requestError.value = undefined;
  } catch (error) {
    model.requestError.value = asInspectorError(error);
  }
}

function cellOf({ model, values }: App, row: number, column: number): CellText {
  const view = model.view.value!;
  const start = cellByteOffset(view, model.cellPosition.value, { row, column });
  return values.reader.value!.read(start, column % view.leaves.length, model.pagesVersion.value);
}

/** The cell's text. Throws where the item is outside its owner, or too large to be shown. */
function valueOf(app: App, row: number, column: number): CellText {
  const cell = cellOf(app, row, column);
  if (cell.state === 'value') return cell;
  const { index } = positionAt(app.model.view.value!, app.model.cellPosition.value, { row, column });
  throw new InspectorError('invalid-input', texts.noBytesHere(indexText(index)), {
    action: texts.copySmaller,
  });
}

/** The bytes of the selected items in hexadecimal, by row. */
function rowsOfBytes(app: App, { top, bottom, left, right }: Rectangle): string[][] {
  const { model } = app;
  const view = model.view.value!;
  const rows: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: string[] = [];
    for (let column = left; column <= right; column++) {
      valueOf(app, row, column);
      const start = cellByteOffset(view, model.cellPosition.value, { row, column });
      const { itemsize } = view.leaves[column % view.leaves.length].dtype;
      for (let at = start; at < start + itemsize; at++) line.push(hexByte(model.pages.cache.byteAt(at)!));
    }
    rows.push(line);
  }
  return rows;
}
