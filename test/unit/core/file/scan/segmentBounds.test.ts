/** Where files are cut for threads: at NumPy's boundaries, so that the parts add up to the same bits. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SEGMENT_ITEMS, sumsOf } from '../../../../../core/file/scan/scanJob';
import { combined, segmentStarts } from '../../../../../core/file/scan/segmentBounds';
import { pairwiseSum } from '../../../../../core/reduce/pairwise';
import { BUFFER_ITEMS } from '../../../../../core/reduce/sumBlocks';

const counts = fc.oneof(fc.integer({ min: 0, max: 3 * SEGMENT_ITEMS }), fc.integer({ min: 0, max: 1000 }));

describe('segments', () => {
  it('cover all items, none too many, in order', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (count, isBuffered) => {
        const starts = segmentStarts(count, { sum: true, isBuffered });
        assert.equal(starts[starts.length - 1], count);
        assert.ok(count === 0 || starts[0] === 0);
        for (let k = 1; k < starts.length; k++) {
          const items = starts[k] - starts[k - 1];
          assert.ok(items > 0 && items <= SEGMENT_ITEMS);
        }
      }),
    );
  });

  it('are whole buffers where sums are of buffers', () => {
    const starts = segmentStarts(3 * SEGMENT_ITEMS + 5, { sum: true, isBuffered: true });
    for (const start of starts.slice(0, -1)) assert.equal(start % BUFFER_ITEMS, 0);
    assert.equal(sumsOf({ sum: true, isBuffered: true }), SEGMENT_ITEMS / BUFFER_ITEMS);
    assert.equal(sumsOf({ sum: true }), 1);
  });

  it('are in memory that threads share', () => {
    assert.ok(segmentStarts(10, {}).buffer instanceof SharedArrayBuffer);
  });

  it('add up to the pairwise sum of all, to the last bit', () => {
    for (const count of [1, SEGMENT_ITEMS, SEGMENT_ITEMS + 1, 2 * SEGMENT_ITEMS + 9, 5 * SEGMENT_ITEMS - 3]) {
      const items = Float64Array.from({ length: count }, (_, k) => Math.sin(k) * 10 ** (k % 7));
      const starts = segmentStarts(count, { sum: true });
      const sums = Float64Array.from({ length: starts.length - 1 }, (_, k) =>
        pairwiseSum(items.subarray(starts[k], starts[k + 1]), 0, starts[k + 1] - starts[k]),
      );
      assert.equal(
        combined(count, sums, value => value),
        pairwiseSum(items, 0, count),
        String(count),
      );
    }
  });

  it('add up rounded where they are single', () => {
    const count = 2 * SEGMENT_ITEMS;
    const starts = segmentStarts(count, { sum: true });
    assert.equal(starts.length, 3);
    assert.equal(combined(count, Float64Array.of(16777216, 1), Math.fround), 16777216);
  });
});
