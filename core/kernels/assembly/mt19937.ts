// Doubles of the Mersenne Twister. `key`: 624 words and, after them, the position in them.
// Spec: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).

const LENGTH: i32 = 624;
const SHIFT: i32 = 397;

@inline
function word(key: usize, k: i32): u32 {
  return load<u32>(key + (<usize>k << 2));
}

@inline
function mixed(here: u32, after: u32): u32 {
  const y = (here & 0x80000000) | (after & 0x7fffffff);
  return (y >> 1) ^ ((0 - (y & 1)) & 0x9908b0df);
}

@inline
function twistOne(key: usize, k: i32, after: i32, from: i32): void {
  store<u32>(key + (<usize>k << 2), word(key, from) ^ mixed(word(key, k), word(key, after)));
}

// In memory, and read before a loop: constants in the code would be made anew in each turn of it.
const MASKS = memory.data<u32>([
  0x80000000, 0x80000000, 0x80000000, 0x80000000,
  0x9908b0df, 0x9908b0df, 0x9908b0df, 0x9908b0df,
  0x9d2c5680, 0x9d2c5680, 0x9d2c5680, 0x9d2c5680,
  0xefc60000, 0xefc60000, 0xefc60000, 0xefc60000,
  // Doubles of 2^52 · 2^26 and of 2^52, whose last bits are free for a word.
  0, 0x44d00000, 0, 0x44d00000,
  0, 0x43300000, 0, 0x43300000,
], 16);

/** The words at `at` up to `end`, four a turn, from those at `from` on. */
@inline
function twistFours(at: usize, end: usize, from: usize): void {
  const top = v128.load(MASKS);
  const turn = v128.load(MASKS, 16);
  for (; at < end; at += 16, from += 16) {
    const y = v128.bitselect(v128.load(at), v128.load(at, 4), top);
    const odd = i32x4.shr_s(i32x4.shl(y, 31), 31);
    const turned = v128.xor(i32x4.shr_u(y, 1), v128.and(odd, turn));
    v128.store(at, v128.xor(v128.load(from), turned));
  }
}

function twist(key: usize): void {
  // 227 = 4 · 56 + 3, and 396 = 4 · 99.
  twistFours(key, key + 4 * 224, key + 4 * SHIFT);
  for (let k: i32 = 224; k < LENGTH - SHIFT; k++) twistOne(key, k, k + 1, k + SHIFT);
  twistFours(key + 4 * (LENGTH - SHIFT), key + 4 * (LENGTH - 1), key);
  twistOne(key, LENGTH - 1, 0, SHIFT - 1);
}

@inline
function temperOne(x: u32): u32 {
  let y = x ^ (x >> 11);
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >> 18);
}

/** Doubles of whole words, four of them (two doubles) a turn; `words` is a multiple of 4. */
@inline
function fillFours<T extends number>(from: usize, out: usize, words: i32): void {
  const end = from + (<usize>words << 2);
  const b = v128.load(MASKS, 32);
  const c = v128.load(MASKS, 48);
  const highBase = v128.load(MASKS, 64);
  const lowBase = v128.load(MASKS, 80);
  const unit = f64x2.splat(1.0 / 9007199254740992.0);
  for (; from < end; from += 16) {
    let y = v128.load(from);
    y = v128.xor(y, i32x4.shr_u(y, 11));
    y = v128.xor(y, v128.and(i32x4.shl(y, 7), b));
    y = v128.xor(y, v128.and(i32x4.shl(y, 15), c));
    y = v128.xor(y, i32x4.shr_u(y, 18));
    // A word under the exponent of 2^52 is that double and the word: exact, and so is the difference.
    const high = i64x2.shr_u(i64x2.shl(y, 32), 37);
    const low = i64x2.shr_u(y, 38);
    const a = f64x2.sub(v128.or(high, highBase), highBase);
    const d = f64x2.sub(v128.or(low, lowBase), lowBase);
    const pair = f64x2.mul(f64x2.add(a, d), unit);
    if (sizeof<T>() === 8) v128.store(out, pair);
    else v128.store64_lane(out, f32x4.demote_f64x2_zero(pair), 0);
    out += 2 * sizeof<T>();
  }
}

@inline
function fill<T extends number>(key: usize, out: usize, n: i32): void {
  let position = <i32>word(key, LENGTH);
  while (n > 0) {
    if (position === LENGTH) {
      twist(key);
      position = 0;
    }
    const words = min((LENGTH - position) & ~3, (n << 1) & ~3);
    if (words > 0) {
      fillFours<T>(key + (<usize>position << 2), out, words);
      position += words;
      out += (<usize>words >> 1) * sizeof<T>();
      n -= words >> 1;
      continue;
    }
    const high = temperOne(word(key, position++)) >> 5;
    if (position === LENGTH) {
      twist(key);
      position = 0;
    }
    const low = temperOne(word(key, position++)) >> 6;
    store<T>(out, <T>((<f64>high * 67108864.0 + <f64>low) * (1.0 / 9007199254740992.0)));
    out += sizeof<T>();
    n--;
  }
  store<u32>(key + (<usize>LENGTH << 2), position);
}

export function mtDoubles(key: usize, out: usize, n: i32): void {
  fill<f64>(key, out, n);
}

/** Doubles rounded to single precision. */
export function mtSingles(key: usize, out: usize, n: i32): void {
  fill<f32>(key, out, n);
}
