import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contiguousLayout } from '../../../../../core/layout/layout';
import { runTask } from '../../../../../extension/tasks/runTask';
import type { SummaryStatistics } from '../../../../../extension/tasks/analysis/statistics';
import type { ArrayPlace } from '../../../../../extension/tasks/task';

describe('the task of statistics', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-statistics-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function file(name: string, bytes: Uint8Array, byteLength = bytes.length): string {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    truncateSync(path, byteLength);
    return path;
  }

  const place = (path: string, dtype: string, shape: readonly number[], itemsize: number): ArrayPlace => ({
    path,
    dtype,
    layout: contiguousLayout(shape, itemsize).toFields(),
    unsaved: [],
  });

  async function summary(of: ArrayPlace): Promise<SummaryStatistics> {
    const found = await runTask('statistics', { place: of });
    assert.equal(found.kind, 'summary');
    return found;
  }

  it('has unsaved edits over the file', async () => {
    const of = place(file('four.dat', new Uint8Array(Float32Array.of(1, 2, 3, 6).buffer)), 'float32', [4], 4);
    const unsaved = [{ byteOffset: 4, bytes: new Uint8Array(Float32Array.of(-8).buffer) }];
    const { min, max, mean, count } = await summary(of);
    assert.deepEqual([min, max, mean, count], ['1.0', '6.0', '3.0', 4]);
    const edited = await summary({ ...of, unsaved });
    assert.deepEqual([edited.min, edited.mean], ['-8.0', '0.5']);
  });

  it('is exact for 64-bit integers', async () => {
    const bytes = new Uint8Array(BigInt64Array.of(2n ** 62n + 1n, -(2n ** 62n) - 3n).buffer);
    const { min, max } = await summary(place(file('wide.dat', bytes), 'int64', [2], 8));
    assert.deepEqual([min, max], ['-4611686018427387907', '4611686018427387905']);
  });

  it('has nothing of no items, and refuses what are no numbers', async () => {
    const path = file('text.dat', new Uint8Array(64));
    const none = await summary(place(path, 'float64', [0, 3], 8));
    assert.deepEqual([none.count, none.min, none.histogram], [0, undefined, undefined]);
    for (const dtype of ['S16', "[('x', '<f8'), ('y', '<f8')]"]) {
      await assert.rejects(runTask('statistics', { place: place(path, dtype, [4], 16) }), {
        kind: 'unsupported-dtype',
      });
    }
  });

  it('is of the magnitudes of complex numbers', async () => {
    const bytes = new Uint8Array(Float32Array.of(3, 4, 0, -1, -5, 12).buffer);
    const { min, max, mean, count, histogram } = await summary(
      place(file('iq.dat', bytes), 'complex64', [3], 8),
    );
    assert.deepEqual([min, max, mean, count], ['1.0', '13.0', '6.3333335', 3]);
    assert.deepEqual([histogram?.edges[0], histogram?.edges[64]], ['1.0', '13.0']);
  });

  it('keeps what it found when it is cancelled, in the first pass and in the second', async () => {
    const path = file('sparse.dat', new Uint8Array(Float32Array.of(5, -5).buffer), 2 ** 30);
    const of = place(path, 'float32', [2 ** 28], 4);
    for (const share of [0.001, 0.5001]) {
      const abort = new AbortController();
      const onProgress = (done: number, total: number): void => {
        if (done / total > share) abort.abort();
      };
      const found = await runTask('statistics', { place: of }, { signal: abort.signal, onProgress });
      assert.ok(found.kind === 'summary');
      assert.deepEqual([found.min, found.max], ['-5.0', '5.0']);
      if (share < 0.5) {
        assert.ok(found.seen > 0 && found.seen < found.count, String(found.seen));
        assert.equal(found.std, undefined);
      } else {
        assert.equal(found.seen, found.count);
        assert.ok(found.deviated > 0 && found.deviated < found.count, String(found.deviated));
        assert.equal(found.histogram?.counts.length, 64);
      }
    }
  });

  it('along an axis reads only the items of its first results', async () => {
    const path = file('rows.dat', new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer), 2 ** 34);
    const found = await runTask('statistics', { place: place(path, 'float32', [2 ** 28, 16], 4), axis: 1 });
    assert.ok(found.kind === 'axis');
    assert.deepEqual([found.rows.length, found.total], [256, 2 ** 28]);
    assert.deepEqual(found.rows[0].index, '[0]');
    assert.deepEqual(found.rows[0].texts.slice(0, 3), ['0.0', '4.0', '0.625']);
  });
});
