/**
 * An array whose items stay in their file: an asynchronous `numpy.memmap`. Views cost no reads. `read`,
 * `take` and `write` transfer only the bytes of the selected items, one mebibyte at a time.
 * Invariant: the layout lies within the bytes that the file had when it was opened. All views share one open
 * file: closing one closes all.
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

/** The arguments of `numpy.memmap`. */
export interface MemmapOptions {
  /** Default: uint8. */
  readonly dtype?: DTypeLike;
  /** Default: `r+`. Only `w+`, and `r+` with a shape that needs more bytes, change the size of the file. */
  readonly mode?: MapModeName;
  /** In items; one length may be −1. Default: as many items as fit. */
  readonly shape?: number | readonly number[] | null;
  /** The number of bytes before the first item. Default: 0. */
  readonly offset?: number;
  /** The order of the items in the file. Default: C. */
  readonly order?: Order;
}

const MAP_OPTIONS = ['dtype', 'mode', 'shape', 'offset', 'order'] as const;
const STATISTIC = ['signal', 'onProgress', 'axis'] as const;

/**
 * An array whose items stay in their file. Views cost no reads, and statistics are streamed. Source:
 * `numpy.memmap`.
 */
export class MemMap implements Mapped {
  /** How to read the bytes of an item. */
  readonly dtype: DType;
  /** The position of the items in the file. */
  readonly layout: Layout;
  /** The map that this is a view of; null for the map itself. */
  readonly base: MemMap | null;
  /** The offset passed to `memmap`, in bytes. Views keep it. */
  readonly offset: number;

  constructor(
    /** The open file, which all views share. */
    readonly file: MappedFile,
    { layout, dtype }: TypedLayout,
    /** The map that this is a view of, or the offset of a new map. */
    from: MemMap | number,
  ) {
    this.layout = layout;
    this.dtype = dtype;
    this.base = typeof from === 'number' ? null : (from.base ?? from);
    this.offset = typeof from === 'number' ? from : from.offset;
  }

  /** The length of each axis, in items. */
  get shape(): readonly number[] {
    return this.layout.shape;
  }

  /** The distance between adjacent items along each axis, in bytes. */
  get strides(): readonly number[] {
    return this.layout.strides;
  }

  /** The number of axes. */
  get ndim(): number {
    return this.layout.ndim;
  }

  /** The number of items. */
  get size(): number {
    return this.layout.size;
  }

  /** The size of an item, in bytes. */
  get itemsize(): number {
    return this.dtype.itemsize;
  }

  /** The size of all items, in bytes. */
  get nbytes(): number {
    return this.layout.nbytes;
  }

  /** The absolute path. */
  get filename(): string {
    return this.file.path;
  }

  /** The mode that the file was opened in. */
  get mode(): MapMode {
    return this.file.mode;
  }

  /** The six flags. OWNDATA is always false. */
  get flags(): ArrayFlags {
    const { layout, dtype, file } = this;
    return new ArrayFlags({ layout, dtype, base: file, isWriteable: file.mode !== 'r' });
  }

  /** The view with its axes reversed. */
  get T(): MemMap {
    return this.transpose();
  }

  /**
   * Returns the view that a basic index or a field name selects; 0-d for a single item. Reads no bytes.
   * `IndexError` as NumPy.
   */
  get(index: IndexLike): MemMap {
    return this.#viewOf(indexLayout(this, index));
  }

  /** Returns the view with the axes reversed, or in the given order. Reads no bytes. */
  transpose(axes?: readonly number[]): MemMap {
    return this.#viewOf({ layout: transpose(this.layout, axes), dtype: this.dtype });
  }

  /** Returns the view of another shape; one length may be −1. `ValueError` if strides cannot express it. */
  reshape(shape: number | readonly number[], options?: { readonly order?: Order | 'A' }): MemMap {
    const { order = 'C' } = optionsOf(options, ['order']);
    const layout = reshape(this.layout, numberList(shape, 'lengths'), order);
    if (layout) return this.#viewOf({ layout, dtype: this.dtype });
    throw shapeError(
      'Unable to avoid creating a copy while reshaping.',
      `Read the items of shape ${tupleText(this.shape)} first, and reshape the array.`,
    );
  }

