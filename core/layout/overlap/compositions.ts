/**
 * In how many ways bounded whole numbers add up: by inclusion and exclusion over the bounds that are broken,
 * https://en.wikipedia.org/wiki/Stars_and_bars_(combinatorics). Exact up to 2^53; cost 2^tops.length steps.
 */

/** The number of choices of x_k, 0 ≤ x_k ≤ tops[k], have `least` ≤ Σ x_k ≤ `most`. */
export function ways(tops: readonly number[], least: number, most: number): number {
  if (tops.length === 1) return Math.max(0, Math.min(tops[0], most) - Math.max(0, least) + 1);
  return Number(waysUpTo(tops, 0, BigInt(most)) - waysUpTo(tops, 0, BigInt(least) - 1n));
}

/** The choices with Σ x_k ≤ `most` and 0 ≤ x_k, of which those for k ≥ `from` are bounded by `tops` as well. */
function waysUpTo(tops: readonly number[], from: number, most: bigint): bigint {
  if (most < 0n) return 0n;
  if (from === tops.length) return choose(most + BigInt(tops.length), tops.length);
  return waysUpTo(tops, from + 1, most) - waysUpTo(tops, from + 1, most - BigInt(tops[from]) - 1n);
}

function choose(n: bigint, k: number): bigint {
  let result = 1n;
  for (let factor = 1n; factor <= BigInt(k); factor++) result = (result * (n - factor + 1n)) / factor;
  return result;
}
