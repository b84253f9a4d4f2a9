/** The state of the byte grid: 16 bytes a row, or 8 where it is narrow, over the whole source, scrolled logically. */
import { computed, signal } from '@preact/signals';
import { metrics } from '../ui/metrics';
import type { Lines, Position } from '../ui/position';
import { START, clamp, evenLines, pageLength, reveal, samePosition, scrollBy } from '../ui/position';
import type { Model } from './model';
import type { Viewport } from './valueGrid';
import { ItemMap } from './itemMap';

/** Widths in characters: a hex cell, and the space around the columns. */
export const HEX_CELL = 2.6;
const AROUND = 4.5;
/** The smallest number of bytes in a row. */
const LEAST = 8;

export class ByteGrid {
  /** The size of the rows in pixels, including the gutter of offsets. */
  readonly viewport = signal<Viewport>({ width: 0, height: 0 });
  /** In rows of 8 bytes, so that it stays at the same bytes when rows have 16. */
  readonly position = signal<Position>(START);
  /** The position of the bytes of the value under the pointer; shown in place of `position` meanwhile. */
  readonly peek = signal<Position | undefined>(undefined);
  /** Hex digits of the largest offset, at least 8. */
  readonly digits = computed(() => {
    return Math.max(8, Math.max(0, this.model.sourceLength - 1).toString(16).length);
  });
  readonly perRow = computed(() => (this.#hasRoomFor(16) ? 16 : LEAST));
  /** Whether all characters fit beside the digits. */
  readonly showsCharacters = computed(() => this.#hasRoomFor(LEAST));
  readonly items = computed(() => {
    const view = this.model.view.value;
    return view && new ItemMap(view);
  });

  constructor(private readonly model: Model) {}

  #hasRoomFor(count: number): boolean {
    const characters = this.viewport.value.width / metrics.value.character;
    return characters >= this.digits.value + 2 + AROUND + count * (HEX_CELL + 1);
  }

  rows(): Lines {
    return evenLines(Math.ceil(this.model.sourceLength / this.perRow.value), metrics.value.row);
  }

  topRow(): Position {
    return clamp(this.rows(), this.peek.value ?? this.#inRows(), this.viewport.value.height);
  }

  #inRows(): Position {
    const { line, pixel } = this.position.value;
    return { line: Math.floor((line * LEAST) / this.perRow.value), pixel };
  }

  /** Scrolls to a position in the current rows. */
  scrollTo({ line, pixel }: Position): void {
    this.position.value = { line: (line * this.perRow.value) / LEAST, pixel };
  }

  /** The position that shows the byte; undefined where it is on screen already, or outside the source. */
  positionShowing(byteOffset: number): Position | undefined {
    if (byteOffset < 0 || byteOffset >= this.model.sourceLength) return undefined;
    const { height } = this.viewport.value;
    const before = clamp(this.rows(), this.#inRows(), height);
    const after = reveal(this.rows(), before, height, Math.floor(byteOffset / this.perRow.value));
    return samePosition(after, before) ? undefined : after;
  }

  scroll(dy: number): void {
    this.peek.value = undefined;
    this.scrollTo(scrollBy(this.rows(), this.topRow(), this.viewport.value.height, dy));
  }

  /** Scrolls by as little as shows the byte; does nothing for bytes outside the source. */
  reveal(byteOffset: number): void {
    this.peek.value = undefined;
    const position = this.positionShowing(byteOffset);
    if (position) this.scrollTo(position);
  }

  /** Sets the size; the cursor stays in view if it was. */
  resize(viewport: Viewport): void {
    const cursor = this.model.byteCursor.value;
    const wasShown = this.positionShowing(cursor) === undefined;
    this.viewport.value = viewport;
    if (wasShown) this.reveal(cursor);
  }

  /** The byte that a key moves the cursor to; undefined for other keys. */
  byteAfterKey(key: string, ctrl: boolean): number | undefined {
    const last = this.model.sourceLength - 1;
    const perRow = this.perRow.value;
    const at = Math.min(this.model.byteCursor.value, last);
    const start = at - (at % perRow);
    const page =
      perRow * pageLength(this.rows(), { line: this.topRow().line, pixel: 0 }, this.viewport.value.height);
    const moves: Partial<Record<string, number>> = {
      ArrowUp: at - perRow,
      ArrowDown: at + perRow,
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: ctrl ? 0 : start,
      End: ctrl ? last : start + perRow - 1,
      PageUp: at - page,
      PageDown: at + page,
    };
    const target = moves[key];
    if (target === undefined || last < 0) return undefined;
    // Up and down stay in their column: at the ends they do not move.
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End';
    if (!sideways && (target < 0 || target > last))
      return target < 0 ? at % perRow : lastInColumn(at, last, perRow);
    return Math.max(0, Math.min(last, target));
  }

  /** Moves the cursor to a byte and reveals it. */
  moveTo(byteOffset: number): void {
    this.model.byteCursor.value = byteOffset;
    this.model.focused.value = { kind: 'byte', byteOffset };
    this.reveal(byteOffset);
  }
}

function lastInColumn(at: number, last: number, perRow: number): number {
  const candidate = last - (last % perRow) + (at % perRow);
  return candidate <= last ? candidate : Math.max(at, candidate - perRow);
}
