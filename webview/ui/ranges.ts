/** Indices and byte ranges as text. */
import { strings } from '../strings';

/** `[3, 17]`, as NumPy takes an index; `[()]` for the one item of a 0-dimensional array. */
export function indexText(index: readonly number[]): string {
  return index.length === 0 ? '[()]' : `[${index.join(', ')}]`;
}

/** Returns `bytes 16–19`, `byte 16` or `no bytes`. */
export function rangeText(start: number, length: number): string {
  if (length === 0) return strings.noBytes;
  return length === 1 ? strings.oneByte(start) : strings.byteRange(start, start + length - 1);
}
