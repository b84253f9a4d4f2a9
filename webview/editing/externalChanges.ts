/**
 * Finds the bytes on screen that other programs changed: it compares the file's bytes from before the change with those
 * that arrive. Invariant: each change is reported once; bytes that come on screen later, and the user's own edits and
 * saves, are not.
 */
import { effect } from '@preact/signals';
import type { PageCache } from '../pages/cache';
import { PAGE_BYTES } from '../protocol/schema';
import type { Model } from '../state/model';

export class ExternalChanges {
  /** The file's earlier bytes of pages that were on screen and have not arrived again. */
  readonly #before = new Map<number, Uint8Array>();
  #fileRevision: number | undefined;

  constructor(private readonly model: Model) {
    effect(() => {
      const now = model.document.value?.editing?.fileRevision;
      if (this.#fileRevision !== undefined && now !== this.#fileRevision) this.#remember();
      this.#fileRevision = now;
    });
  }

  /** Returns, once, the sorted offsets of the bytes that arrived since the last call and differ from before. */
  takeChanged(): number[] {
    const { pages } = this.model;
    const changed: number[] = [];
    for (const [page, before] of this.#before) {
      if (!pages.cache.isFresh(page, pages.revision)) continue;
      this.#before.delete(page);
      const now = inFile(pages.cache, page);
      const end = Math.min(before.length, now?.length ?? 0);
      for (let at = 0; at < end; at++) if (before[at] !== now![at]) changed.push(page * PAGE_BYTES + at);
    }
    return changed.sort((a, b) => a - b);
  }

  /** Drops the pages that are no longer on screen. */
  dropHidden(): void {
    if (this.#before.size === 0) return;
    const onScreen = new Set(this.model.pages.onScreen());
    for (const page of this.#before.keys()) if (!onScreen.has(page)) this.#before.delete(page);
  }

  /** Keeps the bytes of the pages on screen; a page that awaits an earlier change keeps its older bytes. */
  #remember(): void {
    const { pages } = this.model;
    for (const page of pages.onScreen()) {
      const bytes = this.#before.get(page) ?? inFile(pages.cache, page);
      if (bytes) this.#before.set(page, bytes);
    }
  }
}

/** Whether one of the sorted offsets is in the range. */
export function hasWithin(offsets: readonly number[], first: number, length: number): boolean {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle] < first) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low] < first + length;
}

/** The bytes of a page without the edits over it. */
function inFile(cache: PageCache, page: number): Uint8Array | undefined {
  const bytes = cache.get(page);
  return bytes && cache.bytesBefore(page * PAGE_BYTES, bytes.length);
}
