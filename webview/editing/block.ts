/**
 * Edits of many cells: a pasted block, or one value in every selected cell. Invariant: all cells change or none; the
 * error of a cell names its index and is thrown before anything is sent.
 */
import { InspectorError } from '../../core/errors';
import type { App } from '../state/app';
import type { Edit } from '../protocol/requestParams';
import { cellByteOffset, positionAt } from '../state/cellPosition';
import { bringPages } from '../state/bringPages';
import type { Rectangle } from '../state/selection';
import { cellCount } from '../state/rectangle';
import type { Encode } from './cellEditor';
import { errorAtItem, createEdit } from './createEdit';
import { texts } from '../lazyStrings';

/** The largest number of cells in one change. */
export const MAX_CHANGED_CELLS = 10_000;

/** Splits the text of a spreadsheet or a text file into rows of cells, at tabs if it has any, else at commas. */
export function parseBlock(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ',';
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${separator}\r\n]*)(${separator}|\r?\n|$)`, 'y');
  const rows: string[][] = [[]];
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) break;
    const [, cell, end] = match;
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim());
    if (end.endsWith('\n') && pattern.lastIndex < text.length) rows.push([]);
    // A separator at the very end is followed by an empty cell.
    if (end === separator && pattern.lastIndex === text.length) rows.at(-1)!.push('');
  }
  return rows;
}

/** The cells that a pasted block covers: a single value fills the selection. Throws where the block does not fit. */
export function targetOfPaste(
  app: App,
  block: readonly (readonly string[])[],
  selected: Rectangle,
): Rectangle {
  const height = block.length;
  const width = Math.max(...block.map(row => row.length));
  if (block.some(row => row.length !== width)) throw invalid(texts.ragged, texts.raggedAction);
  if (height === 1 && width === 1) return selected;
  const { rows, columns } = app.values.size.value;
  const target = {
    top: selected.top,
    left: selected.left,
    bottom: selected.top + height - 1,
    right: selected.left + width - 1,
  };
  if (target.bottom >= rows || target.right >= columns)
    throw invalid(texts.noRoom(height, width), texts.noRoomAction);
  return target;
}

/** The edits that write `textAt(row, column)` to each cell of the rectangle; cells that hold it already are left out. */
export async function editsOf(
  app: App,
  rectangle: Rectangle,
  textAt: (row: number, column: number) => string,
  encode: Encode,
): Promise<Edit[]> {
  if (cellCount(rectangle) > MAX_CHANGED_CELLS)
    throw invalid(texts.tooMany(MAX_CHANGED_CELLS), texts.tooManyAction);
  await bringPages(app, rectangle);
  const edits: Edit[] = [];
  for (let row = rectangle.top; row <= rectangle.bottom; row++) {
    for (let column = rectangle.left; column <= rectangle.right; column++) {
      const edit = editAt(app, row, column, textAt(row, column), encode);
      if (edit) edits.push(edit);
    }
  }
  return edits;
}

function editAt({ model }: App, row: number, column: number, text: string, encode: Encode): Edit | undefined {
  const view = model.view.value!;
  const { index, leaf } = positionAt(view, model.cellPosition.value, { row, column });
  try {
    const { bytes } = encode(view.leaves[leaf].dtype, text);
    const byteOffset = cellByteOffset(view, model.cellPosition.value, { row, column });
    return createEdit(model.pages.cache, model.pages.revision, byteOffset, bytes);
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    throw errorAtItem(index, error);
  }
}

function invalid(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { action });
}
