/**
 * An array whose items stay in their file: `numpy.memmap`, asynchronous. Views cost no reads; `read`, `take` and
 * `write` move just the bytes of the items asked for, a mebibyte at a time.
 * Invariant: the layout lies within the bytes the file had when it was opened; all views share one open file, so that
 * closing any closes all.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.memmap.html
 */
import { resolve } from 'node:path';
import type { DType } from '../dtype/dtype';
import { InspectorError } from '../errors';
import { notAnInteger, numberList, optionsOf } from '../layout/arguments';
import { shapeError, tupleText } from '../layout/errors';
import { contiguousStrides, Layout, type Order } from '../layout/layout';
import { reshape } from '../layout/reshape';
import { transpose } from '../layout/transpose';
import { toDType } from '../ndarray/dtypeLike';
import { ArrayFlags } from '../ndarray/flags';
import type { IndexLike } from '../ndarray/indexLike';
import type { DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import type { Nested } from '../casting/nested';
import { selectionOf } from '../ndarray/items/fancyIndex';
import { type MappedFile, openMapped } from './mapped/mappedFile';
import { indexLayout } from '../ndarray/basicIndex';
import { type TypedLayout, unpackSubarrays } from '../ndarray/typedLayout';
import {
  checkMapRequest,
  type MapMode,
  mapMode,
  type MapModeName,
  type MapPlace,
  type MapRequest,
  placeMap,
} from './mapped/mapMode';
import { viewAsDType } from '../ndarray/viewAsDType';
import { type ProduceOptions, type Producer, produceInto } from './mapped/produce';
import type { Histogram } from '../reduce/histogramBins';
import { histogramOf, type HistogramOptions } from './statistics/streamedHistogram';
import type { StatisticOptions } from './statistics/fold';
import {
  type DeviationOptions,
  maxOf,
  meanOf,
  minOf,
  type Statistic,
  stdOf,
  sumOf,
} from './statistics/statistics';
import { takeItems } from './mapped/take';
import { readItems, type TransferOptions } from './mapped/transfer';
import { type Mapped, writeValue } from './mapped/writeValue';

/** How to map a file: as the arguments of `numpy.memmap`. `offset` in bytes, `shape` in items. */
export interface MemmapOptions {
  /** uint8 unless told. */
  readonly dtype?: DTypeLike;
  /** `r+` unless told. Only `w+`, and `r+` with a shape that needs more bytes, change the size of the file. */
  readonly mode?: MapModeName;
  /** As many items as there are unless told; one length may be −1. */
  readonly shape?: number | readonly number[] | null;
  /** Bytes of the file before the first item. */
  readonly offset?: number;
  /** Of the items in the file; C unless told. */
  readonly order?: Order;
}

const MAP_OPTIONS = ['dtype', 'mode', 'shape', 'offset', 'order'] as const;
const STATISTIC = ['signal', 'onProgress', 'axis'] as const;

/**
 * An array whose items stay in their file: views cost no reads, statistics are streamed. Source:
 * `numpy.memmap`.
 */
export class MemMap implements Mapped {
  /** What an item's bytes mean. */
  readonly dtype: DType;
  /** Where the items are; byte 0 is that of the file. */
  readonly layout: Layout;
  /** The map that this is a view of. */
  readonly base: MemMap | null;
  /** In bytes, as it was given to `memmap`: a view keeps that of its map. */
  readonly offset: number;

  constructor(
    /** What all views share. */
    readonly file: MappedFile,
    { layout, dtype }: TypedLayout,
    /** The map that this is a view of, or the offset of a map that is none. */
    from: MemMap | number,
  ) {
    this.layout = layout;
    this.dtype = dtype;
    this.base = typeof from === 'number' ? null : (from.base ?? from);
    this.offset = typeof from === 'number' ? from : from.offset;
  }

  /** Lengths of the axes, in items. */
  get shape(): readonly number[] {
    return this.layout.shape;
  }

  /** Bytes from one item to the next, for each axis. */
  get strides(): readonly number[] {
    return this.layout.strides;
  }

  /** Number of axes. */
  get ndim(): number {
    return this.layout.ndim;
  }

  /** Number of items. */
  get size(): number {
    return this.layout.size;
  }

  /** Bytes of one item. */
  get itemsize(): number {
    return this.dtype.itemsize;
  }

  /** Bytes of all items, each counted once. */
  get nbytes(): number {
    return this.layout.nbytes;
  }

  /** Absolute. */
  get filename(): string {
    return this.file.path;
  }

  /** As it was opened. */
  get mode(): MapMode {
    return this.file.mode;
  }

  /** The six flags; never OWNDATA. */
  get flags(): ArrayFlags {
    const { layout, dtype, file } = this;
    return new ArrayFlags({ layout, dtype, base: file, isWriteable: file.mode !== 'r' });
  }

  /** The view with its axes reversed. */
  get T(): MemMap {
    return this.transpose();
  }

  /** The view that a basic index or a field's name selects; 0-d for one item. No bytes are read. */
  get(index: IndexLike): MemMap {
    return this.#viewOf(indexLayout(this, index));
  }

  /** The view with the axes reversed, or in the order given. No bytes are read. */
  transpose(axes?: readonly number[]): MemMap {
    return this.#viewOf({ layout: transpose(this.layout, axes), dtype: this.dtype });
  }

  /** The view of another shape; one length may be −1. `ValueError` where strides cannot say it. */
  reshape(shape: number | readonly number[], options?: { readonly order?: Order | 'A' }): MemMap {
    const { order = 'C' } = optionsOf(options, ['order']);
    const layout = reshape(this.layout, numberList(shape, 'lengths'), order);
    if (layout) return this.#viewOf({ layout, dtype: this.dtype });
    throw shapeError(
      'Unable to avoid creating a copy while reshaping.',
      `Read the items of shape ${tupleText(this.shape)} first, and reshape the array.`,
    );
  }

  /** The same bytes as items of another dtype. */
  view(dtype: DTypeLike): MemMap {
    return this.#viewOf(viewAsDType(this, toDType(dtype)));
  }

  /** A new array of these items, its axes in the order they have in the file. */
  read(options?: TransferOptions): Promise<NDArray> {
    return readItems(this.file, this.layout, this.dtype, options);
  }

  /**
   * What a fancy index selects, as a new array: lists or arrays of whole numbers, masks, beside slices. A list is a
   * tuple of Python's: `m.take([[0, 2]])` is `m[[0, 2]]`. Reads what it needs. `IndexError` as NumPy's.
   */
  async take(index: IndexLike, options?: TransferOptions): Promise<NDArray> {
    return takeItems(this, selectionOf(this.layout, index), options);
  }

  /**
   * `m[...] = value`: broadcast, and converted as C converts. As if `value` were read before the first item is
   * written, where it is a map of the same bytes. Memory is bounded, whatever the sizes.
   */
  async write(value: NDArray | MemMap | Nested, options?: TransferOptions): Promise<void> {
    this.#checkWriteable();
    await writeValue(this, value, options);
  }

  /**
   * Writes what `producer` makes, in C order, a piece at a time: for arrays too large for memory.
   */
  async writeFrom(producer: Producer, options?: ProduceOptions): Promise<void> {
    this.#checkWriteable();
    await produceInto(this, producer, options);
  }

  /** As NumPy sums an array in memory, bit for bit; integers give a 64-bit one. Bounded memory, as all that follow. */
  async sum(options?: StatisticOptions): Promise<Statistic> {
    return sumOf(this, optionsOf(options, STATISTIC));
  }

  /** NumPy's mean, bit for bit; float64 of integers. */
  async mean(options?: StatisticOptions): Promise<Statistic> {
    return meanOf(this, optionsOf(options, STATISTIC));
  }

  /** Reads the file twice. */
  async std(options?: DeviationOptions): Promise<Statistic> {
    return stdOf(this, optionsOf(options, [...STATISTIC, 'ddof']));
  }

  /** `ValueError` where there are no items; NaN where one is. */
  async min(options?: StatisticOptions): Promise<Statistic> {
    return minOf(this, optionsOf(options, STATISTIC));
  }

  /** As `min`. */
  async max(options?: StatisticOptions): Promise<Statistic> {
    return maxOf(this, optionsOf(options, STATISTIC));
  }

  /** Counts and edges, as `np.histogram`. Reads the file three times, or once where the range or the edges are given. */
  async histogram(options?: HistogramOptions): Promise<Histogram> {
    return histogramOf(this, optionsOf(options, ['signal', 'onProgress', 'bins', 'range']));
  }

  /** What was written is on the disk. Nothing to do in the modes `r` and `c`. */
  flush(): Promise<void> {
    return this.file.sync();
  }

  /** Closes the file for this map and all views of it, when what runs is done. */
  close(): Promise<void> {
    return this.file.close();
  }

  /** `ValueError` where nothing may be written. */
  #checkWriteable(): void {
    this.file.checkOpen();
    if (this.file.mode !== 'r') return;
    throw new InspectorError('read-only', 'assignment destination is read-only', {
      numpyName: 'ValueError',
      action: 'Open the file with mode r+ to change it, or c to change what is in memory only.',
    });
  }

  #viewOf(seen: TypedLayout): MemMap {
    return new MemMap(this.file, seen, this);
  }
}

/**
 * Maps a file. Whatever is wrong with what is asked for is said before the file is touched: `ValueError`s as NumPy's,
 * `FileNotFoundError` where there is no such file (in all modes but `w+`).
 */
export async function memmap(path: string, options: MemmapOptions = {}): Promise<MemMap> {
  const { dtype, mode = 'r+', shape, offset = 0, order = 'C' } = optionsOf(options, MAP_OPTIONS);
  if (typeof offset !== 'number') throw notAnInteger('the offset', offset);
  const request: MapRequest = {
    mode: mapMode(mode),
    dtype: toDType(dtype === undefined ? 'uint8' : dtype),
    shape: shape === undefined || shape === null ? undefined : numberList(shape, 'lengths'),
    offset,
  };
  checkMapRequest(request);
  let place: MapPlace | undefined;
  const file = await openMapped(resolve(path), request.mode, byteLength => {
    place = placeMap(byteLength, request);
    return place.fileLength;
  });
  const { itemsize } = request.dtype;
  const strides = contiguousStrides(place!.shape, itemsize, order);
  const layout = Layout.of({ shape: place!.shape, strides, offset, itemsize });
  return new MemMap(file, unpackSubarrays(layout, request.dtype), offset);
}
