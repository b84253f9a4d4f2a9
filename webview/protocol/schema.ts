/**
 * The data that crosses between the extension and a webview, as schemas (for both sides to check what arrives) and
 * as the types inferred from them. Offsets and lengths are in bytes. Numbers are exact up to 2^53; addresses are
 * decimal strings, because a bigint does not survive the crossing.
 */
import * as v from 'valibot';
import { FLAG_NAMES } from '../../core/bytes';
import { debugState } from './debugSchema';
import { bytes, decimal, integer, natural, shape, text } from './values';

const order = v.picklist(['C', 'F']);

/** Bytes travel in pages of this size; page `p` holds the bytes from `p · PAGE_BYTES`. */
export const PAGE_BYTES = 4096;
/** The most pages one request may ask for: 1 MiB. */
export const MAX_PAGES = 256;

export const wireError = v.object({
  kind: text,
  message: text,
  action: v.optional(text),
  numpyName: v.optional(text),
  fields: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
});

export const layoutFields = v.object({
  shape: v.pipe(shape, v.readonly()),
  strides: v.pipe(v.array(integer), v.maxLength(64), v.readonly()),
  offset: integer,
  itemsize: natural,
});

export const arrayFacts = v.object({
  name: text,
  typeName: text,
  dtype: text,
  layout: layoutFields,
  flags: v.object(v.entriesFromList(FLAG_NAMES, v.boolean())),
  owners: v.array(
    v.object({
      name: text,
      typeName: text,
      byteLength: natural,
      address: v.optional(decimal),
      referenceCount: v.optional(natural),
    }),
  ),
  source: v.object({
    id: text,
    byteLength: natural,
    address: v.optional(decimal),
    fileOffset: v.optional(natural),
  }),
});

/** A layout resolved to numbers: what is drawn, remembered and offered. */
export const layoutChoice = v.object({
  dtype: text,
  shape,
  order,
  offset: natural,
  strides: v.optional(v.pipe(v.array(integer), v.maxLength(64))),
});
export type LayoutChoice = v.InferOutput<typeof layoutChoice>;

/** A layout as somebody typed it; `shape` may hold one −1. */
export const layoutRequest = v.object({ dtype: text, shape: text, order, offset: text });
export type LayoutRequest = v.InferOutput<typeof layoutRequest>;

/** Where a layout came from. `text` completes the header line: `from train.py:12`, `guessed from the bytes`. */
export const origin = v.object({
  kind: v.picklist(['user', 'remembered', 'setting', 'npy', 'python', 'guess', 'fallback']),
  text,
  /** Present where there is a place to show: the Python call, the settings file. */
  location: v.optional(v.object({ uri: text, line: natural })),
});
export type Origin = v.InferOutput<typeof origin>;

export const candidate = v.object({ choice: layoutChoice, origin });
export type Candidate = v.InferOutput<typeof candidate>;

export const mode = v.picklist(['r', 'r+', 'c']);
export type Mode = v.InferOutput<typeof mode>;

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
  conflicts: v.array(v.tuple([natural, natural])),
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

/** The focused item, for the status bar. */
export const focusedItem = v.object({
  index: v.pipe(v.array(integer), v.maxLength(64)),
  byteOffset: integer,
  value: text,
});
export type FocusedItem = v.InferOutput<typeof focusedItem>;

/** The view that is drawn: of the whole array where `slice` is empty. */
export const shownView = v.object({ slice: text, dtype: text, layout: layoutFields });
export type ShownView = v.InferOutput<typeof shownView>;

export const readPages = v.object({
  revision: natural,
  pages: v.pipe(v.array(natural), v.minLength(1), v.maxLength(MAX_PAGES)),
});
export const shownPages = v.pipe(v.array(natural), v.maxLength(MAX_PAGES));
export const candidateIndex = natural;
export const openAsText = v.object({ always: v.boolean() });
export const shortText = text;
export const clipboardText = v.pipe(v.string(), v.maxLength(16 * 1024 * 1024));
export const nothing = v.null();
export const flag = v.boolean();
