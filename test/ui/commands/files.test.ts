/** *Export…*, *Convert Order…*, *Change Type…* and *Compare With…* from the palette; what they write is read by NumPy. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suiteOver } from '../files/suite';
import { answerStep, asked, pickStep, typedSays } from '../harness/steps';
import { until } from '../harness/waiting';
import { readHeader } from '../reading/layout';
import { slice } from '../reading/moves';
import { openArray } from '../reading/open';
import { focusedCell } from '../reading/values';

describe('files written from the palette', () => {
  const suite = suiteOver(['plane', 'block', 'few'], {
    write: folder => {
      const other = Int32Array.from({ length: 48 }, (_, k) => (k === 19 || k === 40 ? k + 2 : k));
      writeFileSync(join(folder, 'other.dat'), other);
    },
  });
  const page = () => suite().workbench.page;
  const inFolder = (name: string): string => join(suite().folder, name);
  const run = (name: string) => suite().workbench.runCommand(`NDArray: ${name}`);
  const written = (name: string, size: number) =>
    until(name, () =>
      existsSync(inFolder(name)) && statSync(inFolder(name)).size >= size ? true : undefined,
    );

  it('exports the slice on screen to .npy', async () => {
    const frame = await suite().open('plane');
    await slice(frame, '::2, 1:3');
    await run('Export…');
    await pickStep(page(), 'Export', 'The slice');
    await pickStep(page(), 'Export', '.npy');
    await answerStep(page(), 'Export', 'part.npy');
    await written('part.npy', 128 + 24);
    const opened = await suite().numpy.opened("np.load('part.npy', mmap_mode='r')");
    assert.deepEqual([opened.dtype, opened.shape], ['int32', [3, 2]]);
    assert.deepEqual(opened.items, ['1', '2', '17', '18', '33', '34']);
    await slice(frame, '');
  });

  it('exports records to .csv, and refuses its own source', async () => {
    await suite().open('few');
    await run('Export…');
    await pickStep(page(), 'Export', '.csv');
    await asked(page(), 'Export');
    await typedSays(page(), 'few.dat', 'is the source file');
    await answerStep(page(), 'Export', 'few.csv');
    await written('few.csv', 1);
    const [head, ...rows] = readFileSync(inFolder('few.csv'), 'utf8').trimEnd().split('\n');
    assert.match(head, /^id,flag,where\.x,where\.y,rgb\[0\],/);
    assert.equal(rows.length, 5);
    assert.match(rows[2], /^14,(True|False),/);
  });

  it('converts C order to F in a file of its own, and opens it', async () => {
    const { workbench, numpy } = suite();
    await suite().open('plane');
    await run('Convert Order…');
    await pickStep(page(), 'Convert Order', 'F');
    await answerStep(page(), 'Convert Order', 'plane_f.dat');
    const frame = await openArray(workbench, 'plane_f.dat');
    const { dtype, shape, order } = await readHeader(frame);
    assert.deepEqual([dtype, shape, order], ['int32', '6 × 8', 'F']);
    const line = "np.memmap('plane_f.dat', dtype='i4', mode='r', shape=(6, 8), order='F')";
    assert.deepEqual((await numpy.opened(line)).items, ['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('says what would not survive another dtype before it writes', async () => {
    const { workbench, numpy } = suite();
    const dialog = page().locator('.monaco-dialog-box');
    await suite().open('plane');
    await run('Change Type…');
    await answerStep(page(), 'Change Type', 'bool');
    await dialog.waitFor();
    const text = (await dialog.innerText()).replace(/\s+/g, ' ');
    assert.match(text, /46 of 48 items change when stored as bool/);
    assert.match(text, /Neither 0 nor 1: 46, first at \[0, 2\]: 2 becomes True/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await run('Change Type…');
    await answerStep(page(), 'Change Type', '>i2');
    await answerStep(page(), 'Change Type', 'plane_big.dat');
    const frame = await openArray(workbench, 'plane_big.dat');
    assert.equal((await readHeader(frame)).dtype, '>i2');
    const opened = await numpy.opened("np.memmap('plane_big.dat', dtype='>i2', mode='r', shape=(6, 8))");
    assert.deepEqual(opened.items, ['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('compares two arrays and goes to the first difference', async () => {
    const { workbench } = suite();
    await workbench.closeEditors();
    workbench.setSettings({
      'ndarrayInspector.layouts': ['plane.dat', 'other.dat'].map(files => ({
        files,
        dtype: '<i4',
        shape: [6, 8],
      })),
    });
    const frame = await suite().open('plane');
    await run('Compare With…');
    await pickStep(page(), 'Compare With', 'other.dat');
    await asked(page(), 'Compare With');
    await typedSays(page(), 'rtol=x', 'is not a tolerance');
    await answerStep(page(), 'Compare With', '0');
    await typedSays(page(), '', '2 of 48 items differ');
    await typedSays(page(), '', 'Largest absolute difference: 2');
    await pickStep(page(), 'Compare With', 'Go to the first difference, [2, 3]');
    await until('the cell', async () => {
      const cell = await focusedCell(frame);
      return cell?.rowHeader === '2' && cell.columnHeader === '3' ? true : undefined;
    });
  });

  it('measures the access order', async () => {
    await run('Measure Access Order');
    const editor = page().locator('.editor-instance .view-lines');
    const text = await until('the report', async () => {
      const shown = (
        await editor
          .first()
          .innerText()
          .catch(() => '')
      ).replaceAll('\u00a0', ' ');
      return shown.includes('times as long') ? shown : undefined;
    });
    assert.match(text, /\| F \| `x\[0, :\]` \| 1000 \| 80000 bytes \|/);
    assert.match(text, /█/);
    await suite().workbench.screenshot('access-order');
  });

  it('puts a layout into the workspace settings', async () => {
    const { workbench } = suite();
    await suite().open('block');
    await run('Set Layout…');
    await answerStep(page(), 'Set Layout (1/4)', 'uint8');
    await answerStep(page(), 'Set Layout (2/4)', '12, 10');
    await pickStep(page(), 'Set Layout (3/4)', 'C');
    await answerStep(page(), 'Set Layout (4/4)', '0');
    await pickStep(page(), 'Where to Keep It', 'In the Workspace Settings, for ./block.dat');
    const path = inFolder('.vscode/settings.json');
    await until('the setting', () =>
      existsSync(path) && readFileSync(path, 'utf8').includes('uint8') ? true : undefined,
    );
    const settings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    assert.deepEqual(settings['ndarrayInspector.layouts'], [
      { files: './block.dat', dtype: 'uint8', shape: [12, 10] },
    ]);
    await workbench.closeEditors();
  });
});
