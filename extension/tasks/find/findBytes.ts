/** Finds a pattern among all bytes of a file. Invariant: matches across the borders of what is read at a time count. */
import type { MemMap } from '../../../core/index';
import type { TaskContext } from '../task';
import { type SearchRange, searchRanges } from './searchRanges';
import type { Pattern } from './pattern';
import { findPattern } from './pattern';
import { readAhead } from './readAhead';

const WINDOW_BYTES = 4 * 1024 * 1024;

export interface FoundBytes {
  readonly byteOffset: number;
  readonly isWrapped: boolean;
}

/** `map` is of the file's bytes; the search starts at the byte after `from`. */
export async function findBytes(
  map: MemMap,
  pattern: Pattern,
  from: number | undefined,
  isBackward: boolean,
  { signal, onProgress }: TaskContext,
  windowBytes = WINDOW_BYTES,
): Promise<FoundBytes | null> {
  /** How many places a match may start at. */
  const count = Math.max(0, map.size - pattern.length + 1);
  let done = 0;
  let barren: Uint8Array | undefined;
  for (const course of searchRanges(count, from, isBackward)) {
    const parts = readAhead(windows(course, isBackward, windowBytes), async ({ start, end }) => {
      const bytes = new Uint8Array(end - start + pattern.length - 1);
      await map.file.readInto(bytes, start, signal);
      return bytes;
    });
    for await (const { part, bytes } of parts) {
      const isSame = barren !== undefined && Buffer.compare(barren, bytes) === 0;
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const at = isSame ? -1 : findPattern(pattern, buffer, 0, part.end - part.start, isBackward);
      if (at >= 0) return { byteOffset: part.start + at, isWrapped: course.isWrapped };
      barren = bytes;
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

/** The places `from` … `end − 1`, some at a time, from either side. */
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
