/**
 * Rows in a run of numbers: the distance at which items are more alike than at the distances beside it. Invariant:
 * only widths that divide the number of items are considered, and the work is bounded whatever that number is.
 */

export interface Rows {
  /** Items from one row to the next. */
  readonly width: number;
  /** Items that belong together within a row (the channels of a pixel): 1, 2, 3 or 4. */
  readonly channels: number;
}

/** Comparisons for each distance that is looked at. */
const PROBES = 2048;
const MAX_WIDTHS = 256;
/** A distance stands out when its differences are at most this share of those at the distances beside it. */
const DIP = 0.75;
const CHANNELS = [3, 4, 2];
/** Neighbours that differ less than this share of the usual difference make smooth data. */
const SMOOTH = 0.5;

/**
 * `values`: the first items of the file; `count`: all of them. Returns the row width that stands out, if one does.
 */
export function findRows(values: Float64Array, count: number): Rows | undefined {
  const usual = typicalDifference(values);
  if (!(usual > 0)) return undefined;
  const at = (distance: number) => difference(values, distance, usual);
  const channels = CHANNELS.find(n => count % n === 0 && standsOut(at, n, 1)) ?? 1;
  const widths = divisors(count)
    .filter(
      width =>
        width >= 4 &&
        width > channels &&
        width % channels === 0 &&
        width <= values.length * 0.75 &&
        width < count,
    )
    .slice(-MAX_WIDTHS);
  let best: { width: number; depth: number } | undefined;
  for (const width of widths) {
    const depth = dipAt(at, width, channels);
    // A multiple of the width dips as well: it has to be clearly deeper to be taken instead.
    if (depth < DIP && depth < (best?.depth ?? 1) * 0.85) best = { width, depth };
  }
  const smooth = at(channels) < SMOOTH * usual;
  if (best && (!smooth || isCut(values, best.width, channels))) return { width: best.width, channels };
  return channels > 1 ? { width: channels, channels: 1 } : undefined;
}

/** Whether items of smooth data jump at the rows' ends; what repeats without a seam is a wave, not rows. */
function isCut(values: Float64Array, width: number, channels: number): boolean {
  const step = (k: number) => size(values[k] - values[k - channels]);
  let seams = 0;
  let beside = 0;
  let rows = 0;
  for (let k = width; k + channels < values.length; k += width, rows++) {
    seams += step(k);
    beside += (step(k - channels) + step(k + channels)) / 2;
  }
  // A margin of one value all around is as good as a seam.
  return rows < 2 || seams > 1.5 * beside || (seams === 0 && beside === 0);
}

const size = (difference: number) => (Number.isFinite(difference) ? Math.abs(difference) : 0);

function standsOut(at: (distance: number) => number, distance: number, step: number): boolean {
  return at(distance) < DIP * Math.min(at(distance - step || distance + step), at(distance + step));
}

/** Difference at `width` over the least of the differences around it; `step` keeps to the same channel. */
function dipAt(at: (distance: number) => number, width: number, step: number): number {
  const here = at(width);
  const reach = step * Math.max(1, Math.min(4, Math.floor(width / step / 4)));
  const around = Math.min(at(width - reach), at(width + reach));
  return around === 0 ? 1 : here / around;
}

/** Mean size of the difference between items `distance` apart, each at most a few times the usual one. */
function difference(values: Float64Array, distance: number, usual: number): number {
  const pairs = values.length - distance;
  if (pairs < 8 || distance < 1) return usual;
  const step = Math.max(1, Math.floor(pairs / PROBES));
  let sum = 0;
  let probes = 0;
  for (let k = 0; k < pairs; k += step, probes++) {
    const d = Math.abs(values[k] - values[k + distance]);
    sum += d < 4 * usual ? d : d >= 4 * usual ? 4 * usual : 0;
  }
  return sum / probes;
}

/** Mean size of the difference between items far from each other, outliers left out. */
function typicalDifference(values: Float64Array): number {
  const differences: number[] = [];
  for (let k = 0; k < PROBES && k < values.length; k++) {
    const other = (k * 7919 + 104_729) % values.length;
    const d = Math.abs(values[(k * 31) % values.length] - values[other]);
    if (Number.isFinite(d)) differences.push(d);
  }
  differences.sort((a, b) => a - b);
  const kept = differences.slice(0, Math.ceil(differences.length * 0.95));
  return kept.reduce((sum, d) => sum + d, 0) / Math.max(1, kept.length);
}

/** Divisors of `count` up to 2^17, ascending. */
export function divisors(count: number): number[] {
  const found: number[] = [];
  for (let n = 1; n <= Math.min(count, 1 << 17); n++) if (count % n === 0) found.push(n);
  return found;
}

/** Mean difference of neighbours against that of strangers: near 0 for smooth data, near 1 for noise. */
export function roughness(values: Float64Array): number {
  const usual = typicalDifference(values);
  return usual > 0 ? difference(values, 1, usual) / usual : 0;
}
