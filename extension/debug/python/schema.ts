/** Schemas of the helper's answers, checked on arrival: a debuggee may answer anything. */
import * as v from 'valibot';
import { boxes, measurement } from '../../../webview/protocol/debugSchema';
import { arrayFacts } from '../../../webview/protocol/schema';
import { decimal, integer, natural, shape } from '../../../webview/protocol/values';

const text = v.pipe(v.string(), v.maxLength(65536));
const strides = v.pipe(v.array(integer), v.maxLength(64));
const blob = v.object({ at: natural, length: natural });

/** An error of the helper. */
export const failure = v.object({
  error: v.object({ kind: text, message: text, action: v.optional(text) }),
});

const listedArray = v.object({
  name: text,
  scope: v.picklist(['local', 'global']),
  typeName: text,
  dtype: v.optional(text),
  shape: v.optional(shape),
  memory: v.optional(
    v.object({
      address: decimal,
      strides,
      itemsize: natural,
      owner: v.object({ address: decimal, byteLength: natural }),
    }),
  ),
  viewOf: v.optional(text),
  note: v.optional(text),
});
/** A row of the listing; addresses are decimal strings. */
export type ListedAnswer = v.InferOutput<typeof listedArray>;

/** The arrays of a frame. */
export const listing = v.object({ arrays: v.pipe(v.array(listedArray), v.maxLength(10_000)), more: natural });

/** `ArrayFacts` with the layout's fields inlined, and without the name. */
const facts = v.object({
  ...v.omit(arrayFacts, ['name', 'source', 'layout']).entries,
  shape,
  strides,
  offset: integer,
  itemsize: natural,
  source: v.object({ address: v.optional(decimal), byteLength: natural, fileOffset: v.optional(natural) }),
});

/** A subject of an observation. */
export const observed = v.object({
  facts,
  identity: text,
  notes: v.array(text),
  canWrite: v.boolean(),
  boxes: v.optional(boxes),
  file: v.optional(v.object({ path: text, offset: natural, mode: text })),
  unreadable: v.optional(text),
  windows: v.array(v.object({ byteOffset: natural, bytes: blob })),
  digests: v.optional(blob),
  digestsRefused: v.optional(text),
});
/** A subject; blobs refer to bytes of the envelope. */
export type ObservedAnswer = v.InferOutput<typeof observed>;

/** The answer to `observe`. */
export const observation = v.object({
  listing: v.optional(listing),
  /** Checked one by one with `observed`: a malformed subject must not affect the others. */
  subjects: v.record(v.string(), v.unknown()),
});

/** The answer to `read`: one blob for each of `count` windows. */
export const readAnswer = (count: number) => v.object({ bytes: v.pipe(v.array(blob), v.length(count)) });
/** The answer to `write`. */
export const emptyAnswer = v.object({});
/** The answer to `measure`. */
export const measureAnswer = measurement;
