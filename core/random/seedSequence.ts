/**
 * Mixes a seed into as many words as a bit generator needs, as `numpy.random.SeedSequence`.
 * Spec: https://numpy.org/doc/stable/reference/random/bit_generators/generated/numpy.random.SeedSequence.html
 */
import { InspectorError } from '../errors';

const POOL = 4;
const INIT_A = 0x43b0d7e5;
const MULT_A = 0x931e8875;
const INIT_B = 0x8b51f9dd;
const MULT_B = 0x58f38ded;
const MIX_LEFT = 0xca01f9dd;
const MIX_RIGHT = 0x4973f715;

const folded = (word: number): number => (word ^ (word >>> 16)) >>> 0;

/** The 32-bit words of an integer, the lowest first; one word for 0. */
function wordsOf(seed: number | bigint): number[] {
  const isInteger = typeof seed === 'bigint' || Number.isInteger(seed);
  if (!isInteger) {
    throw new InspectorError(
      'invalid-input',
      `SeedSequence expects int or sequence of ints for entropy not ${seed}`,
      {
        numpyName: 'TypeError',
        action: 'Give a whole number, or a list of them.',
      },
    );
  }
  if (seed < 0) {
    throw new InspectorError('invalid-input', 'expected non-negative integer', {
      numpyName: 'ValueError',
      action: 'Give a seed of 0 or more.',
    });
  }
  const words: number[] = [];
  for (let rest = BigInt(seed); rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length === 0 ? [0] : words;
}

/** The mixed pool of `entropy`: an integer ≥ 0 of any size, or a list of them. */
function pooled(entropy: number | bigint | readonly (number | bigint)[]): Uint32Array {
  const words = typeof entropy === 'object' ? entropy.flatMap(wordsOf) : wordsOf(entropy);
  const pool = new Uint32Array(POOL);
  let constant = INIT_A;
  const hashed = (word: number): number => {
    const value = word ^ constant;
    constant = Math.imul(constant, MULT_A);
    return folded(Math.imul(value, constant));
  };
  const mixInto = (target: number, word: number): void => {
    pool[target] = folded(Math.imul(MIX_LEFT, pool[target]) - Math.imul(MIX_RIGHT, hashed(word)));
  };
  for (let k = 0; k < POOL; k++) pool[k] = hashed(k < words.length ? words[k] : 0);
  for (let from = 0; from < POOL; from++) {
    for (let to = 0; to < POOL; to++) if (from !== to) mixInto(to, pool[from]);
  }
  for (let from = POOL; from < words.length; from++) {
    for (let to = 0; to < POOL; to++) mixInto(to, words[from]);
  }
  return pool;
}

/** `count` 32-bit words made from `entropy`. `TypeError` for non-integers, `ValueError` below 0. */
export function seedWords(
  entropy: number | bigint | readonly (number | bigint)[],
  count: number,
): Uint32Array {
  const pool = pooled(entropy);
  const words = new Uint32Array(count);
  let constant = INIT_B;
  for (let k = 0; k < count; k++) {
    const value = pool[k % POOL] ^ constant;
    constant = Math.imul(constant, MULT_B);
    words[k] = folded(Math.imul(value, constant));
  }
  return words;
}
