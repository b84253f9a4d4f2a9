/**
 * The file's bytes of the pages that were on screen, as of when they were first shown.
 * Invariant: memory is bounded by `MAX_BASELINE_PAGES`; the pages recorded first are dropped first.
 */
import { effect } from '@preact/signals';
import type { PageCache } from '../pages/cache';
import { MAX_CACHED_PAGES } from '../pages/cache';
import { PAGE_BYTES } from '../protocol/schema';
import type { Model } from '../state/model';

/** 8 MiB: as many as the cache can hold at once, with room for the screen. */
export const MAX_BASELINE_PAGES = MAX_CACHED_PAGES / 2;

export class Baseline {
  readonly #pages = new Map<number, Uint8Array>();

  /** The numbers of the recorded pages, ascending. */
  get pages(): number[] {
    return [...this.#pages.keys()].sort((a, b) => a - b);
  }

  /** Records those of `pages` that are fresh and not recorded yet, without unsaved edits, which count as changes. */
  record(pages: readonly number[], cache: PageCache, revision: number): void {
    for (const page of pages) {
      const bytes = cache.isFresh(page, revision) && !this.#pages.has(page) ? cache.get(page) : undefined;
      if (bytes) this.#pages.set(page, cache.bytesBefore(page * PAGE_BYTES, bytes.length) ?? bytes);
    }
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= MAX_BASELINE_PAGES) break;
      this.#pages.delete(page);
    }
  }

  /** The offsets of the bytes that differ now, in either direction. Pages that are not cached are skipped. */
  *changedOffsets(cache: PageCache, isBackward: boolean): Generator<number> {
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

/** Records whenever bytes arrive; `record` is to be called when other pages come on screen. */
export function recordBaseline(model: Model): { readonly baseline: Baseline; readonly record: () => void } {
  const baseline = new Baseline();
  const record = (): void => {
    if (model.document.peek()?.editing)
      baseline.record(model.pages.onScreen(), model.pages.cache, model.pages.revision);
  };
  effect(() => {
    if (model.pagesVersion.value >= 0) record();
  });
  return { baseline, record };
}
