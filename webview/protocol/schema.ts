/**
 * The data that crosses between the extension and a webview, as schemas (for both sides to check what arrives) and
 * as the types inferred from them. Offsets and lengths are in bytes. Numbers are exact up to 2^53; addresses are
 * decimal strings, because a bigint does not survive the crossing.
 */
import * as v from 'valibot';
import { FLAG_NAMES } from '../../core/bytes';
import { decimal, integer, natural, shape, text } from './values';

export const order = v.picklist(['C', 'F']);

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

export const mode = v.picklist(['r', 'r+', 'c']);
export type Mode = v.InferOutput<typeof mode>;

export const shortText = text;
export const clipboardText = v.pipe(v.string(), v.maxLength(16 * 1024 * 1024));
export const nothing = v.null();
