/**
 * A scroll position that is exact for any number of lines: a line number and the pixels scrolled past its start.
 * No element is ever as tall as the content (browsers stop at 33 million pixels), so every line up to 2^53 is reached.
 * Invariant of a clamped position: `0 ≤ line < count` (or 0), `0 ≤ pixel < size(line)`, and no empty space is shown
 * behind the last line unless everything fits.
 */

/** The scrolled content: `count` lines (rows or columns), each `size(line)` > 0 pixels. */
export interface Lines {
  readonly count: number;
  size(line: number): number;
}

export interface Position {
  readonly line: number;
  readonly pixel: number;
}

export const START: Position = { line: 0, pixel: 0 };

export function samePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.pixel === b.pixel;
}

/** Lines of one size. */
export function evenLines(count: number, size: number): Lines {
  return { count, size: () => size };
}

/** The position at which the end of `line` meets the end of the viewport; the start, when everything before fits. */
export function endingAt(lines: Lines, line: number, viewport: number): Position {
  let room = viewport;
  for (let at = line; at >= 0; at--) {
    room -= lines.size(at);
    if (room <= 0) return { line: at, pixel: 0 - room };
  }
  return START;
}

/** Returns the last position: the end of the last line at the end of the viewport. */
export function lastPosition(lines: Lines, viewport: number): Position {
  return endingAt(lines, lines.count - 1, viewport);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.pixel < b.pixel);
}

/** Returns the nearest valid position. */
export function clamp(lines: Lines, position: Position, viewport: number): Position {
  if (lines.count === 0) return START;
  const last = lastPosition(lines, viewport);
  if (!isBefore(position, last)) return last;
  if (position.line < 0) return START;
  return { line: position.line, pixel: Math.min(Math.max(0, position.pixel), lines.size(position.line) - 1) };
}

/** Moves `position` by `delta` pixels. Cost: linear in the lines moved over. */
export function scrollBy(lines: Lines, position: Position, viewport: number, delta: number): Position {
  let { line } = position;
  let pixel = position.pixel + delta;
  while (pixel < 0 && line > 0) pixel += lines.size(--line);
  while (line < lines.count - 1 && pixel >= lines.size(line)) pixel -= lines.size(line++);
  return clamp(lines, { line, pixel: Math.max(0, pixel) }, viewport);
}

/**
 * A position at which all of `line` is in the viewport (its start, where it is larger): the nearest one for a line that
 * is less than a page away; one with the line in the middle for others, so that what is around it shows too.
 */
export function reveal(lines: Lines, position: Position, viewport: number, line: number): Position {
  const { first, end } = visibleLines(lines, position, viewport);
  const page = end - first;
  if (line < first - page || line > end + page) {
    const size = lines.size(line);
    return clamp(lines, endingAt(lines, line, Math.max(size, (viewport + size) / 2)), viewport);
  }
  if (line <= position.line) return clamp(lines, { line, pixel: 0 }, viewport);
  const needed = endingAt(lines, line, Math.max(viewport, lines.size(line)));
  return isBefore(position, needed) ? needed : position;
}

/** Returns the visible lines `first ≤ line < end`; the last may be visible in part. */
export function visibleLines(
  lines: Lines,
  position: Position,
  viewport: number,
): { first: number; end: number } {
  let room = viewport + position.pixel;
  let end = position.line;
  while (end < lines.count && room > 0) room -= lines.size(end++);
  return { first: position.line, end };
}

/** Returns how many whole lines fit, at least 1: the step of Page Down. */
export function pageLength(lines: Lines, position: Position, viewport: number): number {
  let room = viewport;
  let end = position.line;
  while (end < lines.count && room >= lines.size(end)) room -= lines.size(end++);
  return Math.max(1, end - position.line);
}
