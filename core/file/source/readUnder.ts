/** The bytes that are in a source now where runs of others are to go, neighbours in one read. */
import type { ByteSource } from '../../bytes';

export interface ByteRange {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Runs are read together while they and the gaps between them fit into this. */
const WINDOW_BYTES = 64 * 1024;

/**
 * For each range, in order of their offsets, what `source` has there now: less than `byteLength` where it ends before.
 * The bytes are of one read for each window, and views of it.
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

/** Sorted ranges, gathered into windows. */
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
