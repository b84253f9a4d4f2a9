import assert from 'node:assert/strict';
import { nextOf } from '../../../../webview/find/nextChanged';
import { MAX_BASELINE_PAGES, Baseline } from '../../../../webview/find/baseline';
import { PageCache } from '../../../../webview/pages/cache';
import { PAGE_BYTES } from '../../../../webview/protocol/schema';

const page = (...first: number[]): Uint8Array => {
  const bytes = new Uint8Array(PAGE_BYTES);
  bytes.set(first);
  return bytes;
};

describe('what was seen', () => {
  it('has changed where others stored something since it was first on screen', () => {
    const cache = new PageCache();
    const seen = new Baseline();
    cache.put(0, page(1, 2, 3), 1, null);
    cache.put(2, page(7), 1, null);
    seen.record([0, 2], cache, 1);
    assert.deepEqual([...seen.changedOffsets(cache, false)], []);
    cache.put(0, page(1, 9, 8), 2, null);
    cache.put(2, page(6), 2, null);
    seen.record([0, 2], cache, 2);
    assert.deepEqual([...seen.changedOffsets(cache, false)], [1, 2, 2 * PAGE_BYTES]);
    assert.deepEqual([...seen.changedOffsets(cache, true)], [2 * PAGE_BYTES, 2, 1]);
  });
  it('has changed where there are unsaved edits, also those of before', () => {
    const cache = new PageCache();
    const seen = new Baseline();
    cache.put(0, page(1, 5), 1, page(1, 2));
    seen.record([0], cache, 1);
    assert.deepEqual([...seen.changedOffsets(cache, false)], [1]);
  });
  it('is what was on screen, fresh, and no more than a bound', () => {
    const cache = new PageCache();
    const seen = new Baseline();
    cache.put(0, page(1), 1, null);
    seen.record([0, 1], cache, 2);
    assert.deepEqual(seen.pages, []);
    for (let k = 0; k <= MAX_BASELINE_PAGES; k++) cache.put(k, page(), 2, null);
    seen.record(
      Array.from({ length: MAX_BASELINE_PAGES + 1 }, (_, k) => k),
      cache,
      2,
    );
    assert.equal(seen.pages.length, MAX_BASELINE_PAGES);
    assert.equal(seen.pages[0], 1);
  });
});

describe('the next change', () => {
  it('is of another item, or on from the other end', () => {
    const offsets = [2, 3, 9];
    assert.deepEqual(nextOf(offsets, 0, 4, false), { byteOffset: 9, isWrapped: false });
    assert.deepEqual(nextOf(offsets, 8, 12, false), { byteOffset: 2, isWrapped: true });
    assert.deepEqual(nextOf([...offsets].reverse(), 8, 12, true), { byteOffset: 3, isWrapped: false });
    assert.deepEqual(nextOf([...offsets].reverse(), 0, 4, true), { byteOffset: 9, isWrapped: true });
    assert.equal(nextOf([], 0, 0, false), undefined);
  });
});
