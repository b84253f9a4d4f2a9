/**
 * Changed pages of a file that must not change: mode `c` of memmap.
 * Invariant: memory is proportional to the written bytes. A page holds the file's bytes wherever nothing was
 * written.
 */
const PAGE_BYTES = 4096;

/** Fills `target` with the file's bytes at `byteOffset`. */
export type Below = (target: Uint8Array, byteOffset: number) => Promise<void>;

/** The changed pages of a file of `byteLength` bytes. */
export class PageOverlay {
  readonly #pages = new Map<number, Uint8Array>();

  constructor(
    private readonly byteLength: number,
    private readonly below: Below,
  ) {}

  /** Whether nothing was written. */
  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** Applies the changes to `target`, which holds the file's bytes at `byteOffset`. */
  patch(target: Uint8Array, byteOffset: number): void {
    if (this.#pages.size === 0) return;
    for (const { page, from, to, at } of pagesOf(byteOffset, target.length)) {
      const bytes = this.#pages.get(page);
      if (bytes) target.set(bytes.subarray(from, to), at);
    }
  }

  /** Writes bytes at `byteOffset`, in memory only. */
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

/** The part of a range within one page. `from` and `to` are offsets in the page, `at` in the range. */
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
