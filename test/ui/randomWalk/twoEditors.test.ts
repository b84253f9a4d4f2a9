/**
 * A file that a person edits in two editors, while other programs store into it, resize, replace and remove it: one thing
 * after another, drawn at random. After each, both editors show the file of now with what is unsaved over it, and mark what is in conflict.
 * `NDARRAY_WANDER_STEPS` and `NDARRAY_WANDER_SEED` make it longer and other.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../files/chance';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { walkOver } from '../harness/randomWalk';
import { byOthers, SIZE } from './twoEditors/externalChanges';
import { own } from './twoEditors/userActions';
import { COLUMNS, Pair } from './twoEditors/pair';

const steps = Number(process.env.NDARRAY_WANDER_STEPS ?? 40);
const seed = Number(process.env.NDARRAY_WANDER_SEED ?? 1);
const all = [...own, ...byOthers];
const FILE = 'others.dat';

function writeBytes(folder: string): void {
  const pick = chance(7);
  writeFileSync(
    join(folder, FILE),
    Uint8Array.from({ length: SIZE }, () => pick(256)),
  );
}

describe('two editors of a file, whatever is done in them and to it', () => {
  const suite = suiteOver([], {
    write: writeBytes,
    settings: {
      'files.autoSave': 'off',
      'ndarrayInspector.layouts': [{ files: FILE, dtype: '<f4', shape: [-1, COLUMNS] }],
      'ndarrayInspector.mode': 'r+',
    },
    viewport: { width: 1800, height: 900 },
  });

  it(`show what should be there, ${steps} steps from seed ${seed}`, async function () {
    this.timeout(60_000 + steps * 6000);
    const { workbench } = suite();
    await suite().open(FILE);
    await workbench.runCommand('View: Split Editor Right');
    const frames = await until('two editors', async () => {
      const found = await workbench.visibleWebviews();
      return found.length === 2 ? found : undefined;
    });
    const pair = new Pair(suite(), frames, FILE, chance(seed));
    await walkOver(pair, all, steps, 'others-failed');
  });
});
