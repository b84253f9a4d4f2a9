/** What a `.npy` file says about itself cannot be typed over, however its bytes are drawn; its data can. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf, npyHeader, writeNpy } from '../files/plain';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { readStatus } from '../reading/layout';
import { type FileEditor, fileEditor, pasteText, typeInBox } from '../reading/fileEditor';
import { goTo, setLayout } from '../reading/moves';

const FILE = 'ramp.npy';
const HEADER = 128;

describe('the header of a .npy file', () => {
  const suite = suiteOver([], {
    write: folder =>
      writeNpy(join(folder, FILE), {
        header: npyHeader("'<f4'", '(16, 4)'),
        data: bytesOf(Float32Array.from({ length: 64 }, (_, k) => k)),
      }),
    settings: { 'files.autoSave': 'off' },
  });
  let editor: FileEditor;
  const page = (): Page => suite().workbench.page;
  const inFile = (): Buffer => readFileSync(join(suite().folder, FILE));
  const said = (text: RegExp): Promise<true> =>
    until(String(text), async () => (text.test(await readStatus(editor.frame)) ? true : undefined));

  before(async () => {
    editor = fileEditor(page(), await suite().open(FILE));
    await editor.frame.getByRole('combobox', { name: 'mode' }).waitFor();
  });

  it('takes no byte, and the bytes behind it do', async () => {
    const header = await editor.byte(60).textContent();
    await editor.byte(60).click();
    await page().keyboard.type('00');
    await said(/Not editable: part of the \.npy header/);
    assert.equal(await editor.byte(60).textContent(), header);
    await editor.isDirty(false);
    await goTo(editor.frame, '[1, 0]');
    await editor.byte(HEADER + 16).click();
    await page().keyboard.type('ff');
    await editor.isDirty(true);
  });

  it('takes no value where another layout has items there', async () => {
    await setLayout(editor.frame, 'dtype', 'uint8');
    await setLayout(editor.frame, 'offset', '0');
    await setLayout(editor.frame, 'shape', '384');
    await goTo(editor.frame, '[127]');
    await editor.cell(127, 0).click();
    await page().keyboard.type('7');
    await said(/Not editable: part of the \.npy header/);
    assert.equal(await editor.frame.getByRole('textbox', { name: 'New value' }).count(), 0);
    await editor.cell(128, 0).click();
    await page().keyboard.press('F2');
    assert.equal(await typeInBox(editor.frame, page(), '7'), true);
    await editor.textIs(128, 0, '7');
  });

  it('takes no part of a block that is pasted, or of a selection that is filled', async () => {
    await editor.cell(126, 0).click();
    await pasteText(editor.frame, '1\n2\n3\n4');
    await said(/bytes 0 to 127 are the \.npy header, which is read-only/);
    await editor.cell(130, 0).click();
    await editor.cell(125, 0).click({ modifiers: ['Shift'] });
    await page().keyboard.press('F2');
    await said(/Not editable/);
    await editor.textIs(128, 0, '7');
    await editor.cell(125, 0).click();
    await editor.cell(130, 0).click({ modifiers: ['Shift'] });
    await page().keyboard.press('F2');
    assert.equal(await typeInBox(editor.frame, page(), '9', 'Control+Enter'), false);
    await editor.textIs(128, 0, '7');
    await editor.textIs(126, 0, '32');
  });

  it('is as it was once the rest is saved', async () => {
    const before = inFile();
    await editor.cell(125, 0).click();
    await page().keyboard.press('Control+s');
    await editor.isDirty(false);
    assert.deepEqual(inFile().subarray(0, HEADER), before.subarray(0, HEADER));
    assert.deepEqual(
      [...inFile().subarray(HEADER, HEADER + 20)],
      [7, ...before.subarray(HEADER + 1, HEADER + 16), 255, 0, 128, 64].slice(0, 20),
    );
  });
});
