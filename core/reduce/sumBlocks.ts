/**
 * The blocks of a sum: NumPy's iterator passes as many items at once as its buffer holds, and sums each such block pairwise.
 * Invariant: the order of additions, and with it every bit of a sum, follows from these blocks alone.
 * Follows `npyiter_find_buffering_setup` (nditer_constr.c) and `npyiter_copy_to_buffers` (nditer_api.c) of NumPy ≥ 2.3.
 */

/** Items of NumPy's buffer, through which cast, byte-swapped and unaligned items pass. */
export const BUFFER_ITEMS = 8192;

/** Items of one pairwise sum, and items after which a new block begins in any case. */
export interface Blocks {
  readonly block: number;
  readonly row: number;
}

/** One pairwise sum over all items. */
export const ONE_BLOCK: Blocks = { block: Infinity, row: Infinity };

/**
 * The blocks of axes that are all summed over. `shape`: their lengths, axes that are contiguous to each other merged.
 * `isBuffered`: items pass through the buffer. A block is made of whole inner axes, and ends with the axis outside of these.
 */
export function sumBlocks(shape: readonly number[], isBuffered: boolean): Blocks {
  const [innermost = 1, ...outer] = [...shape].reverse();
  // Items that need no cast pass through the buffer only where it holds two rows of them.
  const isAlone = outer.length === 0 || innermost > (isBuffered ? BUFFER_ITEMS - 1 : BUFFER_ITEMS / 2);
  if (isAlone) return { block: isBuffered ? BUFFER_ITEMS : innermost, row: innermost };
  let [core, row] = [1, innermost];
  for (const length of outer) {
    if (row >= BUFFER_ITEMS) break;
    [core, row] = [row, row * length];
  }
  return { block: row <= BUFFER_ITEMS ? row : Math.floor(BUFFER_ITEMS / core) * core, row };
}
