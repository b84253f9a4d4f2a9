/** *New Memory-Mapped File…* from the palette: what is asked, what is refused while it is typed, and what is made. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suiteOver } from '../files/suite';
import { answerStep, asked, pickStep, typedSays } from '../harness/steps';
import { until } from '../harness/waiting';
import { readHeader } from '../reading/layout';
import { openArray } from '../reading/open';
import { readValues } from '../reading/values';

const COMMAND = 'NDArray: New Memory-Mapped File…';

describe('new files from the palette', () => {
  const suite = suiteOver(['plane'], {
    write: folder => writeFileSync(join(folder, 'there.bin'), 'precious'),
  });
  const page = () => suite().workbench.page;
  const inFolder = (name: string): string => join(suite().folder, name);

  const answered = (step: number, text: string) => answerStep(page(), `(${step}/5)`, text);
  const picked = (step: number, label: string) => pickStep(page(), `(${step}/5)`, label);
  const said = (text: string, part: string) => typedSays(page(), text, part);

  it('makes a file with the defaults and opens it', async () => {
    const { workbench, numpy } = suite();
    await workbench.runCommand(COMMAND);
    await answered(1, 'ones.dat');
    await picked(2, 'float32');
    await answered(3, '3, 4');
    await picked(4, 'F');
    await picked(5, 'One Value…');
    await answered(5, '1.5');
    const frame = await openArray(workbench, 'ones.dat');
    const { dtype, shape, order } = await readHeader(frame);
    assert.deepEqual([dtype, shape, order], ['float32', '3 × 4', 'F']);
    const { cells } = await readValues(frame);
    assert.deepEqual([...new Set(cells.map(({ text }) => text))], ['1.5']);
    const opened = await numpy.opened("np.memmap('ones.dat', dtype='f4', mode='r', shape=(3, 4))");
    assert.deepEqual(opened.items, new Array(8).fill('1.5'));
    await workbench.closeEditors();
    const again = await openArray(workbench, 'ones.dat');
    assert.equal((await readHeader(again)).shape, '3 × 4');
  });

  it('draws the numbers of a seed into a .npy', async () => {
    const { workbench, numpy } = suite();
    await workbench.runCommand(COMMAND);
    await answered(1, 'seeded.npy');
    await picked(2, 'float64');
    await answered(3, '5');
    await picked(5, 'Random with a Seed…');
    await answered(5, '20231125');
    await until('the file', () => existsSync(inFolder('seeded.npy')) || undefined);
    const made = await numpy.opened("np.load('seeded.npy', mmap_mode='r')");
    const drawn = await numpy.opened('np.random.default_rng(20231125).random(5).view(np.memmap)');
    assert.deepEqual([made.dtype, made.shape], ['float64', [5]]);
    assert.deepEqual(made.items, drawn.items);
  });

  it('says while one types what cannot be', async () => {
    const { workbench } = suite();
    await workbench.runCommand(COMMAND);
    await asked(page(), '(1/5)');
    await said('none/x.dat', 'does not exist');
    await said('there.bin', 'You are asked before it is overwritten');
    await said('fine.dat', 'File to create');
    await page().keyboard.press('Enter');
    await picked(2, 'float64');
    await asked(page(), '(3/5)');
    await said('3, -1', 'has no size to infer a length from');
    await said('10000000 x 10000000', 'the disk has');
    await said('10 x 10', '800 bytes');
    await page().keyboard.press('Escape');
    assert.equal(existsSync(inFolder('fine.dat')), false);
  });

  it('overwrites a file only after it was asked', async () => {
    const { workbench } = suite();
    const dialog = page().locator('.monaco-dialog-box');
    await workbench.runCommand(COMMAND);
    await answered(1, 'there.bin');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /there\.bin already exists/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(readFileSync(inFolder('there.bin'), 'utf8'), 'precious');
    await workbench.runCommand(COMMAND);
    await answered(1, 'there.bin');
    await dialog.getByRole('button', { name: 'Overwrite' }).click();
    await picked(2, 'uint8');
    await answered(3, '4');
    await picked(5, 'Count');
    await until('the new bytes', () =>
      readFileSync(inFolder('there.bin')).equals(Buffer.from([0, 1, 2, 3])) ? true : undefined,
    );
  });

  it('makes nothing of what is cancelled', async () => {
    const { workbench } = suite();
    await workbench.runCommand(COMMAND);
    await answered(1, 'large.dat');
    await picked(2, 'float64');
    await answered(3, '500000000');
    await picked(5, 'Random');
    const partial = (): string | undefined =>
      readdirSync(suite().folder).find(name => name.startsWith('.large'));
    await until('the file that is made', () => partial());
    await workbench.runCommand('Notifications: Show Notifications');
    const toast = page().locator('.notifications-center .notification-list-item', {
      hasText: 'Creating large.dat',
    });
    await toast.getByRole('button', { name: 'Cancel' }).click();
    await until('it to be gone', () => (partial() === undefined ? true : undefined));
    assert.equal(existsSync(inFolder('large.dat')), false);
    assert.ok(statSync(inFolder('ones.dat')).size > 0);
  });
});
