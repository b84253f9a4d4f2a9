/**
 * Converts between scroll positions and the scrollbar's thumb. Both directions use lines, not pixels of content, so that
 * both ends are exact for any number of lines.
 */
import type { Lines, Position } from './position';
import { clamp, lastPosition } from './position';

export const SMALLEST_THUMB = 24;

export interface Thumb {
  readonly start: number;
  readonly length: number;
}

/** A position in lines, with the scrolled part of the line as its fraction. */
function inLines(lines: Lines, position: Position): number {
  return position.line + position.pixel / lines.size(position.line);
}

/** The thumb on a track of `track` pixels; undefined when everything fits and there is nothing to scroll. */
export function thumbOf(
  lines: Lines,
  position: Position,
  viewport: number,
  track: number,
): Thumb | undefined {
  if (lines.count === 0) return undefined;
  const last = lastPosition(lines, viewport);
  if (last.line === 0 && last.pixel === 0) return undefined;
  // From the end of the content, not from what shows now: the thumb keeps its length while it moves.
  const shown = lines.count - inLines(lines, last);
  const length = Math.max(SMALLEST_THUMB, Math.min(track, (track * shown) / lines.count));
  const fraction = Math.min(1, inLines(lines, position) / inLines(lines, last));
  return { start: fraction * (track - length), length };
}

/** The position for a thumb that starts `start` pixels down its track: the inverse of `thumbOf`. */
export function positionAt(
  lines: Lines,
  viewport: number,
  track: number,
  thumbLength: number,
  start: number,
): Position {
  const room = track - thumbLength;
  const fraction = room <= 0 ? 0 : Math.min(1, Math.max(0, start / room));
  const last = lastPosition(lines, viewport);
  if (fraction === 1) return last;
  const target = fraction * inLines(lines, last);
  const line = Math.floor(target);
  return clamp(lines, { line, pixel: Math.floor((target - line) * lines.size(line)) }, viewport);
}
