import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lines } from '../../../../webview/ui/position';
import {
  START,
  clamp,
  evenLines,
  lastPosition,
  pageLength,
  reveal,
  scrollBy,
  visibleLines,
} from '../../../../webview/ui/position';
import { positionAt, thumbOf } from '../../../../webview/ui/thumb';

const MOST = Number.MAX_SAFE_INTEGER;
const uneven: Lines = { count: 1000, size: line => 10 + (line % 7) * 5 };

describe('a logical scroll position', () => {
  it('shows the last of 2^53 − 1 lines at its end', () => {
    const lines = evenLines(MOST, 20);
    const last = lastPosition(lines, 410);
    assert.deepEqual(last, { line: MOST - 21, pixel: 10 });
    assert.deepEqual(visibleLines(lines, last, 410), { first: MOST - 21, end: MOST });
  });

  it('reaches every line by revealing it', () => {
    const line = fc.oneof(
      fc.integer({ min: 0, max: MOST - 1 }),
      fc.integer({ min: MOST - 100, max: MOST - 1 }),
    );
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 900 }), (line, viewport) => {
        const lines = evenLines(MOST, 20);
        const at = reveal(lines, START, viewport, line);
        const { first, end } = visibleLines(lines, at, viewport);
        assert.ok(first <= line && line < end);
      }),
    );
  });

  it('reaches the line before the last from the last, a wheel step at a time', () => {
    const lines = evenLines(MOST, 20);
    const last = lastPosition(lines, 400);
    assert.deepEqual(scrollBy(lines, last, 400, -20), { line: MOST - 21, pixel: 0 });
    assert.deepEqual(scrollBy(lines, last, 400, -7), { line: MOST - 21, pixel: 13 });
    assert.deepEqual(scrollBy(lines, last, 400, 500), last);
  });

  it('comes back when scrolled there and back, if no end was met', () => {
    const middle = { line: 500, pixel: 3 };
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), delta => {
        const there = scrollBy(uneven, middle, 300, delta);
        assert.deepEqual(scrollBy(uneven, there, 300, -delta), middle);
      }),
    );
  });

  it('does not move to reveal what shows whole already', () => {
    const at = { line: 10, pixel: 5 };
    assert.equal(reveal(evenLines(100, 20), at, 200, 12), at);
  });

  it('shows a line that is far away in the middle, a near one at the edge', () => {
    const lines = evenLines(1000, 20);
    assert.deepEqual(reveal(lines, START, 200, 500), { line: 495, pixel: 10 });
    assert.deepEqual(reveal(lines, START, 200, 10), { line: 1, pixel: 0 });
    assert.deepEqual(reveal(lines, { line: 20, pixel: 0 }, 200, 19), { line: 19, pixel: 0 });
    assert.deepEqual(reveal(lines, START, 200, 999), { line: 990, pixel: 0 });
  });

  it('shows the start of a line that is larger than the room, even where there is none', () => {
    const place = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(place, place, fc.integer({ min: -60, max: 39 }), (from, line, viewport) => {
        const lines = evenLines(1000, 40);
        const at = reveal(lines, { line: from, pixel: 0 }, viewport, line);
        assert.deepEqual(at, { line, pixel: 0 });
      }),
    );
  });

  it('is brought back when the content shrinks', () => {
    assert.deepEqual(clamp(evenLines(5, 20), { line: 70, pixel: 3 }, 60), { line: 2, pixel: 0 });
    assert.deepEqual(clamp(evenLines(0, 20), { line: 70, pixel: 3 }, 60), START);
  });

  it('pages by the lines that fit whole, and by one at least', () => {
    assert.equal(pageLength(evenLines(100, 20), START, 205), 10);
    assert.equal(pageLength(evenLines(100, 20), START, 5), 1);
  });
});

describe('a scrollbar', () => {
  it('has no thumb where everything fits', () => {
    assert.equal(thumbOf(evenLines(3, 20), START, 60, 60), undefined);
    assert.equal(thumbOf(evenLines(0, 20), START, 60, 60), undefined);
  });

  it('stands at the ends of its track at the ends of 2^53 − 1 lines', () => {
    const lines = evenLines(MOST, 20);
    const last = lastPosition(lines, 400);
    assert.equal(thumbOf(lines, START, 400, 300)?.start, 0);
    const thumb = thumbOf(lines, last, 400, 300)!;
    assert.equal(thumb.start + thumb.length, 300);
    assert.deepEqual(positionAt(lines, 400, 300, thumb.length, thumb.start), last);
    assert.deepEqual(positionAt(lines, 400, 300, thumb.length, -50), START);
  });

  it('puts the thumb back where it was dragged to', () => {
    const lines = fc.integer({ min: 200, max: MOST }).map(count => evenLines(count, 20));
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (lines, fraction) => {
        const track = 300;
        const { length } = thumbOf(lines, START, 400, track)!;
        const start = fraction * (track - length);
        const thumb = thumbOf(lines, positionAt(lines, 400, track, length, start), 400, track)!;
        assert.ok(Math.abs(thumb.start - start) < 0.1, `${thumb.start} is not ${start}`);
      }),
    );
  });
});
