/** Histograms of equal bins by the kernels. Invariant: one `KernelBins` is in use at a time, since all use the same memory. */
import type { UniformBins } from './uniformBins';
import { BLOCK_AT, type Kernels } from './instance';

const EDGES_AT = 3 * 2 ** 20;
const COUNTS_AT = 4 * 2 ** 20;
const MAX_BINS = 65536;

/** Whether the kernels can count into these bins. */
export const canCount = ({ edges, span }: UniformBins): boolean =>
  edges.length <= MAX_BINS && Number.isFinite(span);

/**
 * Bound, in bins, of the error of an item's computed position against the rounded edges: a dozen roundings of numbers up to
 * `span`, and one of an edge, which is as large as the ends of the range.
 */
function slackOf({ first, last, span, edges }: UniformBins): number {
  const unit = edges instanceof Float32Array ? 2 ** -24 : 2 ** -53;
  const size = Math.max(Math.abs(first), Math.abs(last)) / span;
  return Math.min(1, (edges.length - 1) * unit * (24 + 4 * size));
}

/** Counts of the bins in the kernels' memory. */
export class KernelBins {
  readonly #run: (at: number, count: number) => void;

  /** Copies the edges to the kernels' memory; items must have their precision. */
  constructor(
    private readonly kernels: Kernels,
    private readonly bins: UniformBins,
  ) {
    const { first, last, span, edges, isSingle } = bins;
    const memory = edges instanceof Float32Array ? kernels.singles : kernels.doubles;
    const at = EDGES_AT / edges.BYTES_PER_ELEMENT;
    const count = edges.length - 1;
    memory.set(edges, at);
    memory[at + count] = Infinity;
    this.#counts.fill(0);
    const slack = slackOf(bins);
    const name = edges instanceof Float64Array ? 'histogram64' : isSingle ? 'histogram32' : 'histogram32By64';
    this.#run = (from, items) =>
      kernels[name](from, items, first, last, span, count, EDGES_AT, COUNTS_AT, slack);
  }

  /** Counts items at an address of the kernels' memory; at most 2^32 between two `moveCountsTo`. */
  count(at: number, items: number): void {
    this.#run(at, items);
  }

  /** Counts the items of an array outside the kernels' memory. */
  countAll(items: Float64Array | Float32Array): void {
    const memory = items instanceof Float32Array ? this.kernels.singles : this.kernels.doubles;
    const blockItems = 16384;
    for (let done = 0; done < items.length; done += blockItems) {
      const some = items.subarray(done, done + blockItems);
      memory.set(some, BLOCK_AT / items.BYTES_PER_ELEMENT);
      this.#run(BLOCK_AT, some.length);
    }
  }

  /** Adds the counts to those from index `at` on, and resets them. */
  moveCountsTo(into: Float64Array, at: number): void {
    const counts = this.#counts;
    for (let k = 0; k < counts.length; k++) into[at + k] += counts[k];
    counts.fill(0);
  }

  get #counts(): Uint32Array {
    const first = COUNTS_AT / 4;
    return this.kernels.words.subarray(first, first + this.bins.edges.length - 1);
  }
}
