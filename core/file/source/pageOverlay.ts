/**
 * Changed pages of a file that is not to be changed: mode `c` of memmap.
 * Invariant: memory in proportion to what was written; a page holds the file's bytes wherever nothing was written.
 */
const PAGE_BYTES = 4096;

/** Fills `target` with the bytes at `byteOffset` of what is below. */
export type Below = (target: Uint8Array, byteOffset: number) => Promise<void>;

export class PageOverlay {
  readonly #pages = new Map<number, Uint8Array>();

  constructor(
    private readonly byteLength: number,
    private readonly below: Below,
  ) {}

  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Puts what was written over the bytes of the file, which are in `target`. */
  patch(target: Uint8Array, byteOffset: number): void {
    if (this.#pages.size === 0) return;
    for (const { page, from, to, at } of pagesOf(byteOffset, target.length)) {
      const bytes = this.#pages.get(page);
      if (bytes) target.set(bytes.subarray(from, to), at);
    }
  }

  async write(source: Uint8Array, byteOffset: number): Promise<void> {
    for (const { page, from, to, at } of pagesOf(byteOffset, source.length)) {
      const bytes = this.#pages.get(page) ?? (await this.#pageFor(page, to - from));
      bytes.set(source.subarray(at, at + to - from), from);
      this.#pages.set(page, bytes);
    }
  }

  async #pageFor(page: number, written: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(PAGE_BYTES);
    const start = page * PAGE_BYTES;
    const there = Math.min(PAGE_BYTES, this.byteLength - start);
    if (written < there) await this.below(bytes.subarray(0, there), start);
    return bytes;
  }
}

/** One page's share of a range: `from` and `to` within the page, `at` within the range. */
interface PageSlice {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function* pagesOf(byteOffset: number, byteLength: number): Generator<PageSlice> {
  for (let at = 0; at < byteLength;) {
    const page = Math.floor((byteOffset + at) / PAGE_BYTES);
    const from = byteOffset + at - page * PAGE_BYTES;
    const to = Math.min(PAGE_BYTES, from + byteLength - at);
    yield { page, from, to, at };
    at += to - from;
  }
}
