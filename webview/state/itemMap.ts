/** Maps bytes to the items of the view that hold them; each byte on screen is looked up once. */
import { indicesOfByte } from '../../core/layout/overlap/locate';
import type { ArrayView } from './arrayView';
import { leafOfByte } from './link';

export interface ByteItem {
  /** The first of the items that hold the byte; absent in a gap. */
  readonly index?: readonly number[];
  readonly byteInItem: number;
  /** −1 for padding between fields. */
  readonly leaf: number;
  readonly count: number;
  readonly exact: boolean;
  /** The byte is the first of an item, or of a column of one. */
  readonly starts: boolean;
  /** Alternates from item to item. */
  readonly tint: boolean;
}

const MAX_KNOWN = 32_768;

export class ItemMap {
  readonly #known = new Map<number, ByteItem>();

  constructor(private readonly view: ArrayView) {}

  at(byteOffset: number): ByteItem {
    const known = this.#known.get(byteOffset);
    if (known) return known;
    if (this.#known.size > MAX_KNOWN) this.#known.clear();
    const item = this.#locate(byteOffset);
    this.#known.set(byteOffset, item);
    return item;
  }

  #locate(byteOffset: number): ByteItem {
    const { count, exact, indices, byteInItem } = indicesOfByte(this.view.layout, byteOffset, 1);
    if (indices.length === 0) return { byteInItem, leaf: -1, count, exact, starts: false, tint: false };
    const leaf = leafOfByte(this.view, byteInItem);
    return {
      index: indices[0],
      byteInItem,
      leaf,
      count,
      exact,
      starts: byteInItem === 0 || this.view.leaves[leaf]?.offset === byteInItem,
      tint: indices[0].reduce((sum, entry) => sum + (entry % 2), leaf + 1) % 2 === 1,
    };
  }
}
