/** The folds of min and max. NaN takes precedence, and among equal items (−0 and 0) the last one. */
import type { DType } from '../../dtype/dtype';
import { producedView, type ProducedItems } from '../mapped/produce';
import { extremesOf, scanMap, scannable } from '../scan/parallelScan';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import type { Fold } from './fold';
import type { ItemStream } from './itemStream';

const MAX_ITEMS = 65536;

/** The minima or maxima of the accumulators. */
export class ExtremeFold implements Fold {
  values: ProducedItems;
  #hasValue = new Uint8Array(0);

  constructor(
    readonly items: DType,
    private readonly isMax: boolean,
  ) {
    this.values = producedView(new ArrayBuffer(0), items);
  }

  start(count: number): void {
    this.values = producedView(new ArrayBuffer(count * this.items.itemsize), this.items);
    this.#hasValue = new Uint8Array(count);
  }

  async run(stream: ItemStream, count: number, at: number): Promise<void> {
    for (let done = 0; done < count;) {
      const items = await stream.readSome(Math.min(MAX_ITEMS, count - done));
      let best = this.#hasValue[at] ? this.values[at] : items[0];
      best = this.isMax ? greatest(items, best) : least(items, best);
      this.values[at] = best;
      this.#hasValue[at] = 1;
      done += items.length;
    }
  }

  async scan(map: Mapped, options: TransferOptions): Promise<boolean> {
    const extent = scannable(map);
    if (!extent) return false;
    const { low, high, nans } = extremesOf(
      await scanMap(map, extent, { extremes: true }, options),
      extent.format,
    );
    this.values[0] = nans > 0 ? NaN : this.isMax ? high : low;
    return true;
  }

  row(items: ProducedItems, at: number): void {
    for (let k = 0; k < items.length; k++) {
      const item = items[k];
      const best = this.values[at + k];
      const wins = this.isMax ? item >= best : item <= best;
      // Only NaN differs from itself.
      if (!this.#hasValue[at + k] || (best === best && (wins || item !== item))) this.values[at + k] = item;
      this.#hasValue[at + k] = 1;
    }
  }
}

function greatest(items: ProducedItems, start: number | bigint): number | bigint {
  let best = start;
  for (let k = 0; k < items.length && best === best; k++) {
    const item = items[k];
    if (item >= best || item !== item) best = item;
  }
  return best;
}

function least(items: ProducedItems, start: number | bigint): number | bigint {
  let best = start;
  for (let k = 0; k < items.length && best === best; k++) {
    const item = items[k];
    if (item <= best || item !== item) best = item;
  }
  return best;
}
