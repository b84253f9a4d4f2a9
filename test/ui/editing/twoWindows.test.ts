/** One file in two windows of VS Code: each shows what the other saves, and neither overwrites it unasked. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { floatsIn, writeRamp } from '../files/floats';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { type FileEditor, fileEditor } from '../reading/fileEditor';
import { openArray } from '../reading/open';

const FILE = 'shared.dat';
const settings = {
  'files.autoSave': 'off',
  'ndarrayInspector.layouts': [{ files: FILE, dtype: 'float32', shape: [-1, 4] }],
};

describe('a file in two windows', function () {
  this.timeout(120_000);
  const suite = suiteOver([], { settings, write: folder => writeRamp(join(folder, FILE), 64) });
  let second: Workbench | undefined;
  let here: FileEditor;
  let there: FileEditor;
  const path = (): string => join(suite().folder, FILE);

  before(async () => {
    second = await startWorkbench({ folder: suite().folder, settings });
    here = fileEditor(suite().workbench.page, await suite().open(FILE));
    there = fileEditor(second.page, await openArray(second, FILE));
    await there.frame.getByRole('combobox', { name: 'mode' }).waitFor();
  });
  after(() => second?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await suite().workbench.screenshot('windows-failed-here');
    await second?.screenshot('windows-failed-there');
  });

  it('is shown in one as the other saves it', async () => {
    await here.type(0, 1, '10');
    await here.press('Control+s');
    await here.isDirty(false);
    await there.textIs(0, 1, '10.0');
  });

  it('keeps the edits of both, and the second save asks', async () => {
    await here.type(1, 0, '20');
    await there.type(1, 0, '30');
    await there.type(2, 2, '40');
    await here.press('Control+s');
    await here.isDirty(false);
    assert.equal(floatsIn(path())[4], 20);
    await there.bodyHas(/also changed on disk/);
    await until('both values', async () =>
      (await there.cell(1, 0).getAttribute('title')) === 'yours 30.0, in the file 20.0' ? true : undefined,
    );
    await there.press('Control+s');
    const dialog = await there.dialog();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual([floatsIn(path())[4], floatsIn(path())[10]], [20, 10]);
    await there.textIs(1, 0, '30.0');
    await there.press('Control+s');
    await (await there.dialog()).getByRole('button', { name: 'Overwrite' }).click();
    await there.isDirty(false);
    assert.deepEqual([floatsIn(path())[4], floatsIn(path())[10]], [30, 40]);
    await here.textIs(1, 0, '30.0');
    await here.textIs(2, 2, '40.0');
    await here.isDirty(false);
  });
});
