/**
 * Binary operations on floats by the kernels, a block at a time: copying to the kernels' memory and SIMD together are faster
 * than a loop in TypeScript, which checks its arrays at each turn.
 */
import { type BinaryKernel, type BinaryKernelName, BLOCK_AT, type Kernels } from './instance';
import { kernels } from './kernels';

/** An array of floats. */
export type Floats = Float64Array | Float32Array;

/** The items of one operand of a run: the index of the first and the step to the next, in items of the typed array. */
export interface StridedItems<T extends Floats = Floats> {
  readonly items: T;
  start: number;
  step: number;
}

/** The shortest run that is faster in a kernel. */
export const MIN_RUN_ITEMS = 64;
/** Bytes of a block of each operand: all three stay in the second-level cache. */
const BLOCK_BYTES = 32768;
/** Space between blocks, since kernels write past their ends. */
const GAP_BYTES = 64;

/** Returns a loop over the first `count` items, `out = x op y`; undefined where there are no kernels. */
export function stagedBinary<T extends Floats>(
  name: BinaryKernelName,
  x: StridedItems<T>,
  y: StridedItems<T>,
  out: StridedItems<T>,
): ((count: number) => void) | undefined {
  const own = kernels();
  if (!own) return undefined;
  const isDouble = x.items instanceof Float64Array;
  const kernel: BinaryKernel = own[`${name}${isDouble ? 64 : 32}`];
  const [a, b, c] = [0, 1, 2].map(k => BLOCK_AT + k * (BLOCK_BYTES + GAP_BYTES));
  const loadX = loader(own, x, a, x.items.buffer !== out.items.buffer);
  const loadY = loader(own, y, b, y.items.buffer !== out.items.buffer);
  const store = storer(own, out, c);
  const blockItems = BLOCK_BYTES / x.items.BYTES_PER_ELEMENT;
  return count => {
    for (let done = 0; done < count; done += blockItems) {
      const length = Math.min(blockItems, count - done);
      loadX(done, length);
      loadY(done, length);
      kernel(a, b, c, length);
      store(done, length);
    }
  };
}

type Move = (done: number, length: number) => void;

/** Copies items of an operand to the kernels' memory; where `mayStay`, a repeated operand is copied once. */
function loader(own: Kernels, from: StridedItems, at: number, mayStay: boolean): Move {
  const { items } = from;
  const isDouble = items instanceof Float64Array;
  const memory: Floats = isDouble ? own.doubles : own.singles;
  const place = at / items.BYTES_PER_ELEMENT;
  let [lastFirst, lastStep, lastLength] = [-1, 0, 0];
  return (done, length) => {
    const { step } = from;
    const first = from.start + done * step;
    if (mayStay && first === lastFirst && step === lastStep && length <= lastLength) return;
    [lastFirst, lastStep, lastLength] = [first, step, length];
    if (step === 1) memory.set(items.subarray(first, first + length), place);
    else if (step === 0) memory.fill(items[first], place, place + length);
    else if (isDouble) own.gather64(place, items, first, step, length);
    else own.gather32(place, items, first, step, length);
  };
}

/** Copies results to the output. */
function storer(own: Kernels, to: StridedItems, at: number): Move {
  const { items } = to;
  const size = items.BYTES_PER_ELEMENT;
  const memory: Floats = size === 8 ? own.doubles : own.singles;
  const whole = memory.subarray(at / size, (at + BLOCK_BYTES) / size);
  let part = whole;
  return (done, length) => {
    const { step } = to;
    const first = to.start + done * step;
    if (step === 1) {
      if (part.length !== length) part = whole.subarray(0, length);
      items.set(part, first);
    } else for (let k = 0; k < length; k++) items[first + k * step] = whole[k];
  };
}
