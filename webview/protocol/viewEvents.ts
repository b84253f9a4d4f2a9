/** Events of the webview: the part of the contract that only the extension checks and loads. */
import * as v from 'valibot';
import { layoutFields, MAX_PAGES, nothing } from './schema';
import { taskRequest } from './taskSchema';
import { integer, natural, text } from './values';

/** The focused item, for the status bar. */
const focusedItem = v.object({
  index: v.pipe(v.array(integer), v.maxLength(64)),
  byteOffset: integer,
  value: text,
});
export type FocusedItem = v.InferOutput<typeof focusedItem>;

/** The current view; `slice` is empty for the whole array. */
const shownView = v.object({ slice: text, dtype: text, layout: layoutFields });
export type ShownView = v.InferOutput<typeof shownView>;

export const viewEvents = {
  /** Null if no item has the focus. */
  focusChanged: v.nullable(focusedItem),
  /** The view of a file's array has changed. */
  viewChanged: shownView,
  /** The pages on screen, which a new snapshot includes. */
  pagesShown: v.pipe(v.array(natural), v.maxLength(MAX_PAGES)),
  /** Starts or cancels statistics or a picture. */
  task: taskRequest,
  /** Asks to save the file: VS Code does not receive keys pressed in a text box. */
  save: nothing,
} as const satisfies Record<string, v.GenericSchema>;
