/** Finding in a file as a person does it: by keys and by the pointer, values, bytes and changes, however large the file is. */
import assert from 'node:assert/strict';
import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { bytesOf } from '../files/plain';
import { suiteOver } from '../files/suite';
import { cutOff, violations } from '../harness/visualFaults';
import { themes, type Theme } from '../harness/themes';
import { until } from '../harness/waiting';
import { readBytes } from '../reading/bytes';
import { readStatus } from '../reading/layout';
import { goTo, slice } from '../reading/moves';
import { focusedCell } from '../reading/values';

const GiB = 2 ** 30;
/** Of the sparse file's items, the one that is not 0. */
const PLANTED = 16 * GiB - 1_000_003;

const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': [
    { files: 'few.dat', dtype: 'float32', shape: [100, 50] },
    { files: 'sparse.dat', dtype: 'float32', shape: [-1, 1024] },
    { files: 'pairs.dat', dtype: "[('x', '<f4'), ('y', '>i2')]", shape: [-1] },
  ],
};

/** Item [i, j] of `few.dat` is 50·i + j, but for three of them. */
function writeFiles(folder: string): void {
  const few = Float32Array.from({ length: 5000 }, (_, k) => k);
  few.set([0.5], 3 * 50 + 17);
  few.set([NaN], 60 * 50 + 1);
  few.set([-Infinity], 99 * 50 + 49);
  writeFileSync(join(folder, 'few.dat'), bytesOf(few));
  writeFileSync(join(folder, 'notes.txt'), 'one\ntwo\n');
  writeFileSync(join(folder, 'pairs.dat'), new Uint8Array(6 * 40).fill(0).fill(7, 6 * 30 + 4, 6 * 30 + 6));
  const sparse = join(folder, 'sparse.dat');
  writeFileSync(sparse, '');
  truncateSync(sparse, 64 * GiB);
  store(sparse, PLANTED * 4, Uint8Array.of(0xde, 0xad, 0xbe, 0x3f));
}

function store(path: string, byteOffset: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, byteOffset);
  closeSync(file);
}

