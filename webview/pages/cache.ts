/**
 * Pages of the source that are at hand, the least recently used out first. Invariant: at most `maxPages` pages. A page
 * of an older revision stays, marked stale, until its successor is here: what is on screen does not blink.
 */
import { PAGE_BYTES } from '../protocol/schema';

interface Entry {
  readonly bytes: Uint8Array;
  readonly revision: number;
}

/** 16 MiB. */
export const MAX_CACHED_PAGES = (16 * 1024 * 1024) / PAGE_BYTES;

export class PageCache {
  /** In order of use, the oldest first. */
  readonly #entries = new Map<number, Entry>();
  readonly #scratch = new Map<number, DataView>();

  constructor(private readonly maxPages = MAX_CACHED_PAGES) {}

  get size(): number {
    return this.#entries.size;
  }

  put(page: number, bytes: Uint8Array, revision: number): void {
    this.#entries.delete(page);
    this.#entries.set(page, { bytes, revision });
    if (this.#entries.size <= this.maxPages) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      break;
    }
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Whether `page` is here as of `revision`. */
  isFresh(page: number, revision: number): boolean {
    return this.#entries.get(page)?.revision === revision;
  }

  /** The bytes of a page, fresh or stale; undefined when it is not here. */
  get(page: number): Uint8Array | undefined {
    const entry = this.#entries.get(page);
    if (entry === undefined) return undefined;
    this.#entries.delete(page);
    this.#entries.set(page, entry);
    return entry.bytes;
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
