/**
 * What other processes do to a file on screen: stores through `np.memmap` are shown within moments, whether or not the
 * file's times tell of them; changed cells flash once; and what is unsaved under them is kept, with both values said.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { floatsIn, storeFloat, writeRamp } from '../files/floats';
import { holdMemmap, type Holder } from '../files/holder';
import { suiteOver } from '../files/suite';
import { violations } from '../harness/visualFaults';
import { themes, type Theme } from '../harness/themes';
import { until } from '../harness/waiting';
import { type FileEditor, fileEditor } from '../reading/fileEditor';
import { readStatus } from '../reading/layout';
import { goTo } from '../reading/moves';

const FILES = ['flash.dat', 'still.dat', 'both.dat', 'sizes.dat', 'replaced.dat', 'locked.dat', 'busy.dat'];
const ROWS = 4000;
const COLUMNS = 4;
const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': FILES.map(files => ({ files, dtype: 'float32', shape: [-1, COLUMNS] })),
};

const write = (folder: string): void => {
  for (const name of FILES) writeRamp(join(folder, name), ROWS * COLUMNS);
};

/** What began to flash: `[row, column]` of values, offsets of bytes; and by which animation. */
interface Flash {
  readonly place: string;
  readonly animation: string;
}

declare global {
  interface Window {
    flashes?: Flash[];
    /** Flashing stops where it begins, to be looked at. */
    holdsFlashes?: boolean;
  }
}