  /** Returns the view of the same bytes as items of another dtype. */
  view(dtype: DTypeLike): MemMap {
    return this.#viewOf(viewAsDType(this, toDType(dtype)));
  }

  /** Returns a new array of the items. Its axes have the order that they have in the file. */
  read(options?: TransferOptions): Promise<NDArray> {
    return readItems(this.file, this.layout, this.dtype, options);
  }

  /**
   * Returns a new array of what an advanced index selects: lists or arrays of integers, masks, and slices
   * beside them. A list stands for a Python tuple: `m.take([[0, 2]])` is `m[[0, 2]]`. Reads only the bytes
   * that it needs. `IndexError` as NumPy.
   */
  async take(index: IndexLike, options?: TransferOptions): Promise<NDArray> {
    return takeItems(this, selectionOf(this.layout, index), options);
  }

  /**
   * Assigns `value` to all items, broadcast and converted as C does. If `value` is a map of the same bytes,
   * the result is as if it were read first. Memory is bounded for any size.
   */
  async write(value: NDArray | MemMap | Nested, options?: TransferOptions): Promise<void> {
    this.#checkWriteable();
    await writeValue(this, value, options);
  }

  /** Writes the items that `producer` makes, in C order, one piece at a time: for arrays larger than memory. */
  async writeFrom(producer: Producer, options?: ProduceOptions): Promise<void> {
    this.#checkWriteable();
    await produceInto(this, producer, options);
  }

  /**
   * Returns the sum, bit for bit as NumPy for an array in memory; a 64-bit integer for integers. Like all
   * statistics, it needs little memory for any size.
   */
  async sum(options?: StatisticOptions): Promise<Statistic> {
    return sumOf(this, optionsOf(options, STATISTIC));
  }

  /** Returns the mean, bit for bit as NumPy; float64 for integers. */
  async mean(options?: StatisticOptions): Promise<Statistic> {
    return meanOf(this, optionsOf(options, STATISTIC));
  }

  /** Returns the standard deviation. Reads the file twice. */
  async std(options?: DeviationOptions): Promise<Statistic> {
    return stdOf(this, optionsOf(options, [...STATISTIC, 'ddof']));
  }

  /** Returns the minimum, or NaN if an item is NaN. `ValueError` for no items. */
  async min(options?: StatisticOptions): Promise<Statistic> {
    return minOf(this, optionsOf(options, STATISTIC));
  }

  /** Returns the maximum, or NaN if an item is NaN. `ValueError` for no items. */
  async max(options?: StatisticOptions): Promise<Statistic> {
    return maxOf(this, optionsOf(options, STATISTIC));
  }

  /**
   * Returns counts and bin edges, as `numpy.histogram`. Reads the file three times, or once if the range or
   * the edges are given.
   */
  async histogram(options?: HistogramOptions): Promise<Histogram> {
    return histogramOf(this, optionsOf(options, ['signal', 'onProgress', 'bins', 'range']));
  }

  /** Flushes written bytes to the disk. Does nothing in the modes `r` and `c`. */
  flush(): Promise<void> {
    return this.file.sync();
  }

  /** Closes the file for the map and all its views, after running reads and writes. */
  close(): Promise<void> {
    return this.file.close();
  }

  /** Throws `ValueError` if the map is read-only. */
  #checkWriteable(): void {
    this.file.checkOpen();
    if (this.file.mode !== 'r') return;
    throw new InspectorError('read-only', 'assignment destination is read-only', {
      numpyName: 'ValueError',
      action: 'Open the file with mode r+ to change it, or c to change what is in memory only.',
    });
  }

  #viewOf(typed: TypedLayout): MemMap {
    return new MemMap(this.file, typed, this);
  }
}

/**
 * Maps a file. The arguments are checked before the file is touched. `ValueError` as NumPy, and
 * `FileNotFoundError` if the file does not exist (in all modes but `w+`). Source: `numpy.memmap`.
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
