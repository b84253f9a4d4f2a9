/** Whole numbers as int64, without a bigint for each. */

const WORD = 2 ** 32;

/** Stores a whole number of at most 53 bits in the two words from place `at` on, the lower one first. */
export function putWhole(words: Uint32Array, at: number, value: number): void {
  words[at] = value;
  words[at + 1] = Math.floor(value / WORD);
}

/** Stores one at a byte, in either order. */
export function storeWhole(view: DataView, at: number, value: number, little: boolean): void {
  view.setUint32(at + (little ? 0 : 4), value, little);
  view.setUint32(at + (little ? 4 : 0), Math.floor(value / WORD), little);
}
