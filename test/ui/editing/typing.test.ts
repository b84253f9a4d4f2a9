/** A value that is being typed is not lost: it is stored where its box is left, and saved with Ctrl+S; other keys work as ever. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { floatsIn, writeRamp } from '../files/floats';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { type FileEditor, fileEditor } from '../reading/fileEditor';
import { readHeader } from '../reading/layout';
import { errorAt, wheel } from '../reading/moves';

const FILE = 'typed.dat';
const COLUMNS = 4;
const options = {
  write: (folder: string) => writeRamp(join(folder, FILE), 1000 * COLUMNS),
  settings: {
    'files.autoSave': 'off',
    'ndarrayInspector.layouts': [{ files: FILE, dtype: 'float32', shape: [-1, COLUMNS] }],
  },
};

describe('a value that is being typed', () => {
  const suite = suiteOver([], options);
  let editor: FileEditor;
  const page = (): Page => suite().workbench.page;
  const box = (): Locator => editor.frame.getByRole('textbox', { name: 'New value' });
  const path = (): string => join(suite().folder, FILE);
  const inFile = (row: number): number => floatsIn(path())[row * COLUMNS + 1];

  /** Types over a value in column 1, and leaves the box open. */
  async function begin(row: number, text: string): Promise<void> {
    await editor.cell(row, 1).click();
    await page().keyboard.press('F2');
    await box().waitFor();
    if (text === '') return;
    await page().keyboard.press('Control+a');
    await page().keyboard.type(text);
  }

  before(async () => {
    editor = fileEditor(page(), await suite().open(FILE));
    await editor.frame.getByRole('combobox', { name: 'mode' }).waitFor();
  });

  it('is stored where its box is left by a click, or scrolled away', async () => {
    await begin(1, '11.5');
    await editor.cell(2, 0).click();
    await editor.textIs(1, 1, '11.5');
    await begin(2, '22.5');
    await wheel(editor.frame, 'Values', 0, 4000);
    await wheel(editor.frame, 'Values', 0, -4000);
    await editor.textIs(2, 1, '22.5');
    assert.equal(inFile(1), 5);
  });

  it('is saved too with Ctrl+S', async () => {
    await begin(3, '33.5');
    await page().keyboard.press('Control+s');
    await until('all in the file', () =>
      [1, 2, 3].every(row => inFile(row) === row * 11 + 0.5) ? true : undefined,
    );
    await editor.isDirty(false);
    await box().waitFor({ state: 'detached' });
  });

  it('is no edit where nothing was typed, nor after Escape', async () => {
    await begin(4, '');
    await editor.cell(2, 0).click();
    await box().waitFor({ state: 'detached' });
    await begin(4, '44.5');
    await page().keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
    await editor.textIs(4, 1, '17.0');
    await editor.isDirty(false);
  });

  it('is not stored where it cannot be, which is said', async () => {
    await begin(5, 'five');
    await editor.cell(2, 0).click();
    await until('a complaint', async () => {
      const texts = await editor.frame.getByRole('alert').allTextContents();
      return texts.some(text => /\[5, 1\]: .*'five'/.test(text)) ? true : undefined;
    });
    await suite().workbench.screenshot('typing-refused');
    await editor.textIs(5, 1, '21.0');
    await editor.isDirty(false);
  });

  it('is undone by itself, in its box and in others, and takes no edit of the file back', async () => {
    await editor.type(6, 1, '66.5');
    await editor.textIs(6, 1, '66.5');
    await begin(7, '7');
    await page().keyboard.press('Control+z');
    assert.notEqual(await box().inputValue(), '7');
    await page().keyboard.press('Escape');
    const slice = editor.frame.getByRole('textbox', { name: 'Slice' });
    await slice.click();
    await page().keyboard.type('[1]');
    await page().keyboard.press('Control+z');
    assert.notEqual(await slice.inputValue(), '[1]');
    await slice.fill('');
    await slice.press('Enter');
    // Long enough for VS Code to take an edit back.
    await page().waitForTimeout(1000);
    await editor.textIs(6, 1, '66.5');
  });

  it('leaves the keys of VS Code alone', async () => {
    await begin(8, '88.5');
    await page().keyboard.press('F1');
    await page().locator('.quick-input-widget').waitFor();
    await page().keyboard.press('Escape');
    await editor.textIs(8, 1, '88.5');
    // What is stored does not take the focus from the palette.
    await begin(9, '99.5');
    await page().keyboard.press('Enter');
    await page().keyboard.press('F1');
    await page().locator('.quick-input-widget').waitFor();
    await editor.textIs(9, 1, '99.5');
    await page().keyboard.type('Go To');
    assert.match(await page().locator('.quick-input-widget input').first().inputValue(), /Go To$/);
    await page().keyboard.press('Escape');
  });

  it('stays in the box of the shape, though the file grows meanwhile', async () => {
    const shape = editor.frame.getByRole('textbox', { name: 'shape' });
    const strides = editor.frame.getByRole('table', { name: 'Strides' });
    await shape.click();
    await page().keyboard.press('Control+a');
    await page().keyboard.type('-1, 2');
    truncateSync(path(), 1100 * COLUMNS * 4);
    await until('the rows of now', async () => /1100/.test((await strides.textContent()) ?? '') || undefined);
    assert.equal(await shape.inputValue(), '-1, 2');
    await page().keyboard.type(', 2');
    await page().keyboard.press('Enter');
    await until('its shape', async () => (await shape.inputValue()) === '1100 × 2 × 2' || undefined);
  });
});

