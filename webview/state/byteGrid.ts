/**
 * The byte grid as numbers: 16 bytes a row (8 where there is no room), over the whole source, scrolled logically.
 */
import { computed, signal } from '@preact/signals';
import { metrics } from '../ui/metrics';
import type { Lines, Position } from '../ui/position';
import { START, clamp, evenLines, pageLength, reveal, samePosition, scrollBy } from '../ui/position';
import type { Model } from './model';
import type { Viewport } from './valueGrid';
import { ItemMap } from './itemMap';

/** In characters: a hex cell, the space around the groups, and what stands beside the offset's digits. */
export const HEX_CELL = 2.6;
const AROUND = 4.5;
/** The fewest bytes of a row. */
const LEAST = 8;

export class ByteGrid {
  /** Of the rows, the offset gutter included. */
  readonly viewport = signal<Viewport>({ width: 0, height: 0 });
  /** In rows of 8 bytes, so that it stays at the same bytes when a row holds 16 of them. */
  readonly position = signal<Position>(START);
  /** Where a value that is pointed at has its bytes: shown as long as it is pointed at, then `position` again. */
  readonly peek = signal<Position | undefined>(undefined);
  /** Hex digits of the largest offset, at least 8. */
  readonly digits = computed(() => {
    return Math.max(8, Math.max(0, this.model.sourceLength - 1).toString(16).length);
  });
  readonly perRow = computed(() => (this.#hasRoomFor(16) ? 16 : LEAST));
  /** Whether the characters fit beside the digits: half of them would be of no use. */
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

  /** Scrolls to a position in the rows of now. */
  scrollTo({ line, pixel }: Position): void {
    this.position.value = { line: (line * this.perRow.value) / LEAST, pixel };
  }

  /** Where the byte would show; undefined where it shows already, or where the source does not have it. */
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

  /** Scrolls as little as shows the byte. Bytes that the source does not have are not revealed. */
  reveal(byteOffset: number): void {
    this.peek.value = undefined;
    const position = this.positionShowing(byteOffset);
    if (position) this.scrollTo(position);
  }

  /** Takes another size; the cursor stays in view if it was. */
  resize(viewport: Viewport): void {
    const cursor = this.model.byteCursor.value;
    const wasShown = this.positionShowing(cursor) === undefined;
    this.viewport.value = viewport;
    if (wasShown) this.reveal(cursor);
  }

  /** Where a key moves the cursor; undefined for a key that does not. */
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

  /** Puts the cursor on a byte, and the value grid's on its item. */
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
