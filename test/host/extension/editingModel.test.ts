/**
 * Random edits, undos, redos, saves, reverts, restarts, and stores, resizes and replacements by others, on real files
 * through the documents that editors have: after each, file, grid and model agree. `NDARRAY_SEED` repeats a run.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { action } from './editing/actions';
import { WatchedJournals, World } from './editing/world';

const RUNS = 300;
const LEAST_ACTIONS = 10_000;
const seed = process.env.NDARRAY_SEED === undefined ? undefined : Number(process.env.NDARRAY_SEED);

describe('a file that is edited, and that others store into', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-model-'));
  const journals = new WatchedJournals(join(folder, 'journals'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is what a model says, through ten thousand actions', async function () {
    this.timeout(120_000);
    const counts = new Map<string, number>();
    let runs = 0;
    const run = async (actions: readonly Parameters<World['act']>[0][]): Promise<void> => {
      const world = new World(join(folder, `${runs++}.dat`), journals);
      try {
        await world.document.load();
        await world.check();
        for (const one of actions) {
          await world.act(one);
          await world.check();
          counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
        }
      } finally {
        world.document.dispose();
        rmSync(world.path);
      }
    };
    const sequences = fc.array(action, { maxLength: 80, size: 'max' });
    await fc.assert(fc.asyncProperty(sequences, run), { numRuns: RUNS, seed });
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(total >= LEAST_ACTIONS, `${total} actions`);
    console.log(`      ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  });
});
