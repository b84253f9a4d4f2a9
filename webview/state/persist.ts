/**
 * Saves and restores a panel's state, since VS Code discards its page: slice, axes, cursor, scroll positions and split.
 * What no longer fits is left out.
 */
import { effect } from '@preact/signals';
import type { App } from './app';
import { splitPercent } from '../ui/Split';
import type { DocumentState } from '../protocol/documentState';
import type { SavedState } from './saved';
import { readSaved } from './saved';

/** With more bytes before the first item, it would be below the edge of the byte grid. */
const FAR = 256;

export function restoreState({ model, values, bytes }: App, state: unknown, document: DocumentState): void {
  const saved = readSaved(state, document.fileName);
  if (!saved) {
    const first = document.facts?.layout.offset ?? 0;
    // A header stays on screen; what lies far before the first item does not.
    if (first >= FAR) bytes.scrollTo({ line: Math.floor(first / bytes.perRow.value), pixel: 0 });
    if (first >= FAR) model.byteCursor.value = first;
    return;
  }
  model.slice.value = saved.slice;
  model.setCellPosition(saved.place);
  values.rowPosition.value = saved.rows;
  values.columnPosition.value = saved.columns;
  bytes.position.value = saved.bytes;
  model.byteCursor.value = saved.byteCursor;
  splitPercent.value = saved.split;
}

const DELAY_MS = 200;

/** Saves changes once they have rested, and another slice at once, since VS Code may discard the page next. */
export function keepState({ model, values, bytes }: App, save: (state: SavedState) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slice = '';
  effect(() => {
    const { index, leaf, rowAxis, colAxis } = model.cellPosition.value;
    const state: SavedState = {
      version: 1,
      fileName: model.document.value?.fileName ?? '',
      slice: model.slice.value,
      place: { index: [...index], leaf, rowAxis, colAxis },
      rows: values.rowPosition.value,
      columns: values.columnPosition.value,
      bytes: bytes.position.value,
      byteCursor: model.byteCursor.value,
      split: splitPercent.value,
    };
    clearTimeout(timer);
    if (state.slice === slice) timer = setTimeout(() => save(state), DELAY_MS);
    else save(state);
    ({ slice } = state);
  });
}
