/**
 * A person who does one thing after another, drawn at random: types values and bytes, fills, pastes, undoes, saves, looks
 * elsewhere, slices, gives the file other layouts, leaves and comes back. After each, every byte and value on screen is what it should be.
 * `NDARRAY_WANDER_STEPS` and `NDARRAY_WANDER_SEED` make it longer and other.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from './files/chance';
import { suiteOver } from './files/suite';
import { comings, OTHER } from './wander/comings';
import { copying } from './wander/copying';
import { edits } from './wander/edits';
import { layouts, SIZE } from './wander/layouts';
import { looks } from './wander/looks';
import { Walk } from './wander/walk';

const steps = Number(process.env.NDARRAY_WANDER_STEPS ?? 60);
const seed = Number(process.env.NDARRAY_WANDER_SEED ?? 1);
const all = [...edits, ...looks, ...comings, ...copying];
const logs = process.env.NDARRAY_WANDER_LOG !== undefined;

function writeBytes(folder: string): void {
  const pick = chance(99);
  for (const name of ['wander.dat', OTHER])
    writeFileSync(
      join(folder, name),
      Uint8Array.from({ length: SIZE }, () => pick(256)),
    );
}

describe('an editor, whatever one does in it', () => {
  const suite = suiteOver([], {
    write: writeBytes,
    settings: {
      'files.autoSave': 'off',
      'ndarrayInspector.layouts': [{ files: 'wander.dat', ...layouts[0] }],
    },
    viewport: { width: 1800, height: 900 },
  });

  it(`shows what should be there, ${steps} steps from seed ${seed}`, async function () {
    this.timeout(60_000 + steps * 5000);
    const pick = chance(seed);
    const walk = new Walk(suite(), await suite().open('wander.dat'), 'wander.dat', pick);
    const done: string[] = [];
    await walk.check();
    for (let k = 0; k < steps; k++) {
      const [name, step] = all[pick(all.length)];
      done.push(`${k} ${name}`);
      try {
        done.push(`${done.pop()} ${await step(walk)}`);
        if (logs) console.log(done.at(-1));
        await walk.check();
      } catch (cause) {
        await suite().workbench.screenshot('wander-failed');
        const last = done.slice(-12).join('\n');
        throw new Error(`${String(cause)}\n${walk.state}\n${last}`, { cause });
      }
    }
  });
});
