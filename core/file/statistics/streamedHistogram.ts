/** `np.histogram` of a map, streamed in bounded memory, bit for bit as NumPy. */
import { type Bins, checkBins, type Extent, needsRange } from '../../reduce/binEdges';
import { checkCountable, counterOf, type Histogram } from '../../reduce/histogramBins';
import { canCount } from '../../kernels/kernelBins';
import { native, type ProducedItems } from '../mapped/produce';
import type { TransferOptions } from '../mapped/transfer';
import type { Mapped } from '../mapped/writeValue';
import { ItemStream } from './itemStream';
import { extremesOf, scanMap, scannable } from '../scan/parallelScan';
import { maxOf, minOf } from './statistics';

/** The bins, signal and progress callback of a streamed histogram. */
export interface HistogramOptions extends TransferOptions, Bins {}

const MAX_ITEMS = 65536;

/**
 * Returns the counts and bin edges. Reads the file three times, or once if the range or the edges are given.
 * `TypeError` or `ValueError` as NumPy.
 */
export async function histogramOf(map: Mapped, options: HistogramOptions = {}): Promise<Histogram> {
  checkCountable(map.dtype);
  checkBins(options.bins ?? 10);
  const scansExtent = needsRange(options) && map.layout.size > 0;
  const extent = scansExtent ? await extentOf(map, options) : undefined;
  const counter = counterOf(map.dtype, options, () => extent);
  const spread = counter.uniform && canCount(counter.uniform) && scannable(map);
  if (spread) {
    const { counts } = await scanMap(map, spread, { bins: counter.uniform }, options);
    counter.addCounts(counts);
  } else await eachPiece(map, options, values => counter.add(values));
  return counter.result();
}

async function extentOf(map: Mapped, { signal }: TransferOptions): Promise<Extent> {
  map.file.checkOpen();
  const spread = scannable(map);
  if (!spread) return [await minOf(map, { signal }), await maxOf(map, { signal })] as Extent;
  const found = await scanMap(map, spread, { extremes: true }, { signal });
  const { low, high, nans } = extremesOf(found, spread.format);
  return nans > 0 ? [NaN, NaN] : [low, high];
}

async function eachPiece(
  map: Mapped,
  options: TransferOptions,
  work: (values: ProducedItems) => void,
): Promise<void> {
  map.file.checkOpen();
  const stream = new ItemStream(map, native(map.dtype), options);
  for (let done = 0; done < map.layout.size;) {
    const values = await stream.readSome(MAX_ITEMS);
    work(values);
    done += values.length;
  }
}
