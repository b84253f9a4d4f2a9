/** The menu over the cells: what is copied makes the same array in NumPy, what is pasted is an edit, the palette does it too. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { suiteOver } from '../files/suite';
import { shutMenus, takeFromMenu } from '../harness/menus';
import { until } from '../harness/waiting';
import { copied } from '../reading/clipboard';
import { slice } from '../reading/moves';
import { readStatus } from '../reading/layout';
import { focusedCell } from '../reading/values';

const FILE = 'menu.dat';
const FEW = 'few.dat';
const floats = Float32Array.from({ length: 12 }, (_, k) => k / 8);
const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': [
    { files: FILE, dtype: 'float32', shape: [3, 4] },
    { files: FEW, dtype: "[('id', '<u2'), ('x', '<f4')]", shape: [3] },
  ],
};

function write(folder: string): void {
  writeFileSync(join(folder, FILE), floats);
  writeFileSync(
    join(folder, FEW),
    Uint8Array.from({ length: 18 }, (_, k) => k),
  );
}

describe('the menu over cells', () => {
  const suite = suiteOver([], { write, settings });
  let frame: Frame;
  const page = (): Page => suite().workbench.page;
  const cell = (row: number, column: number): Locator =>
    frame.getByRole('grid', { name: 'Values' }).locator(`[data-row="${row}"][data-column="${column}"]`);
  const byte = (at: number): Locator =>
    frame.getByRole('grid', { name: 'Bytes' }).locator(`[data-byte-offset="${at}"]`);
  const take = (target: Locator, entry: string): Promise<string> =>
    copied(page(), () => takeFromMenu(page(), target, entry));
  const select = async (from: Locator, to: Locator): Promise<void> => {
    await from.click();
    await to.click({ modifiers: ['Shift'] });
  };
  /** The first items of what a line of Python makes. */
  const made = async (line: string): Promise<readonly string[]> =>
    (await suite().numpy.opened(`${line}.reshape(-1)`)).items;

  before(async () => {
    frame = await suite().open(FILE);
    await frame.getByRole('combobox', { name: 'mode' }).waitFor();
  });

  afterEach(() => shutMenus(page()));

  it('copies the selection as an array of NumPy', async () => {
    await select(cell(1, 1), cell(2, 2));
    const line = await take(cell(2, 1), 'Copy as NumPy Literal');
    assert.equal(line, "np.array([[0.625, 0.75],\n          [1.125, 1.25]], dtype='float32')");
    assert.deepEqual(await made(line), ['0.625', '0.75', '1.125', '1.25']);
    await until('what was copied', async () =>
      (await readStatus(frame)) === 'Copied 4 values as a NumPy literal' ? true : undefined,
    );
  });

  it('copies the bytes of the selection, a line a row', async () => {
    const rows = (await take(cell(1, 2), 'Copy as Bytes')).split('\n');
    const bytes = readFileSync(join(suite().folder, FILE));
    const hex = (item: number): string =>
      [...bytes.subarray(4 * item, 4 * item + 8)]
        .map(one => one.toString(16).toUpperCase().padStart(2, '0'))
        .join(' ');
    assert.deepEqual(rows, [hex(5), hex(9)]);
  });

  it('selects the cell that it is opened over, where that is not in the selection', async () => {
    const text = await take(cell(0, 3), 'Copy');
    assert.equal(text, '0.375');
    assert.equal((await focusedCell(frame))?.text, '0.375');
  });

  it('copies a byte, and offers no more over one', async () => {
    await byte(7).click({ button: 'right' });
    const entries = page().locator('.monaco-menu .action-item:not(.separator)');
    await entries.first().waitFor();
    assert.deepEqual(await entries.allTextContents(), ['Copy']);
    await shutMenus(page());
    assert.equal(await take(byte(7), 'Copy'), '3E');
  });

  it('pastes a block, as an edit that is undone', async () => {
    await page().evaluate(() => navigator.clipboard.writeText('7\t8\n9\t10'));
    await takeFromMenu(page(), cell(1, 0), 'Paste');
    const texts = (): Promise<(string | null)[]> =>
      Promise.all([cell(1, 0), cell(1, 1), cell(2, 0), cell(2, 1)].map(one => one.textContent()));
    await until('the block', async () => ((await texts()).join() === '7.0,8.0,9.0,10.0' ? true : undefined));
    await page().keyboard.press('Control+z');
    await until('the old values', async () =>
      (await texts()).join() === '0.5,0.625,1.0,1.125' ? true : undefined,
    );
  });

  it('says at the cell why nothing can be pasted', async () => {
    await frame.getByRole('combobox', { name: 'mode' }).selectOption('r');
    await takeFromMenu(page(), cell(1, 0), 'Paste');
    await frame.locator('.cell-note', { hasText: "Not editable in mode 'r'" }).waitFor();
    assert.equal(await cell(1, 0).textContent(), '0.5');
  });

  it('is in the palette too, and takes tuples of structured items', async () => {
    frame = await suite().open(FEW);
    await select(cell(1, 0), cell(2, 1));
    const line = await copied(page(), () => suite().workbench.runCommand('NDArray: Copy as NumPy Literal'));
    assert.match(
      line,
      /^np\.array\(\[\(1798, .*\), \(3340, .*\)\], dtype=\[\('id', 'uint16'\), \('x', 'float32'\)\]\)$/,
    );
    assert.equal((await made(line)).length, 2);
  });

  it('says what has no literal: parts of several items', async () => {
    await slice(frame, 'None');
    await select(cell(0, 1), cell(0, 2));
    await takeFromMenu(page(), cell(0, 1), 'Copy as NumPy Literal');
    await frame.getByText('The selection covers only parts of several structured items.').waitFor();
    await suite().workbench.screenshot('cells-menu-refused');
  });

  for (const theme of ['dark', 'light', 'hc-dark', 'hc-light'] as const) {
    it(`has its picture in ${theme}`, async () => {
      await suite().workbench.setTheme(theme);
      await cell(0, 1).click({ button: 'right' });
      await page().locator('.monaco-menu').waitFor();
      await suite().workbench.screenshot(`cells-menu-${theme}`);
    });
  }
});
