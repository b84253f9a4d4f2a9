/** What the webview may tell the extension: a part of the contract that only the extension checks, and so has to load. */
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

/** The view that is drawn: of the whole array where `slice` is empty. */
const shownView = v.object({ slice: text, dtype: text, layout: layoutFields });
export type ShownView = v.InferOutput<typeof shownView>;

export const viewEvents = {
  /** Null where nothing has the focus. */
  focusChanged: v.nullable(focusedItem),
  /** Another view of a file's array is drawn. */
  viewChanged: shownView,
  /** The pages on screen: those that a new picture brings along. */
  pagesShown: v.pipe(v.array(natural), v.maxLength(MAX_PAGES)),
  /** Statistics or a picture are wanted, or no longer. */
  task: taskRequest,
  /** The file is to be saved: VS Code does not hear the keys that a box keeps. */
  save: nothing,
} as const satisfies Record<string, v.GenericSchema>;
