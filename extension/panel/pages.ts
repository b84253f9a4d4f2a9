/** Reads bytes as pages, the form in which a webview receives them. */
import type { Abortable, ByteSource } from '../../core/bytes';
import { PAGE_BYTES } from '../../webview/protocol/schema';

/**
 * Page `p` holds the bytes from `p · PAGE_BYTES`; the last one is short, those past the end are empty. Adjacent
 * `pages` are read together. Each page has its own buffer: posting a view would copy the whole buffer.
 */
export async function readPages(
  source: ByteSource,
  pages: readonly number[],
  signal?: Abortable,
): Promise<Uint8Array[]> {
  const runs = runsOf(pages).map(async run => {
    const { byteOffset, byteLength } = windowOf(run, source.byteLength);
    const bytes = byteLength > 0 ? await source.read(byteOffset, byteLength, signal) : new Uint8Array(0);
    return Array.from({ length: run.count }, (_, k) => bytes.slice(k * PAGE_BYTES, (k + 1) * PAGE_BYTES));
  });
  return (await Promise.all(runs)).flat();
}

/** Reads `pages`, adjacent ones together, from a source whose length may change meanwhile. */
export function windowsOf(pages: readonly number[]): { byteOffset: number; byteLength: number }[] {
  return runsOf(pages).map(run => windowOf(run, Number.MAX_SAFE_INTEGER));
}

function windowOf({ page, count }: Run, byteLength: number): { byteOffset: number; byteLength: number } {
  const byteOffset = page * PAGE_BYTES;
  return { byteOffset, byteLength: Math.max(0, Math.min(count * PAGE_BYTES, byteLength - byteOffset)) };
}

interface Run {
  readonly page: number;
  readonly count: number;
}

/** `pages` as runs of pages that follow each other, in the order given. */
function runsOf(pages: readonly number[]): Run[] {
  const runs: { page: number; count: number }[] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last.page + last.count === page) last.count++;
    else runs.push({ page, count: 1 });
  }
  return runs;
}
