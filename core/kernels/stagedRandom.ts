/** Random numbers by the kernels, a block at a time. */
import { BLOCK_AT, type Kernels, SMALL_AT } from './instance';
import { kernels } from './kernels';

/** The smallest number of draws that is faster by the kernels. */
export const MIN_DRAW_ITEMS = 256;
const BLOCK_ITEMS = 16384;

type Floats = Float64Array | Float32Array;

function draw(own: Kernels, target: Floats, some: (out: number, count: number) => void): void {
  const from: Floats = target instanceof Float64Array ? own.doubles : own.singles;
  const first = BLOCK_AT / target.BYTES_PER_ELEMENT;
  for (let done = 0; done < target.length; done += BLOCK_ITEMS) {
    const count = Math.min(BLOCK_ITEMS, target.length - done);
    some(BLOCK_AT, count);
    target.set(from.subarray(first, first + count), done);
  }
}

/**
 * Fills `target` from a Mersenne Twister; singles are rounded doubles. Updates `key` and returns the new position in it;
 * undefined, and nothing done, where there are no kernels.
 */
export function drawTwister(key: Uint32Array, position: number, target: Floats): number | undefined {
  const own = kernels();
  if (!own) return undefined;
  const at = SMALL_AT / 4;
  own.words.set(key, at);
  own.words[at + key.length] = position;
  const some = target instanceof Float64Array ? own.mtDoubles : own.mtSingles;
  draw(own, target, (out, count) => some(SMALL_AT, out, count));
  key.set(own.words.subarray(at, at + key.length));
  return own.words[at + key.length];
}

/**
 * Fills `target` from PCG64. `state`, which is updated: ten words, low ones first: the state, the increment, whether half an
 * output is buffered, and that half. Returns false, and does nothing, where there are no kernels.
 */
export function drawPcg(state: Uint32Array, target: Floats): boolean {
  const own = kernels();
  if (!own) return false;
  const at = SMALL_AT / 4;
  own.words.set(state, at);
  const some = target instanceof Float64Array ? own.pcgDoubles : own.pcgSingles;
  draw(own, target, (out, count) => some(SMALL_AT, out, count));
  state.set(own.words.subarray(at, at + state.length));
  return true;
}
