/**
 * The bytes of the pages that were on screen, as they were in the file when they first were.
 * Invariant: memory is bounded: `MAX_SEEN` pages, those that were seen first are forgotten first.
 */
import { effect } from '@preact/signals';
import type { PageCache } from '../pages/cache';
import { MAX_CACHED_PAGES } from '../pages/cache';
import { PAGE_BYTES } from '../protocol/schema';
import type { Model } from '../state/model';

/** As many as can be had again at once: 8 MiB. */
export const MAX_SEEN = MAX_CACHED_PAGES / 2;

export class Seen {
  readonly #pages = new Map<number, Uint8Array>();

  /** In the order of the file. */
  get pages(): number[] {
    return [...this.#pages.keys()].sort((a, b) => a - b);
  }

  /** Keeps what is seen for the first time of `pages`, which are on screen; unsaved edits are changes. */
  look(pages: readonly number[], cache: PageCache, revision: number): void {
    for (const page of pages) {
      const bytes = cache.isFresh(page, revision) && !this.#pages.has(page) ? cache.get(page) : undefined;
      if (bytes) this.#pages.set(page, cache.bytesBefore(page * PAGE_BYTES, bytes.length) ?? bytes);
    }
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= MAX_SEEN) break;
      this.#pages.delete(page);
    }
  }

  /** The offsets of the bytes that are others now, from either end. Pages that are not at hand have none. */
  *changed(cache: PageCache, isBackward: boolean): Generator<number> {
    const { pages } = this;
    for (const page of isBackward ? pages.reverse() : pages) {
      const before = this.#pages.get(page)!;
      const now = cache.get(page);
      const length = Math.min(before.length, now?.length ?? 0);
      for (let k = 0; k < length; k++) {
        const at = isBackward ? length - 1 - k : k;
        if (before[at] !== now![at]) yield page * PAGE_BYTES + at;
      }
    }
  }
}

/** Looks whenever other bytes may be on screen; `look` is to be called when other pages are. */
export function watchSeen(model: Model): { readonly seen: Seen; readonly look: () => void } {
  const seen = new Seen();
  const look = (): void => {
    if (model.document.peek()?.editing)
      seen.look(model.pages.onScreen(), model.pages.cache, model.pages.revision);
  };
  effect(() => {
    if (model.pagesVersion.value >= 0) look();
  });
  return { seen, look };
}
