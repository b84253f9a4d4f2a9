/**
 * The Mersenne Twister MT19937, seeded and read as by NumPy's `RandomState`.
 * Spec: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998); seeding: `_legacy_seeding` (_mt19937.pyx).
 */
import { drawTwister, MIN_DRAW_ITEMS } from '../kernels/stagedRandom';
import type { BitSource } from './bitSource';

const LENGTH = 624;
const SHIFT = 397;

/** The bit generator of `RandomState`. */
export class Mt19937 implements BitSource {
  readonly #key = new Uint32Array(LENGTH);
  #position = LENGTH;

  /** Seeds with one 32-bit word. */
  seedWith(seed: number): void {
    const key = this.#key;
    key[0] = seed;
    for (let k = 1; k < LENGTH; k++) {
      const last = key[k - 1];
      key[k] = Math.imul(1812433253, last ^ (last >>> 30)) + k;
    }
    this.#position = LENGTH;
  }

  /** Seeds with one or more 32-bit words. */
  seedWithAll(seeds: ArrayLike<number>): void {
    this.seedWith(19650218);
    const key = this.#key;
    let at = 1;
    for (let k = 0; k < Math.max(LENGTH, seeds.length); k++) {
      const from = k % seeds.length;
      key[at] = (key[at] ^ Math.imul(key[at - 1] ^ (key[at - 1] >>> 30), 1664525)) + seeds[from] + from;
      at = this.#next(at);
    }
    for (let k = 1; k < LENGTH; k++) {
      key[at] = (key[at] ^ Math.imul(key[at - 1] ^ (key[at - 1] >>> 30), 1566083941)) - at;
      at = this.#next(at);
    }
    key[0] = 0x80000000;
  }

  #next(at: number): number {
    if (at + 1 < LENGTH) return at + 1;
    this.#key[0] = this.#key[LENGTH - 1];
    return 1;
  }

  nextUint32(): number {
    if (this.#position === LENGTH) this.#twist();
    let y = this.#key[this.#position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** The high word is drawn first. */
  nextUint64(target: Uint32Array): void {
    target[1] = this.nextUint32();
    target[0] = this.nextUint32();
  }

  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** Doubles in [0, 1); singles are rounded doubles. */
  fillDoubles(target: Float64Array | Float32Array): void {
    if (target.length >= MIN_DRAW_ITEMS) {
      const position = drawTwister(this.#key, this.#position, target);
      if (position !== undefined) {
        this.#position = position;
        return;
      }
    }
    for (let k = 0; k < target.length; k++) target[k] = this.nextDouble();
  }

  #twist(): void {
    const key = this.#key;
    const mixed = (at: number, after: number): number => {
      const y = (key[at] & 0x80000000) | (key[after] & 0x7fffffff);
      return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
    };
    let k = 0;
    for (; k < LENGTH - SHIFT; k++) key[k] = key[k + SHIFT] ^ mixed(k, k + 1);
    for (; k < LENGTH - 1; k++) key[k] = key[k + SHIFT - LENGTH] ^ mixed(k, k + 1);
    key[LENGTH - 1] = key[SHIFT - 1] ^ mixed(LENGTH - 1, 0);
    this.#position = 0;
  }
}
