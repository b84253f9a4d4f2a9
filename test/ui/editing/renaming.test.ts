/** A file that is renamed, or saved under another name, keeps what belongs to it: its layout, and unsaved edits. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf } from '../files/plain';
import { suiteOver } from '../files/suite';
import { answerFileDialog } from '../harness/palette';
import { until } from '../harness/waiting';
import { fileEditor } from '../reading/fileEditor';
import { readHeader } from '../reading/layout';
import { setLayout } from '../reading/moves';
import { openArray, shownArray } from '../reading/open';

const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': [
    { files: 'laid.dat', dtype: 'uint16', shape: [4, 12] },
    { files: 'gro*.dat', dtype: 'float32', shape: [-1, 4] },
    { files: '**/first.dat', dtype: 'float32', shape: [6, 4] },
  ],
};

function writeFiles(folder: string): void {
  for (const name of ['chosen.dat', 'edited.dat', 'grows.dat', 'laid.dat'])
    writeFileSync(join(folder, name), bytesOf(Float32Array.from({ length: 24 }, (_, k) => k)));
  mkdirSync(join(folder, 'runs'));
  writeFileSync(join(folder, 'runs', 'first.dat'), bytesOf(Float32Array.from({ length: 24 }, (_, k) => k)));
}

describe('a file that is renamed', () => {
  const suite = suiteOver([], { write: writeFiles, settings });
  const page = (): Page => suite().workbench.page;
  const inFile = (name: string, item: number): number =>
    new Float32Array(Uint8Array.from(readFileSync(join(suite().folder, name))).buffer)[item];

  async function askToRename(from: string, to: string): Promise<void> {
    const row = page().locator('.explorer-folders-view .monaco-list-row', { hasText: from }).first();
    await row.click();
    const box = page().locator('.explorer-folders-view input');
    // A folder that a click has just folded is drawn anew for a while.
    await until('the box of its name', async () => {
      await page().keyboard.press('F2');
      return box.waitFor({ timeout: 1000 }).then(
        () => true,
        () => undefined,
      );
    });
    await box.fill(to);
    await box.press('Enter');
  }

  async function rename(from: string, to: string): Promise<void> {
    await askToRename(from, to);
    await until(`${to} to be there`, () => existsSync(join(suite().folder, to)) || undefined);
  }

  it('keeps the layout that was chosen for it', async () => {
    const frame = await suite().open('chosen.dat');
    await setLayout(frame, 'dtype', 'int16');
    await setLayout(frame, 'shape', '6, 8');
    await rename('chosen.dat', 'other.dat');
    const renamed = await suite().open('other.dat');
    const { dtype, shape } = await readHeader(renamed);
    assert.deepEqual([dtype, shape], ['int16', '6 × 8']);
    await suite().workbench.closeEditors();
    const { note } = await readHeader(await suite().open('other.dat'));
    assert.match(note, /chosen earlier for this file/);
  });

  it('keeps edits that are not saved', async () => {
    const frame = await suite().open('edited.dat');
    await setLayout(frame, 'dtype', 'float32');
    await setLayout(frame, 'shape', '6, 4');
    const before = fileEditor(page(), frame);
    await before.type(1, 2, '42.5');
    await before.textIs(1, 2, '42.5');
    await rename('edited.dat', 'moved.dat');
    const after = fileEditor(page(), await suite().open('moved.dat'));
    await suite().workbench.screenshot('renamed');
    await after.textIs(1, 2, '42.5');
    await after.isDirty(true);
    assert.equal(inFile('moved.dat', 6), 6);
    await after.press('Control+s');
    await after.isDirty(false);
    assert.equal(inFile('moved.dat', 6), 42.5);
  });

  it('keeps them where it grows meanwhile', async () => {
    const frame = await suite().open('grows.dat');
    await fileEditor(page(), frame).type(1, 2, '42.5');
    const file = openSync(join(suite().folder, 'grows.dat'), 'a');
    const growing = setInterval(() => writeSync(file, new Uint8Array(16)), 50);
    try {
      await rename('grows.dat', 'grown.dat');
      const after = fileEditor(page(), await suite().open('grown.dat'));
      await after.textIs(1, 2, '42.5');
    } finally {
      clearInterval(growing);
      closeSync(file);
    }
    await suite().workbench.runCommand('File: Revert File');
  });

  it('keeps them under a name that is for another editor', async () => {
    const before = fileEditor(page(), await suite().open('moved.dat'));
    await before.type(2, 3, '-1');
    await before.textIs(2, 3, '-1.0');
    await rename('moved.dat', 'moved.txt');
    const after = fileEditor(page(), await shownArray(suite().workbench, 'moved.txt'));
    await after.textIs(2, 3, '-1.0');
    await after.isDirty(true);
    await after.press('Control+s');
    await after.isDirty(false);
    assert.equal(inFile('moved.txt', 11), -1);
  });

  it('keeps them in a folder that is renamed, and nobody is asked whether to save them', async () => {
    const { workbench } = suite();
    const before = fileEditor(page(), await openArray(workbench, 'runs/first.dat'));
    await before.type(1, 2, '8.5');
    await before.textIs(1, 2, '8.5');
    await rename('runs', 'kept');
    const after = fileEditor(page(), await shownArray(workbench, 'first.dat'));
    await after.textIs(1, 2, '8.5');
    await after.isDirty(true);
    // Long enough for VS Code to ask.
    await page().waitForTimeout(6000);
    await workbench.screenshot('renamed-folder');
    assert.equal(await page().locator('.monaco-dialog-box').count(), 0);
    assert.equal(await page().locator('.tab', { hasText: 'first.dat' }).count(), 1);
    assert.equal(inFile('kept/first.dat', 6), 6);
    // VS Code may have opened it once more meanwhile.
    const now = fileEditor(page(), await shownArray(workbench, 'first.dat'));
    await now.press('Control+s');
    await now.isDirty(false);
    assert.equal(inFile('kept/first.dat', 6), 8.5);
  });

  it('keeps them where its folder cannot be renamed, and they are unsaved still', async function () {
    const { workbench } = suite();
    const editor = fileEditor(page(), await openArray(workbench, 'kept/first.dat'));
    await editor.type(1, 2, '9.5');
    await editor.isDirty(true);
    try {
      // Permissions do not bind root; this does.
      execFileSync('chattr', ['+i', suite().folder], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
    try {
      await askToRename('kept', 'again');
      await editor.isDirty(false);
      await editor.isDirty(true);
      await editor.textIs(1, 2, '9.5');
    } finally {
      execFileSync('chattr', ['-i', suite().folder]);
    }
    await workbench.screenshot('renamed-not');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await editor.press('Control+s');
    await editor.isDirty(false);
    assert.equal(inFile('kept/first.dat', 6), 9.5);
  });

  it('keeps a layout that its old name had from a setting', async () => {
    const before = await readHeader(await suite().open('laid.dat'));
    assert.deepEqual([before.dtype, before.shape], ['uint16', '4 × 12']);
    await rename('laid.dat', 'named.dat');
    const { dtype, shape } = await readHeader(await suite().open('named.dat'));
    assert.deepEqual([dtype, shape], ['uint16', '4 × 12']);
  });

  it('saved under another name, is that one with its edits, and stays as it was itself', async () => {
    const before = fileEditor(page(), await suite().open('named.dat'));
    await before.type(1, 2, '777');
    await before.textIs(1, 2, '777');
    await suite().workbench.runCommand('File: Save As...');
    await answerFileDialog(page(), join(suite().folder, 'copy.dat'));
    const frame = await shownArray(suite().workbench, 'copy.dat');
    const { dtype, shape } = await readHeader(frame);
    assert.deepEqual([dtype, shape], ['uint16', '4 × 12']);
    const after = fileEditor(page(), frame);
    await after.textIs(1, 2, '777');
    await after.isDirty(false);
    const item = (name: string): number => readFileSync(join(suite().folder, name)).readUInt16LE(14 * 2);
    assert.equal(item('copy.dat'), 777);
    assert.notEqual(item('named.dat'), 777);
  });
});
