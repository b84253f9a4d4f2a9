/** What the webview may tell the extension: a part of the contract that only the extension checks, and so has to load. */
import * as v from 'valibot';
import * as s from './schema';
import { taskRequest } from './taskSchema';

export const viewEvents = {
  /** Null where nothing has the focus. */
  focusChanged: v.nullable(s.focusedItem),
  /** Another view of a file's array is drawn. */
  viewChanged: s.shownView,
  /** The pages on screen: those that a new picture brings along. */
  pagesShown: s.shownPages,
  /** Statistics or a picture are wanted, or no longer. */
  task: taskRequest,
  /** The file is to be saved: VS Code does not hear the keys that a box keeps. */
  save: v.null(),
} as const satisfies Record<string, v.GenericSchema>;
