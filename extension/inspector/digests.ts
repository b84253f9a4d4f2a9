/** Counts the pages of an owner that changed between two stops, by their digests. */
import type { DebugState } from '../../webview/protocol/debugSchema';
import type { Description } from '../debug/runtime';

const DIGEST_BYTES = 8;
const PAGE_BYTES = 4096;

interface Digested {
  readonly description: Description;
  readonly digests?: Uint8Array;
}

/** Returns the counts; undefined without digests of `now`. Without comparable digests of `before`, no page counts as changed. */
export function changedPages(now: Digested, before: Digested | undefined): DebugState['changedPages'] {
  if (!now.digests) return undefined;
  const total = now.digests.length / DIGEST_BYTES;
  const isSameOwner = before?.description.facts.source.id === now.description.facts.source.id;
  const changed = isSameOwner && before.digests ? countDifferent(now.digests, before.digests) : 0;
  return { changed, total, pageBytes: PAGE_BYTES };
}

function countDifferent(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at += DIGEST_BYTES) {
    for (let k = at; k < at + DIGEST_BYTES; k++) {
      if (a[k] === b[k]) continue;
      count++;
      break;
    }
  }
  return count;
}