describe('a value that is typed over a slow line', () => {
  const suite = suiteOver([], { ...options, latency: 300 });
  let editor: FileEditor;
  const keys = (): Page['keyboard'] => suite().workbench.page.keyboard;

  it('may be typed before what edits is loaded', async () => {
    const frame = await suite().open(FILE);
    editor = fileEditor(suite().workbench.page, frame);
    const mode = frame.getByRole('combobox', { name: 'mode' });
    await editor.cell(9, 1).click();
    const isLoaded = (await mode.count()) > 0;
    await keys().type('99.5');
    await keys().press('Enter');
    assert.equal(isLoaded, false, 'it was loaded before anything was typed');
    await editor.textIs(9, 1, '99.5');
    await editor.isDirty(true);
  });

  it('is saved by Ctrl+S that is pressed before it is stored, and so are bytes', async () => {
    const path = join(suite().folder, FILE);
    await editor.cell(2, 1).click();
    await keys().type('22.5');
    await editor.cell(3, 0).click();
    await keys().press('Control+s');
    await until('it in the file', () => floatsIn(path)[2 * COLUMNS + 1] === 22.5 || undefined);
    await editor.isDirty(false);
    await editor.byte(16).click();
    await keys().type('01020304');
    await keys().press('Control+s');
    await until('them in the file', () => readFileSync(path).readUInt32BE(16) === 0x01020304 || undefined);
    await editor.isDirty(false);
  });

  it('tells what is wrong with it once: given up, that does not come back', async () => {
    const { frame } = editor;
    const dtype = frame.getByRole('group', { name: 'Layout' }).getByLabel('dtype', { exact: true });
    await dtype.fill('flaot32');
    await dtype.press('Enter');
    await until('what is wrong', () => errorAt(frame, 'dtype'));
    await editor.cell(2, 1).click();
    await dtype.press('Escape');
    await until('it to be forgotten', async () => (await errorAt(frame, 'dtype')) === undefined || undefined);
    await suite().workbench.page.waitForTimeout(1500);
    assert.equal(await errorAt(frame, 'dtype'), undefined);
    assert.equal(await dtype.inputValue(), 'float32');
  });

  it('is a part of the layout, whatever other part of it is still on its way', async () => {
    const layout = editor.frame.getByRole('group', { name: 'Layout' });
    const type = async (name: string, text: string): Promise<void> => {
      const box = layout.getByLabel(name, { exact: true });
      await box.fill(text);
      await box.press('Enter');
    };
    await type('dtype', 'uint16');
    await type('offset', '16');
    await type('shape', '-1, 8');
    await until('all three', async () => {
      const { dtype, shape, offset } = await readHeader(editor.frame);
      return (dtype === 'uint16' && shape === '999 × 8' && offset === '16') || undefined;
    });
  });
});
