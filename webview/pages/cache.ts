/**
 * Pages of the source that are at hand, the least recently used out first. Invariant: at most `maxPages` pages. A page
 * of an older revision stays, marked stale, until its successor is here: what is on screen does not blink. In a program
 * that is debugged a page keeps its bytes as of the stop before, its baseline, however often it arrives within a stop.
 * In a file that is edited the baseline is what is saved.
 */
import { LruCache } from '../../core/lruCache';
import { PAGE_BYTES } from '../protocol/schema';

interface Entry {
  readonly bytes: Uint8Array;
  readonly revision: number;
  /** The stop at which it arrived. */
  readonly stop: number;
  /** The same bytes at the stop before, absent where they were not at hand then; in the file. */
  readonly before?: Uint8Array;
  /** Whether any byte differs from `before`. */
  readonly differs: boolean;
}

/** 16 MiB. */
export const MAX_CACHED_PAGES = (16 * 1024 * 1024) / PAGE_BYTES;

export class PageCache {
  readonly #entries: LruCache<number, Entry>;
  readonly #scratch = new Map<number, DataView>();
  #stop = 0;
  /** The revision that counted last at the stop before; −1 where there is none to compare with. */
  #comparable = -1;

  constructor(maxPages = MAX_CACHED_PAGES) {
    this.#entries = new LruCache(maxPages);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** `below` are the bytes of a file under unsaved edits, null where there are none; absent in a program. */
  put(page: number, bytes: Uint8Array, revision: number, below?: Uint8Array | null): void {
    const before = below === undefined ? this.#baseline(page) : (below ?? bytes);
    this.#entries.set(page, {
      bytes,
      revision,
      stop: this.#stop,
      before,
      differs: areDifferent(bytes, before),
    });
  }

  /** Forgets everything, baselines too: the bytes are of another source from now on. */
  clear(): void {
    this.#entries.clear();
    this.#comparable = -1;
  }

  /**
   * The program stopped again. Pages are compared with those of `lastRevision`, the last of the stop before; with none
   * where stops were missed.
   */
  startStop(stop: number, lastRevision: number): void {
    this.#comparable = stop === this.#stop + 1 ? lastRevision : -1;
    this.#stop = stop;
  }

  #baseline(page: number): Uint8Array | undefined {
    const entry = this.#entries.peek(page);
    if (entry?.stop === this.#stop) return entry.before;
    return entry?.revision === this.#comparable ? entry.bytes : undefined;
  }

  /** Whether `page` is here as of `revision`. */
  isFresh(page: number, revision: number): boolean {
    return this.#entries.peek(page)?.revision === revision;
  }

  /** The bytes of a page, fresh or stale; undefined when it is not here. */
  get(page: number): Uint8Array | undefined {
    return this.#entries.get(page)?.bytes;
  }

  /** Whether any of these bytes differs from the stop before. Bytes that cannot be compared do not. */
  isChanged(byteOffset: number, byteLength = 1): boolean {
    for (const page of pagesOf(byteOffset, byteLength)) {
      const entry = this.#entries.peek(page);
      if (!entry?.differs || entry.stop !== this.#stop) continue;
      const from = Math.max(0, byteOffset - page * PAGE_BYTES);
      const to = Math.min(entry.bytes.length, byteOffset + byteLength - page * PAGE_BYTES);
      for (let at = from; at < to; at++) if (isOther(entry, at)) return true;
    }
    return false;
  }

  /** These bytes as they were at the stop before; undefined when some of them cannot be told. */
  bytesBefore(byteOffset: number, byteLength: number): Uint8Array | undefined {
    const bytes = new Uint8Array(byteLength);
    for (const page of pagesOf(byteOffset, byteLength)) {
      const start = page * PAGE_BYTES;
      const from = Math.max(0, byteOffset - start);
      const to = Math.min(PAGE_BYTES, byteOffset + byteLength - start);
      const entry = this.#entries.peek(page);
      if (entry?.stop !== this.#stop || entry.before === undefined || entry.before.length < to)
        return undefined;
      bytes.set(entry.before.subarray(from, to), start + from - byteOffset);
    }
    return bytes;
  }

  /** Whether a page can be compared with the stop before. */
  hasBaseline(page: number): boolean {
    const entry = this.#entries.peek(page);
    return entry?.before !== undefined && entry.stop === this.#stop;
  }

  byteAt(byteOffset: number): number | undefined {
    const at = byteOffset % PAGE_BYTES;
    return this.get((byteOffset - at) / PAGE_BYTES)?.[at];
  }

  /**
   * A view in which the `byteLength` bytes from `byteOffset` follow each other, and where they start in it; undefined
   * when some are not here. A view of bytes that lie on two pages is overwritten by the next such call of its length.
   */
  view(byteOffset: number, byteLength: number): { view: DataView; at: number } | undefined {
    const at = byteOffset % PAGE_BYTES;
    const page = (byteOffset - at) / PAGE_BYTES;
    if (at + byteLength > PAGE_BYTES) return this.#gather(byteOffset, byteLength);
    const bytes = this.get(page);
    if (bytes === undefined || bytes.length < at + byteLength) return undefined;
    return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), at };
  }

  #gather(byteOffset: number, byteLength: number): { view: DataView; at: number } | undefined {
    const view = this.#scratch.get(byteLength) ?? new DataView(new ArrayBuffer(byteLength));
    const target = new Uint8Array(view.buffer);
    for (const page of pagesOf(byteOffset, byteLength)) {
      const bytes = this.get(page);
      const start = page * PAGE_BYTES;
      const from = Math.max(0, byteOffset - start);
      const to = Math.min(PAGE_BYTES, byteOffset + byteLength - start);
      if (bytes === undefined || bytes.length < to) return undefined;
      target.set(bytes.subarray(from, to), start + from - byteOffset);
    }
    if (this.#scratch.size > 16) this.#scratch.clear();
    this.#scratch.set(byteLength, view);
    return { view, at: 0 };
  }
}

/** The pages that hold `byteLength` bytes from `byteOffset`. */
export function* pagesOf(byteOffset: number, byteLength: number): Generator<number> {
  if (byteLength === 0) return;
  const last = Math.floor((byteOffset + byteLength - 1) / PAGE_BYTES);
  for (let page = Math.floor(byteOffset / PAGE_BYTES); page <= last; page++) yield page;
}

function isOther({ bytes, before }: Entry, at: number): boolean {
  return before !== undefined && at < before.length && bytes[at] !== before[at];
}

function areDifferent(bytes: Uint8Array, before: Uint8Array | undefined): boolean {
  return before !== bytes && (before?.some((byte, at) => at < bytes.length && byte !== bytes[at]) ?? false);
}
