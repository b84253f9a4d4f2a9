/**
 * The tutorial as a script, stopped at each of its memory lines: the panel shows what the page says. The script is the
 * one of the sample workspace.
 */
import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import {
  continueTo,
  inspect,
  arrayRows,
  setBreakpoint,
  showArrays,
  startDebugging,
  stepTo,
  stoppedAt,
} from '../harness/debugger';
import { root } from '../harness/rig';
import { until } from '../harness/waiting';
import { bytesNow, readBytes } from '../reading/bytes';
import { changedBytes, changedValues, readList, readNote } from '../reading/debug';
import { readFlags, readHeader, readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { debugSuite } from './session';

const FILE = 'tutorial.py';

/** 10000 × 10000 float32, all zeros but for row 5000: a file that takes no room. */
function writeLargeArray(folder: string): void {
  const file = openSync(join(folder, 'large_array.dat'), 'w');
  ftruncateSync(file, 400_000_000);
  writeSync(file, new Uint8Array(Float32Array.of(1.5, 2.5).buffer), 0, 8, 5000 * 40_000);
  closeSync(file);
}

describe('the tutorial, stopped at its memory lines', () => {
  const suite = debugSuite([resolve(root, 'test', 'sample', FILE)], { prepare: writeLargeArray });
  let frame: Frame;

  const show = async (expression: string): Promise<void> => {
    await inspect(suite().workbench.page, expression);
    frame = await suite().panel(expression);
    await frame.getByRole('table', { name: 'Strides' }).waitFor();
  };
  const strides = async (): Promise<number[]> => (await readStrides(frame)).map(({ stride }) => stride);
  /** Waits for the picture of a line: it comes after VS Code's own. */
  const pictured = (line: number) =>
    until(`the picture of line ${line}`, async () =>
      (await readNote(frame)).includes(`at ${FILE}:${line},`) ? true : undefined,
    );
  const truths = async (...names: string[]): Promise<string[]> =>
    (await readFlags(frame)).filter(flag => names.some(name => flag.startsWith(name)));

  before(async function () {
    this.timeout(180_000);
    const { page } = suite().workbench;
    for (const line of [18, 25, 31, 41, 49]) await setBreakpoint(page, FILE, line);
    await startDebugging(page, FILE);
    await stoppedAt(page, FILE, 18);
    await showArrays(page);
  });

  it('lists the arrays of the frame, views under what they are views of', async () => {
    const { page } = suite().workbench;
    const rows = await until('two rows', async () => {
      const found = await arrayRows(page);
      return found.length >= 2 ? found : undefined;
    });
    assert.deepEqual(rows.slice(0, 2), [
      { name: 'large_array', description: 'float32 10000 × 10000 C 400 MB' },
      { name: 'corner', description: 'float32 3 × 2 strided 24 bytes view of large_array' },
    ]);
  });

  it('shows a view of a memory map over its file, and opens that at the view', async () => {
    await show('corner');
    assert.deepEqual(await strides(), [40_000, 20_000]);
    const { cells } = await readValues(frame);
    assert.deepEqual(
      cells.map(({ text }) => text),
      ['1.5', '0.0', '0.0', '0.0', '0.0', '0.0'],
    );
    // Far into the file: its bytes are on screen all the same.
    assert.equal((await readBytes(frame))[0].byteOffset, 5000 * 40_000);
    const owners = await readList(frame, 'Owners');
    assert.match(
      owners.join(' | '),
      /memmap corner.*memmap large_array.*mmap\.mmap.*file .*large_array\.dat/,
    );
    await frame.getByRole('button', { name: 'Open file' }).click();
    const editor = await until('the file in the editor', async () => {
      for (const one of await suite().workbench.visibleWebviews()) {
        const header = await readHeader(one).catch(() => undefined);
        if (header?.offset === String(5000 * 40_000)) return { frame: one, header };
      }
      return undefined;
    });
    assert.deepEqual([editor.header.dtype, editor.header.shape], ['float32', '3 × 2']);
    assert.deepEqual(
      (await readValues(editor.frame)).cells.map(({ text }) => text),
      cells.map(({ text }) => text),
    );
  });

  it('shows the flags of x, and the two orders of the same numbers', async () => {
    await continueTo(suite().workbench.page, FILE, 25);
    await show('x');
    assert.deepEqual(await readFlags(frame), [
      'C_CONTIGUOUS True',
      'F_CONTIGUOUS True',
      'OWNDATA True',
      'WRITEABLE True',
      'ALIGNED True',
      'WRITEBACKIFCOPY False',
    ]);
    await show('c_array');
    assert.deepEqual(await strides(), [80, 8]);
    assert.deepEqual(await truths('C_', 'F_'), ['C_CONTIGUOUS True', 'F_CONTIGUOUS False']);
    await show('f_array');
    assert.deepEqual(await strides(), [8, 800]);
    assert.deepEqual(await truths('C_', 'F_'), ['C_CONTIGUOUS False', 'F_CONTIGUOUS True']);
  });

  it('marks what a write into a view did to the array under it', async () => {
    const { page } = suite().workbench;
    await continueTo(page, FILE, 31);
    await show('x');
    await pictured(31);
    await readBytes(frame);
    assert.deepEqual(await changedBytes(frame), []);
    const map = await readList(frame, 'Memory map');
    assert.ok(
      map.some(entry => entry.startsWith('y') && entry.includes('shares bytes with x')),
      map.join(' | '),
    );
    await stepTo(page, FILE, 32);
    await pictured(32);
    const shown = new Set((await readBytes(frame)).map(({ byteOffset }) => byteOffset));
    const changed = await changedBytes(frame);
    assert.ok(changed.length > 0, 'nothing is marked');
    for (const byteOffset of changed)
      assert.ok(byteOffset % 792 < 24 && shown.has(byteOffset), String(byteOffset));
    const values = await changedValues(frame);
    assert.deepEqual(values.slice(0, 4), ['0,0', '0,1', '0,2', '1,0']);
    assert.ok(values.every(place => Number(place.split(',')[1]) < 3));
  });

  it('says that a copy shares nothing', async () => {
    const { page } = suite().workbench;
    for (const line of [33, 34, 35, 36]) await stepTo(page, FILE, line);
    await show('y');
    await pictured(36);
    const map = await readList(frame, 'Memory map');
    assert.equal(map.length, 1, map.join(' | '));
    await frame.getByText(/elsewhere$/).click();
    const elsewhere = await readList(frame, 'Elsewhere');
    assert.ok(
      elsewhere.some(entry => entry.startsWith('x')),
      elsewhere.join(' | '),
    );
  });

  it('keeps the bytes while strides change from (4, 1) to (2, 1) to (1, 1, 1)', async () => {
    const { page } = suite().workbench;
    await continueTo(page, FILE, 41);
    await show('x');
    await pictured(41);
    const hex = async (): Promise<string> => (await bytesNow(frame)).map(cell => cell.hex).join(' ');
    await readBytes(frame);
    const before = await hex();
    assert.deepEqual(await strides(), [4, 1]);
    await stepTo(page, FILE, 42);
    await pictured(42);
    assert.deepEqual(await strides(), [2, 1]);
    await stepTo(page, FILE, 43);
    await pictured(43);
    assert.deepEqual(await strides(), [1, 1, 1]);
    await readBytes(frame);
    assert.equal(await hex(), before);
    assert.deepEqual(await changedBytes(frame), []);
    await suite().workbench.screenshot('debug-strides');
  });

  it('draws the gaps of every hundredth item', async () => {
    await continueTo(suite().workbench.page, FILE, 49);
    await show('y');
    await pictured(49);
    assert.deepEqual(await strides(), [800]);
    const bytes = await readBytes(frame);
    for (const { byteOffset, gap } of bytes) assert.equal(gap, byteOffset % 800 >= 8, String(byteOffset));
    assert.deepEqual(await truths('C_', 'F_', 'OWN'), [
      'C_CONTIGUOUS False',
      'F_CONTIGUOUS False',
      'OWNDATA False',
    ]);
    await suite().workbench.screenshot('debug-gaps');
  });

  it('keeps the last picture, and says so, when program ended', async () => {
    await suite().workbench.page.keyboard.press('F5');
    await until('the end', async () =>
      (await readNote(frame)).includes('program ended') ? true : undefined,
    );
    assert.deepEqual(await strides(), [800]);
    assert.equal((await readValues(frame)).cells[0].text, '1.0');
    await suite().workbench.screenshot('debug-ended');
  });
});
