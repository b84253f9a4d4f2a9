/**
 * Every message both ways. Requests go from the webview to the extension and end in a result, an error
 * or a time-out; events go either way and expect nothing (`viewEvents.ts` has those of the webview).
 */
import * as v from 'valibot';
import * as d from './debugSchema';
import * as o from './documentState';
import * as f from './findSchema';
import type { params } from './requestParams';
import * as s from './schema';

/** What the webview may ask of the extension, and how that is answered; `requestParams.ts` has what is sent along. */
export const results = {
  /** The webview is up: everything it needs to draw. Asked again after it was rebuilt. */
  ready: o.initialState,
  /** Bytes by page. */
  readPages: o.pages,
  /** The user typed a layout: it is checked, remembered and drawn, or refused with what is wrong with it. */
  setLayout: o.documentState,
  /** The user chose `candidates[k]`. */
  chooseCandidate: o.documentState,
  /** Back to the layout that discovery finds, forgetting what was chosen. */
  forgetLayout: o.documentState,
  /** Looks at the file again, after a problem. */
  retry: o.documentState,
  openAsText: s.nothing,
  /** Shows the place the layout came from. */
  openOrigin: s.nothing,
  copyText: s.nothing,
  copyMemmapLine: s.nothing,

  /** Stores bytes in place, if the old ones are still there: in a program at once, in a file when it is saved. */
  writeBytes: o.documentState,

  // Of files only.
  /** Several cells changed at once: one step for undo. */
  change: o.documentState,
  /** How the file is open: `r`, `r+` or `c`, as `np.memmap` has them. */
  setMode: o.documentState,
  /** Looks for a value or for bytes; null where there are none. Takes as long as it takes: an event says how far it is. */
  find: f.found,

  // Of arrays in a stopped program only.
  /** Times a real walk along each axis: runs in the program, for at most a second. */
  measure: d.measurement,
  /** Whether to count the changed pages of the whole owner at each stop. */
  countPages: o.documentState,
  /** What this panel shows from now on. */
  setExpression: o.documentState,
  /** Shows another expression in a panel of its own. */
  inspect: s.nothing,
  /** Opens the file that owns the bytes in the editor, at the array's offset and layout. */
  openOwnerFile: s.nothing,
} as const satisfies Record<keyof typeof params, v.GenericSchema>;

/** These may take as long as they take. */
export const LONG: readonly Method[] = ['find'];

/** What the extension may tell the webview. */
export const hostEvents = {
  /** The file or its layout changed. */
  documentChanged: o.documentState,
  /** The program stopped: the new picture, with the bytes of the pages that were on screen. */
  stopped: o.initialState,
  /** *Go To…* from the palette: an index, a byte offset or a percentage. */
  goTo: s.shortText,
  /** How far the search is; null for *Find…* from the palette, which opens the bar. */
  find: f.findNews,
  /** *Copy* and *Paste* from the menu or the palette: a `cellsRequest`, which the late features check. */
  cells: v.unknown(),
  /** Progress and results of statistics and pictures: a `taskEvent`, which the late features check. */
  task: v.unknown(),
} as const;

type Results = typeof results;
export type Method = keyof Results;
export type Params<M extends Method> = v.InferOutput<(typeof params)[M]>;
export type Result<M extends Method> = v.InferOutput<Results[M]>;
export type EventsOf<E extends Record<string, v.GenericSchema>> = { [K in keyof E]: v.InferOutput<E[K]> };
export type HostEvents = EventsOf<typeof hostEvents>;
