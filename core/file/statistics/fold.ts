/**
 * Streamed reductions of a map over all items or along one axis. Memory holds one request and the result.
 * Invariant: each accumulator receives its items in the order of NumPy's iterator: in runs along the
 * innermost axis, row by row along any other.
 */
import type { DType } from '../../dtype/dtype';
import { normalAxis } from '../../layout/errors';
import { Layout } from '../../layout/layout';
import { allocate } from '../../ndarray/allocate';
import { NDArray } from '../../ndarray/ndarray';
import { axesInKOrder } from '../../layout/walk';
import { type ProducedItems, producedView } from '../mapped/produce';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import { ItemStream } from './itemStream';

/** The axis, signal and progress callback of a streamed statistic. */
export interface StatisticOptions extends TransferOptions {
  /** Default: all items. */
  readonly axis?: number | null;
}

/** Accumulators of a reduction. */
export interface Fold {
  /** The dtype that items are converted to first. */
  readonly items: DType;
  /** Creates `count` accumulators. */
  start(count: number): void;
  /** Adds the next `count` items of the stream to accumulator `at`. */
  run(stream: ItemStream, count: number, at: number): Promise<void>;
  /** Adds one item to each accumulator from `at` on. */
  row(items: ProducedItems, at: number): void;
  /** Adds all items of `map` with several threads. Returns false if threads cannot read the map. */
  scan(map: Mapped, options: TransferOptions): Promise<boolean>;
}

/** The order in which items reach the accumulators: `outer` groups of `length` rows of `inner` items. */
export interface Grouping {
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
}

/**
 * Returns the grouping of a layout's items, in memory order, for a reduction along `axis` or over all items.
 */
export function groupingOf(layout: Layout, axis: number | null): Grouping {
  if (axis === null) return { outer: 1, length: layout.size, inner: 1 };
  const order = axesInKOrder([layout]);
  const place = order.indexOf(axis);
  const product = (axes: readonly number[]): number => axes.reduce((n, k) => n * layout.shape[k], 1);
  return {
    outer: product(order.slice(0, place)),
    length: layout.shape[axis],
    inner: product(order.slice(place + 1)),
  };
}

/** Returns the axis option as a non-negative axis, or null. `AxisError` if it is out of bounds. */
export const axisOf = ({ axis = null }: StatisticOptions, { ndim }: Layout): number | null =>
  axis === null ? null : normalAxis(axis, ndim);

/** Streams every item of `map` to its accumulator. */
export async function foldMap(map: Mapped, fold: Fold, options: StatisticOptions): Promise<void> {
  map.file.checkOpen();
  const { outer, length, inner } = groupingOf(map.layout, axisOf(options, map.layout));
  const stream = new ItemStream(map, fold.items, options);
  fold.start(outer * inner);
  if (outer * inner === 1 && (await fold.scan(map, options))) return;
  if (inner === 1) {
    for (let at = 0; at < outer; at++) await fold.run(stream, length, at);
    return;
  }
  for (let group = 0; group < outer; group++) {
    for (let row = 0; row < length; row++) await foldRow(stream, fold, group * inner, inner);
  }
}

async function foldRow(stream: ItemStream, fold: Fold, start: number, count: number): Promise<void> {
  for (let at = 0; at < count;) {
    const items = await stream.readSome(count - at);
    fold.row(items, start + at);
    at += items.length;
  }
}

/**
 * Returns the accumulators, of a native dtype, as an array. The remaining axes keep their order in the file.
 */
export function foldedArray(layout: Layout, axis: number, dtype: DType, values: ProducedItems): NDArray {
  const kept = (k: number): number => (k > axis ? k - 1 : k);
  const shape = layout.shape.toSpliced(axis, 1);
  const fresh = allocate(shape, dtype);
  if (fresh.size === 0) return fresh;
  producedView(fresh.buffer as ArrayBuffer, dtype).set(values as Float64Array & BigInt64Array);
  const strides = shape.map(() => 0);
  let stride = dtype.itemsize;
  for (const k of axesInKOrder([layout]).reverse()) {
    if (k === axis) continue;
    strides[kept(k)] = stride;
    stride *= layout.shape[k];
  }
  const ordered = Layout.of({ shape, strides, offset: 0, itemsize: dtype.itemsize });
  return new NDArray({ buffer: fresh.buffer, dtype, layout: ordered });
}
