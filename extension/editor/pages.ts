/** Bytes by page: the form in which they go to a webview. */
import type { Abortable, ByteSource } from '../../core/bytes';
import { PAGE_BYTES } from '../../webview/protocol/schema';

/** Page `p` holds the bytes from `p · PAGE_BYTES`; the last one is short, those behind the end are empty. */
export function readPages(
  source: ByteSource,
  pages: readonly number[],
  signal?: Abortable,
): Promise<Uint8Array[]> {
  return Promise.all(
    pages.map(page => {
      const start = page * PAGE_BYTES;
      const length = Math.min(PAGE_BYTES, source.byteLength - start);
      return length > 0 ? source.read(start, length, signal) : Promise.resolve(new Uint8Array(0));
    }),
  );
}
