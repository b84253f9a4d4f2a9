/**
 * What a panel remembers of itself while VS Code throws its page away: the slice, the axes, the cursor, where it is
 * scrolled to, how it is split. Nothing depends on it: what does not fit any more is left out.
 */
import { effect } from '@preact/signals';
import * as v from 'valibot';
import type { App } from '../frame/app';
import { splitPercent } from '../frame/Split';
import type { DocumentState } from '../protocol/schema';

const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const position = v.object({ line: natural, pixel: v.pipe(v.number(), v.minValue(0)) });
const axis = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(63));
const savedState = v.object({
  version: v.literal(1),
  fileName: v.string(),
  slice: v.pipe(v.string(), v.maxLength(4096)),
  place: v.object({
    index: v.pipe(v.array(natural), v.maxLength(64)),
    leaf: natural,
    rowAxis: axis,
    colAxis: axis,
  }),
  rows: position,
  columns: position,
  bytes: position,
  byteCursor: natural,
  split: v.pipe(v.number(), v.minValue(20), v.maxValue(80)),
});
export type SavedState = v.InferOutput<typeof savedState>;

/** `state` if it is one of ours and of this file. */
export function readSaved(state: unknown, fileName: string): SavedState | undefined {
  const parsed = v.safeParse(savedState, state);
  return parsed.success && parsed.output.fileName === fileName ? parsed.output : undefined;
}

export function restoreState({ model, values, bytes }: App, state: unknown, document: DocumentState): void {
  const saved = readSaved(state, document.fileName);
  if (!saved) return;
  model.slice.value = saved.slice;
  model.setPlace(saved.place);
  values.rowPosition.value = saved.rows;
  values.columnPosition.value = saved.columns;
  bytes.position.value = saved.bytes;
  model.byteCursor.value = saved.byteCursor;
  splitPercent.value = saved.split;
}

const DELAY_MS = 200;

/** Saves whatever changes, once it has rested. */
export function keepState({ model, values, bytes }: App, save: (state: SavedState) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const { index, leaf, rowAxis, colAxis } = model.place.value;
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
    timer = setTimeout(() => save(state), DELAY_MS);
  });
}
