/**
 * The items of a map in file order (NumPy's K order), as numbers of one dtype.
 * Invariant: memory holds about one request. Every item is returned once.
 */
import type { DType } from '../../dtype/dtype';
import { sameDType } from '../../dtype/dtype';
import { isCContiguous } from '../../layout/contiguity';
import { transpose } from '../../layout/transpose';
import { allocate } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copy/copyInto';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { hypot } from '../../ufunc/math/hypot';
import type { Floats } from '../../reduce/pairwise';
import { axesInKOrder } from '../../layout/walk';
import { type Block, blockLayout, consecutiveBlocks } from '../mapped/blocks';
import { REQUEST_BYTES } from '../mapped/mappedFile';
import { native, producedView, type ProducedItems } from '../mapped/produce';
import { readItems, type TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';

/** A stream of a map's items. */
export class ItemStream {
  readonly #layout;
  readonly #blocks: Generator<Block>;
  #chunk: ProducedItems;
  #at = 0;
  #done = 0;

  constructor(
    private readonly map: Mapped,
    /** A native numeric dtype. Items are converted as C does, complex ones to their magnitudes. */
    private readonly dtype: DType,
    private readonly options: TransferOptions,
  ) {
    this.#layout = transpose(map.layout, axesInKOrder([map.layout]));
    const itemsize = Math.max(map.dtype.itemsize, dtype.itemsize);
    this.#blocks = consecutiveBlocks(this.#layout.shape, Math.floor(REQUEST_BYTES / itemsize));
    this.#chunk = producedView(new ArrayBuffer(0), dtype);
  }

  /**
   * Returns between 1 and `maxItems` of the next items, which the caller may change. Must not be called at
   * the end.
   */
  async readSome(maxItems: number): Promise<ProducedItems> {
    if (this.#at === this.#chunk.length) await this.#advance();
    const items = this.#chunk.subarray(this.#at, this.#at + maxItems);
    this.#at += items.length;
    return items;
  }

  /** Returns the next `count` items, which the caller may change. */
  async readExactly(count: number): Promise<ProducedItems> {
    if (count <= this.#chunk.length - this.#at) return this.readSome(count);
    const whole = producedView(new ArrayBuffer(count * this.dtype.itemsize), this.dtype);
    for (let filled = 0; filled < count;) {
      const items = await this.readSome(count - filled);
      whole.set(items as Float64Array & BigInt64Array, filled);
      filled += items.length;
    }
    return whole;
  }

  async #advance(): Promise<void> {
    const { value: block } = this.#blocks.next() as IteratorYieldResult<Block>;
    const layout = blockLayout(this.#layout, block);
    const read = await readItems(this.map.file, layout, this.map.dtype, { signal: this.options.signal });
    this.#chunk = read.dtype.kind === 'c' ? magnitudes(read, this.dtype) : converted(read, this.dtype);
    // A boolean with any nonzero byte counts as 1.
    if (this.dtype.kind === 'b') this.#chunk.forEach((byte, k, all) => (all[k] = byte === 0 ? 0 : 1));
    this.#at = 0;
    this.#done += layout.size;
    this.options.onProgress?.(this.#done, this.#layout.size);
  }
}

/** Returns the items in C order. */
const converted = (x: NDArray, dtype: DType): ProducedItems =>
  producedView(flat(x, dtype).buffer as ArrayBuffer, dtype);

/** Returns the magnitudes of complex numbers. */
function magnitudes(x: NDArray, dtype: DType): ProducedItems {
  const parts = converted(x, native(x.dtype)) as Floats;
  const found = producedView(new ArrayBuffer(x.size * dtype.itemsize), dtype) as Floats;
  for (let k = 0; k < found.length; k++) found[k] = hypot(parts[2 * k], parts[2 * k + 1]);
  return found;
}

/** Returns the items in C order, converted; the array itself if nothing has to change. */
function flat(x: NDArray, dtype: DType): NDArray {
  if (sameDType(x.dtype, dtype) && isCContiguous(x.layout)) return viewOf(x, x.layout);
  const target = allocate(x.shape, dtype);
  copyInto(target, x);
  return target;
}
