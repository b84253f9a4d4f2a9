/**
 * What a webview is told of an array in a stopped program, beyond what it is told of any array. Addresses are decimal
 * strings: a bigint does not survive the crossing.
 */
import * as v from 'valibot';
import { decimal, natural, shape, text } from './values';

/** How another array of the frame stands to the one that is inspected. */
export const RELATIONS = [
  /** It is the inspected one. */
  'subject',
  /** They have a byte in common: `shares_memory` is True. */
  'shares',
  /** Their bounds overlap and no byte is common: `may_share_memory` is True, `shares_memory` is False. */
  'interleaves',
  /** Their bounds overlap; whether a byte is common was too much work to find out. */
  'unknown',
  /** Their bounds do not overlap. */
  'apart',
] as const;

export const neighbour = v.object({
  name: text,
  dtype: v.optional(text),
  shape: v.optional(shape),
  /** Addresses of the first and the last byte; absent where it has none. */
  first: v.optional(decimal),
  last: v.optional(decimal),
  relation: v.picklist(RELATIONS),
});
export type Neighbour = v.InferOutput<typeof neighbour>;

/** One object behind a pointer of a list, a tuple or an object array. */
export const boxedObject = v.object({
  index: natural,
  address: decimal,
  typeName: text,
  byteLength: natural,
  referenceCount: v.optional(natural),
  /** Its value, where that can be told without running code of the program's. */
  text: v.optional(text),
});

/** The objects behind a table of pointers, and what the same numbers would cost as an array. */
export const boxes = v.object({
  shown: v.array(boxedObject),
  count: natural,
  pointerBytes: natural,
  /** Of all distinct objects; of those looked at, where `isSampled`. */
  objectBytes: natural,
  isSampled: v.boolean(),
  /** Absent where the objects are not all numbers of one kind. */
  asArray: v.optional(v.object({ dtype: text, byteLength: natural })),
});
export type Boxes = v.InferOutput<typeof boxes>;

export const DEBUG_STATUSES = [
  /** The picture is of now. */
  'stopped',
  /** The program runs: the picture is of the last stop. */
  'running',
  /** The expression has no value in this frame: the picture is of where it last had one. */
  'missing',
  /** The program has ended. */
  'ended',
] as const;

export const debugState = v.object({
  expression: text,
  language: v.picklist(['python', 'javascript', 'native']),
  status: v.picklist(DEBUG_STATUSES),
  /** Where and when the picture was taken: `memory.py:12, 10:02:33`. */
  asOf: text,
  /** Counts stops: bytes are compared with those of the stop before. */
  stop: natural,
  /** Values can be changed. */
  canWrite: v.boolean(),
  /** A real walk along each axis can be timed. */
  canMeasure: v.boolean(),
  /** dtype and shape are the user's to give: the bytes have none of their own. */
  asksLayout: v.boolean(),
  /** Arrays of the frame, by address. The inspected one is among them. */
  neighbours: v.array(neighbour),
  /** How many more there are. */
  moreNeighbours: natural,
  boxes: v.optional(boxes),
  /** Present while changed pages of the whole owner are counted: since the stop before. */
  changedPages: v.optional(v.object({ changed: natural, total: natural, pageBytes: natural })),
  /** Why changed pages cannot be counted; absent where they can. */
  pagesRefused: v.optional(text),
  countsPages: v.boolean(),
  /** The file of a memmap: it opens in the editor. */
  file: v.optional(v.object({ path: text, offset: natural, mode: text })),
});
export type DebugState = v.InferOutput<typeof debugState>;

/** Times of a real walk, an entry an axis; absent axes had no room for one. */
export const measurement = v.object({
  axes: v.array(
    v.object({ axis: natural, items: natural, nanosecondsPerItem: v.pipe(v.number(), v.minValue(0)) }),
  ),
});
export type Measurement = v.InferOutput<typeof measurement>;
