/** What a webview is told of its document: a part of the contract that only the webview checks, and so has to load. */
import * as v from 'valibot';
import { debugState } from './debugSchema';
import { ORIGIN_KINDS } from './origins';
import { arrayFacts, layoutChoice, mode, order, wireError } from './schema';
import { bytes, natural, text } from './values';

/** Where a layout came from. `text` completes the header line: `from train.py:12`, `guessed from the bytes`. */
export const origin = v.object({
  kind: v.picklist(ORIGIN_KINDS),
  text,
  /** Present where there is a place to show: the Python call, the settings file. */
  location: v.optional(v.object({ uri: text, line: natural })),
});
export type Origin = v.InferOutput<typeof origin>;

export const candidate = v.object({ choice: layoutChoice, origin });
export type Candidate = v.InferOutput<typeof candidate>;

/** What can be done to a file's bytes, and what has been done to them that is not in the file. */
export const editingState = v.object({
  /** Grows whenever others changed the file. */
  fileRevision: natural,
  /** Why nothing may be changed; absent where it may. */
  refusal: v.optional(text),
  /** The modes that the file can be had in. */
  modes: v.array(mode),
  /** Bytes that are not in the file yet. */
  unsavedBytes: natural,
  /** Where others changed what was edited: the first of them, and how many bytes they are in all. */
  conflicts: v.array(v.object({ byteOffset: natural, byteLength: natural })),
  conflictBytes: natural,
});
export type EditingState = v.InferOutput<typeof editingState>;

export const documentState = v.object({
  /** Grows whenever the file's bytes or size may have changed: pages of an older revision are stale. */
  revision: natural,
  fileName: text,
  byteLength: natural,
  mode,
  /** What to draw; absent where `problem` kept it from being found. */
  facts: v.optional(arrayFacts),
  order,
  origin,
  /** Other layouts that would fit, best first. */
  candidates: v.array(candidate),
  /** Bytes before `headerLength` belong to the file format (`.npy`), not to the array. */
  headerLength: natural,
  /** Bytes behind the last item. */
  leftoverBytes: natural,
  /** The file is plainly text. */
  isText: v.boolean(),
  /** What is the matter with the file or the layout, in place of or beside the drawing. */
  problem: v.optional(wireError),
  /** Lesser things worth saying: `read whole through workspace.fs`, … */
  notes: v.array(text),
  /** Present where the bytes are those of a stopped program. */
  debug: v.optional(debugState),
  /** Present where the bytes are those of a file. */
  editing: v.optional(editingState),
});
export type DocumentState = v.InferOutput<typeof documentState>;

export const pages = v.object({
  revision: natural,
  /** One entry a page asked for; the file's last page is short, pages behind the end are empty. */
  pages: v.array(bytes),
  /** Of files: for each page the bytes in the file, where they are others than those that are shown. */
  below: v.optional(v.array(v.nullable(bytes))),
});
export type Pages = v.InferOutput<typeof pages>;

export const initialState = v.object({
  document: documentState,
  /** The pages that hold the first items, sent along to save a round trip. */
  firstPages: v.array(v.object({ page: natural, bytes: bytes, below: v.optional(v.nullable(bytes)) })),
});
export type InitialState = v.InferOutput<typeof initialState>;
