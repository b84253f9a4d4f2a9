import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contiguousLayout } from '../../../../core/layout/layout';
import { translateWith } from '../../../../extension/l10n';
import { prepareThread, runTask } from '../../../../extension/tasks/runTask';
import type { ArrayPlace } from '../../../../extension/tasks/task';

describe('runTask', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-tasks-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function place(path: string, count: number, more: Partial<ArrayPlace> = {}): ArrayPlace {
    const layout = contiguousLayout([count], 4).toFields();
    return { path, dtype: 'float32', layout, unsaved: [], ...more };
  }

  const plane = { rowAxis: 0, colAxis: -1, index: [0], isWhole: false };

  it('gives what the task finds, with unsaved edits over the file', async () => {
    const path = join(folder, 'four.dat');
    writeFileSync(path, new Uint8Array(Float32Array.of(1, 2, 3, 6).buffer));
    const unsaved = [{ byteOffset: 4, bytes: new Uint8Array(Float32Array.of(-8).buffer) }];
    const found = await runTask('heatMap', { place: place(path, 4), ...plane });
    assert.deepEqual([...found.values], [1, 2, 3, 6]);
    const edited = await runTask('heatMap', { place: place(path, 4, { unsaved }), ...plane });
    assert.deepEqual([...edited.values], [1, -8, 3, 6]);
  });

  it('takes the thread that was prepared, once', async () => {
    const path = join(folder, 'four.dat');
    writeFileSync(path, new Uint8Array(Float32Array.of(1, 2, 3, 6).buffer));
    let started = 0;
    const onStart = (): unknown => started++;
    process.on('worker', onStart);
    prepareThread();
    prepareThread();
    for (const expected of [1, 2]) {
      const found = await runTask('heatMap', { place: place(path, 4), ...plane });
      assert.deepEqual([[...found.values], started], [[1, 2, 3, 6], expected]);
    }
    process.off('worker', onStart);
  });

  it('rejects with the error of the task', async () => {
    await assert.rejects(runTask('heatMap', { place: place(join(folder, 'none.dat'), 4), ...plane }), {
      name: 'InspectorError',
      kind: 'file-missing',
    });
  });

  it('says in the language of VS Code what is the matter', async () => {
    const path = join(folder, 'there.dat');
    writeFileSync(path, 'abcd');
    const copy = { place: place(path, 1), target: { path, mayReplace: false }, isNpy: false };
    await assert.rejects(runTask('copyArray', copy), { message: `${path} already exists` });
    translateWith(undefined, { '{0} already exists': '{0} gibt es schon' });
    try {
      await assert.rejects(runTask('copyArray', copy), { message: `${path} gibt es schon` });
    } finally {
      translateWith();
    }
  });

  it('tells how far it is', async () => {
    const path = join(folder, 'zeros.dat');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 26);
    const told: number[] = [];
    await runTask(
      'statistics',
      { place: place(path, 2 ** 24) },
      { onProgress: (done, total) => told.push(done / total) },
    );
    assert.equal(told.at(-1), 1);
  });

  it('ends at once when it is aborted', async () => {
    const path = join(folder, 'sparse.dat');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 36);
    const abort = new AbortController();
    const layout = contiguousLayout([2, 2 ** 33], 4).toFields();
    const running = runTask(
      'statistics',
      { place: place(path, 0, { layout }), axis: 1 },
      { signal: abort.signal },
    );
    setTimeout(() => abort.abort(), 300);
    await assert.rejects(running, { kind: 'aborted' });
  });
});
