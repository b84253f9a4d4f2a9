/** The extension host is killed in the middle of a save: nothing is lost, and nothing is replayed unasked. */
import assert from 'node:assert/strict';
import { closeSync, openSync, readSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { floatsIn, writeRamp } from '../files/floats';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { type FileEditor, fileEditor } from '../reading/fileEditor';
import { goTo } from '../reading/moves';

const ROWS = 5000;
const FILE = 'killed.dat';
const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': [{ files: FILE, dtype: 'float32', shape: [-1, 4] }],
};

/** Fulfilled as soon as an item of the file is another than at the call. */
async function untilStored(path: string, item: number): Promise<void> {
  const file = openSync(path, 'r');
  const [now, before] = [new Uint8Array(4), new Uint8Array(4)];
  readSync(file, before, 0, 4, item * 4);
  const deadline = Date.now() + 30_000;
  do {
    await nextTurn();
    readSync(file, now, 0, 4, item * 4);
  } while (Buffer.compare(now, before) === 0 && Date.now() < deadline);
  closeSync(file);
}

const columnOf = (path: string, column: number): number[] =>
  [...floatsIn(path)].filter((_, item) => item % 4 === column);

describe('a save in which the extension host is killed', function () {
  this.timeout(120_000);
  const suite = suiteOver([], { settings, write: folder => writeRamp(join(folder, FILE), ROWS * 4) });
  const path = (): string => join(suite().folder, FILE);
  const open = async (): Promise<FileEditor> => fileEditor(suite().workbench.page, await suite().open(FILE));
  const column = (): number[] => columnOf(path(), 1);
  const isOld = (value: number, row: number): boolean => value === row * 4 + 1;

  /** Stores one value into every row of a column. */
  async function fill(editor: FileEditor, column: number, value: string): Promise<void> {
    const { keyboard } = suite().workbench.page;
    await goTo(editor.frame, `[0, ${column}]`);
    await editor.cell(0, column).click();
    await keyboard.press('Control+Shift+ArrowDown');
    await keyboard.press('F2');
    const box = editor.frame.getByRole('textbox', { name: 'New value' });
    await box.fill(value);
    await box.press('Control+Enter');
    await box.waitFor({ state: 'detached' });
  }

  /** Kills the extension host as soon as an item of the file has its new value. */
  async function saveAndKill(item: number): Promise<void> {
    const { page, extensionHostPid } = suite().workbench;
    const host = extensionHostPid();
    // The answer to the key may take longer than the save does.
    const stored = untilStored(path(), item).then(() => process.kill(host, 'SIGKILL'));
    await Promise.all([stored, page.keyboard.press('Control+s')]);
    await page.waitForTimeout(1000);
  }

  async function offerFor(text: string): Promise<Locator> {
    const { workbench } = suite();
    await workbench.runCommand('Notifications: Show Notifications');
    return workbench.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
  }

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await suite().workbench.screenshot(`killed-failed-${this.currentTest.title.slice(0, 10)}`);
  });

  it('leaves old and new values, and every other byte as it was', async () => {
    const { page } = suite().workbench;
    const editor = await open();
    await fill(editor, 1, '-0.5');
    await editor.isDirty(true);
    // VS Code puts unsaved edits aside after a second.
    await page.waitForTimeout(6000);
    await saveAndKill(1);
    const values = column();
    assert.ok(values.every((value, row) => value === -0.5 || isOld(value, row)));
    assert.ok(values.includes(-0.5) && values.some(isOld), 'it was killed between two edits');
    const others = [...floatsIn(path())].filter((value, item) => item % 4 !== 1 && value !== item);
    assert.deepEqual(others, []);
  });

  it('has its edits back, offers the rest, and writes it when that is accepted', async () => {
    const { workbench } = suite();
    const before = column();
    await workbench.reload();
    const editor = await open();
    await goTo(editor.frame, '[0, 1]');
    await editor.textIs(3, 1, '-0.5');
    await editor.isDirty(true);
    const offer = await offerFor('was interrupted');
    await offer.waitFor();
    const missing = before.filter(isOld).length;
    assert.match(
      (await offer.textContent()) ?? '',
      new RegExp(`A save of killed\\.dat was interrupted: ${missing} of ${ROWS} edits are not in the file`),
    );
    await workbench.screenshot('killed-offer');
    assert.deepEqual(column(), before, 'nothing is written unasked');
    await offer.getByRole('button', { name: 'Finish Saving' }).click();
    await until('the rest in the file', () => (column().every(value => value === -0.5) ? true : undefined));
    await editor.press('Control+s');
    await editor.isDirty(false);
    assert.deepEqual(
      [...floatsIn(path())],
      Array.from({ length: ROWS * 4 }, (_, item) => (item % 4 === 1 ? -0.5 : item)),
    );
  });

  it('is offered for a file that was renamed meanwhile, by its new name', async () => {
    const { workbench } = suite();
    await fill(await open(), 2, '-1.5');
    await saveAndKill(2);
    const renamed = join(suite().folder, 'renamed-killed.dat');
    const third = (): number[] => columnOf(renamed, 2);
    renameSync(path(), renamed);
    assert.ok(
      third().some(value => value !== -1.5),
      'it was killed between two edits',
    );
    await workbench.reload();
    await suite().open('renamed-killed.dat');
    const offer = await offerFor('A save of renamed-killed.dat was interrupted');
    await offer.getByRole('button', { name: 'Finish Saving' }).click();
    await until('the rest in the file', () => (third().every(value => value === -1.5) ? true : undefined));
  });
});
