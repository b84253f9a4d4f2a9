/** Reads the characters of S and U items one at a time, without an object for each item. */
import type { DType } from './dtype';

/** The code of the character at `k` of the item at `at`: a byte of S, a code point of U. */
export type CodeReader = (view: DataView, at: number, k: number) => number;

/** Returns a reader of the characters of S or U items. */
export function codeReader({ kind, byteOrder }: DType): CodeReader {
  const little = byteOrder !== '>';
  return kind === 'U'
    ? (view, at, k) => view.getUint32(at + 4 * k, little)
    : (view, at, k) => view.getUint8(at + k);
}

/** The number of characters that fit in an item. */
export const textCapacity = ({ kind, itemsize }: DType): number => (kind === 'U' ? itemsize / 4 : itemsize);