/** Notes in the webview's window what flashes from now on. */
async function watchFlashes({ frame }: FileEditor): Promise<void> {
  await frame.evaluate(() => {
    window.flashes = [];
    const seen = new Set<string>();
    new MutationObserver(records => {
      for (const { target } of records) {
        const element = target as HTMLElement;
        const { flash, byteOffset, row, column } = element.dataset;
        if (flash === undefined) continue;
        const place = byteOffset ?? `[${row}, ${column}]`;
        // What begins anew while it still flashes changes twice.
        if (seen.has(`${place} ${flash}`)) continue;
        seen.add(`${place} ${flash}`);
        window.flashes!.push({ place, animation: getComputedStyle(element).animationName });
        if (window.holdsFlashes) for (const one of document.getAnimations()) one.pause();
      }
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-flash'] });
  });
}

/** What has flashed since the last time it was asked. */
function flashed({ frame }: FileEditor): Promise<Flash[]> {
  return frame.evaluate(() => window.flashes!.splice(0));
}

describe('a file that other processes store into', function () {
  this.timeout(60_000);
  const suite = suiteOver([], { write, settings, viewport: { width: 1800, height: 900 } });
  let editor: FileEditor;
  let holder: Holder | undefined;
  /** Waits until the cell that is in conflict says both values: they come with its page. */
  const saysInFile = (text: string): Promise<true> =>
    until(`${text} in the file`, async () =>
      (await editor.cell(0, 1).getAttribute('title')) === `yours 5.0, in the file ${text}` ? true : undefined,
    );
  const inEveryTheme = async (look: (theme: Theme) => Promise<unknown>): Promise<void> => {
    for (const theme of Object.keys(themes) as Theme[]) {
      await suite().workbench.setTheme(theme);
      await look(theme);
    }
    await suite().workbench.setTheme('dark');
  };
  let path = '';
  const page = (): Page => suite().workbench.page;
  const open = async (name: string): Promise<void> => {
    path = join(suite().folder, name);
    const frame = await suite().open(name);
    editor = fileEditor(page(), frame);
    await frame.getByRole('combobox', { name: 'mode' }).waitFor();
  };
  const hold = async (): Promise<Holder> => {
    holder?.end();
    holder = await holdMemmap(path);
    return holder;
  };
  const places = async (): Promise<string[]> => (await flashed(editor)).map(({ place }) => place).sort();
  /** Long enough for the file to be looked at twice. */
  const aWhile = (): Promise<void> => page().waitForTimeout(2500);

  after(() => holder?.end());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await suite().workbench.screenshot(`following-failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    await page().keyboard.press('Escape');
  });

  it('flashes the cells that were stored into, and their bytes, once', async () => {
    await open('flash.dat');
    const memmap = await hold();
    await watchFlashes(editor);
    await memmap.set(5, -7);
    await editor.textIs(1, 1, '-7.0');
    // 5.0 is 00 00 A0 40, −7.0 is 00 00 E0 C0.
    await until('the flash', async () =>
      (await editor.frame.locator('[data-flash]').count()) === 3 ? true : undefined,
    );
    await aWhile();
    const all = await flashed(editor);
    assert.deepEqual(all.map(({ place }) => place).sort(), ['22', '23', '[1, 1]']);
    assert.deepEqual(new Set(all.map(({ animation }) => animation)), new Set(['ndarray-flash']));
    assert.equal(await editor.frame.locator('[data-flash]').count(), 0);
  });

  it('shows stores that leave no trace in the times of the file, within moments', async () => {
    const before = statSync(path, { bigint: true }).mtimeNs;
    for (const value of [1.5, 2.5, 3.5]) {
      await holder!.set(5, value);
      const since = Date.now();
      await editor.textIs(1, 1, String(value));
      assert.ok(Date.now() - since < 5000, `${Date.now() - since} ms`);
    }
    if (statSync(path, { bigint: true }).mtimeNs !== before) console.log('      (its times did move)');
    await aWhile();
    assert.equal((await places()).filter(place => place === '[1, 1]').length, 3);
  });

  it('does not flash what only comes on screen, nor what is edited, undone or saved here', async () => {
    await holder!.set(3000 * COLUMNS, -1);
    await aWhile();
    await goTo(editor.frame, '[3000, 0]');
    await editor.textIs(3000, 0, '-1.0');
    await goTo(editor.frame, '[0, 0]');
    await editor.type(0, 2, '9');
    await editor.textIs(0, 2, '9.0');
    await editor.press('Control+z');
    await editor.textIs(0, 2, '2.0');
    await editor.type(0, 2, '8');
    await editor.press('Control+s');
    await editor.isDirty(false);
    assert.equal(await holder!.get(2), '8.0');
    await aWhile();
    assert.deepEqual(await places(), []);
  });

  it('has its flash in a picture, in every theme', async () => {
    await editor.frame.evaluate(() => (window.holdsFlashes = true));
    let value = -9;
    await inEveryTheme(async theme => {
      await holder!.set(9, value);
      await editor.textIs(2, 1, `${value--}.0`);
      await until('the flash', async () => ((await places()).includes('[2, 1]') ? true : undefined));
      await suite().workbench.screenshot(`following-flash-${theme}`);
    });
    await editor.frame.evaluate(() => (window.holdsFlashes = false));
  });

  it('does not move for those who want nothing to move', async () => {
    await open('still.dat');
    const memmap = await hold();
    await watchFlashes(editor);
    const animations = async (item: number): Promise<string[]> => {
      await memmap.set(item, -1);
      return until('a mark', async () => {
        const all = await flashed(editor);
        return all.length > 0 ? [...new Set(all.map(({ animation }) => animation))] : undefined;
      });
    };
    assert.deepEqual(await animations(0), ['ndarray-flash']);
    await page().emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(await animations(1), ['none']);
    await page().emulateMedia({ reducedMotion: 'no-preference' });
    suite().workbench.setSettings({ 'workbench.reduceMotion': 'on' });
    await editor.frame.locator('body.vscode-reduce-motion').waitFor();
    assert.deepEqual(await animations(2), ['none']);
    suite().workbench.setSettings({ 'workbench.reduceMotion': 'auto' });
  });

  it('keeps an unsaved edit under a store, and says both values', async () => {
    await open('both.dat');
    const memmap = await hold();
    await editor.type(0, 1, '5');
    await editor.textIs(0, 1, '5.0');
    await memmap.set(1, 7);
    await saysInFile('7.0');
    assert.equal(await editor.cell(0, 1).textContent(), '5.0');
    await editor.cell(0, 1).and(editor.frame.locator('[data-conflict]')).waitFor();
    assert.match(
      (await editor.cell(0, 1).getAttribute('aria-description')) ?? '',
      /^bytes 4–7.*, yours 5\.0, in the file 7\.0$/,
    );
    const conflicting = editor.byte(6).and(editor.frame.locator('[data-conflict]'));
    await conflicting.waitFor();
    assert.match((await conflicting.getAttribute('aria-label')) ?? '', /, yours A0, in the file E0$/);
    await editor.bodyHas(/bytes? also changed on disk/);
    assert.match(await readStatus(editor.frame), /^[12] bytes? also changed on disk$/);
    await inEveryTheme(async theme => {
      await suite().workbench.screenshot(`following-conflict-${theme}`);
      assert.deepEqual(await violations(editor.frame), [], theme);
    });
    // A second store, which the times of the file do not tell of.
    await memmap.set(1, 6.5);
    await saysInFile('6.5');
  });

  it('asks before a save overwrites it, and leaves everything as it is where that is not wanted', async () => {
    await editor.press('Control+s');
    const dialog = await editor.dialog();
    assert.match((await dialog.textContent()) ?? '', /[12] of the bytes you edited have changed on disk/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await editor.isDirty(true);
    assert.equal(floatsIn(path)[1], 6.5);
    await editor.textIs(0, 1, '5.0');
    await suite().workbench.runCommand('Notifications: Clear All Notifications');
    // Back to what it was: no conflict any more, and nobody is asked.
    await holder!.set(1, 1);
    await editor.cell(0, 1).and(editor.frame.locator('[data-conflict]')).waitFor({ state: 'detached' });
    await editor.press('Control+s');
    await editor.isDirty(false);
    assert.equal(await holder!.get(1), '5.0');
  });

  it('shows that it grows and shrinks, and keeps an edit behind its end', async () => {
    await open('sizes.dat');
    const rows = editor.frame.getByRole('textbox', { name: 'shape' });
    await editor.type(2, 0, '55');
    await editor.isDirty(true);
    truncateSync(path, ROWS * COLUMNS * 4 + 1600);
    await until('the rows of now', async () =>
      (await rows.inputValue()).includes('4100') ? true : undefined,
    );
    await editor.textIs(2, 0, '55.0');
    truncateSync(path, 16);
    await until('its one row', async () => (/^\(?1\b/.test(await rows.inputValue()) ? true : undefined));
    await editor.bodyHas(/4 bytes also changed on disk/);
    await editor.press('Control+s');
    await suite().workbench.runCommand('Notifications: Show Notifications');
    assert.match(await editor.notified('your edits reach byte'), /Undo the edits past the end/);
    await suite().workbench.runCommand('Notifications: Clear All Notifications');
    assert.equal(statSync(path).size, 16);
    truncateSync(path, 160);
    await editor.textIs(2, 0, '55.0');
    await editor.press('Control+s');
    await (await editor.dialog()).getByRole('button', { name: 'Overwrite' }).click();
    await editor.isDirty(false);
    assert.equal(floatsIn(path)[8], 55);
    assert.equal(statSync(path).size, 160);
  });

  it('keeps an edit where another file takes its place, and does not overwrite that unasked', async () => {
    await open('replaced.dat');
    await editor.type(0, 0, '11');
    await editor.isDirty(true);
    writeRamp(`${path}.new`, ROWS * COLUMNS);
    storeFloat(`${path}.new`, 0, 33);
    storeFloat(`${path}.new`, 1, 44);
    renameSync(`${path}.new`, path);
    await editor.textIs(0, 1, '44.0');
    await until('both values', async () =>
      (await editor.cell(0, 0).getAttribute('title')) === 'yours 11.0, in the file 33.0' ? true : undefined,
    );
    await editor.press('Control+s');
    await (await editor.dialog()).getByRole('button', { name: 'Overwrite' }).click();
    await editor.isDirty(false);
    assert.deepEqual([...floatsIn(path).slice(0, 3)], [11, 44, 2]);
  });

  it('takes all that is typed, values and bytes, while others store into it without a pause', async () => {
    await open('busy.dat');
    let stored = 0;
    const storing = setInterval(() => storeFloat(path, 40, ++stored), 10);
    try {
      for (let row = 0; row < 8; row++) {
        await editor.type(row, 1, `${row}.5`);
        await editor.textIs(row, 1, `${row}.5`);
      }
      await editor.byte(0).click();
      // 1.5 and 2.5: as fast as a keyboard can be.
      await page().keyboard.type('0000C03F00002040');
      await editor.textIs(0, 0, '1.5');
      await editor.textIs(0, 1, '2.5');
      await page().keyboard.press('Control+s');
      await editor.isDirty(false);
    } finally {
      clearInterval(storing);
    }
    assert.ok(stored > 50, `${stored} stores`);
    assert.deepEqual(
      [0, 1, 5, 29].map(item => floatsIn(path)[item]),
      [1.5, 2.5, 1.5, 7.5],
    );
  });

  it('says that it may not be written to any more, keeps the edits, and saves them once it may', async function () {
    await open('locked.dat');
    await editor.type(0, 0, '11');
    await editor.isDirty(true);
    try {
      // Permissions do not bind root; this does.
      execFileSync('chattr', ['+i', path], { stdio: 'ignore' });
    } catch {
      this.skip();
    }
    try {
      await editor.bodyHas(/is no longer writable/);
      await editor.press('Control+s');
      await suite().workbench.runCommand('Notifications: Show Notifications');
      assert.match(await editor.notified('is not writable'), /Change its permissions/);
      await suite().workbench.runCommand('Notifications: Clear All Notifications');
      await editor.isDirty(true);
      await editor.textIs(0, 0, '11.0');
    } finally {
      execFileSync('chattr', ['-i', path]);
    }
    await until('the note to go', async () =>
      /any more/.test((await editor.frame.textContent('body')) ?? '') ? undefined : true,
    );
    await editor.press('Control+s');
    await editor.isDirty(false);
    assert.equal(floatsIn(path)[0], 11);
  });
});
