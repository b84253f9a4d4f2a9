/**
 * The natural logarithm, computed in about twice the precision of a double and rounded once: within 0.5001 ulp, where
 * `Math.log` may be off by one. Invariant: the same bits on every machine.
 * Method: x = 2^k · m; m · c = 1 + r with |r| < 2^-7 for a c of eleven bits from a table, so that r is exact in two
 * doubles; log x = k · log 2 − log c + log1p r.
 */

/** Fractional bits of the table's fixed point. */
const BITS = 140;
const ONE = 1n << BigInt(BITS);
/** c is a multiple of 1 / UNITS. */
const UNITS = 1024;
/** Table entries per unit of m. */
const STEPS = 128;
const FIRST = 90;
const LAST = 182;

const SCALE = 2 ** -BITS;
const upper = (fixed: bigint): number => Number(fixed) * SCALE;
const lower = (fixed: bigint): number => Number(fixed - BigInt(upper(fixed) * 2 ** BITS)) * SCALE;

/** log(a / b) by the series of 2 · atanh((a − b) / (a + b)). */
function fixedLog(a: bigint, b: bigint): bigint {
  const z = ((a - b) * ONE) / (a + b);
  const square = (z * z) / ONE;
  let sum = 0n;
  let power = z;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / ONE;
  }
  return 2n * sum;
}

interface Table {
  /** c. */
  readonly factors: Float64Array;
  /** −log c in two doubles. */
  readonly highs: Float64Array;
  readonly lows: Float64Array;
  readonly ln2Low: number;
}

/** log 2 in 32 bits, so that its multiples are exact. */
const LN2_HIGH = Math.floor(Math.LN2 * 2 ** 32) / 2 ** 32;

let table: Table | undefined;

function makeTable(): Table {
  const [factors, highs, lows] = [0, 1, 2].map(() => new Float64Array(LAST + 1));
  for (let k = FIRST; k <= LAST; k++) {
    const units = Math.round((UNITS * STEPS) / k);
    const fixed = fixedLog(BigInt(UNITS), BigInt(units));
    factors[k] = units / UNITS;
    highs[k] = upper(fixed);
    lows[k] = lower(fixed);
  }
  const ln2Low = upper(fixedLog(2n, 1n) - BigInt(LN2_HIGH * 2 ** 32) * (ONE >> 32n));
  return { factors, highs, lows, ln2Low };
}

const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);

/** log x for a normal x > 0. */
export function log(x: number): number {
  const { factors, highs, lows, ln2Low } = (table ??= makeTable());
  double[0] = x;
  let k = (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  let m = double[0];
  if (m >= 1.4140625) {
    m /= 2;
    k++;
  }
  const entry = Math.round(m * STEPS);
  const c = factors[entry];
  const front = Math.fround(m);
  const p = front * c - 1;
  const q = (m - front) * c;
  const r = p + q;
  const rest = q - (r - p);
  return added(k * LN2_HIGH, highs[entry], r, rest, k * ln2Low + lows[entry]);
}

/** a + b + log1p(r + rest) + low, rounded once. */
function added(a: number, b: number, r: number, rest: number, low: number): number {
  const front = Math.fround(r);
  const back = r - front;
  // r² = front² + backs, of which the first is exact.
  const square = -0.5 * front * front;
  const backs = -0.5 * (2 * front * back + back * back + 2 * r * rest);
  const sum1 = a + b;
  const t1 = sum1 - a;
  const e1 = a - (sum1 - t1) + (b - t1);
  const sum2 = sum1 + r;
  const t2 = sum2 - sum1;
  const e2 = sum1 - (sum2 - t2) + (r - t2);
  const sum3 = sum2 + square;
  const t3 = sum3 - sum2;
  const e3 = sum2 - (sum3 - t3) + (square - t3);
  return sum3 + (e1 + e2 + e3 + (low + rest + backs + tail(r)));
}

/** r³/3 − r⁴/4 + … */
function tail(r: number): number {
  const even = 1 / 4 + r * r * (1 / 6 + r * r * (1 / 8));
  const odd = 1 / 3 + r * r * (1 / 5 + r * r * (1 / 7 + (r * r) / 9));
  return r * r * r * (odd - r * even);
}
