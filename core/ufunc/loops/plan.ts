/** How a loop runs: items are loaded into scratch arrays a block at a time, computed there, and stored. */
import type { DType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import { conversionOf } from '../../casting/conversion';
import { storeLoop } from '../../casting/numberBlocks';
import type { NDArray } from '../../ndarray/ndarray';

/** Items of a block. */
export const BLOCK_ITEMS = 1024;

/** Moves items between an array and a scratch array: `count` of them from a byte offset on, `step` bytes apart. */
export type Move = (byteOffset: number, step: number, count: number) => void;
/** Computes the first `count` items of the scratch arrays. */
export type Compute = (count: number) => void;

/** The steps of one loop: a load for each operand, the computation, the store of the results. */
export interface Plan {
  readonly loads: readonly Move[];
  readonly compute: Compute;
  readonly store: Move;
}

const FLOAT64 = numericDType('float64');

/** Scratch arrays of doubles: two operands and the result. Loops don't nest, so that all share them. */
export const numberScratch = [0, 1, 2].map(() => new Float64Array(BLOCK_ITEMS));

/** Returns a move from a scratch array of doubles to `out`; integers of the loop wrap around in the output's dtype. */
export function numberStore(out: NDArray, loop: DType, from: Float64Array): Move {
  const store = storeLoop(out.dtype.format ?? 'float64');
  const isLittle = out.dtype.byteOrder !== '>';
  const view = new DataView(out.buffer);
  const isDirect =
    loop.kind === 'f' ? out.dtype.kind === 'f' || out.dtype.kind === 'b' : 'iub'.includes(out.dtype.kind);
  if (store && isDirect) return (at, step, count) => store(view, at, step, count, from, isLittle);
  const convert = conversionOf(out.buffer, out.dtype, from.buffer, FLOAT64);
  return (at, step, count) => convert(at, step, 0, 8, count);
}
