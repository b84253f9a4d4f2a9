/**
 * Stores that a file's times do not tell of: a page of a memory map that is written to again before the system has put
 * it on the disk leaves them as they are. What is on screen is compared byte by byte; the rest is looked at when it is.
 */
import type { ByteSource } from '../../../core/bytes';
import { readPages } from '../../panel/pages';

/** Whether `file`, read anew, has other bytes in these pages than those that `known` remembers. */
export async function havePagesChanged(
  known: ByteSource,
  file: ByteSource,
  pages: readonly number[],
): Promise<boolean> {
  if (pages.length === 0) return false;
  const [before, now] = await Promise.all([readPages(known, pages), readPages(file, pages)]);
  return now.some((bytes, k) => Buffer.compare(bytes, before[k]) !== 0);
}
