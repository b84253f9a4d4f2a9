/**
 * A `ByteSource` with a cache of the most recently used pages. Adjacent missing pages share a read, and
 * concurrent readers of a page share its read too.
 * Invariant: cancelling one read never fails another. Bytes read before `invalidate` are never cached after
 * it.
 */
import type { Abortable, ByteSource } from '../../bytes';
import { LruCache } from '../../lruCache';
import { abortable, abortedError } from './abort';
import { checkRange } from './range';

/** A source with a cache of pages. */
export interface PagedSource extends ByteSource {
  /** The number of bytes requested from the source so far, for tests. */
  readonly bytesRead: number;
  /** Drops all pages, because the bytes may have changed. */
  invalidate(): void;
}

/** The size and number of cached pages. */
export interface PagingOptions {
  /** In bytes. Default: 64 KiB. */
  readonly pageSize?: number;
  /** The maximum number of cached pages. Default: 256. */
  readonly maxPages?: number;
}

/** A pending read of complete pages. */
interface Run {
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly bytes: Promise<Uint8Array>;
  readonly controller: AbortController;
  waiting: number;
}

/** Returns `source` behind a cache of its most recently used pages. Rejects as the source does. */
export function pagedSource(
  source: ByteSource,
  { pageSize = 65536, maxPages = 256 }: PagingOptions = {},
): PagedSource {
  return new Pages(source, pageSize, maxPages);
}

class Pages implements PagedSource {
  bytesRead = 0;
  readonly #cache: LruCache<number, Uint8Array>;
  /**
   * The pending read of each page. `invalidate` replaces the map, so that older reads cannot change the new
   * one.
   */
  #coming = new Map<number, Run>();

  constructor(
    private readonly source: ByteSource,
    private readonly pageSize: number,
    private readonly maxPages: number,
  ) {
    this.#cache = new LruCache(maxPages);
  }

  get byteLength(): number {
    return this.source.byteLength;
  }

  invalidate(): void {
    this.#cache.clear();
    this.#coming = new Map();
  }

  async read(byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array> {
    if (signal?.aborted) throw abortedError(signal);
    checkRange(byteOffset, byteLength, this.byteLength);
    const first = Math.floor(byteOffset / this.pageSize);
    const end = Math.ceil((byteOffset + byteLength) / this.pageSize);
    if (byteLength > 0 && end - first > this.maxPages) {
      this.bytesRead += byteLength;
      return this.source.read(byteOffset, byteLength, signal);
    }
    const target = { byteOffset, bytes: new Uint8Array(byteLength) };
    const runs = byteLength === 0 ? new Set<Run>() : this.#gather(first, end, target);
    await Promise.all(
      [...runs].map(async run => copyInto(target, run.byteOffset, await this.#wait(run, signal))),
    );
    return target.bytes;
  }

  /** Copies the cached pages to `target`, and returns the reads, old and new, for the others. */
  #gather(first: number, end: number, target: Target): Set<Run> {
    const runs = new Set<Run>();
    let missing = first;
    const startMissing = (before: number): void => {
      if (missing < before) runs.add(this.#start(missing, before));
      missing = before + 1;
    };
    for (let page = first; page < end; page++) {
      const bytes = this.#cache.get(page);
      // The last page of the file is read again if the file has grown.
      if (bytes?.length === this.#pageLength(page)) {
        copyInto(target, page * this.pageSize, bytes);
        startMissing(page);
        continue;
      }
      const run = this.#coming.get(page);
      if (run && run.byteOffset + run.byteLength >= page * this.pageSize + this.#pageLength(page)) {
        runs.add(run);
        startMissing(page);
      }
    }
    startMissing(end);
    return runs;
  }

  #pageLength(page: number): number {
    return Math.min(this.pageSize, this.byteLength - page * this.pageSize);
  }

  #start(first: number, end: number): Run {
    const byteOffset = first * this.pageSize;
    const byteLength = Math.min(end * this.pageSize, this.byteLength) - byteOffset;
    const controller = new AbortController();
    const coming = this.#coming;
    this.bytesRead += byteLength;
    const bytes = this.source.read(byteOffset, byteLength, controller.signal);
    const run: Run = { byteOffset, byteLength, bytes, controller, waiting: 0 };
    for (let page = first; page < end; page++) coming.set(page, run);
    bytes.then(
      all => {
        if (coming === this.#coming) this.#remember(first, all);
        this.#forget(run, coming);
      },
      () => this.#forget(run, coming),
    );
    return run;
  }

  #remember(first: number, all: Uint8Array): void {
    for (let at = 0; at < all.length; at += this.pageSize) {
      this.#cache.set(first + at / this.pageSize, all.slice(at, at + this.pageSize));
    }
  }

  #forget(run: Run, coming: Map<number, Run>): void {
    const first = run.byteOffset / this.pageSize;
    for (let page = first; page * this.pageSize < run.byteOffset + run.byteLength; page++) {
      if (coming.get(page) === run) coming.delete(page);
    }
  }

  /** Returns the bytes of a pending read. Cancels the read once all of its readers have cancelled. */
  async #wait(run: Run, signal: Abortable | undefined): Promise<Uint8Array> {
    run.waiting++;
    try {
      return await abortable(run.bytes, signal);
    } finally {
      if (--run.waiting === 0) {
        this.#forget(run, this.#coming);
        run.controller.abort();
      }
    }
  }
}

interface Target {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
}

/** Copies the overlapping part of `bytes`, which start at `byteOffset`, into `target`. */
function copyInto(target: Target, byteOffset: number, bytes: Uint8Array): void {
  const from = Math.max(target.byteOffset, byteOffset);
  const end = Math.min(target.byteOffset + target.bytes.length, byteOffset + bytes.length);
  target.bytes.set(bytes.subarray(from - byteOffset, end - byteOffset), from - target.byteOffset);
}
