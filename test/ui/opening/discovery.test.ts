/**
 * How the layout of a file is found, in the order of precedence: what was chosen before, the workspace's setting, the
 * `.npy` header, a call in the workspace's Python, a guess. The header says which, and the others are a click away.
 */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf, npy, npyHeader, wave } from '../files/plain';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { readHeader, type Header } from '../reading/layout';
import { setLayout } from '../reading/moves';
import { openArray } from '../reading/open';
import { cellAt, readValues } from '../reading/values';

const python = `"""Makes the arrays of these tests."""
import numpy as np

ROWS, COLUMNS = 32, 8
a = np.memmap('called.dat', dtype=np.float32, mode='w+', shape=(ROWS, COLUMNS))
b = np.memmap(filename='both.dat', dtype='float32', mode='r', shape=(16, 16))
c = np.memmap('headed.npy', dtype='<i4', mode='r', shape=(4, 4))
np.fromfile('data/read.dat', dtype='>u2', offset=4)
`;

/** Waits until the layout's header is as told. */
async function header(frame: Frame, expected: Partial<Header> & { readonly from: RegExp }): Promise<Header> {
  let last: Header | undefined;
  const { from, ...controls } = expected;
  return until(
    'the layout',
    async () => {
      last = await readHeader(frame);
      const fits = Object.entries(controls).every(([name, text]) => last?.[name as keyof Header] === text);
      return fits && from.test(last.note) ? last : undefined;
    },
    15_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it is ${JSON.stringify(last)}`);
  });
}

/** The other layouts that are offered, as their menu says them. */
async function others(frame: Frame): Promise<string[]> {
  await frame.getByRole('button', { name: /other layouts?$/ }).click();
  return frame.getByRole('menuitem').allTextContents();
}

describe('the layout of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-found-'));
  const data = bytesOf(wave(256));
  const settings = {
    'ndarrayInspector.layouts': [
      { files: 'data/*.dat', dtype: 'int16', shape: [-1, 2] },
      { files: 'both.dat', dtype: 'float32', shape: [64, -1], order: 'F' },
      { files: '*.set', dtype: 'uint8' },
      { files: 'data/*.dat', dtype: 'float64' },
    ],
  };
  let workbench: Workbench;

  const open = (name: string): Promise<Frame> => openArray(workbench, name);

  before(async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'train.py'), python);
    for (const name of ['chosen.dat', 'picked.dat', 'called.dat', 'both.dat', 'data/set.dat', 'nobody.dat'])
      writeFileSync(join(folder, name), data);
    const file = npy({ header: npyHeader("'<f4'", '(16, 16)'), data });
    writeFileSync(join(folder, 'headed.npy'), file);
    writeFileSync(join(folder, 'renamed.dat'), file);
    workbench = await startWorkbench({ folder, settings });
  });
  after(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => workbench.closeEditors());

  it('is what the user chose for it before, after the window was loaded again too', async () => {
    const frame = await open('chosen.dat');
    await setLayout(frame, 'dtype', '<u2');
    await setLayout(frame, 'shape', '8 x -1');
    await header(frame, { dtype: 'uint16', shape: '8 × 64', from: /^chosen by you$/ });
    await workbench.closeEditors();
    await header(await open('chosen.dat'), {
      dtype: 'uint16',
      shape: '8 × 64',
      from: /chosen earlier for this file/,
    });
    await workbench.reload();
    await workbench.closeEditors();
    await header(await open('chosen.dat'), {
      dtype: 'uint16',
      shape: '8 × 64',
      from: /chosen earlier for this file/,
    });
  });

  it('is found anew when the file has another size, with the choice still offered', async () => {
    appendFileSync(join(folder, 'chosen.dat'), data);
    const frame = await open('chosen.dat');
    await header(frame, { dtype: 'float32', from: /^guessed/ });
    const menu = await others(frame);
    const chosen = menu.findIndex(text => text.includes('chosen earlier, when the file had 1024 bytes'));
    assert.ok(chosen >= 0, menu.join('\n'));
    await frame.getByRole('menuitem').nth(chosen).click();
    await header(frame, { dtype: 'uint16', shape: '8 × 64', from: /^chosen by you, chosen earlier/ });
    await frame.getByText('1.02 kB left over after the last item').waitFor();
  });

  it("is what the workspace's setting says, the first glob that matches", async () => {
    const frame = await open('data/set.dat');
    await header(frame, { dtype: 'int16', shape: '256 × 2', from: /^from the setting for data\/\*\.dat$/ });
  });

  it('is the setting before what the Python says, which is offered', async () => {
    const frame = await open('both.dat');
    await header(frame, {
      dtype: 'float32',
      shape: '64 × 4',
      order: 'F',
      from: /^from the setting for both\.dat$/,
    });
    await until('the Python to be offered', async () => {
      const menu = await others(frame);
      if (menu.some(text => text.includes('from train.py:6'))) return true;
      await frame.getByRole('menu').press('Escape');
      return undefined;
    });
    await frame.getByRole('menuitem', { name: /from train\.py:6/ }).click();
    await header(frame, { shape: '16 × 16', order: 'C', from: /^chosen by you, from train\.py:6$/ });
  });

  it('is what the .npy header says, before the Python, whatever the name', async () => {
    await header(await open('headed.npy'), {
      dtype: 'float32',
      shape: '16 × 16',
      offset: '128',
      from: /^from the \.npy header$/,
    });
    await header(await open('renamed.dat'), {
      dtype: 'float32',
      shape: '16 × 16',
      offset: '128',
      from: /^from the \.npy header$/,
    });
  });

  it("is what a call in the workspace's Python says, and leads to its line", async () => {
    const frame = await open('called.dat');
    await header(frame, { dtype: 'float32', shape: '32 × 8', from: /^from train\.py:5$/ });
    assert.equal(cellAt(await readValues(frame), 1, 0)?.text, '0.38941833');
    await frame.getByRole('note').getByRole('button', { name: 'from train.py:5' }).click();
    const { page } = workbench;
    await page.locator('.tab.active', { hasText: 'train.py' }).waitFor();
    await page.getByText('Ln 5, Col 1').first().waitFor();
    assert.equal((await workbench.visibleWebviews()).length, 1, 'the array stays on screen beside it');
  });

  it('is guessed where nobody says it, labelled a guess, with others a click away', async () => {
    const frame = await open('nobody.dat');
    await header(frame, { dtype: 'float32', from: /^guessed from the bytes/ });
    const menu = await others(frame);
    assert.ok(menu.length > 1, menu.join('\n'));
    await frame.getByRole('menuitem').nth(0).click();
    await header(frame, { from: /^chosen by you, guessed from the bytes/ });
    assert.deepEqual(
      (await others(frame)).filter(text => text === menu[0]),
      [],
      'what is drawn is no other layout',
    );
  });

  it('is found again after a reset', async () => {
    const frame = await open('picked.dat');
    const reset = async () => {
      await frame.getByRole('button', { name: 'reset' }).click();
      await header(frame, { dtype: 'float32', from: /^guessed/ });
    };
    await setLayout(frame, 'dtype', 'uint8');
    await header(frame, { dtype: 'uint8', from: /^chosen by you$/ });
    await reset();
    await others(frame);
    await frame.getByRole('menuitem').nth(0).click();
    await header(frame, { from: /^chosen by you, / });
    await reset();
    await workbench.closeEditors();
    await header(await open('picked.dat'), { dtype: 'float32', from: /^guessed/ });
  });
});
