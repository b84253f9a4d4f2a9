/**
 * What a row of numbers costs to write down, in bits: the measure by which readings of the same bytes are compared
 * (minimum description length, https://en.wikipedia.org/wiki/Minimum_description_length). The right reading shows
 * the order that is in the data, and so it is the shortest. Invariant: costs include the histogram they rely on, so
 * that few numbers cannot be explained by a table as large as they are.
 */

/** Octaves 0 … 64, each cut into `2^fraction` steps, for either sign; bucket 0 holds zero. */
const OCTAVES = 65;

/** Counts by size, each number to within `2^-fraction` of itself; the digits below that are taken as noise. */
export class Histogram {
  readonly #counts: Int32Array;
  readonly #steps: number;
  #rawBits = 0;
  #total = 0;

  constructor(readonly fraction: number) {
    this.#steps = 1 << fraction;
    this.#counts = new Int32Array(1 + OCTAVES * this.#steps * 2);
  }

  add(value: number): void {
    this.#total++;
    const size = Math.abs(value);
    if (size < 1) {
      this.#counts[0]++;
      return;
    }
    const octave = octaveOf(size);
    const step = Math.floor((size / 2 ** octave - 1) * this.#steps);
    this.#counts[1 + (octave * this.#steps + step) * 2 + (value < 0 ? 1 : 0)]++;
    if (octave > this.fraction) this.#rawBits += octave - this.fraction;
  }

  /** Bits for all the numbers added. */
  get bits(): number {
    return this.#rawBits + entropyBits(this.#counts, this.#total);
  }
}

/** The whole k with `2^k ≤ size < 2^(k+1)`, for `size` from 1 to 2^64. */
function octaveOf(size: number): number {
  if (size < 0x80000000) return 31 - Math.clz32(size);
  const octave = Math.floor(Math.log2(size));
  return 2 ** octave > size ? octave - 1 : octave;
}

/** Bits to write `total` symbols of which each occurs as often as `counts` says, and the counts themselves. */
export function entropyBits(counts: ArrayLike<number>, total: number): number {
  if (total === 0) return 0;
  let bits = 0;
  let kinds = 0;
  for (let k = 0; k < counts.length; k++) {
    const count = counts[k];
    if (count === 0) continue;
    kinds++;
    bits -= count * Math.log2(count / total);
  }
  return bits + ((kinds - 1) / 2) * Math.log2(total);
}

/** Few different values, however large: cost of a table of them and of the entries' numbers. Infinite for many. */
export function tableBits(values: Float64Array, bitsPerEntry: number): number {
  const most = Math.min(4096, values.length >> 3);
  const counts = new Map<number, number>();
  for (const value of values) {
    const count = counts.get(value);
    if (count === undefined && counts.size >= most) return Infinity;
    counts.set(value, (count ?? 0) + 1);
  }
  return entropyBits([...counts.values()], values.length) + counts.size * bitsPerEntry;
}
