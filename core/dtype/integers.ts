/** Whole numbers as integers of up to 64 bits, without a bigint for each. */
import type { DType } from './dtype';

const WORD = 2 ** 32;

/** The least of an integer dtype, and what comes after its greatest. */
export const integerRange = ({ kind, itemsize }: DType): [least: number, end: number] =>
  kind === 'u' ? [0, 2 ** (8 * itemsize)] : [-(2 ** (8 * itemsize - 1)), 2 ** (8 * itemsize - 1)];

/** Stores a whole number of at most 53 bits in the two words from place `at` on, the lower one first. */
export function putInteger(words: Uint32Array, at: number, value: number): void {
  words[at] = value;
  words[at + 1] = Math.floor(value / WORD);
}

/** Stores one at a byte, in either order. */
export function storeInteger(view: DataView, at: number, value: number, little: boolean): void {
  view.setUint32(at + (little ? 0 : 4), value, little);
  view.setUint32(at + (little ? 4 : 0), Math.floor(value / WORD), little);
}
