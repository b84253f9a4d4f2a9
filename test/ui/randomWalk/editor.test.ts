/**
 * A person who does one thing after another, drawn at random: types values and bytes, fills, pastes, undoes, saves, looks
 * elsewhere, slices, gives the file other layouts, leaves and comes back. After each, every byte and value on screen is what it should be.
 * `NDARRAY_WANDER_STEPS` and `NDARRAY_WANDER_SEED` make it longer and other.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chance } from '../files/chance';
import { npyHeader, writeNpy } from '../files/plain';
import { suiteOver } from '../files/suite';
import { walkOver } from '../harness/randomWalk';
import { comings, OTHER } from './editor/leaving';
import { converting } from './editor/converting';
import { copying } from './editor/copying';
import { edits } from './editor/edits';
import { layouts, SIZE } from './editor/layouts';
import { exporting } from './editor/exporting';
import { looks } from './editor/viewing';
import { searching } from './editor/searching';
import { Walk } from './editor/walk';

const steps = Number(process.env.NDARRAY_WANDER_STEPS ?? 60);
const seed = Number(process.env.NDARRAY_WANDER_SEED ?? 1);
const all = [...edits, ...looks, ...comings, ...copying, ...searching, ...exporting, ...converting];

/** The files that are walked over, and how many bytes of them are a header. */
const files = { 'wander.dat': 0, 'wander.npy': 128 } as const;

function writeFiles(folder: string): void {
  const pick = chance(99);
  const data = (): Uint8Array => Uint8Array.from({ length: SIZE }, () => pick(256));
  for (const name of ['wander.dat', OTHER]) writeFileSync(join(folder, name), data());
  writeNpy(join(folder, 'wander.npy'), { header: npyHeader("'<f4'", '(64, 96)'), data: data() });
}

describe('an editor, whatever one does in it', () => {
  const suite = suiteOver([], {
    write: writeFiles,
    settings: {
      'files.autoSave': 'off',
      'ndarrayInspector.layouts': [{ files: 'wander.dat', ...layouts[0] }],
    },
    viewport: { width: 1800, height: 900 },
  });

  for (const [file, headerLength] of Object.entries(files))
    it(`shows what should be there of ${file}, ${steps} steps from seed ${seed}`, async function () {
      this.timeout(60_000 + steps * 5000);
      const walk = new Walk(suite(), await suite().open(file), file, chance(seed), headerLength);
      await walkOver(walk, all, steps, 'wander-failed');
    });
});
