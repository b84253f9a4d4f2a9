/**
 * The folds of sums: floats in NumPy's pairwise order, integers modulo 2^64.
 * Invariant: bit for bit the sum of the same items in memory.
 */
import type { DType } from '../../dtype/dtype';
import { parseDType } from '../../dtype/parse/parse';
import { isAligned } from '../../layout/contiguity';
import { walkOf } from '../../layout/walk';
import type { ProducedItems } from '../mapped/produce';
import { floatTotal, integerTotal, scanMap, scannable } from '../scan/parallelScan';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import type { Fold } from './fold';
import type { ItemStream } from './itemStream';
import { pairwiseHalf } from '../../kernels/halves';
import { type Floats, pairwiseSum } from '../../reduce/pairwise';
import { type Blocks, BUFFER_ITEMS, sumBlocks } from '../../reduce/sumBlocks';

/** Runs of up to this length are summed in memory. */
const IN_MEMORY_ITEMS = 65536;

/** Rounds a sum to the precision of its dtype. */
export type Round = (value: number) => number;

/** Returns the blocks in which NumPy sums the items of the same array in memory. */
export function blocksOf({ layout, dtype }: Mapped, isConverted: boolean): Blocks {
  const isBuffered = isConverted || dtype.byteOrder === '>' || !isAligned(layout, dtype.alignment);
  return sumBlocks(walkOf([layout]).shape, isBuffered);
}

/** Changes items before they are added to accumulator `at`, or to those from `at` on if `isRow`. */
export type Prepare = (items: Floats, at: number, isRow: boolean) => void;

/** Sums of floats in NumPy's pairwise order, bit for bit. */
export class FloatSum implements Fold {
  sums = new Float64Array(0);

  constructor(
    readonly items: DType,
    private readonly blocks: Blocks,
    private readonly round: Round,
    private readonly prepare?: Prepare,
    /** The mean from which `prepare` computes squared deviations. */
    private readonly mean?: number,
  ) {}

  start(count: number): void {
    this.sums = new Float64Array(count);
  }

  async run(stream: ItemStream, count: number, at: number): Promise<void> {
    for (let done = 0; done < count;) {
      const { block, row } = this.blocks;
      const inRow = row === Infinity ? Infinity : row - (done % row);
      const length = Math.min(block, inRow, count - done);
      this.sums[at] = this.round(this.sums[at] + (await this.#pairwise(stream, length, at)));
      done += length;
    }
  }

  async scan(map: Mapped, options: TransferOptions): Promise<boolean> {
    const extent = scannable(map);
    if (!extent) return false;
    const isBuffered = this.blocks.block === BUFFER_ITEMS;
    const wanted = this.prepare ? { mean: this.mean } : { sum: true, isBuffered };
    const found = await scanMap(map, extent, wanted, options);
    this.sums[0] = floatTotal(found, extent.count, isBuffered, this.round);
    return true;
  }

  row(items: ProducedItems, at: number): void {
    const values = items as Floats;
    this.prepare?.(values, at, true);
    for (let k = 0; k < values.length; k++) this.sums[at + k] = this.round(this.sums[at + k] + values[k]);
  }

  async #pairwise(stream: ItemStream, count: number, at: number): Promise<number> {
    if (count > IN_MEMORY_ITEMS) {
      const half = pairwiseHalf(count);
      const first = await this.#pairwise(stream, half, at);
      const both = first + (await this.#pairwise(stream, count - half, at));
      return this.items.itemsize === 4 ? Math.fround(both) : both;
    }
    const values = (await stream.readExactly(count)) as Floats;
    this.prepare?.(values, at, false);
    return pairwiseSum(values, 0, count);
  }
}

/** Returns the dtype in which NumPy sums integers and booleans. */
export const integerSumDType = ({ kind }: DType): DType => parseDType(kind === 'u' ? 'uint64' : 'int64');

/** Sums of integers and booleans, modulo 2^64. */
export class IntegerSum implements Fold {
  sums: BigInt64Array | BigUint64Array = new BigInt64Array(0);

  constructor(
    readonly items: DType,
    private readonly isUnsigned: boolean,
  ) {}

  start(count: number): void {
    this.sums = this.isUnsigned ? new BigUint64Array(count) : new BigInt64Array(count);
  }

  async run(stream: ItemStream, count: number, at: number): Promise<void> {
    for (let done = 0; done < count;) {
      const values = await stream.readSome(Math.min(IN_MEMORY_ITEMS, count - done));
      this.sums[at] += totalOf(values);
      done += values.length;
    }
  }

  async scan(map: Mapped, options: TransferOptions): Promise<boolean> {
    const extent = scannable(map);
    if (!extent) return false;
    this.sums[0] = integerTotal(await scanMap(map, extent, { sum: true }, options), extent.format);
    return true;
  }

  row(values: ProducedItems, at: number): void {
    for (let k = 0; k < values.length; k++) this.sums[at + k] += BigInt(values[k]);
  }
}

/** Exact for up to 2^16 items: each half stays below 2^53. */
function totalOf(values: ProducedItems): bigint {
  let low = 0;
  if (!(values instanceof BigInt64Array || values instanceof BigUint64Array)) {
    for (let k = 0; k < values.length; k++) low += values[k];
    return BigInt(low);
  }
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  let high = 0;
  for (let k = 0; k < words.length; k += 2) {
    low += words[k];
    high += words[k + 1];
  }
  return (BigInt(high) << 32n) + BigInt(low);
}
