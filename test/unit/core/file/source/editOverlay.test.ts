import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memorySource } from '../../../../../core/file/source/memorySource';
import { EditOverlay, withOverlay } from '../../../../../core/file/source/editOverlay';

const SIZE = 64;
const base = (): Uint8Array => Uint8Array.from({ length: SIZE }, (_, at) => at);

const writes = fc.array(
  fc
    .tuple(fc.nat(SIZE - 1), fc.uint8Array({ minLength: 1, maxLength: 12 }))
    .map(([byteOffset, bytes]) => ({ byteOffset, bytes: bytes.slice(0, SIZE - byteOffset) })),
  { maxLength: 20 },
);

describe('bytes laid over others', () => {
  it('read as if they had been written', async () => {
    await fc.assert(
      fc.asyncProperty(writes, fc.nat(SIZE), fc.nat(SIZE), async (list, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const written = base();
        const overlay = new EditOverlay();
        for (const { byteOffset, bytes } of list) {
          overlay.lay(byteOffset, bytes, written.slice(byteOffset, byteOffset + bytes.length));
          written.set(bytes, byteOffset);
        }
        const source = withOverlay(memorySource(base()), overlay);
        assert.deepEqual(await source.read(from, to - from), written.slice(from, to));
      }),
    );
  });

  it('remember what was below at first, in runs that neither overlap nor touch', () => {
    fc.assert(
      fc.property(writes, list => {
        const written = base();
        const overlay = new EditOverlay();
        const touched = new Set<number>();
        for (const { byteOffset, bytes } of list) {
          overlay.lay(byteOffset, bytes, written.slice(byteOffset, byteOffset + bytes.length));
          written.set(bytes, byteOffset);
          for (let at = 0; at < bytes.length; at++) touched.add(byteOffset + at);
        }
        let end = -1;
        let count = 0;
        for (const run of overlay.runs) {
          assert.ok(run.byteOffset > end, `a run at ${run.byteOffset} after one that ends at ${end}`);
          assert.deepEqual(run.below, base().slice(run.byteOffset, run.byteOffset + run.bytes.length));
          end = run.byteOffset + run.bytes.length;
          count += run.bytes.length;
        }
        assert.equal(count, touched.size);
      }),
    );
  });

  it('are found by range', () => {
    const overlay = new EditOverlay();
    for (const at of [10, 20, 30]) overlay.lay(at, Uint8Array.of(1, 2), Uint8Array.of(0, 0));
    const within = (from: number, length: number): number[] =>
      overlay.within(from, length).map(run => run.byteOffset);
    assert.deepEqual(within(0, 10), []);
    assert.deepEqual(within(0, 11), [10]);
    assert.deepEqual(within(11, 10), [10, 20]);
    assert.deepEqual(within(12, 8), []);
    assert.deepEqual(within(31, 100), [30]);
  });

  it('are gone when cleared', async () => {
    const overlay = new EditOverlay();
    overlay.lay(3, Uint8Array.of(9), Uint8Array.of(3));
    overlay.clear();
    assert.deepEqual(await withOverlay(memorySource(base()), overlay).read(3, 1), Uint8Array.of(3));
  });
});
