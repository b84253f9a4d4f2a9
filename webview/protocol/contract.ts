/**
 * Every message both ways, in one place. Requests go from the webview to the extension and end in a result, an error
 * or a time-out; events go either way and expect nothing (`viewEvents.ts` has those of the webview).
 */
import * as v from 'valibot';
import * as d from './debugSchema';
import * as f from './findSchema';
import * as s from './schema';

/** What the webview may ask of the extension. */
export const requests = {
  /** The webview is up: everything it needs to draw. Asked again after it was rebuilt. */
  ready: { params: s.nothing, result: s.initialState },
  /** Bytes by page. */
  readPages: { params: s.readPages, result: s.pages },
  /** The user typed a layout: it is checked, remembered and drawn, or refused with what is wrong with it. */
  setLayout: { params: s.layoutRequest, result: s.documentState },
  /** The user chose `candidates[k]`. */
  chooseCandidate: { params: s.candidateIndex, result: s.documentState },
  /** Back to the layout that discovery finds, forgetting what was chosen. */
  forgetLayout: { params: s.nothing, result: s.documentState },
  /** Looks at the file again, after a problem. */
  retry: { params: s.nothing, result: s.documentState },
  openAsText: { params: s.openAsText, result: s.nothing },
  /** Shows the place the layout came from. */
  openOrigin: { params: s.nothing, result: s.nothing },
  copyText: { params: s.clipboardText, result: s.nothing },
  copyMemmapLine: { params: s.nothing, result: s.nothing },

  /** Stores bytes in place, if the old ones are still there: in a program at once, in a file when it is saved. */
  writeBytes: { params: d.edit, result: s.documentState },

  // Of files only.
  /** Several cells changed at once: one step for undo. */
  change: { params: d.change, result: s.documentState },
  /** How the file is open: `r`, `r+` or `c`, as `np.memmap` has them. */
  setMode: { params: s.mode, result: s.documentState },
  /** Looks for a value or for bytes; null where there are none. Takes as long as it takes: an event says how far it is. */
  find: { params: f.findRequest, result: f.found, isLong: true },

  // Of arrays in a stopped program only.
  /** Times a real walk along each axis: runs in the program, for at most a second. */
  measure: { params: s.nothing, result: d.measurement },
  /** Whether to count the changed pages of the whole owner at each stop. */
  countPages: { params: s.flag, result: s.documentState },
  /** What this panel shows from now on. */
  setExpression: { params: s.shortText, result: s.documentState },
  /** Shows another expression in a panel of its own. */
  inspect: { params: s.shortText, result: s.nothing },
  /** Opens the file that owns the bytes in the editor, at the array's offset and layout. */
  openOwnerFile: { params: s.nothing, result: s.nothing },
} as const;

/** What the extension may tell the webview. */
export const hostEvents = {
  /** The file or its layout changed. */
  documentChanged: s.documentState,
  /** The program stopped: the new picture, with the bytes of the pages that were on screen. */
  stopped: s.initialState,
  /** *Go To…* from the palette: an index, a byte offset or a percentage. */
  goTo: s.shortText,
  /** How far the search is; null for *Find…* from the palette, which opens the bar. */
  find: f.findNews,
  /** *Copy* and *Paste* from the menu or the palette: a `cellsRequest`, which the extras check. */
  cells: v.unknown(),
  /** How statistics and pictures go: a `taskEvent`, which the extras check. */
  task: v.unknown(),
} as const;

export type Requests = typeof requests;
export type Method = keyof Requests;
export type Params<M extends Method> = v.InferOutput<Requests[M]['params']>;
export type Result<M extends Method> = v.InferOutput<Requests[M]['result']>;
export type EventsOf<E extends Record<string, v.GenericSchema>> = { [K in keyof E]: v.InferOutput<E[K]> };
export type HostEvents = EventsOf<typeof hostEvents>;
