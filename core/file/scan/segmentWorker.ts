/**
 * One segment of a file: read into the kernels' memory, converted to doubles or singles there, and processed.
 * Invariant: integers of up to 32 bits, and sums of a segment of them, are exact as doubles.
 */
import { readSync } from 'node:fs';
import { numberArrayOf } from '../../dtype/typedArrays';
import { int64Extreme } from '../../ufunc/loops/extremes';
import { BLOCK_AT, type Kernels, SMALL_AT } from '../../kernels/instance';
import { KernelBins } from '../../kernels/kernelBins';
import { BUFFER_ITEMS } from '../../reduce/sumBlocks';
import { isWide, type Job, RECORD, SEGMENT_ITEMS, sumsOf } from './scanJob';

const RAW_AT = BLOCK_AT;
/** Leaves space for complete vectors beyond the end. */
const CONVERTED_AT = RAW_AT + SEGMENT_ITEMS * 8 + 64;
/** Large histograms are added to the job's counts after this number of segments, before 32 bits overflow. */
const FEW_BINS = 4096;
const MANY_SEGMENTS = 1024;

/** Processes the segments of one job in one thread. */
export class SegmentWorker {
  readonly #bytes: Uint8Array;
  readonly #isSingle: boolean;
  readonly #bins: KernelBins | undefined;
  #uncounted = 0;

  constructor(
    private readonly kernels: Kernels,
    private readonly job: Job,
  ) {
    this.#bytes = new Uint8Array(kernels.buffer);
    this.#isSingle = job.format === 'float32';
    if (job.bins) this.#bins = new KernelBins(kernels, job.bins);
  }

  /** Processes a segment. Returns false if the file ends before the segment does. */
  work(segment: number): boolean {
    const { starts, offset, itemsize, records } = this.job;
    const count = starts[segment + 1] - starts[segment];
    if (!this.#read(offset + starts[segment] * itemsize, count * itemsize)) return false;
    this.#process(segment, count);
    records[RECORD * segment] = 1;
    return true;
  }

  #read(position: number, length: number): boolean {
    for (let done = 0; done < length;) {
      const some = readSync(this.job.fd, this.#bytes, RAW_AT + done, length - done, position + done);
      if (some === 0) return false;
      done += some;
    }
    return true;
  }

  #process(segment: number, count: number): void {
    const { format, itemsize, isSwapped, extremes, sum, mean, bins } = this.job;
    if (isSwapped) this.#swap(count);
    if (isWide(format)) {
      if (extremes) this.#int64Extremes(count, segment);
      if (sum && !this.job.isBuffered) this.#wideSum(count, segment);
    }
    const isFloat = format.startsWith('float');
    if (isWide(format) && !bins && mean === undefined && !(sum && this.job.isBuffered)) return;
    const at = isFloat ? RAW_AT : CONVERTED_AT;
    if (isWide(format)) this.#convertWide(count);
    else if (!isFloat) this.#convert(count);
    if (extremes && !isWide(format)) this.#extremes(at, count, segment);
    if (sum && !(isWide(format) && !this.job.isBuffered)) this.#sums(at, count, segment);
    if (bins) this.#count(at, count);
    if (mean !== undefined) {
      this.kernels[itemsize === 4 && isFloat ? 'deviate32' : 'deviate64'](at, count, mean);
      this.#sums(at, count, segment);
    }
  }

  #swap(count: number): void {
    const { itemsize } = this.job;
    if (itemsize === 8) this.kernels.swap64(RAW_AT, count);
    else if (itemsize === 4) this.kernels.swap32(RAW_AT, count);
    else {
      const bytes = this.#bytes;
      for (let at = RAW_AT; at < RAW_AT + 2 * count; at += 2) {
        const low = bytes[at];
        bytes[at] = bytes[at + 1];
        bytes[at + 1] = low;
      }
    }
  }

  #extremes(at: number, count: number, segment: number): void {
    const { records } = this.job;
    this.kernels[this.#isSingle ? 'extremes32' : 'extremes64'](at, count, SMALL_AT);
    const found = this.kernels.doubles.subarray(SMALL_AT / 8, SMALL_AT / 8 + 3);
    records.set(found, RECORD * segment + 1);
    // Among zeros, the sign of the last one counts.
    if (found[0] !== 0 && found[1] !== 0) return;
    const items = this.#isSingle ? this.kernels.singles : this.kernels.doubles;
    const first = at / items.BYTES_PER_ELEMENT;
    let last = first + count - 1;
    while (items[last] !== 0) last--;
    if (found[0] === 0) records[RECORD * segment + 1] = items[last];
    if (found[1] === 0) records[RECORD * segment + 2] = items[last];
  }

  #sums(at: number, count: number, segment: number): void {
    const { sums, isBuffered, mean } = this.job;
    const sum = this.kernels[this.#isSingle ? 'sum32' : 'sum64'];
    const size = this.#isSingle ? 4 : 8;
    const most = isBuffered && mean === undefined ? BUFFER_ITEMS : count;
    let to = segment * sumsOf(this.job);
    for (let done = 0; done < count; done += most) {
      sums[to++] = sum(at + done * size, Math.min(most, count - done));
    }
  }

  #count(at: number, count: number): void {
    this.#bins!.count(at, count);
    if (this.job.bins!.edges.length <= FEW_BINS || ++this.#uncounted === MANY_SEGMENTS) this.flushCounts();
  }

  /** Adds the bin counts to the job's. */
  flushCounts(): void {
    const { bins, counts, thread } = this.job;
    this.#bins?.moveCountsTo(counts, thread * (bins!.edges.length - 1));
    this.#uncounted = 0;
  }

  #int64Extremes(count: number, segment: number): void {
    const { format, records } = this.job;
    const run = { view: new DataView(this.kernels.buffer), isLittle: true, isUnsigned: format === 'uint64' };
    const bits = new BigInt64Array(records.buffer);
    for (const isMax of [false, true])
      bits[RECORD * segment + (isMax ? 2 : 1)] = int64Extreme(run, isMax, RAW_AT, 8, count);
  }

  #convert(count: number): void {
    const { kernels } = this;
    const bytes = this.#bytes;
    const { format } = this.job;
    // A boolean with any nonzero byte counts as 1.
    if (format === 'bool')
      for (let at = RAW_AT; at < RAW_AT + count; at++) bytes[at] = bytes[at] === 0 ? 0 : 1;
    const Items = numberArrayOf(format) ?? Uint8Array;
    kernels.doubles.set(new Items(kernels.buffer, RAW_AT, count), CONVERTED_AT / 8);
  }

  /** Rounds each item once, to the nearest double. */
  #convertWide(count: number): void {
    const { words, doubles } = this.kernels;
    const isUnsigned = this.job.format === 'uint64';
    for (let k = 0, at = RAW_AT / 4, to = CONVERTED_AT / 8; k < count; k++, at += 2, to++)
      doubles[to] = (isUnsigned ? words[at + 1] : words[at + 1] | 0) * 2 ** 32 + words[at];
  }

  /** Sums modulo 2^64. */
  #wideSum(count: number, segment: number): void {
    const { words } = this.kernels;
    let [low, high] = [0, 0];
    for (let at = RAW_AT / 4; at < RAW_AT / 4 + 2 * count; at += 2) {
      low += words[at];
      high += words[at + 1];
    }
    new BigInt64Array(this.job.sums.buffer)[segment] = (BigInt(high) << 32n) + BigInt(low);
  }
}
