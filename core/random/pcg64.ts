/**
 * PCG64 (XSL-RR 128/64), the bit generator of `default_rng`.
 * State and increment are 128-bit integers in six limbs of 22 bits (the last of 18): products of limbs and their sums are
 * exact in doubles, so that the loop needs no bigints.
 * Spec: M. E. O'Neill, "PCG", HMC-CS-2014-0905; seeding: `pcg64_set_seed` (pcg64.c).
 */
import { drawPcg, MIN_DRAW_ITEMS } from '../kernels/stagedRandom';
import type { BitSource } from './bitSource';

const LIMBS = 6;
const LIMB = 2 ** 22;
const PART = 2 ** -22;
const TOP = 2 ** 18;

function limbsOf(value: bigint): Float64Array {
  return Float64Array.from({ length: LIMBS }, (_, k) => Number((value >> BigInt(22 * k)) & 0x3fffffn));
}

/** Writes the limbs as four 32-bit words, from index `at` on. */
function setWords(words: Uint32Array, at: number, limbs: Float64Array): void {
  let value = limbs.reduce((sum, limb, k) => sum + (BigInt(limb) << BigInt(22 * k)), 0n);
  for (let k = 0; k < 4; k++, value >>= 32n) words[at + k] = Number(value & 0xffffffffn);
}

/** The integer of the first four words. */
const wordsValue = (words: Uint32Array): bigint =>
  words.subarray(0, 4).reduceRight((value, word) => (value << 32n) | BigInt(word), 0n);

const [M0, M1, M2, M3, M4, M5] = limbsOf(0x2360ed051fc65da44385df649fccf645n);
const MASK = 2n ** 128n - 1n;
/** 2^-53, and 2^-53 · 2^21. */
const LOW_UNIT = 2 ** -53;
const HIGH_UNIT = 2 ** -32;
const SINGLE_UNIT = 2 ** -24;

/** The bit generator of `Generator`. */
export class Pcg64 implements BitSource {
  readonly #state: Float64Array;
  readonly #increment: Float64Array;
  /** The output of the last step. */
  #low = 0;
  #high = 0;
  #hasSpare = false;
  #spare = 0;

  /** `words`: eight 32-bit words of a `SeedSequence`. */
  constructor(words: Uint32Array) {
    const uint64 = (k: number): bigint => (BigInt(words[2 * k + 1]) << 32n) | BigInt(words[2 * k]);
    const start = (uint64(0) << 64n) | uint64(1);
    const increment = ((((uint64(2) << 64n) | uint64(3)) << 1n) | 1n) & MASK;
    this.#increment = limbsOf(increment);
    this.#state = limbsOf((start + increment) & MASK);
    this.#step();
  }

  /** Half of an output; the other half is kept for the next call. */
  nextUint32(): number {
    if (this.#hasSpare) {
      this.#hasSpare = false;
      return this.#spare;
    }
    this.#step();
    this.#hasSpare = true;
    this.#spare = this.#high >>> 0;
    return this.#low >>> 0;
  }

  nextUint64(target: Uint32Array): void {
    this.#step();
    target[0] = this.#low;
    target[1] = this.#high;
  }

  nextDouble(): number {
    this.#step();
    return (this.#high >>> 0) * HIGH_UNIT + (this.#low >>> 11) * LOW_UNIT;
  }

  fillDoubles(target: Float64Array): void {
    if (target.length >= MIN_DRAW_ITEMS && this.#draw(target)) return;
    for (let k = 0; k < target.length; k++) {
      this.#step();
      target[k] = (this.#high >>> 0) * HIGH_UNIT + (this.#low >>> 11) * LOW_UNIT;
    }
  }

  /** Singles in [0, 1) of 24 bits, from halves of outputs. */
  fillSingles(target: Float32Array): void {
    if (target.length >= MIN_DRAW_ITEMS && this.#draw(target)) return;
    for (let k = 0; k < target.length; k++) target[k] = (this.nextUint32() >>> 8) * SINGLE_UNIT;
  }

  #draw(target: Float64Array | Float32Array): boolean {
    const words = new Uint32Array(10);
    setWords(words, 0, this.#state);
    setWords(words, 4, this.#increment);
    words.set([Number(this.#hasSpare), this.#spare], 8);
    if (!drawPcg(words, target)) return false;
    this.#state.set(limbsOf(wordsValue(words)));
    this.#hasSpare = words[8] === 1;
    this.#spare = words[9];
    return true;
  }

  /** state = state · multiplier + increment, modulo 2^128; then the output of the new state. */
  #step(): void {
    const s = this.#state;
    const c = this.#increment;
    const a0 = s[0];
    const a1 = s[1];
    const a2 = s[2];
    const a3 = s[3];
    const a4 = s[4];
    let sum = a0 * M0 + c[0];
    let carry = Math.floor(sum * PART);
    const b0 = sum - carry * LIMB;
    sum = a0 * M1 + a1 * M0 + c[1] + carry;
    carry = Math.floor(sum * PART);
    const b1 = sum - carry * LIMB;
    sum = a0 * M2 + a1 * M1 + a2 * M0 + c[2] + carry;
    carry = Math.floor(sum * PART);
    const b2 = sum - carry * LIMB;
    sum = a0 * M3 + a1 * M2 + a2 * M1 + a3 * M0 + c[3] + carry;
    carry = Math.floor(sum * PART);
    const b3 = sum - carry * LIMB;
    sum = a0 * M4 + a1 * M3 + a2 * M2 + a3 * M1 + a4 * M0 + c[4] + carry;
    carry = Math.floor(sum * PART);
    const b4 = sum - carry * LIMB;
    sum = a0 * M5 + a1 * M4 + a2 * M3 + a3 * M2 + a4 * M1 + s[5] * M0 + c[5] + carry;
    const b5 = sum - Math.floor(sum / TOP) * TOP;
    s[0] = b0;
    s[1] = b1;
    s[2] = b2;
    s[3] = b3;
    s[4] = b4;
    s[5] = b5;
    this.#output(b0 | 0, b1 | 0, b2 | 0, b3 | 0, b4 | 0, b5 | 0);
  }

  /** The two halves of the state XORed, rotated right by its six highest bits. */
  #output(b0: number, b1: number, b2: number, b3: number, b4: number, b5: number): void {
    const low = b0 ^ (b1 << 22) ^ ((b2 >>> 20) ^ (b3 << 2) ^ (b4 << 24));
    const high = (b1 >>> 10) ^ (b2 << 12) ^ ((b4 >>> 8) ^ (b5 << 14));
    const turn = b5 >>> 12;
    const by = turn & 31;
    const first = turn < 32 ? low : high;
    const second = turn < 32 ? high : low;
    // Two shifts: one by 32 is one by 0.
    this.#low = (first >>> by) | ((second << 1) << (31 - by));
    this.#high = (second >>> by) | ((first << 1) << (31 - by));
  }
}
