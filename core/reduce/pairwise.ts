/**
 * NumPy's pairwise sum of a run in memory, bit for bit.
 * Follows `pairwise_sum` (numpy/_core/src/umath/loops_utils.h.src).
 */
import { pairwiseHalf } from '../kernels/halves';
import { MIN_SUM_ITEMS, stagedSum } from '../kernels/stagedSum';

/** An array of floats. */
export type Floats = Float64Array | Float32Array;

/** The sum of `count` items from index `start` on, `step` apart; each addition is rounded to float32 for a Float32Array. */
export function pairwiseSum(values: Floats, start: number, count: number, step = 1): number {
  if (count >= MIN_SUM_ITEMS) {
    const sum = stagedSum(values, start, count, step);
    if (sum !== undefined) return sum;
  }
  if (values instanceof Float64Array) {
    return step === 1 ? run64(values, start, count) : sum64(values, start, count, step);
  }
  return step === 1 ? run32(values, start, count) : sum32(values, start, count, step);
}

/** Adjacent items. */
function run64(x: Float64Array, start: number, n: number): number {
  if (n < 8) {
    let sum = -0;
    for (let at = start; at < start + n; at++) sum += x[at];
    return sum;
  }
  if (n > 128) {
    const half = pairwiseHalf(n);
    return run64(x, start, half) + run64(x, start + half, n - half);
  }
  let a = x[start];
  let b = x[start + 1];
  let c = x[start + 2];
  let d = x[start + 3];
  let e = x[start + 4];
  let f = x[start + 5];
  let g = x[start + 6];
  let h = x[start + 7];
  const end = start + n;
  const full = end - (n % 8);
  for (let at = start + 8; at < full; at += 8) {
    a += x[at];
    b += x[at + 1];
    c += x[at + 2];
    d += x[at + 3];
    e += x[at + 4];
    f += x[at + 5];
    g += x[at + 6];
    h += x[at + 7];
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let at = full; at < end; at++) sum += x[at];
  return sum;
}

/** Items `s` apart. */
function sum64(x: Float64Array, start: number, n: number, s: number): number {
  if (n < 8) {
    let sum = -0;
    for (let k = 0, at = start; k < n; k++, at += s) sum += x[at];
    return sum;
  }
  if (n > 128) {
    const half = pairwiseHalf(n);
    return sum64(x, start, half, s) + sum64(x, start + half * s, n - half, s);
  }
  const [s2, s3, s4, s5] = [2 * s, 3 * s, 4 * s, 5 * s];
  const [s6, s7, s8] = [6 * s, 7 * s, 8 * s];
  let a = x[start];
  let b = x[start + s];
  let c = x[start + s2];
  let d = x[start + s3];
  let e = x[start + s4];
  let f = x[start + s5];
  let g = x[start + s6];
  let h = x[start + s7];
  let at = start + s8;
  const full = n - (n % 8);
  let k = 8;
  for (; k < full; k += 8, at += s8) {
    a += x[at];
    b += x[at + s];
    c += x[at + s2];
    d += x[at + s3];
    e += x[at + s4];
    f += x[at + s5];
    g += x[at + s6];
    h += x[at + s7];
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (; k < n; k++, at += s) sum += x[at];
  return sum;
}

function run32(x: Float32Array, start: number, n: number): number {
  const r = Math.fround;
  if (n < 8) {
    let sum = -0;
    for (let at = start; at < start + n; at++) sum = r(sum + x[at]);
    return sum;
  }
  if (n > 128) {
    const half = pairwiseHalf(n);
    return r(run32(x, start, half) + run32(x, start + half, n - half));
  }
  let a = x[start];
  let b = x[start + 1];
  let c = x[start + 2];
  let d = x[start + 3];
  let e = x[start + 4];
  let f = x[start + 5];
  let g = x[start + 6];
  let h = x[start + 7];
  const end = start + n;
  const full = end - (n % 8);
  for (let at = start + 8; at < full; at += 8) {
    a = r(a + x[at]);
    b = r(b + x[at + 1]);
    c = r(c + x[at + 2]);
    d = r(d + x[at + 3]);
    e = r(e + x[at + 4]);
    f = r(f + x[at + 5]);
    g = r(g + x[at + 6]);
    h = r(h + x[at + 7]);
  }
  let sum = r(r(r(a + b) + r(c + d)) + r(r(e + f) + r(g + h)));
  for (let at = full; at < end; at++) sum = r(sum + x[at]);
  return sum;
}

function sum32(x: Float32Array, start: number, n: number, s: number): number {
  const r = Math.fround;
  if (n < 8) {
    let sum = -0;
    for (let k = 0, at = start; k < n; k++, at += s) sum = r(sum + x[at]);
    return sum;
  }
  if (n > 128) {
    const half = pairwiseHalf(n);
    return r(sum32(x, start, half, s) + sum32(x, start + half * s, n - half, s));
  }
  let a = x[start];
  let b = x[start + s];
  let c = x[start + 2 * s];
  let d = x[start + 3 * s];
  let e = x[start + 4 * s];
  let f = x[start + 5 * s];
  let g = x[start + 6 * s];
  let h = x[start + 7 * s];
  let at = start + 8 * s;
  const full = n - (n % 8);
  for (let k = 8; k < full; k += 8, at += 8 * s) {
    a = r(a + x[at]);
    b = r(b + x[at + s]);
    c = r(c + x[at + 2 * s]);
    d = r(d + x[at + 3 * s]);
    e = r(e + x[at + 4 * s]);
    f = r(f + x[at + 5 * s]);
    g = r(g + x[at + 6 * s]);
    h = r(h + x[at + 7 * s]);
  }
  let sum = r(r(r(a + b) + r(c + d)) + r(r(e + f) + r(g + h)));
  for (let k = full; k < n; k++, at += s) sum = r(sum + x[at]);
  return sum;
}

/**
 * The sum of `count` complex numbers, their parts one after the other from place `start` on; into `sum`.
 * The halves are counted in parts, as in `@TYPE@_pairwise_sum` of loops_utils.h.src for complex numbers.
 */
export function pairwiseComplex(
  x: Float64Array,
  start: number,
  count: number,
  round: (value: number) => number,
): readonly [re: number, im: number] {
  const n = 2 * count;
  if (n < 8) return inSequence(x, start, n, round, -0, -0);
  if (n > 128) {
    const half = pairwiseHalf(n);
    const [a, b] = pairwiseComplex(x, start, half / 2, round);
    const [c, d] = pairwiseComplex(x, start + half, (n - half) / 2, round);
    return [round(a + c), round(b + d)];
  }
  const r = Array.from(x.subarray(start, start + 8));
  const full = n - (n % 8);
  for (let k = 8; k < full; k += 8) {
    for (let lane = 0; lane < 8; lane++) r[lane] = round(r[lane] + x[start + k + lane]);
  }
  const re = round(round(r[0] + r[2]) + round(r[4] + r[6]));
  const im = round(round(r[1] + r[3]) + round(r[5] + r[7]));
  return inSequence(x, start + full, n - full, round, re, im);
}

function inSequence(
  x: Float64Array,
  start: number,
  n: number,
  round: (value: number) => number,
  re: number,
  im: number,
): readonly [number, number] {
  let [a, b] = [re, im];
  for (let k = 0; k < n; k += 2) {
    a = round(a + x[start + k]);
    b = round(b + x[start + k + 1]);
  }
  return [a, b];
}
