/** Edits of bytes as they are now: others may change them, or an edit of before, while one is typed. */
import { InspectorError } from '../../core/errors';
import type { PageCache } from '../pages/cache';
import { pagesOf } from '../pages/cache';
import type { PageLoader } from '../pages/loader';
import type { Edit } from '../protocol/requestParams';
import { indexText } from '../ui/ranges';
import { texts } from '../lazyStrings';
import { bringNow } from '../state/bringPages';

/** The edit that makes the bytes `newBytes`; undefined where they are that already. */
export function editOf(
  cache: PageCache,
  revision: number,
  byteOffset: number,
  newBytes: Uint8Array,
): Edit | undefined {
  const oldBytes = bytesAt(cache, byteOffset, newBytes.length);
  const isFresh = [...pagesOf(byteOffset, newBytes.length)].every(page => cache.isFresh(page, revision));
  if (!oldBytes || !isFresh)
    throw new InspectorError('invalid-input', texts.notHere, { action: texts.tryAgain });
  return isSame(oldBytes, newBytes) ? undefined : { byteOffset, oldBytes, newBytes };
}

/** As `editOf`, once the bytes are here as of now. */
export async function editOnceHere(
  pages: PageLoader,
  byteOffset: number,
  newBytes: Uint8Array,
): Promise<Edit | undefined> {
  await bringNow(pages, [...pagesOf(byteOffset, newBytes.length)]);
  return editOf(pages.cache, pages.revision, byteOffset, newBytes);
}

/** As `editOnceHere`. Rejects where the bytes are then others than those on screen, which somebody has just typed over. */
export async function editOfSeen(
  pages: PageLoader,
  byteOffset: number,
  newBytes: Uint8Array,
): Promise<Edit | undefined> {
  const seen = bytesAt(pages.cache, byteOffset, newBytes.length);
  const edit = await editOnceHere(pages, byteOffset, newBytes);
  if (edit && seen && !isSame(edit.oldBytes, seen)) throw othersNow();
  return edit;
}

export function othersNow(): InspectorError {
  return new InspectorError('memory-changed', texts.othersNow, { action: texts.typeAgain });
}

/** What is wrong with an item, said where the item cannot be pointed at. */
export function atItem(index: readonly number[], error: InspectorError): InspectorError {
  return new InspectorError(error.kind, `${indexText(index)}: ${error.message}`, error);
}

/** A copy of what is at hand, as of now or of before; undefined where it is not. */
function bytesAt(cache: PageCache, byteOffset: number, byteLength: number): Uint8Array | undefined {
  const found = cache.view(byteOffset, byteLength);
  if (!found) return undefined;
  const { view, at } = found;
  return new Uint8Array(view.buffer, view.byteOffset + at, byteLength).slice();
}

function isSame(some: Uint8Array, others: Uint8Array): boolean {
  return some.every((byte, k) => byte === others[k]);
}
