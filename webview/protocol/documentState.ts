/** The state of a document as the webview receives it: the part of the contract that only the webview checks and loads. */
import * as v from 'valibot';
import { debugState } from './debugSchema';
import { ORIGIN_KINDS } from './origins';
import { arrayFacts, layoutChoice, mode, order, wireError } from './schema';
import { bytes, natural, text } from './values';

/** Where a layout came from. `text` completes the header line: `from train.py:12`, `guessed from the bytes`. */
export const origin = v.object({
  kind: v.picklist(ORIGIN_KINDS),
  text,
  /** Present if the origin can be opened: the Python call, the settings file. */
  location: v.optional(v.object({ uri: text, line: natural })),
});
export type Origin = v.InferOutput<typeof origin>;

export const candidate = v.object({ choice: layoutChoice, origin });
export type Candidate = v.InferOutput<typeof candidate>;

/** Whether and how a file's bytes can be edited, and the edits that are not saved. */
export const editingState = v.object({
  /** Incremented whenever another program has changed the file. */
  fileRevision: natural,
  /** Why the file is not editable; absent if it is. */
  refusal: v.optional(text),
  /** The modes in which the file can be opened. */
  modes: v.array(mode),
  /** Number of unsaved bytes. */
  unsavedBytes: natural,
  /** Edited bytes that another program has changed as well: the first ranges, and the number of bytes in all. */
  conflicts: v.array(v.object({ byteOffset: natural, byteLength: natural })),
  conflictBytes: natural,
});
export type EditingState = v.InferOutput<typeof editingState>;

export const documentState = v.object({
  /** Incremented whenever the file's bytes or size may have changed: pages of an older revision are stale. */
  revision: natural,
  fileName: text,
  byteLength: natural,
  mode,
  /** The array to draw; absent if `problem` prevents it. */
  facts: v.optional(arrayFacts),
  order,
  origin,
  /** Other layouts that would fit, best first. */
  candidates: v.array(candidate),
  /** Bytes before `headerLength` belong to the file format (`.npy`), not to the array. */
  headerLength: natural,
  /** Number of bytes after the last item. */
  leftoverBytes: natural,
  /** The file is evidently text. */
  isText: v.boolean(),
  /** A problem of the file or the layout, shown instead of or above the drawing. */
  problem: v.optional(wireError),
  /** Minor remarks, such as how the file was loaded. */
  notes: v.array(text),
  /** Present where the bytes are those of a stopped program. */
  debug: v.optional(debugState),
  /** Present where the bytes are those of a file. */
  editing: v.optional(editingState),
});
export type DocumentState = v.InferOutput<typeof documentState>;

export const pages = v.object({
  revision: natural,
  /** One entry per requested page; the file's last page is short, pages past the end are empty. */
  pages: v.array(bytes),
  /** For files: for each page the bytes on disk, if they differ from those shown. */
  below: v.optional(v.array(v.nullable(bytes))),
});
export type Pages = v.InferOutput<typeof pages>;

export const initialState = v.object({
  document: documentState,
  /** The pages of the first items, included to save a round trip. */
  firstPages: v.array(v.object({ page: natural, bytes: bytes, below: v.optional(v.nullable(bytes)) })),
});
export type InitialState = v.InferOutput<typeof initialState>;
