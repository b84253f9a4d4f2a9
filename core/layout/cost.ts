/**
 * The cost of a walk in cache lines. The model: memory comes in lines of `lineSize` bytes, starting at the multiples of
 * it; a line is fetched whole the first time a byte of it is needed, and stays. A walk along an axis visits the
 * items [0, …, i, …, 0] for i = 0 … n − 1; its cost is the number of different lines that hold a byte of any of them,
 * divided by n. Exact, and formula or at most `lineSize` steps an axis; whatever the processor prefetches is left out.
 */
import { InspectorError } from '../errors';
import type { Layout } from './layout';

/** The memory traffic of a walk along one axis. */
export interface AxisCost {
  /** The axis, from 0. */
  readonly axis: number;
  /**
   * Cache lines an item: 1 where each item is on a line of its own, 1/16 where 16 share one, more than 1 where items
   * straddle lines or are larger than one. On an axis of length 1 that of its one item; 0 in an array without bytes.
   */
  readonly linesPerItem: number;
  /**
   * How many times the lines of the best axis of more than one item. 1 on the best one, and on axes of length ≤ 1 and
   * in arrays without bytes, where there is nothing to gain.
   */
  readonly ratio: number;
}

/** The memory that a walk goes through; sizes in bytes. */
export interface CostOptions {
  /** In bytes; 64 by default. `invalid-input` where it is not an integer ≥ 1. */
  readonly lineSize?: number;
  /** Address of byte 0 of the source; 0 by default. */
  readonly address?: bigint;
}

/** The cost of a walk along each axis of `layout`, from its first item. */
export function axisCosts(layout: Layout, { lineSize = 64, address = 0n }: CostOptions = {}): AxisCost[] {
  if (!Number.isSafeInteger(lineSize) || lineSize < 1) {
    throw new InspectorError('invalid-input', `a cache line cannot have ${lineSize} bytes`, {
      action: 'Give a whole number of bytes: 64 on most processors.',
    });
  }
  const size = BigInt(lineSize);
  const place = Number((((address + BigInt(layout.offset)) % size) + size) % size);
  const costs = layout.shape.map((_, axis) => linesPerItem(layout, axis, place, lineSize));
  const best = Math.min(...costs.filter((_, axis) => layout.shape[axis] > 1));
  return costs.map((cost, axis) => {
    const counts = layout.shape[axis] > 1 && cost > 0;
    return { axis, linesPerItem: cost, ratio: counts ? cost / best : 1 };
  });
}

/** `place` is that of the first item in its line. */
function linesPerItem(
  { shape, strides, size, itemsize }: Layout,
  axis: number,
  place: number,
  lineSize: number,
) {
  if (size === 0 || itemsize === 0) return 0;
  const walk = { length: shape[axis], stride: strides[axis], itemsize, place, lineSize };
  const isUnbroken = Math.abs(walk.stride) < itemsize + lineSize;
  return (isUnbroken ? unbrokenLines(walk) : scatteredLines(walk)) / walk.length;
}

interface Walk {
  readonly length: number;
  readonly stride: number;
  readonly itemsize: number;
  readonly place: number;
  readonly lineSize: number;
}

const modulo = (n: number, by: number): number => ((n % by) + by) % by;

/** Lines that hold a byte of the `byteLength` ≥ 1 bytes at `place` of a line. */
const linesOf = (place: number, byteLength: number, lineSize: number): number =>
  Math.floor((place + byteLength - 1) / lineSize) + 1;

/** Where gaps are smaller than a line, no line from the first to the last is left out. */
function unbrokenLines({ length, stride, itemsize, place, lineSize }: Walk): number {
  const reach = stride * (length - 1);
  const first = reach < 0 ? modulo(place + reach, lineSize) : place;
  return linesOf(first, Math.abs(reach) + itemsize, lineSize);
}

/** Where gaps are a line or more, no two items share one; the places of items in their lines repeat. */
function scatteredLines({ length, stride, itemsize, place, lineSize }: Walk): number {
  const step = modulo(stride, lineSize);
  let at = place;
  let lines = 0;
  let walked = 0;
  do {
    lines += linesOf(at, itemsize, lineSize);
    at = (at + step) % lineSize;
    walked++;
  } while (at !== place && walked < length);
  if (walked === length) return lines;
  const rest = length % walked;
  const rounds = (length - rest) / walked;
  return (
    rounds * lines + (rest === 0 ? 0 : scatteredLines({ length: rest, stride, itemsize, place, lineSize }))
  );
}
