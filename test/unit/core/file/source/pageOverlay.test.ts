/** What is written over a file that is not to be changed: the bytes a plain copy of it would have. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PageOverlay } from '../../../../../core/file/source/pageOverlay';

const SIZE = 10_000;
const original = Uint8Array.from({ length: SIZE }, (_, k) => k % 251);

const overFile = (): { overlay: PageOverlay; reads: [number, number][] } => {
  const reads: [number, number][] = [];
  const overlay = new PageOverlay(SIZE, (target, at) => {
    reads.push([at, target.length]);
    target.set(original.subarray(at, at + target.length));
    return Promise.resolve();
  });
  return { overlay, reads };
};

describe('an overlay', () => {
  it('shows what a copy of the file would hold', async () => {
    const range = fc.tuple(fc.integer({ min: 0, max: SIZE - 1 }), fc.integer({ min: 1, max: 6000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 6 }), range, async (writes, [at, length]) => {
        const { overlay } = overFile();
        const copy = original.slice();
        for (const [k, [from, count]] of writes.entries()) {
          const bytes = new Uint8Array(Math.min(count, SIZE - from)).fill(100 + k);
          await overlay.write(bytes, from);
          copy.set(bytes, from);
        }
        const seen = original.slice(at, at + length);
        overlay.patch(seen, at);
        assert.deepEqual(seen, copy.slice(at, at + length));
      }),
      { numRuns: 60 },
    );
  });

  it('reads the pages that are written in part, once each, and none that are written whole', async () => {
    const { overlay, reads } = overFile();
    await overlay.write(new Uint8Array(4096), 4096);
    assert.equal(reads.length, 0);
    await overlay.write(new Uint8Array(10), 20);
    await overlay.write(new Uint8Array(10), 40);
    assert.deepEqual(reads, [[0, 4096]]);
    await overlay.write(new Uint8Array(1), SIZE - 1);
    assert.deepEqual(reads.at(-1), [8192, SIZE - 8192]);
  });

  it('is empty until something is written', async () => {
    const { overlay } = overFile();
    assert.equal(overlay.isEmpty, true);
    await overlay.write(new Uint8Array(0), 5);
    assert.equal(overlay.isEmpty, true);
    await overlay.write(Uint8Array.of(1), 5);
    assert.equal(overlay.isEmpty, false);
  });

  it('fails as the file does', async () => {
    const overlay = new PageOverlay(SIZE, () => Promise.reject(new Error('disk')));
    await assert.rejects(overlay.write(Uint8Array.of(1), 5), /disk/);
    assert.equal(overlay.isEmpty, true);
  });
});
