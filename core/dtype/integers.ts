/** Integers of up to 64 bits from JavaScript numbers, without a bigint for each. */
import type { DType } from './dtype';

const WORD = 2 ** 32;

/** The range of an integer dtype: its least value, and one more than its greatest. */
export const integerRange = ({ kind, itemsize }: DType): [least: number, end: number] =>
  kind === 'u' ? [0, 2 ** (8 * itemsize)] : [-(2 ** (8 * itemsize - 1)), 2 ** (8 * itemsize - 1)];

/** Stores an integer of at most 53 bits in two words from index `at` on, the lower word first. */
export function putInteger(words: Uint32Array, at: number, value: number): void {
  words[at] = value;
  words[at + 1] = Math.floor(value / WORD);
}

/** Stores an integer of at most 53 bits in the 8 bytes from `at` on, in either byte order. */
export function storeInteger(view: DataView, at: number, value: number, little: boolean): void {
  view.setUint32(at + (little ? 0 : 4), value, little);
  view.setUint32(at + (little ? 4 : 0), Math.floor(value / WORD), little);
}
