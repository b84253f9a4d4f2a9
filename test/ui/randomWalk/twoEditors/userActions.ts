/** What a person does in the two editors: types, undoes, saves with an answer to what is asked, looks elsewhere. */
import assert from 'node:assert/strict';
import { until } from '../../harness/waiting';
import { fileEditor, typeInBox } from '../../reading/fileEditor';
import { goTo, press, wheel } from '../../reading/moves';
import type { Pair, Steps } from './pair';

const texts = ['1.5', '-0.0', 'nan', '-inf', '1e-7', '65504', '3'];

export const own: Steps = [
  ['type a value', typeValue],
  ['type a value', typeValue],
  ['type a value', typeValue],
  ['type a byte', typeByte],
  ['undo', undo],
  ['undo', undo],
  ['redo', redo],
  ['save', save],
  ['save', save],
  ['revert', revert],
  ['look elsewhere', look],
  ['look elsewhere', look],
];

async function typeValue(pair: Pair): Promise<string> {
  const clicked = await pair.click('Values');
  if (!clicked) return 'no cell';
  const text = pair.among(texts);
  await pair.page.keyboard.press('F2');
  const isTaken = await typeInBox(clicked.frame, pair.page, text);
  assert.ok(isTaken, `'${text}' was refused`);
  const value = text === 'nan' ? NaN : Number(text.replace('inf', 'Infinity'));
  pair.edit(clicked.byteOffset, new Uint8Array(Float32Array.of(value).buffer));
  return `${text} at ${clicked.byteOffset}`;
}

async function typeByte(pair: Pair): Promise<string> {
  const clicked = await pair.click('Bytes');
  if (!clicked) return 'no byte';
  const byte = pair.pick(256);
  await pair.page.keyboard.type(byte.toString(16).padStart(2, '0'));
  pair.edit(clicked.byteOffset, Uint8Array.of(byte));
  return `${byte} at ${clicked.byteOffset}`;
}

async function undo(pair: Pair): Promise<string> {
  if (!(await pair.click('Bytes'))) return 'no byte';
  await pair.page.keyboard.press('Control+z');
  if (pair.past === 0) return 'nothing';
  pair.past--;
  pair.future++;
  pair.model.undo();
  return '';
}

async function redo(pair: Pair): Promise<string> {
  if (!(await pair.click('Bytes'))) return 'no byte';
  await pair.page.keyboard.press('Control+Shift+z');
  if (pair.future === 0) return 'nothing';
  pair.future--;
  pair.past++;
  pair.model.redo();
  return '';
}

async function save(pair: Pair): Promise<string> {
  const { model, suite, page } = pair;
  const clicked = await pair.click('Bytes');
  if (!clicked) return 'no byte';
  if (!model.isDirty) return 'nothing';
  const editor = fileEditor(page, clicked.frame);
  await page.keyboard.press('Control+s');
  if (model.isTooShort()) {
    await suite.workbench.runCommand('Notifications: Show Notifications');
    await editor.notified('your edits reach byte');
    await suite.workbench.runCommand('Notifications: Clear All Notifications');
    return 'refused';
  }
  const conflicts = model.conflicts().length;
  if (conflicts > 0) {
    const dialog = await editor.dialog();
    assert.match((await dialog.textContent()) ?? '', new RegExp(`${conflicts} of the bytes you edited`));
    const overwrites = pair.pick(2) === 0;
    await dialog.getByRole('button', { name: overwrites ? 'Overwrite' : 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    if (!overwrites) {
      await suite.workbench.runCommand('Notifications: Clear All Notifications');
      return `${conflicts} in conflict, cancelled`;
    }
  }
  model.save();
  await until(
    'the file to be saved',
    () => Buffer.compare(pair.bytes(), model.file) === 0 || undefined,
    5000,
  );
  return `${conflicts} in conflict`;
}

async function revert(pair: Pair): Promise<string> {
  if (!pair.model.isDirty || pair.pick(2) > 0 || !(await pair.click('Bytes'))) return 'not now';
  await pair.suite.workbench.runCommand('File: Revert File');
  pair.model.revert();
  return '';
}

async function look(pair: Pair): Promise<string> {
  if (pair.model.file.length === 0) return 'nothing there';
  const frame = pair.among(pair.frames);
  const [what, grid] = [pair.pick(3), pair.among(['Values', 'Bytes'] as const)];
  const text = `${pair.pick(101)}%`;
  if (what === 0) await goTo(frame, text);
  else if (what === 1) await wheel(frame, grid, 0, pair.pick(3000) - 1500);
  else await press(frame, grid, pair.among(['Control+End', 'Control+Home', 'PageDown', 'PageUp']));
  return `${what} ${grid} ${text}`;
}
