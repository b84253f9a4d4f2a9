/**
 * Unsaved edits on top of a source.
 * Invariant: runs are sorted, and neither overlap nor touch. Memory is proportional to the edited bytes,
 * whatever the size of the source. Each run keeps the source bytes from the time of the edit, so that later
 * changes to the source can be detected.
 */
import type { Abortable, ByteSource } from '../../bytes';
import { checkRange } from './range';

/** A run of edited bytes. */
export interface EditedRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
  /** The source bytes at the time of the edit; as long as `bytes`. */
  readonly below: Uint8Array;
}

/** The edited runs of a document. */
export class EditOverlay {
  #runs: EditedRun[] = [];

  /** Sorted by offset. */
  get runs(): readonly EditedRun[] {
    return this.#runs;
  }

  /** Removes all edits. */
  clear(): void {
    this.#runs = [];
  }

  /**
   * Edits the bytes at `byteOffset`. `below` holds the source bytes there; where an older edit exists, its
   * `below` is kept.
   */
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

  /** Applies the edits to `bytes`, which were read from the source at `byteOffset`. */
  patch(byteOffset: number, bytes: Uint8Array): void {
    for (const run of this.within(byteOffset, bytes.length)) {
      const from = Math.max(byteOffset, run.byteOffset);
      const to = Math.min(byteOffset + bytes.length, endOf(run));
      bytes.set(run.bytes.subarray(from - run.byteOffset, to - run.byteOffset), from - byteOffset);
    }
  }

  /** Returns the runs that overlap the range. */
  within(byteOffset: number, byteLength: number): readonly EditedRun[] {
    const first = this.#firstEndingAt(byteOffset + 1);
    let last = first;
    while (last < this.#runs.length && this.#runs[last].byteOffset < byteOffset + byteLength) last++;
    return this.#runs.slice(first, last);
  }

  /** Returns the index of the first run that ends at or after `byteOffset`. */
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

/** Returns a source of the edited bytes. Each read uses the edits at that time. */
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
