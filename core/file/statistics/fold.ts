/**
 * Reductions of a map over all its items or along one axis, streamed. Memory: a request's worth of items, and the result.
 * Invariant: items come to each accumulator in the order of NumPy's iterator: along the innermost axis in runs, along
 * any other one row after the other.
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

/** Axis, signal and progress of a streamed statistic. */
export interface StatisticOptions extends TransferOptions {
  /** All items unless told. */
  readonly axis?: number | null;
}

/** Accumulators, and how items come to them. */
export interface Fold {
  /** What items are converted to first. */
  readonly items: DType;
  /** Makes this many accumulators. */
  start(count: number): void;
  /** The next `count` items, all of accumulator `at`. */
  run(stream: ItemStream, count: number, at: number): Promise<void>;
  /** One item for each accumulator from `at` on. */
  row(items: ProducedItems, at: number): void;
  /** All items of `map` at once, by several threads; false where these cannot. */
  scan(map: Mapped, options: TransferOptions): Promise<boolean>;
}

/** Which items belong to which accumulator: `outer` groups of `length` rows of `inner` items. */
export interface Grouping {
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
}

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

/** `axis` as one of the layout's own. `AxisError` where there is none such. */
export const axisOf = ({ axis = null }: StatisticOptions, { ndim }: Layout): number | null =>
  axis === null ? null : normalAxis(axis, ndim);

/** Brings every item of `map` to its accumulator. */
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

/** The accumulators, of a native dtype, as an array: the axes that are left, in the order they have in the file. */
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
