/** Finds a pattern in the bytes of a file. Invariant: matches across the boundaries of windows are found. */
import type { MemMap } from '../../../core/index';
import type { TaskContext } from '../task';
import { type SearchRange, searchRanges } from './searchRanges';
import type { Pattern } from './pattern';
import { findPattern } from './pattern';
import { readAhead } from './readAhead';

const WINDOW_BYTES = 4 * 1024 * 1024;

/** A match; `isWrapped` where the search went past the end of the file. */
export interface FoundBytes {
  readonly byteOffset: number;
  readonly isWrapped: boolean;
}

/** Returns the next match after byte `from`, or null. `map` is a map of the file's bytes. */
export async function findBytes(
  map: MemMap,
  pattern: Pattern,
  from: number | undefined,
  isBackward: boolean,
  { signal, onProgress }: TaskContext,
  windowBytes = WINDOW_BYTES,
): Promise<FoundBytes | null> {
  /** Number of positions at which a match may start. */
  const count = Math.max(0, map.size - pattern.length + 1);
  let done = 0;
  let unmatched: Uint8Array | undefined;
  for (const course of searchRanges(count, from, isBackward)) {
    const parts = readAhead(windows(course, isBackward, windowBytes), async ({ start, end }) => {
      const bytes = new Uint8Array(end - start + pattern.length - 1);
      await map.file.readInto(bytes, start, signal);
      return bytes;
    });
    for await (const { part, bytes } of parts) {
      const isSame = unmatched !== undefined && Buffer.compare(unmatched, bytes) === 0;
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const at = isSame ? -1 : findPattern(pattern, buffer, 0, part.end - part.start, isBackward);
      if (at >= 0) return { byteOffset: part.start + at, isWrapped: course.isWrapped };
      unmatched = bytes;
      done += part.end - part.start;
      onProgress(done, count);
    }
  }
  return null;
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** Yields the positions `from` … `end − 1` in windows, from either end. */
function* windows({ from, end }: SearchRange, isBackward: boolean, windowBytes: number): Generator<Window> {
  for (let left = from, right = end; left < right;) {
    const window = isBackward
      ? { start: Math.max(left, right - windowBytes), end: right }
      : { start: left, end: Math.min(right, left + windowBytes) };
    yield window;
    if (isBackward) right = window.start;
    else left = window.end;
  }
}
