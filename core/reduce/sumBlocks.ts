/**
 * Where NumPy cuts a sum: its iterator hands on as many items at once as fit in its buffer, and each such block is summed
 * pairwise by itself. Invariant: only what is said here decides which items are added to which first.
 * Follows `npyiter_find_buffering_setup` (nditer_constr.c) and `npyiter_copy_to_buffers` (nditer_api.c) of NumPy ≥ 2.3.
 */

/** Items of NumPy's buffer: what is converted, byte-swapped or unaligned is summed that many at a time. */
export const BUFFER_ITEMS = 8192;

/** Items of one pairwise sum, and after how many such sums begin anew. */
export interface Blocks {
  readonly block: number;
  readonly row: number;
}

/** All items in one sum. */
export const WHOLE: Blocks = { block: Infinity, row: Infinity };

/**
 * The blocks of axes that are all summed over: their lengths, the outermost first, where axes that lie evenly are one.
 * `isBuffered`: items are converted on their way. A block is made of whole inner axes, and ends with the axis outside of these.
 */
export function sumBlocks(shape: readonly number[], isBuffered: boolean): Blocks {
  const [innermost = 1, ...outer] = [...shape].reverse();
  // Items that could stay where they are go through the buffer only where it holds two rows of them.
  const isAlone = outer.length === 0 || innermost > (isBuffered ? BUFFER_ITEMS - 1 : BUFFER_ITEMS / 2);
  if (isAlone) return { block: isBuffered ? BUFFER_ITEMS : innermost, row: innermost };
  let [core, row] = [1, innermost];
  for (const length of outer) {
    if (row >= BUFFER_ITEMS) break;
    [core, row] = [row, row * length];
  }
  return { block: row <= BUFFER_ITEMS ? row : Math.floor(BUFFER_ITEMS / core) * core, row };
}
