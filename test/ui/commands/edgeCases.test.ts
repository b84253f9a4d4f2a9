/** The palette where things are not as they mostly are: edits that are not saved, files that are there, other editors, no folder. */
import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { suiteOver } from '../files/suite';
import { answerFileDialog, offered } from '../harness/palette';
import { answerStep, asked, pickStep, typedSays } from '../harness/steps';
import { until } from '../harness/waiting';
import { readHeader } from '../reading/layout';
import { openArray, shownArray } from '../reading/open';

const ITEMS = Int32Array.from({ length: 48 }, (_, k) => k);
const NAMES = ['one.dat', 'two.dat', 'three.bin'];

function write(folder: string): void {
  for (const name of NAMES) writeFileSync(join(folder, name), ITEMS);
  writeFileSync(join(folder, 'there.npy'), 'precious');
  const sparse = openSync(join(folder, 'sparse.dat'), 'w');
  ftruncateSync(sparse, 64e9);
  closeSync(sparse);
}

describe('commands of the palette in odd circumstances', () => {
  const suite = suiteOver([], {
    write,
    settings: {
      'files.autoSave': 'off',
      'ndarrayInspector.layouts': [
        ...NAMES.map(files => ({ files, dtype: 'int32', shape: [6, 8] })),
        { files: 'sparse.dat', dtype: 'float32', shape: [-1, 100] },
      ],
    },
  });
  const page = (): Page => suite().workbench.page;
  const inFolder = (name: string): string => join(suite().folder, name);
  const run = (name: string): Promise<void> => suite().workbench.runCommand(`NDArray: ${name}`);
  const isThere = (name: string, size: number): Promise<true> =>
    until(
      name,
      () => (existsSync(inFolder(name)) && readFileSync(inFolder(name)).length >= size) || undefined,
    );
  const told = (): Locator => page().locator('.notifications-center');

  async function type(frame: Frame, row: number, column: number, text: string): Promise<void> {
    const grid = frame.getByRole('grid', { name: 'Values' });
    await grid.locator(`[data-row="${row}"][data-column="${column}"]`).click();
    await page().keyboard.press('F2');
    const box = frame.getByRole('textbox', { name: 'New value' });
    await box.fill(text);
    await box.press('Enter');
  }

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await suite().workbench.screenshot(`odd-failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    await page().keyboard.press('Escape');
  });

  it('stop at once when Cancel is pressed in the notification', async () => {
    const frame = await suite().open('sparse.dat');
    await run('Compute Statistics');
    await frame.getByRole('progressbar', { name: 'Statistics' }).waitFor();
    // The rig's VS Code is not to be disturbed: what is told waits behind the bell.
    await suite().workbench.runCommand('Notifications: Show Notifications');
    const cancel = told().getByRole('button', { name: 'Cancel' });
    await cancel.waitFor();
    await suite().workbench.screenshot('notification-cancel');
    const before = Date.now();
    await cancel.click();
    await frame.getByText(/Cancelled: results for the first/).waitFor();
    assert.ok(Date.now() - before < 3000, `${Date.now() - before} ms`);
    await until('the notification gone', async () => (await cancel.count()) === 0 || undefined);
  });

  it('export what is not saved yet, over a file that is there only when that is agreed to', async () => {
    const frame = await suite().open('one.dat');
    await type(frame, 0, 3, '-77');
    const exportOver = async (button: string): Promise<void> => {
      await run('Export…');
      await pickStep(page(), 'Export', '.npy');
      await asked(page(), 'Export');
      await typedSays(page(), 'there.npy', 'This file exists');
      await answerStep(page(), 'Export', 'there.npy');
      await page().locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
    };
    await exportOver('Cancel');
    assert.equal(readFileSync(inFolder('there.npy'), 'utf8'), 'precious');
    await exportOver('Overwrite');
    await isThere('there.npy', 128 + 192);
    await suite().workbench.runCommand('Notifications: Show Notifications');
    await told().getByText('It includes 4 unsaved bytes').waitFor();
    await suite().workbench.runCommand('Notifications: Clear All Notifications');
    const { items } = await suite().numpy.opened("np.load('there.npy', mmap_mode='r')");
    assert.deepEqual(items.slice(0, 5), ['0', '1', '2', '-77', '4']);
    assert.deepEqual(readFileSync(inFolder('one.dat')), Buffer.from(ITEMS.buffer));
  });

  it('refuse to write over a file whose editor has unsaved edits', async () => {
    await suite().open('two.dat');
    await run('Export…');
    await pickStep(page(), 'Export', 'Raw bytes');
    await asked(page(), 'Export');
    await typedSays(page(), 'one.dat', 'has unsaved changes');
    await page().keyboard.press('Escape');
  });

  it('compare with the array of another editor, unsaved edits too', async () => {
    await suite().open('two.dat');
    await run('Compare With…');
    await asked(page(), 'Compare With');
    const labels = await offered(page());
    assert.ok(labels.includes('one.dat') && !labels.includes('two.dat'), labels.join());
    await pickStep(page(), 'Compare With', 'one.dat');
    await answerStep(page(), 'Compare With', '0');
    await typedSays(page(), '', '1 of 48 items differ');
    await typedSays(page(), '', 'Go to the first difference, [0, 3]');
    await page().keyboard.press('Escape');
    await suite().open('one.dat');
    await suite().workbench.runCommand('File: Revert File');
  });

  it('take the file that is chosen in the dialog behind Browse…', async () => {
    await suite().open('two.dat');
    await run('Convert Order…');
    await pickStep(page(), 'Convert Order', 'F');
    await asked(page(), 'Convert Order');
    await page().locator('.quick-input-widget').getByRole('button', { name: 'Browse…' }).click();
    const box = page().locator('.quick-input-widget input.input');
    const path = inFolder('browsed.dat');
    await until(
      'the dialog to have read the folder',
      async () => (await box.inputValue()).includes('/') || undefined,
    );
    await until('the dialog to take the path', async () => {
      await box.fill(path);
      await page().waitForTimeout(300);
      return (await box.inputValue()) === path || undefined;
    });
    await box.press('Enter');
    await until(
      'the path in the question',
      async () => (await box.inputValue()) === 'browsed.dat' || undefined,
    );
    await box.press('Enter');
    const frame = await openArray(suite().workbench, 'browsed.dat');
    assert.equal((await readHeader(frame)).order, 'F');
  });

  it('run on a file that was opened with the editor by choice', async () => {
    const { workbench } = suite();
    await workbench.openWith('three.bin', 'NDArray Memory Map');
    const frame = await shownArray(workbench, 'three.bin');
    assert.equal((await readHeader(frame)).dtype, 'int32');
    await run('Export…');
    await pickStep(page(), 'Export', '.csv');
    await answerStep(page(), 'Export', 'three.csv');
    await isThere('three.csv', 48);
    assert.match(readFileSync(inFolder('three.csv'), 'utf8'), /^0,1,2,3,4,5,6,7\n8,/);
    await run('Show Picture');
    await frame.getByRole('img', { name: /^Heat map: 6 × 8 cells/ }).waitFor();
  });

  it('lay out a file that is in no open folder, for which there are no settings', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'ndarray-elsewhere-'));
    try {
      const path = join(elsewhere, 'far.dat');
      writeFileSync(path, ITEMS);
      await suite().workbench.runCommand('File: Open File...');
      await answerFileDialog(page(), path);
      const frame = await shownArray(suite().workbench, 'far.dat');
      await run('Set Layout…');
      await answerStep(page(), 'Set Layout (1/4)', 'uint16');
      await answerStep(page(), 'Set Layout (2/4)', '12, 8');
      await pickStep(page(), 'Set Layout (3/4)', 'C');
      await answerStep(page(), 'Set Layout (4/4)', '0');
      await until('the layout', async () => {
        const { dtype, shape } = await readHeader(frame);
        return (dtype === 'uint16' && shape === '12 × 8') || undefined;
      });
      const asking = page().locator('.quick-input-widget:visible');
      await until('nothing more to be asked', async () => (await asking.count()) === 0 || undefined);
      assert.ok(!existsSync(inFolder('.vscode/settings.json')));
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});
