/**
 * Arrays of a stopped program on one line of addresses. The line spans the owner of the inspected array and whatever
 * overlaps with it; arrays terabytes away would squeeze it to nothing. Addresses are bigints, so they are exact.
 */
import type { Neighbour } from '../protocol/debugSchema';
import { UNITS } from '../panels/segments';

export interface Bar {
  readonly kind: Neighbour['relation'] | 'owner' | 'window';
  readonly name: string;
  /** From 0 to `UNITS`, as is `width`. */
  readonly start: number;
  readonly width: number;
  /** 0 for the owner. Bars of a lane do not overlap, except in the last one where there are too many. */
  readonly lane: number;
}

export interface AddressLine {
  /** The first address; `end` is one past the last byte. */
  readonly first: bigint;
  readonly end: bigint;
  readonly bars: readonly Bar[];
  readonly lanes: number;
}

export interface Extent {
  readonly first: bigint;
  readonly end: bigint;
}

/** Lane 0 is the owner's. */
export const MAX_LANES = 12;
const NARROWEST = 6;

/** Lays out the line; undefined where nothing has an address. `window` is the part on screen. */
export function addressLine(
  neighbours: readonly Neighbour[],
  owner: Extent | undefined,
  window: Extent | undefined,
): AddressLine | undefined {
  const related = neighbours.filter(({ relation }) => relation !== 'apart');
  const spans = [owner, ...related.map(extentOf)].filter(extent => extent !== undefined);
  if (spans.length === 0) return undefined;
  const line = {
    first: spans.reduce((least, { first }) => (first < least ? first : least), spans[0].first),
    end: spans.reduce((most, { end }) => (end > most ? end : most), spans[0].end),
  };
  const bars: Bar[] = owner ? [{ kind: 'owner', name: '', lane: 0, ...spanOf(owner, line) }] : [];
  const lanes: bigint[] = [line.end];
  for (const { name, relation, ...ends } of inOrder(neighbours)) {
    const extent = extentOf({ name, relation, ...ends });
    if (!extent || extent.first >= line.end || extent.end <= line.first) continue;
    bars.push({ kind: relation, name, lane: laneFor(lanes, extent), ...spanOf(extent, line) });
  }
  if (window) bars.push({ kind: 'window', name: '', lane: 0, ...spanOf(window, line) });
  return { ...line, bars, lanes: lanes.length };
}

/** Sorts the inspected array first, then those that share bytes with it, then the others. */
export function inOrder(neighbours: readonly Neighbour[]): Neighbour[] {
  const ranks: readonly string[] = ['subject', 'shares', 'unknown', 'interleaves', 'apart'];
  return neighbours.toSorted((a, b) => ranks.indexOf(a.relation) - ranks.indexOf(b.relation));
}

/** The addresses of an array's bytes; undefined where it has none. */
export function extentOf({ first, last }: Neighbour): Extent | undefined {
  if (first === undefined || last === undefined) return undefined;
  return { first: BigInt(first), end: BigInt(last) + 1n };
}

/** The first lane in which an extent overlaps no other; `lanes` holds the end of each. */
function laneFor(lanes: bigint[], { first, end }: Extent): number {
  const free = lanes.findIndex((taken, lane) => lane > 0 && taken <= first);
  const lane = free >= 0 ? free : Math.min(lanes.length, MAX_LANES - 1);
  lanes[lane] = end;
  return lane;
}

function spanOf(extent: Extent, line: Extent): { start: number; width: number } {
  const first = extent.first < line.first ? line.first : extent.first;
  const end = extent.end > line.end ? line.end : extent.end;
  const width = Math.max(NARROWEST, unitsOf(end - first, line));
  return { start: Math.min(UNITS - width, unitsOf(first - line.first, line)), width };
}

/** A length in bytes as units of the line, to a thousandth. */
function unitsOf(length: bigint, line: Extent): number {
  const whole = line.end - line.first;
  return whole === 0n ? 0 : Number((length * BigInt(UNITS) * 1000n) / whole) / 1000;
}
