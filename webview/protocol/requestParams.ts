/** Parameters of the webview's requests: the part of the contract that only the extension checks and loads. */
import * as v from 'valibot';
import { spot } from './findSchema';
import { clipboardText, MAX_PAGES, mode, nothing, order, shortText } from './schema';
import { bytes, natural, text } from './values';

/** A layout as typed; `shape` may contain one −1. */
const layoutRequest = v.object({ dtype: text, shape: text, order, offset: text });
export type LayoutRequest = v.InferOutput<typeof layoutRequest>;

const editBytes = v.pipe(
  bytes,
  v.check(({ length }) => length > 0 && length <= 65536, 'expected 1 to 65536 bytes'),
);
/** An edit: fixed-length and in place. Applied only if `oldBytes` are still in place. */
const edit = v.object({ byteOffset: natural, oldBytes: editBytes, newBytes: editBytes });
export type Edit = v.InferOutput<typeof edit>;

const findRequest = v.object({
  what: v.picklist(['value', 'bytes']),
  text,
  /** Largest difference from the value that matches; empty for an exact match. */
  tolerance: text,
  isBackward: v.boolean(),
  /** Position after which the search starts; absent for the start, or the end if backward. */
  from: v.optional(v.object(spot)),
});
export type FindRequest = v.InferOutput<typeof findRequest>;

/** The schema of each method's parameter; `contract.ts` has the methods' results. */
export const params = {
  ready: nothing,
  readPages: v.object({
    revision: natural,
    pages: v.pipe(v.array(natural), v.minLength(1), v.maxLength(MAX_PAGES)),
  }),
  setLayout: layoutRequest,
  /** Index into the candidates. */
  chooseCandidate: natural,
  forgetLayout: nothing,
  retry: nothing,
  openAsText: v.object({ always: v.boolean() }),
  openOrigin: nothing,
  copyText: clipboardText,
  copyMemmapLine: nothing,
  writeBytes: edit,
  change: v.object({
    label: v.picklist(['Paste', 'Fill']),
    edits: v.pipe(v.array(edit), v.minLength(1), v.maxLength(10_000)),
  }),
  setMode: mode,
  find: findRequest,
  measure: nothing,
  countPages: v.boolean(),
  setExpression: shortText,
  inspect: shortText,
  openOwnerFile: nothing,
} as const;
