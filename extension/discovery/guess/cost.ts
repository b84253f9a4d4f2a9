/**
 * What a row of numbers costs to write down, in bits: the measure by which readings of the same bytes are compared
 * (minimum description length, https://en.wikipedia.org/wiki/Minimum_description_length). The right reading shows
 * the order that is in the data, and so it is the shortest. Invariant: costs include the histogram they rely on, so
 * that few numbers cannot be explained by a table as large as they are.
 */

/** Octaves from 2^0 to 2^65, each cut into `2^fraction` steps, for either sign; bucket 0 holds zero. */
const OCTAVES = 66;
/** Upper half of the double 1.0; every power of two is `1 << 20` more. */
const ONE = 0x3ff00000;

/**
 * Bits to write whole numbers by size: a histogram that knows each to within `2^-fraction` of itself, and the digits
 * below that as they are. Sizes are read off the exponents of the doubles, whose upper halves come second in memory
 * on every processor that VS Code runs on.
 */
export function magnitudeBits(numbers: Float64Array, fraction: number): number {
  const halves = new Uint32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  const counts = new Int32Array(1 + 2 * (OCTAVES << fraction));
  let rawBits = 0;
  for (let k = 1; k < halves.length; k += 2) {
    const above = (halves[k] & 0x7fffffff) - ONE;
    if (above < 0) {
      counts[0]++;
      continue;
    }
    counts[1 + 2 * (above >>> (20 - fraction)) + (halves[k] >>> 31)]++;
    rawBits += Math.max(0, (above >>> 20) - fraction);
  }
  return rawBits + entropyBits(counts, numbers.length);
}

/** Bits to write `total` symbols of which each occurs as often as `counts` says, and the counts themselves. */
export function entropyBits(counts: ArrayLike<number>, total: number): number {
  let bits = 0;
  let kinds = 0;
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    kinds++;
    bits -= counts[k] * Math.log2(counts[k] / total);
  }
  return bits + (kinds > 1 ? ((kinds - 1) / 2) * Math.log2(total) : 0);
}

/** Larger tables would explain what repeats itself, and the wider the items the cheaper. */
const MAX_TABLE_ENTRIES = 256;

/** Few different values, however large: cost of a table of them and of each item's entry in it. Infinite for many. */
export function tableBits(values: Float64Array, bitsOfEntry: (value: number) => number): number {
  const most = Math.min(MAX_TABLE_ENTRIES, values.length >> 3);
  const counts = new Map<number, number>();
  for (const value of values) {
    const count = counts.get(value);
    if (count === undefined && counts.size >= most) return Infinity;
    counts.set(value, (count ?? 0) + 1);
  }
  const table = [...counts.keys()].reduce((sum, value) => sum + bitsOfEntry(value), 0);
  return entropyBits([...counts.values()], values.length) + table;
}
