/** Search results and progress, as messages. */
import * as v from 'valibot';
import { natural, shape, text } from './values';

/** An item and its column of a structured dtype, by its index in the view that is drawn, and a byte of the file. */
export const spot = { index: shape, leaf: natural, byteOffset: natural };

/** For bytes only `byteOffset` counts. `text` is the value as NumPy prints it. */
export const found = v.nullable(v.object({ ...spot, text, isWrapped: v.boolean() }));
export type Found = v.InferOutput<typeof found>;

/** Progress of the running search in items or bytes; null asks for the find bar. */
export const findNews = v.nullable(v.object({ done: natural, total: natural }));
export type FindNews = v.InferOutput<typeof findNews>;
