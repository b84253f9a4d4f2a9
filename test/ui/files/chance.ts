/** Numbers that look random and are the same every time (mulberry32). */

/** A source of whole numbers `0 ≤ n < below`, exact for `below` up to 2^53. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return below => Math.floor(((next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53) * below);
}
