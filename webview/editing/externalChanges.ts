/**
 * Which bytes that were on screen others have stored into: the file's bytes when it was found changed, compared with those
 * that arrive. Invariant: each store is reported once; what comes on screen later, or by an edit or a save of the user's
 * own, is none.
 */
import { effect } from '@preact/signals';
import type { PageCache } from '../pages/cache';
import { PAGE_BYTES } from '../protocol/schema';
import type { Model } from '../state/model';

export class StoredByOthers {
  /** The file's bytes as they were, of pages that were on screen and have not arrived anew. */
  readonly #before = new Map<number, Uint8Array>();
  #fileRevision: number | undefined;

  constructor(private readonly model: Model) {
    effect(() => {
      const now = model.document.value?.editing?.fileRevision;
      if (this.#fileRevision !== undefined && now !== this.#fileRevision) this.#remember();
      this.#fileRevision = now;
    });
  }

  /** The offsets, in order, of bytes that have arrived since the last time and are others than before. */
  arrived(): number[] {
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

  /** Other pages are on screen: those that have gone are of no interest when they come back. */
  pagesWanted(): void {
    if (this.#before.size === 0) return;
    const onScreen = new Set(this.model.pages.onScreen());
    for (const page of this.#before.keys()) if (!onScreen.has(page)) this.#before.delete(page);
  }

  /** Of a page that has not arrived since the change before this one, what is on screen is older still. */
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
