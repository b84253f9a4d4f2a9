/** New files filled by a seed, against what NumPy draws from it: byte for byte. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFile } from '../../../extension/tasks/write/createFile';
import { askNumPy, needsNumPy } from '../python';

type Case = readonly [path: string, dtype: string, shape: readonly number[], order: 'C' | 'F', seed: string];

describe('new files against NumPy', () => {
  it('hold the numbers of default_rng(seed)', async function () {
    needsNumPy(this);
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), 'ndarray-new-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const context = { signal: new AbortController().signal, onProgress: () => undefined };
    const cases = await askNumPy<Case>('tasks/new_files.py', [folder]);
    assert.equal(cases.length, 15);
    for (const [path, dtype, shape, order, seed] of cases) {
      const target = { path: `${path}.ours`, mayReplace: false };
      await createFile(
        { target, dtype, shape, order, fill: { kind: 'random', seed }, isNpy: false },
        context,
      );
      assert.ok(readFileSync(target.path).equals(readFileSync(path)), `${dtype} ${order}, seed ${seed}`);
    }
  });
});
