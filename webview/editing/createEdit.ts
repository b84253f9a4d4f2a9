/** Creates edits from the current bytes, which other programs or earlier edits may change while a value is typed. */
import { InspectorError } from '../../core/errors';
import type { PageCache } from '../pages/cache';
import { pagesOf } from '../pages/cache';
import type { PageLoader } from '../pages/loader';
import type { Edit } from '../protocol/requestParams';
import { indexText } from '../ui/ranges';
import { texts } from '../lazyStrings';
import { bringNow } from '../state/bringPages';

/** The edit that writes `newBytes`; undefined where they are there already. Throws where the old bytes are not loaded. */
export function createEdit(
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

/** As `createEdit`, after bringing the current bytes. */
export async function createEditOfFresh(
  pages: PageLoader,
  byteOffset: number,
  newBytes: Uint8Array,
): Promise<Edit | undefined> {
  await bringNow(pages, [...pagesOf(byteOffset, newBytes.length)]);
  return createEdit(pages.cache, pages.revision, byteOffset, newBytes);
}

/** As `createEditOfFresh`. Rejects where the current bytes differ from those on screen, which the user typed over. */
export async function createEditOfShown(
  pages: PageLoader,
  byteOffset: number,
  newBytes: Uint8Array,
): Promise<Edit | undefined> {
  const shown = bytesAt(pages.cache, byteOffset, newBytes.length);
  const edit = await createEditOfFresh(pages, byteOffset, newBytes);
  if (edit && shown && !isSame(edit.oldBytes, shown)) throw bytesChanged();
  return edit;
}

/** The error of bytes that changed while a value was typed over them. */
export function bytesChanged(): InspectorError {
  return new InspectorError('memory-changed', texts.othersNow, { action: texts.typeAgain });
}

/** `error` with the item's index in its message, for where it is not shown at the item. */
export function errorAtItem(index: readonly number[], error: InspectorError): InspectorError {
  return new InspectorError(error.kind, `${indexText(index)}: ${error.message}`, error);
}

/** A copy of the cached bytes, fresh or not; undefined where some are missing. */
function bytesAt(cache: PageCache, byteOffset: number, byteLength: number): Uint8Array | undefined {
  const found = cache.view(byteOffset, byteLength);
  if (!found) return undefined;
  const { view, at } = found;
  return new Uint8Array(view.buffer, view.byteOffset + at, byteLength).slice();
}

function isSame(some: Uint8Array, others: Uint8Array): boolean {
  return some.every((byte, k) => byte === others[k]);
}
