/**
 * Links an item and its bytes, from either side. `start` and `length` are the bytes that are highlighted; `index` is the
 * highlighted item, absent for a byte of no item.
 */
import { indicesOfByte } from '../../core/layout/overlap/locate';
import type { ArrayView } from './arrayView';

/** The item or byte that is pointed at or focused. */
export type Target =
  | { readonly kind: 'item'; readonly index: readonly number[]; readonly leaf: number }
  | { readonly kind: 'byte'; readonly byteOffset: number };

export interface Link {
  readonly start: number;
  readonly length: number;
  readonly index?: readonly number[];
  /** Which column of a structured item; absent where the byte is padding between the fields. */
  readonly leaf?: number;
  /** The byte it was reached from. */
  readonly byteOffset?: number;
  /** How many items hold that byte; a lower bound unless `exact`. */
  readonly count: number;
  readonly exact: boolean;
}

export function linkOf(view: ArrayView, target: Target): Link {
  return target.kind === 'item'
    ? linkOfItem(view, target.index, target.leaf)
    : linkOfByte(view, target.byteOffset);
}

function linkOfItem(view: ArrayView, index: readonly number[], leaf: number): Link {
  const { offset, dtype } = view.leaves[leaf];
  const start = view.layout.byteOffset(index) + offset;
  return { start, length: dtype.itemsize, index, leaf, count: 1, exact: true };
}

function linkOfByte(view: ArrayView, byteOffset: number): Link {
  const { count, exact, indices, byteInItem } = indicesOfByte(view.layout, byteOffset, 1);
  if (indices.length === 0) return { start: byteOffset, length: 1, byteOffset, count: 0, exact };
  const [index] = indices;
  const leaf = leafOfByte(view, byteInItem);
  const found = { index, byteOffset, count, exact };
  if (leaf < 0) return { ...found, start: byteOffset - byteInItem, length: view.layout.itemsize };
  return { ...linkOfItem(view, index, leaf), ...found, leaf };
}

/** The column of an item that holds its byte number `byteInItem`; −1 for padding. */
export function leafOfByte(view: ArrayView, byteInItem: number): number {
  return view.leaves.findIndex(
    ({ offset, dtype }) => byteInItem >= offset && byteInItem < offset + dtype.itemsize,
  );
}
