/**
 * A block that is pasted over the values. With Ctrl+V the browser hands out the clipboard's text with the event, and asks
 * nobody; from the menu the extension sends it.
 */
import { asInspectorError, errorText } from '../../core/errors';
import type { App } from '../state/app';
import type { Edit } from '../protocol/requestParams';
import { cellId } from '../values/valueHandlers';
import { rectangleOf } from '../state/selection';
import { editsOf, parseBlock, targetOfPaste } from './block';
import type { EditorOptions } from './cellEditor';

/** Listens to Ctrl+V; gives back what pastes a text. */
export function listenToPaste(
  app: App,
  { refusal, say, encode, track }: EditorOptions,
  change: (edits: readonly Edit[]) => Promise<void>,
): (text: string) => void {
  const over = (text: string): void => {
    const why = refusal();
    if (why !== undefined) say(why, cellId(app.values.cursor.value));
    else if (text !== '') track(paste(text));
  };
  document.addEventListener('paste', event => {
    const target = event.target instanceof Element ? event.target : undefined;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!target?.closest('[role=grid][aria-label=Values]') || target.closest('input') || text === '') return;
    event.preventDefault();
    over(text);
  });
  return over;

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
      say(errorText(asInspectorError(error)), cellId(values.cursor.value));
    }
  }
}