describe('finding in a file', () => {
  const suite = suiteOver([], { write: writeFiles, settings, viewport: { width: 1800, height: 900 } });
  let frame: Frame;
  const page = (): Page => suite().workbench.page;
  const keys = (): Page['keyboard'] => page().keyboard;
  const bar = (): Locator => frame.getByRole('search', { name: 'Find' });
  const box = (): Locator => bar().getByRole('textbox', { name: 'Find' });
  const cell = (row: number, column: number): Locator =>
    frame.getByRole('grid', { name: 'Values' }).locator(`[data-row="${row}"][data-column="${column}"]`);
  const says = (text: RegExp, within = 10_000): Promise<true> =>
    until(
      `${text} in the status`,
      async () => (text.test(await readStatus(frame)) ? true : undefined),
      within,
    );
  const boxIsFocused = (): Promise<true> =>
    until('the focus in the box', async () =>
      (await box().evaluate(element => element === document.activeElement)) ? true : undefined,
    );
  /** The cell that has the cursor and the byte that is first lit. */
  const revealed = async (): Promise<
    readonly [string | undefined, string | undefined, number | undefined]
  > => {
    const found = await focusedCell(frame);
    const byte = (await readBytes(frame)).find(({ linked }) => linked);
    return [found?.rowHeader, found?.columnHeader, byte?.byteOffset];
  };
  const pressCtrlF = async (): Promise<void> => {
    await until('the bar', async () => {
      await keys().press('Control+f');
      return bar()
        .waitFor({ timeout: 2000 })
        .then(
          () => true as const,
          () => undefined,
        );
    });
    await boxIsFocused();
  };

  before(function () {
    this.timeout(90_000);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await suite().workbench.screenshot(`find-failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  it('opens by Ctrl+F, and finds values by the keyboard alone', async () => {
    frame = await suite().open('few.dat');
    await goTo(frame, '[0, 0]');
    await cell(0, 0).click();
    await pressCtrlF();
    await keys().type('0.5');
    await keys().press('Enter');
    await says(/^\[3, 17\] = 0\.5, byte 0x29C$/);
    assert.deepEqual(await revealed(), ['3', '17', 668]);
    await boxIsFocused();
    assert.match((await bar().textContent()) ?? '', /\[3, 17\] = 0\.5/);
    await suite().workbench.screenshot('find-value');
    await keys().press('Enter');
    await says(/^\[3, 17\] = 0\.5, byte 0x29C, continued from the start$/);
    await box().fill('nan');
    await keys().press('Enter');
    await says(/^\[60, 1\] = nan/);
    assert.deepEqual(await revealed(), ['60', '1', 12_004]);
  });

  it('goes forward and back by F3 and Shift+F3, over the grids too, and closes by Escape', async () => {
    await box().fill('< 2');
    await keys().press('F3');
    await says(/^\[99, 49\] = -inf/);
    await keys().press('F3');
    await says(/^\[0, 0\] = 0\.0, byte 0x0, continued from the start/);
    await cell(0, 1).click();
    await keys().press('F3');
    await says(/^\[3, 17\]/);
    await keys().press('Shift+F3');
    await says(/^\[0, 1\] = 1\.0/);
    await keys().press('Shift+F3');
    await says(/^\[0, 0\] = 0\.0/);
    await keys().press('Shift+F3');
    await says(/^\[99, 49\] = -inf, byte 0x4E1C, continued from the end/);
    await keys().press('Escape');
    await bar().waitFor({ state: 'detached' });
    assert.equal(await frame.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Values');
    await pressCtrlF();
    assert.equal(await box().inputValue(), '< 2');
    await keys().press('Escape');
    await bar().waitFor({ state: 'detached' });
  });

  it('takes a tolerance, and says at the box what it cannot take', async () => {
    await frame.getByRole('button', { name: 'Find', exact: true }).click();
    await box().fill('700.2');
    const tolerance = bar().getByRole('textbox', { name: 'Tolerance' });
    await tolerance.fill('few');
    await bar().getByRole('button', { name: 'Next' }).click();
    const alert = bar().getByRole('alert');
    await alert.waitFor();
    assert.match((await alert.textContent()) ?? '', /few is not a number that is 0 or more.*1e-6/);
    assert.equal(await tolerance.getAttribute('aria-invalid'), 'true');
    assert.equal(await tolerance.getAttribute('aria-errormessage'), await alert.getAttribute('id'));
    await suite().workbench.screenshot('find-error');
    assert.deepEqual(await violations(frame), []);
    await tolerance.fill('0.5');
    await alert.waitFor({ state: 'detached' });
    await tolerance.press('Enter');
    await says(/^\[14, 0\] = 700\.0/);
    await tolerance.fill('');
    await box().fill('12345');
    await bar().getByRole('button', { name: 'Previous' }).click();
    await says(/^not found$/);
    await box().fill('many');
    await box().press('Enter');
    await alert.waitFor();
    assert.match((await alert.textContent()) ?? '', /could not convert string to float: 'many'/);
    await box().fill('');
  });

  it('looks through the view that is drawn, in its order', async () => {
    await slice(frame, '::-1, ::2');
    await goTo(frame, '[0, 0]');
    await box().fill('>= 4900');
    await box().press('Enter');
    await says(/^\[0, 1\] = 4952\.0, byte 0x4D60$/);
    await box().press('Shift+Enter');
    await says(/^\[0, 0\] = 4950\.0/);
    await slice(frame, '');
  });

  it('finds a pattern of bytes, in no item or in one', async () => {
    await bar().getByRole('combobox', { name: 'What' }).selectOption('bytes');
    assert.equal(await bar().getByRole('textbox', { name: 'Tolerance' }).count(), 0);
    await box().fill('80 7F 00 ?? 00');
    await box().press('Enter');
    await until('an answer', async () => ((await readStatus(frame)) === 'not found' ? true : undefined));
    await goTo(frame, '[50, 0]');
    await box().fill('?? C0 7F');
    await box().press('Enter');
    await says(/^byte 0x2EE5, in \[60, 1\]$/);
    const [row, column] = await revealed();
    assert.deepEqual([row, column], ['60', '1']);
  });

  it('finds what is not saved, and what others store, as changed', async () => {
    const what = bar().getByRole('combobox', { name: 'What' });
    await what.selectOption('value');
    await goTo(frame, '[0, 0]');
    await cell(2, 3).click();
    await keys().press('F2');
    const input = frame.getByRole('textbox', { name: 'New value' });
    await input.fill('-77');
    await input.press('Enter');
    await says(/^Stored/);
    await box().fill('-77');
    await box().press('Enter');
    await says(/^\[2, 3\] = -77\.0/);
    store(join(suite().folder, 'few.dat'), 4 * (5 * 50 + 4), bytesOf(Float32Array.of(-5)));
    await until('the value of others', async () =>
      (await cell(5, 4).textContent()) === '-5.0' ? true : undefined,
    );
    await what.selectOption('changed');
    assert.equal(await box().count(), 0);
    await bar().getByRole('button', { name: 'Next' }).click();
    await says(/^\[5, 4\] = -5\.0, byte 0x3F8$/);
    await bar().getByRole('button', { name: 'Next' }).click();
    await says(/^\[2, 3\] = -77\.0, byte 0x19C, continued from the start$/);
    await bar().getByRole('button', { name: 'Previous' }).click();
    await says(/^\[5, 4\] = -5\.0, byte 0x3F8, continued from the end$/);
    assert.deepEqual(await violations(frame), []);
    await suite().workbench.runCommand('File: Revert File');
  });

  it('finds in the columns of structured items', async () => {
    frame = await suite().open('pairs.dat');
    await frame.getByRole('button', { name: 'Find', exact: true }).click();
    await box().fill('1799');
    await box().press('Enter');
    await says(/^\[30\] y = 1799, byte 0xB8$/);
    assert.equal((await focusedCell(frame))?.columnHeader, 'y');
  });

  it('tells how far it is in 64 GB, is cancelled at once, and finds what is near the end', async function () {
    this.timeout(120_000);
    frame = await suite().open('sparse.dat');
    await suite().workbench.runCommand('NDArray: Find…');
    await boxIsFocused();
    await box().fill('!= 0');
    await keys().press('Enter');
    const progress = bar().getByRole('progressbar', { name: 'Searching' });
    await progress.waitFor();
    await until('some progress', async () =>
      Number(await progress.getAttribute('value')) > 0 ? true : undefined,
    );
    await suite().workbench.screenshot('find-progress');
    assert.deepEqual(await violations(frame), []);
    await bar().getByRole('button', { name: 'Cancel' }).click();
    await says(/^Search cancelled$/, 3000);
    await progress.waitFor({ state: 'detached' });

    await box().press('Shift+Enter');
    await says(/^\[16776239, 445\] = 1\.4896\d*, byte 0xFFFC2F6F4$/, 60_000);
    await bar().getByRole('combobox', { name: 'What' }).selectOption('bytes');
    await goTo(frame, '[16776215, 0]');
    await box().fill('hex: DE AD ?? 3F');
    await box().press('Enter');
    await says(/^byte 0xFFFC2F6F4, in \[16776239, 445\]$/, 60_000);
    assert.deepEqual(await revealed(), ['16776239', '445', PLANTED * 4]);
    await box().press('Enter');
    await progress.waitFor();
    await box().press('Escape');
    await says(/^Search cancelled$/, 3000);
    await box().press('Escape');
    await bar().waitFor({ state: 'detached' });
  });

  it('leaves Ctrl+F of other editors to VS Code', async () => {
    await suite().workbench.openFile('notes.txt');
    await page().locator('.monaco-editor .view-line').first().click();
    await keys().press('Control+f');
    await page().locator('.find-widget.visible').waitFor();
    await keys().press('Escape');
  });

  it('is drawn in every theme, wide and narrow', async function () {
    this.timeout(90_000);
    const { workbench } = suite();
    frame = await suite().open('few.dat');
    await frame.getByRole('button', { name: 'Find', exact: true }).click();
    await bar().getByRole('combobox', { name: 'What' }).selectOption('value');
    for (const theme of Object.keys(themes) as Theme[]) {
      await workbench.setTheme(theme);
      for (const width of [1400, 700]) {
        await workbench.resize(width, 900);
        await until('the new width', async () =>
          (await frame.evaluate(() => innerWidth)) < width ? true : undefined,
        );
        await box().fill('nan');
        await box().press('Enter');
        await says(/^\[60, 1\] = nan/);
        await workbench.screenshot(`find-${theme}-${width}`);
        await box().fill('many');
        await box().press('Enter');
        await bar().getByRole('alert').waitFor();
        await workbench.screenshot(`find-error-${theme}-${width}`);
        const seen = `${theme}, ${width} px`;
        assert.deepEqual(await violations(frame), [], seen);
        assert.deepEqual(await cutOff(frame), [], `${seen}: cut off at the edge`);
      }
    }
  });
});
