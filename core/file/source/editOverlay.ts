/**
 * Unsaved edits, laid over a source.
 * Invariant: runs are sorted and neither overlap nor touch; memory is in proportion to the bytes laid, whatever the size
 * of what lies below. Each run keeps what was below it when it was laid, so that a change underneath shows.
 */
import type { Abortable, ByteSource } from '../../bytes';
import { checkRange } from './range';

/** Bytes that lie over others. */
export interface EditedRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
  /** What was below when they were laid; as long as `bytes`. */
  readonly below: Uint8Array;
}

export class EditOverlay {
  #runs: EditedRun[] = [];

  /** In order of their offsets. */
  get runs(): readonly EditedRun[] {
    return this.#runs;
  }

  clear(): void {
    this.#runs = [];
  }

  /** Lays `bytes` at `byteOffset`. `below` is what is there now under the overlay's own bytes: of those, the older is kept. */
  lay(byteOffset: number, bytes: Uint8Array, below: Uint8Array): void {
    if (bytes.length === 0) return;
    const end = byteOffset + bytes.length;
    const first = this.#firstEndingAt(byteOffset);
    let last = first;
    while (last < this.#runs.length && this.#runs[last].byteOffset <= end) last++;
    const touched = this.#runs.slice(first, last);
    const start = Math.min(byteOffset, touched.at(0)?.byteOffset ?? byteOffset);
    const stop = Math.max(end, ...touched.slice(-1).map(endOf));
    const laid = {
      byteOffset: start,
      bytes: new Uint8Array(stop - start),
      below: new Uint8Array(stop - start),
    };
    laid.below.set(below, byteOffset - start);
    for (const run of touched) {
      laid.bytes.set(run.bytes, run.byteOffset - start);
      laid.below.set(run.below, run.byteOffset - start);
    }
    laid.bytes.set(bytes, byteOffset - start);
    this.#runs.splice(first, last - first, laid);
  }

  /** Puts what is laid over `bytes`, which were read at `byteOffset` from below. */
  patch(byteOffset: number, bytes: Uint8Array): void {
    for (const run of this.within(byteOffset, bytes.length)) {
      const from = Math.max(byteOffset, run.byteOffset);
      const to = Math.min(byteOffset + bytes.length, endOf(run));
      bytes.set(run.bytes.subarray(from - run.byteOffset, to - run.byteOffset), from - byteOffset);
    }
  }

  /** The runs that have a byte of the range. */
  within(byteOffset: number, byteLength: number): readonly EditedRun[] {
    const first = this.#firstEndingAt(byteOffset + 1);
    let last = first;
    while (last < this.#runs.length && this.#runs[last].byteOffset < byteOffset + byteLength) last++;
    return this.#runs.slice(first, last);
  }

  /** Where the first run is that ends at `byteOffset` or behind it. */
  #firstEndingAt(byteOffset: number): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(this.#runs[middle]) < byteOffset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const endOf = ({ byteOffset, bytes }: EditedRun): number => byteOffset + bytes.length;

/** `source` with what `overlay` has over it, as the two are at the time of each read. */
export function withOverlay(source: ByteSource, overlay: EditOverlay): ByteSource {
  return {
    get byteLength() {
      return source.byteLength;
    },
    read: async (byteOffset: number, byteLength: number, signal?: Abortable) => {
      checkRange(byteOffset, byteLength, source.byteLength);
      const bytes = await source.read(byteOffset, byteLength, signal);
      overlay.patch(byteOffset, bytes);
      return bytes;
    },
  };
}
