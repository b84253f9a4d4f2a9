/**
 * Column widths, in characters of the editor's fixed-width font: as wide as the widest text seen, growing only, so that
 * columns do not move back and forth under the eye. One width for each leaf column of an item.
 */
import type { ArrayView } from './arrayView';

export const MIN_CHARACTERS = 6;
/** Longer texts end in an ellipsis. */
export const MAX_CHARACTERS = 48;

export class GrowingWidths {
  readonly #characters: number[];

  constructor(leafCount: number) {
    this.#characters = new Array<number>(leafCount).fill(MIN_CHARACTERS);
  }

  characters(leaf: number): number {
    return this.#characters[leaf];
  }

  /** Makes room for `text`; true when the column grew. */
  see(leaf: number, text: string): boolean {
    const needed = Math.min(MAX_CHARACTERS, textWidth(text));
    if (needed <= this.#characters[leaf]) return false;
    this.#characters[leaf] = needed;
    return true;
  }
}

/** In characters; East Asian wide characters and the like take two. */
export function textWidth(text: string): number {
  if (text.length > MAX_CHARACTERS) return MAX_CHARACTERS;
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return width;
}

/** Equal for views whose columns hold the same kind of text. */
export function widthsKey(view: ArrayView): string {
  return `${view.dtype.str} ${view.leaves.length} ${view.leaves[0]?.path ?? ''}`;
}
