/**
 * The editor beside VS Code's other parts: the text editor, for a `.dat` that is text; a diff, whose one side is no
 * local file; a folder that is not trusted.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf, npy, npyHeader, wave } from '../files/plain';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { readAlerts, readHeader } from '../reading/layout';
import { openArray } from '../reading/open';
import { cellAt, readValues } from '../reading/values';

const table = Array.from({ length: 200 }, (_, k) => `${k} ${k * k}\n`).join('');

async function textAt(frame: Frame, row: number, column: number | string): Promise<string | undefined> {
  return cellAt(await readValues(frame), row, column)?.text;
}

describe('a .dat that is text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-text-'));
  let workbench: Workbench;
  const banner = (frame: Frame) => frame.getByRole('region', { name: 'This file looks like text.' });
  const textEditor = () => workbench.page.locator('.editor-instance .monaco-editor .view-lines').first();

  before(async () => {
    for (const name of ['once.dat', 'always.dat', 'next.dat']) writeFileSync(join(folder, name), table);
    writeFileSync(join(folder, 'binary.dat'), wave(256));
    workbench = await startWorkbench({ folder });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => workbench.closeEditors());

  it('says so, and one that is not does not', async () => {
    await banner(await openArray(workbench, 'once.dat')).waitFor();
    const frame = await openArray(workbench, 'binary.dat');
    assert.equal(await banner(frame).count(), 0);
  });

  it('opens in the text editor once, when asked to', async () => {
    const frame = await openArray(workbench, 'once.dat');
    await banner(frame).getByRole('button', { name: 'Open as Text' }).click();
    await textEditor().waitFor();
    await workbench.page.getByText('3 9', { exact: true }).first().waitFor();
    await workbench.closeEditors();
    await banner(await openArray(workbench, 'once.dat')).waitFor();
  });

  it('opens in the text editor always, when asked to, as do others of its extension', async () => {
    const frame = await openArray(workbench, 'always.dat');
    await banner(frame).getByRole('button', { name: 'Always Open .dat as Text' }).click();
    await textEditor().waitFor();
    const settings = join(folder, '.vscode', 'settings.json');
    await until('the setting to be written', () => (existsSync(settings) ? true : undefined));
    assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), {
      'workbench.editorAssociations': { '*.dat': 'default' },
    });
    await workbench.openFile('next.dat');
    await textEditor().waitFor();
    assert.deepEqual(await workbench.visibleWebviews(), []);
  });
});

describe('a diff of an array file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-diff-'));
  const header = npyHeader("'<f4'", '(16, 16)');
  let workbench: Workbench | undefined;

  before(async function () {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
    try {
      git('init', '--quiet');
    } catch {
      this.skip();
    }
    writeFileSync(join(folder, 'a.dat'), wave(256));
    writeFileSync(join(folder, 'b.npy'), npy({ header, data: bytesOf(wave(256)) }));
    git('add', '.');
    git('-c', 'user.name=tester', '-c', 'user.email=tester@example.com', 'commit', '--quiet', '-m', 'Add');
    const minus = wave(256).map(x => -x);
    writeFileSync(join(folder, 'a.dat'), minus);
    writeFileSync(join(folder, 'b.npy'), npy({ header, data: bytesOf(minus) }));
    const layouts = [{ files: '*.dat', dtype: 'float32', shape: [-1, 4] }];
    const settings = { 'ndarrayInspector.layouts': layouts };
    workbench = await startWorkbench({ folder, settings });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Both sides of the diff of a file, the committed one first. */
  const sidesOf = async (name: string): Promise<Frame[]> => {
    const { page, visibleWebviews } = workbench!;
    await page.keyboard.press('Control+Shift+G');
    await page.locator('.scm-view .monaco-list-row', { hasText: name }).first().click();
    return until('both sides of the diff', async () => {
      const frames = await visibleWebviews();
      return frames.length === 2 ? frames : undefined;
    });
  };
  afterEach(() => workbench?.closeEditors());

  for (const name of ['a.dat', 'b.npy']) {
    it(`of ${name} shows the committed file read-only beside the one in the folder`, async () => {
      const [before, after] = await sidesOf(name);
      assert.equal(await textAt(before, 0, 1), '0.04997917');
      assert.equal(await textAt(after, 0, 1), '-0.04997917');
      await before.getByText('Read-only: the file is not local and was loaded whole through git:').waitFor();
      assert.deepEqual([...(await readAlerts(before)), ...(await readAlerts(after))], []);
      assert.deepEqual(await readHeader(before), await readHeader(after));
    });
  }
});

describe('a folder that is not trusted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-untrusted-'));
  let workbench: Workbench;

  before(async () => {
    writeFileSync(join(folder, 'a.dat'), wave(256));
    const call = "import numpy as np\na = np.memmap('a.dat', dtype='float32', mode='r', shape=(64, 4))\n";
    writeFileSync(join(folder, 'train.py'), call);
    workbench = await startWorkbench({ folder, trust: false });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows its arrays, laid out as its Python says', async () => {
    const frame = await openArray(workbench, 'a.dat');
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    // A search that takes longer than the eye waits for comes on top of a guess.
    await until('the layout of the Python', async () =>
      /train\.py:2/.test((await readHeader(frame)).note) ? true : undefined,
    );
    assert.equal(await textAt(frame, 1, 0), '0.19866933');
    assert.deepEqual(await readAlerts(frame), []);
  });
});
