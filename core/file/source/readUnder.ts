/** The bytes that a source now has under a list of ranges. Nearby ranges share a read. */
import type { ByteSource } from '../../bytes';

/** A range of bytes. */
export interface ByteRange {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Ranges share a read as long as they and the gaps between them fit into this size. */
const WINDOW_BYTES = 64 * 1024;

/**
 * Yields each range, sorted by offset, with the bytes that `source` now has there: fewer if the source ends
 * earlier. The bytes are views of a shared read.
 */
export async function* readUnder<R extends ByteRange>(
  source: ByteSource,
  ranges: readonly R[],
): AsyncGenerator<readonly [range: R, now: Uint8Array]> {
  for (const window of windowsOf(ranges)) {
    const first = window[0].byteOffset;
    const last = window[window.length - 1];
    const start = Math.min(first, source.byteLength);
    const end = Math.min(last.byteOffset + last.byteLength, source.byteLength);
    const bytes = await source.read(start, Math.max(0, end - start));
    for (const range of window) {
      const at = range.byteOffset - start;
      yield [range, bytes.subarray(at, at + range.byteLength)];
    }
  }
}

/** Groups sorted ranges into windows. */
function* windowsOf<R extends ByteRange>(ranges: readonly R[]): Generator<R[]> {
  let window: R[] = [];
  for (const range of [...ranges].sort((a, b) => a.byteOffset - b.byteOffset)) {
    const start = window.at(0)?.byteOffset ?? range.byteOffset;
    if (window.length > 0 && range.byteOffset + range.byteLength - start > WINDOW_BYTES) {
      yield window;
      window = [];
    }
    window.push(range);
  }
  if (window.length > 0) yield window;
}
