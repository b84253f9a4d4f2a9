/**
 * Every message both ways, in one place. Requests go from the webview to the extension and end in a result, an error
 * or a time-out; events go either way and expect nothing.
 */
import type * as v from 'valibot';
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
} as const;

/** What the extension may tell the webview. */
export const hostEvents = {
  /** The file or its layout changed. */
  documentChanged: s.documentState,
  /** *Go To…* from the palette: an index, a byte offset or a percentage. */
  goTo: s.shortText,
} as const;

/** What the webview may tell the extension. */
export const viewEvents = {
  focusChanged: s.focusedItem,
} as const;

export type Requests = typeof requests;
export type Method = keyof Requests;
export type Params<M extends Method> = v.InferOutput<Requests[M]['params']>;
export type Result<M extends Method> = v.InferOutput<Requests[M]['result']>;
export type EventsOf<E extends Record<string, v.GenericSchema>> = { [K in keyof E]: v.InferOutput<E[K]> };
export type HostEvents = EventsOf<typeof hostEvents>;
export type ViewEvents = EventsOf<typeof viewEvents>;
