/** A file is edited as `np.memmap` would edit it: in place, undone and redone, saved, kept over a reload, never overwritten unasked. */
import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { holdMemmap, type Holder } from '../files/holder';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { isTabDirty, pasteText } from '../reading/fileEditor';
import { readFlags, readStatus } from '../reading/layout';
import { readValues } from '../reading/values';

const FILES = ['edit.dat', 'conflict.dat', 'kept.dat', 'memory.dat', 'held.dat'];
const settings = {
  // A browser's VS Code saves by itself, after a second.
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': FILES.map(files => ({ files, dtype: 'float32', shape: [3, 4] })),
};

function writeFloats(folder: string): void {
  for (const name of FILES) store(join(folder, name), 0, ...Array.from({ length: 12 }, (_, at) => at));
}

/** Stores float32 items, as another program would. */
function store(path: string, item: number, ...values: readonly number[]): void {
  const file = openSync(path, item === 0 && values.length === 12 ? 'w' : 'r+');
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  writeSync(file, bytes, 0, bytes.length, item * 4);
  closeSync(file);
}

describe('editing a file', () => {
  const suite = suiteOver([], { write: writeFloats, settings, viewport: { width: 1800, height: 900 } });
  let frame: Frame;
  let name: string;
  let holder: Holder | undefined;
  const page = (): Page => suite().workbench.page;
  const path = (): string => join(suite().folder, name);
  const inFile = (item: number): number =>
    new Float32Array(Uint8Array.from(readFileSync(path())).buffer)[item];
  const open = async (file: string): Promise<void> => {
    name = file;
    frame = await suite().open(file);
    await frame.getByRole('combobox', { name: 'mode' }).waitFor();
  };
  const cell = (row: number, column: number): Locator =>
    frame.getByRole('grid', { name: 'Values' }).locator(`[data-row="${row}"][data-column="${column}"]`);
  const textIs = (row: number, column: number, text: string): Promise<true> =>
    until(`[${row}, ${column}] to be ${text}`, async () =>
      (await cell(row, column).textContent()) === text ? true : undefined,
    );
  const type = async (row: number, column: number, text: string): Promise<void> => {
    // What edits is loaded after what draws.
    await frame.getByRole('combobox', { name: 'mode' }).waitFor();
    await cell(row, column).click();
    await page().keyboard.press('F2');
    const box = frame.getByRole('textbox', { name: 'New value' });
    await box.fill(text);
    await box.press('Enter');
  };
  const isDirty = (dirty: boolean): Promise<true> =>
    until(dirty ? 'unsaved edits' : 'no unsaved edits', async () => {
      return (await isTabDirty(page())) === dirty ? true : undefined;
    });
  const bodyHas = (text: RegExp): Promise<true> =>
    until(String(text), async () => (text.test((await frame.textContent('body')) ?? '') ? true : undefined));
  const press = async (key: string): Promise<void> => {
    await cell(0, 0).click();
    await page().keyboard.press(key);
  };

  before(function () {
    this.timeout(60_000);
  });
  after(() => holder?.end());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await suite().workbench.screenshot(`editing-failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    await page().keyboard.press('Escape');
  });

  it('shows the new value at once, says that it is not saved, and leaves the file alone', async () => {
    await open('edit.dat');
    assert.ok((await readFlags(frame)).includes('WRITEABLE True'));
    await type(1, 2, '42.5');
    await textIs(1, 2, '42.5');
    await isDirty(true);
    await bodyHas(/4 bytes not saved/);
    assert.match(await readStatus(frame), /^Stored 42\.5 in \[1, 2\]$/);
    assert.match((await cell(1, 2).getAttribute('title')) ?? '', /changed from 6\.0/);
    assert.equal(inFile(6), 6);
    await suite().workbench.screenshot('editing-unsaved');
  });

  it('is undone and redone', async () => {
    await press('Control+z');
    await textIs(1, 2, '6.0');
    await isDirty(false);
    await press('Control+Shift+z');
    await textIs(1, 2, '42.5');
    await isDirty(true);
  });

  it('is saved in place, those bytes alone, for whoever maps the file', async () => {
    const before = readFileSync(path());
    const { ino } = statSync(path());
    holder = await holdMemmap(path());
    await press('Control+s');
    await isDirty(false);
    await until('the value in the file', () => (inFile(6) === 42.5 ? true : undefined));
    const after = readFileSync(path());
    const changed = [...after.keys()].filter(at => after[at] !== before[at]);
    assert.ok(changed.length > 0 && changed.every(at => at >= 24 && at < 28), changed.join());
    assert.equal(statSync(path()).ino, ino);
    assert.equal(await holder.get(6), '42.5');
    assert.doesNotMatch((await frame.textContent('body')) ?? '', /not saved/);
  });

  it('shows what the other process stores, within moments', async () => {
    await holder!.set(0, -7);
    await textIs(0, 0, '-7.0');
  });

  it('is undone after it was saved: that is an edit again', async () => {
    await press('Control+z');
    await textIs(1, 2, '6.0');
    await isDirty(true);
    await press('Control+s');
    await isDirty(false);
    await until('the old value in the file', () => (inFile(6) === 6 ? true : undefined));
  });

  it('is unsaved after a save, an undo and another edit: the count of edits is what it was, the file is not', async () => {
    await type(1, 0, '9');
    await textIs(1, 0, '9.0');
    await press('Control+s');
    await isDirty(false);
    await press('Control+z');
    await textIs(1, 0, '4.0');
    await isDirty(true);
    await type(1, 0, '5.5');
    await textIs(1, 0, '5.5');
    await page().waitForTimeout(500);
    await isDirty(true);
    await press('Control+s');
    await isDirty(false);
    await until('the value in the file', () => (inFile(4) === 5.5 ? true : undefined));
    await type(1, 0, '4');
    await press('Control+s');
    await isDirty(false);
  });

  it('says at the cell what cannot be stored, and what was rounded', async () => {
    await type(2, 0, 'many');
    const box = frame.getByRole('textbox', { name: 'New value' });
    await until('a complaint', async () =>
      (await box.getAttribute('aria-invalid')) === 'true' ? true : undefined,
    );
    await box.fill('0.1');
    await box.press('Enter');
    await textIs(2, 0, '0.1');
    assert.match(await readStatus(frame), /\[2, 0\] stored as 0\.1000000014/);
  });

  it('is forgotten when the file is reverted', async () => {
    await suite().workbench.runCommand('File: Revert File');
    await textIs(2, 0, '8.0');
    await isDirty(false);
  });

  it('is in conflict where others store under it, and overwrites only when that is confirmed', async () => {
    await open('conflict.dat');
    await type(0, 1, '100');
    await textIs(0, 1, '100.0');
    store(path(), 1, -1, -2);
    await bodyHas(/4 bytes also changed on disk|[1-4] bytes? also changed on disk/);
    await textIs(0, 2, '-2.0');
    await textIs(0, 1, '100.0');
    assert.match((await cell(0, 1).getAttribute('title')) ?? '', /yours 100\.0, in the file -1\.0/);
    assert.equal(await cell(0, 1).getAttribute('data-conflict'), '');
    await suite().workbench.screenshot('editing-conflict');
    await press('Control+s');
    const dialog = page().locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /of the bytes you edited have changed on disk/);
    assert.equal(inFile(1), -1);
    await dialog.getByRole('button', { name: 'Overwrite' }).click();
    await isDirty(false);
    await until('my value in the file', () => (inFile(1) === 100 ? true : undefined));
    assert.equal(inFile(2), -2);
  });

  it('stays in memory in mode c, and is refused in mode r', async () => {
    await open('memory.dat');
    const mode = frame.getByRole('combobox', { name: 'mode' });
    const readOnly = (isReadOnly: boolean): Promise<true> =>
      until(`aria-readonly ${isReadOnly} of both grids`, async () => {
        const grids = frame.locator(`[role=grid][aria-readonly="${isReadOnly}"]`);
        return (await grids.count()) === 2 ? true : undefined;
      });
    await mode.selectOption('c');
    await readOnly(false);
    await type(0, 0, '9');
    await textIs(0, 0, '9.0');
    await bodyHas(/4 bytes in memory only/);
    for (const [one, refusal] of [
      ['c', "mode 'c' keeps edits in memory"],
      ['r', "mode 'r' does not save edits"],
    ]) {
      await mode.selectOption(one);
      await press('Control+s');
      await suite().workbench.runCommand('Notifications: Show Notifications');
      await page().locator('.notifications-center', { hasText: refusal }).waitFor();
      await suite().workbench.runCommand('Notifications: Clear All Notifications');
      assert.equal(inFile(0), 0);
      await page().keyboard.press('Escape');
    }
    await press('Control+z');
    await textIs(0, 0, '0.0');
    await mode.selectOption('r');
    await until('its flag', async () =>
      (await readFlags(frame)).includes('WRITEABLE False') ? true : undefined,
    );
    await readOnly(true);
    await cell(0, 0).click();
    await page().keyboard.press('F2');
    await until('a refusal', async () => (/mode 'r'/.test(await readStatus(frame)) ? true : undefined));
    // For all to see, at the cell; until something else is done.
    const note = frame.locator('.cell-note', { hasText: "mode 'r'" });
    await note.waitFor();
    const [said, at] = [await note.boundingBox(), await cell(0, 0).boundingBox()];
    assert.ok(said && at && Math.abs(said.y - at.y - at.height) < 2, JSON.stringify({ said, at }));
    await page().keyboard.press('ArrowRight');
    await note.waitFor({ state: 'detached' });
    await frame.getByRole('grid', { name: 'Bytes' }).locator('[data-byte-offset="5"]').click();
    await page().keyboard.press('f');
    await note.waitFor();
  });

  const paste = (text: string): Promise<void> => pasteText(frame, text);

  it('is pasted as a block, and undone as one', async () => {
    await open('held.dat');
    await cell(2, 2).click();
    await paste('21\t22\n31\t32');
    await frame.locator('.cell-note', { hasText: '2 × 2 cells does not fit here' }).waitFor();
    await isDirty(false);
    await cell(1, 1).click();
    await paste('21\t22\n31\t32');
    await textIs(1, 1, '21.0');
    await textIs(1, 2, '22.0');
    await textIs(2, 1, '31.0');
    await textIs(2, 2, '32.0');
    assert.match(await readStatus(frame), /Stored 4 cells/);
    await press('Control+z');
    for (const [row, column, text] of [
      [1, 1, '5.0'],
      [1, 2, '6.0'],
      [2, 1, '9.0'],
      [2, 2, '10.0'],
    ] as const)
      await textIs(row, column, text);
    await isDirty(false);
  });

  it('fills a selection, with Ctrl+Enter', async () => {
    await cell(0, 2).click();
    await cell(1, 3).click({ modifiers: ['Shift'] });
    await page().keyboard.press('F2');
    const box = frame.getByRole('textbox', { name: 'New value' });
    await box.fill('0.5');
    await box.press('Control+Enter');
    for (const [row, column] of [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ])
      await textIs(row, column, '0.5');
    await press('Control+z');
    await textIs(1, 3, '7.0');
  });

  it('is typed as bytes, two digits each', async () => {
    const byte = (at: number): Locator =>
      frame.getByRole('grid', { name: 'Bytes' }).locator(`[data-byte-offset="${at}"]`);
    await byte(2).click();
    await page().keyboard.press('8');
    await until('the first digit', async () => ((await byte(2).textContent()) === '8_' ? true : undefined));
    await page().keyboard.press('0');
    await page().keyboard.type('3F');
    await textIs(0, 0, '1.0');
    assert.equal(await byte(3).textContent(), '3F');
    await press('Control+z');
    await textIs(0, 0, '1.1754944e-38');
    await press('Control+z');
    await textIs(0, 0, '0.0');
    await isDirty(false);
  });

  it('is there again after the window was loaded anew', async function () {
    this.timeout(90_000);
    await open('kept.dat');
    await type(2, 3, '77');
    await textIs(2, 3, '77.0');
    await isDirty(true);
    await suite().workbench.reload();
    frame = await suite().open('kept.dat');
    await readValues(frame);
    await textIs(2, 3, '77.0');
    await isDirty(true);
    assert.equal(inFile(11), 11);
    // What was kept is unsaved still when an edit that came after it was undone.
    await type(2, 2, '66');
    await textIs(2, 2, '66.0');
    await press('Control+z');
    await textIs(2, 2, '10.0');
    await page().waitForTimeout(500);
    await isDirty(true);
    await press('Control+s');
    await until('the value in the file', () => (inFile(11) === 77 ? true : undefined));
  });
});
