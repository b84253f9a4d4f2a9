/**
 * Pastes a block over the selected values. On Ctrl+V the browser's event has the clipboard's text; for the menu the
 * extension sends it.
 */
import { asInspectorError, errorText } from '../../core/errors';
import type { App } from '../state/app';
import type { Edit } from '../protocol/requestParams';
import { cellId } from '../values/valueHandlers';
import { rectangleOf } from '../state/selection';
import { editsOf, parseBlock, targetOfPaste } from './block';
import type { EditorOptions } from './cellEditor';

/** Listens to Ctrl+V. Returns the function that pastes a text. */
export function listenToPaste(
  app: App,
  { readOnlyReason, showMessage, encode, trackWrite }: EditorOptions,
  change: (edits: readonly Edit[]) => Promise<void>,
): (text: string) => void {
  const pasteText = (text: string): void => {
    const reason = readOnlyReason();
    if (reason !== undefined) showMessage(reason, cellId(app.values.cursor.value));
    else if (text !== '') trackWrite(paste(text));
  };
  document.addEventListener('paste', event => {
    const target = event.target instanceof Element ? event.target : undefined;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!target?.closest('[role=grid][aria-label=Values]') || target.closest('input') || text === '') return;
    event.preventDefault();
    pasteText(text);
  });
  return pasteText;

  async function paste(text: string): Promise<void> {
    const { model, values } = app;
    try {
      const block = parseBlock(text);
      const selected = rectangleOf(values.anchor.value, values.cursor.value);
      const target = targetOfPaste(app, block, selected);
      const isSingle = block.length === 1 && block[0].length === 1;
      const textAt = (row: number, column: number): string =>
        isSingle ? block[0][0] : block[row - target.top][column - target.left];
      await change(await editsOf(app, target, textAt, encode));
      model.requestError.value = undefined;
    } catch (error) {
      showMessage(errorText(asInspectorError(error)), cellId(values.cursor.value));
    }
  }
}
