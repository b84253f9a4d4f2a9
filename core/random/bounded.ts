/**
 * Uniform integers in [0, range], in NumPy's order of draws (distributions.c): 8- and 16-bit words are parts of 32-bit draws;
 * out-of-range words are rejected after masking (`RandomState`) or by Lemire's method (`Generator`).
 * Spec: D. Lemire, "Fast Random Integer Generation in an Interval", arXiv:1805.10941.
 */
import type { BitSource } from './bitSource';

/** The rejection method. */
export type Method = 'masked' | 'lemire';

/** A stream of integers of at most 32 bits. */
export interface Draws {
  next(): number;
}

const TWO16 = 65536;
const TWO32 = 2 ** 32;

const WORDS = (bits: BitSource): Draws => ({ next: () => bits.nextUint32() });

/** Words of `width` bits (1, 8 or 16), the lowest of each 32 first. */
class SplitWords implements Draws {
  #rest = 0;
  #left = 0;

  constructor(
    readonly bits: BitSource,
    readonly width: number,
  ) {}

  next(): number {
    if (this.#left === 0) {
      this.#rest = this.bits.nextUint32();
      this.#left = 32 / this.width - 1;
    } else {
      this.#rest >>>= this.width;
      this.#left--;
    }
    return this.#rest & (2 ** this.width - 1);
  }
}

class MaskedDraws implements Draws {
  readonly #mask: number;

  constructor(
    readonly words: Draws,
    readonly range: number,
  ) {
    this.#mask = 2 ** (32 - Math.clz32(range)) - 1;
  }

  next(): number {
    for (;;) {
      const value = (this.words.next() & this.#mask) >>> 0;
      if (value <= this.range) return value;
    }
  }
}

class LemireDraws implements Draws {
  readonly #count: number;
  readonly #threshold: number;

  constructor(
    readonly words: Draws,
    range: number,
  ) {
    this.#count = range + 1;
    this.#threshold = (TWO32 - 1 - range) % this.#count;
  }

  next(): number {
    for (;;) {
      const word = this.words.next();
      const low = Math.imul(word, this.#count) >>> 0;
      if (low < this.#threshold) continue;
      // The upper half of word · count, in products of less than 2^53.
      const lower = Math.floor(((word & 0xffff) * this.#count) / TWO16);
      return Math.floor(((word >>> 16) * this.#count + lower) / TWO16);
    }
  }
}

/** As `LemireDraws`, for words of 8 or 16 bits, whose products fit in 32. */
class NarrowLemireDraws implements Draws {
  readonly #count: number;
  readonly #mask: number;
  readonly #threshold: number;

  constructor(
    readonly words: Draws,
    range: number,
    readonly width: number,
  ) {
    this.#count = range + 1;
    this.#mask = 2 ** width - 1;
    this.#threshold = (this.#mask - range) % this.#count;
  }

  next(): number {
    for (;;) {
      const product = this.words.next() * this.#count;
      if ((product & this.#mask) >= this.#threshold) return product >>> this.width;
    }
  }
}

/** A stream of integers in [0, range] from words of `width` bits: 1, 8, 16 or 32. */
export function boundedDraws(bits: BitSource, range: number, width: number, method: Method): Draws {
  if (range === 0) return { next: () => 0 };
  const words = width === 32 ? WORDS(bits) : new SplitWords(bits, width);
  if (range === 2 ** width - 1) return words;
  if (method === 'masked') return new MaskedDraws(words, range);
  return width === 32 ? new LemireDraws(words, range) : new NarrowLemireDraws(words, range, width);
}

const scratch = new Uint32Array(2);

function nextBigint(bits: BitSource): bigint {
  bits.nextUint64(scratch);
  return (BigInt(scratch[1]) << 32n) | BigInt(scratch[0]);
}

/** An integer in [0, range] for a range of 2^32 or more. */
export function boundedBigint(bits: BitSource, range: bigint, method: Method): bigint {
  if (range === 2n ** 64n - 1n) return nextBigint(bits);
  if (method === 'masked') {
    const mask = (1n << BigInt(range.toString(2).length)) - 1n;
    for (;;) {
      const value = nextBigint(bits) & mask;
      if (value <= range) return value;
    }
  }
  const count = range + 1n;
  const threshold = (2n ** 64n - count) % count;
  for (;;) {
    const product = nextBigint(bits) * count;
    if (BigInt.asUintN(64, product) >= threshold) return product >> 64n;
  }
}
