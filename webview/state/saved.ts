/** The schema of a panel's saved state. */
import * as v from 'valibot';
import { integer, natural } from '../protocol/values';

const position = v.object({ line: natural, pixel: v.pipe(v.number(), v.minValue(0)) });
const axis = v.pipe(integer, v.minValue(-1), v.maxValue(63));
const savedState = v.object({
  version: v.literal(1),
  fileName: v.string(),
  slice: v.pipe(v.string(), v.maxLength(4096)),
  place: v.object({
    index: v.pipe(v.array(natural), v.maxLength(64)),
    leaf: natural,
    rowAxis: axis,
    colAxis: axis,
  }),
  rows: position,
  columns: position,
  bytes: position,
  byteCursor: natural,
  split: v.pipe(v.number(), v.minValue(20), v.maxValue(80)),
});
export type SavedState = v.InferOutput<typeof savedState>;

/** Returns `state` if it fits the schema and is of this file. */
export function readSaved(state: unknown, fileName: string): SavedState | undefined {
  const parsed = v.safeParse(savedState, state);
  return parsed.success && parsed.output.fileName === fileName ? parsed.output : undefined;
}
