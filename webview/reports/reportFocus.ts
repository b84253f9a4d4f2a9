/** Reports the focused item to the extension, at most ten times a second, for the status bar. */
import { effect } from '@preact/signals';
import type { App } from '../state/app';
import type { FocusedItem } from '../protocol/viewEvents';
import { cellByteOffset } from '../state/cellPosition';

const DELAY_MS = 100;

/** Calls `send` once the focus and its value have rested; with null when nothing has the focus, as after slicing. */
export function reportFocus({ model, values }: App, send: (item: FocusedItem | null) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = 'null';
  effect(() => {
    const item = focusedItem({ model, values }) ?? null;
    clearTimeout(timer);
    if (JSON.stringify(item) === sent) return;
    timer = setTimeout(() => {
      sent = JSON.stringify(item);
      send(item);
    }, DELAY_MS);
  });
}

function focusedItem({ model, values }: Pick<App, 'model' | 'values'>): FocusedItem | undefined {
  const view = model.view.value;
  const reader = values.reader.value;
  if (!view || !reader || !model.focused.value || values.size.value.rows === 0) return undefined;
  const { index, leaf } = model.cellPosition.value;
  const byteOffset = cellByteOffset(view, model.cellPosition.value, values.cursor.value);
  const { text } = reader.read(byteOffset, leaf, model.pagesVersion.value);
  return { index: [...index], byteOffset, value: text.slice(0, 256) };
}
