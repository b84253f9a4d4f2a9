/**
 * The items of a map one after the other, in the order they have in the file (NumPy's K order), as numbers of one dtype.
 * Invariant: bounded memory, about a request's worth of items; every item is given once.
 */
import type { DType } from '../../dtype/dtype';
import { sameDType } from '../../dtype/dtype';
import { isCContiguous } from '../../layout/contiguity';
import { transpose } from '../../layout/transpose';
import { allocate } from '../../ndarray/allocate';
import { copyInto } from '../../ndarray/copyInto';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { keptOrder } from '../../ndarray/walk';
import { type Block, blockLayout, consecutiveBlocks } from '../blocks';
import { REQUEST_BYTES } from '../mappedFile';
import { producedView, type ProducedItems } from '../produce';
import { readItems, type TransferOptions } from '../transfer';
import type { Mapped } from '../writeValue';

export class ItemStream {
  private readonly layout;
  private readonly blocks: Generator<Block>;
  private chunk: ProducedItems;
  private at = 0;
  private done = 0;

  constructor(
    private readonly map: Mapped,
    /** A native numeric dtype, to which items are converted as C converts. */
    private readonly dtype: DType,
    private readonly options: TransferOptions,
  ) {
    this.layout = transpose(map.layout, keptOrder([map.layout]));
    const itemsize = Math.max(map.dtype.itemsize, dtype.itemsize);
    this.blocks = consecutiveBlocks(this.layout.shape, Math.floor(REQUEST_BYTES / itemsize));
    this.chunk = producedView(new ArrayBuffer(0), dtype);
  }

  /** The next 1 … `most` items, which the caller may change. There have to be some. */
  async some(most: number): Promise<ProducedItems> {
    if (this.at === this.chunk.length) await this.advance();
    const items = this.chunk.subarray(this.at, this.at + most);
    this.at += items.length;
    return items;
  }

  /** The next `count` items, which the caller may change. */
  async take(count: number): Promise<ProducedItems> {
    if (count <= this.chunk.length - this.at) return this.some(count);
    const whole = producedView(new ArrayBuffer(count * this.dtype.itemsize), this.dtype);
    for (let filled = 0; filled < count;) {
      const items = await this.some(count - filled);
      whole.set(items as Float64Array & BigInt64Array, filled);
      filled += items.length;
    }
    return whole;
  }

  private async advance(): Promise<void> {
    const { value: block } = this.blocks.next() as IteratorYieldResult<Block>;
    const layout = blockLayout(this.layout, block);
    const read = await readItems(this.map.file, layout, this.map.dtype, { signal: this.options.signal });
    this.chunk = producedView(flat(read, this.dtype).buffer as ArrayBuffer, this.dtype);
    // Whatever byte a boolean is, but 0, it counts as 1.
    if (this.dtype.kind === 'b') this.chunk.forEach((byte, k, all) => (all[k] = byte === 0 ? 0 : 1));
    this.at = 0;
    this.done += layout.size;
    this.options.onProgress?.(this.done, this.layout.size);
  }
}

/** The items in C order, converted; the array itself where they are so. */
function flat(x: NDArray, dtype: DType): NDArray {
  if (sameDType(x.dtype, dtype) && isCContiguous(x.layout)) return viewOf(x, x.layout);
  const target = allocate(x.shape, dtype);
  copyInto(target, x);
  return target;
}
