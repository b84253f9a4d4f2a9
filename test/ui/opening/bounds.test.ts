/**
 * What a file costs to look at does not depend on its size, and nothing is lost past 2^31 rows or 2^32 bytes: a sparse
 * file of 64 GiB beside one of 400 kB. Sizes are measured, never times: `test/bench/open` does that.
 */
import assert from 'node:assert/strict';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bytesOf, wave } from '../files/plain';
import { canMeasure, type ProcessUse } from '../harness/processes';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench } from '../harness/workbench';
import { readBytes } from '../reading/bytes';
import { readHeader, readStrides } from '../reading/layout';
import { dragTo, goTo, press, scrolledTo, setLayout, wheel } from '../reading/moves';
import { openArray } from '../reading/open';
import { cellAt, focusedCell, readValues } from '../reading/values';

const MIB = 2 ** 20;
/** Of two grids, in pages. */
const MOST_LOOKED_AT = 2 ** 16;
const SIZE = 64 * 2 ** 30;
const ROWS = SIZE / 4;
const LAST = ROWS - 1;
/** Where there is something else than zeros: the first byte of each island, whose first number is its own number. */
const ISLANDS = [0, 2 ** 31 - 4, 2 ** 32 + 4, 5 * 2 ** 33, SIZE - 64];
const island = (k: number): Float32Array => Float32Array.from({ length: 16 }, (_, item) => k + 1 + item / 16);

/** VS Code's own search for ports to forward reads the whole of /proc every few seconds, in the extension host. */
const noPorts = { 'remote.autoForwardPorts': false, 'remote.autoForwardPortsSource': 'output' };

/** Makes a file of `SIZE` bytes that are nearly all holes. Skips the test where the disk does not do that. */
function makeSparse(path: string, test: Mocha.Context): void {
  const file = openSync(path, 'w');
  try {
    ftruncateSync(file, SIZE);
    ISLANDS.forEach((byteOffset, k) => writeSync(file, bytesOf(island(k)), 0, 64, byteOffset));
  } catch {
    test.skip();
  } finally {
    closeSync(file);
  }
  if (statSync(path).blocks * 512 > MIB) test.skip();
}

async function rowsShown(frame: Frame): Promise<number[]> {
  const { cells } = await readValues(frame);
  return cells.map(({ rowHeader }) => Number(rowHeader));
}

describe('a file of 64 GiB', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-bounds-'));
  let workbench: Workbench;
  let frame: Frame;

  before(async function () {
    makeSparse(join(folder, 'huge.dat'), this);
    const warming = ['first.dat', 'second.dat', 'third.dat'];
    for (const name of ['small.dat', ...warming]) writeFileSync(join(folder, name), wave(100_000));
    const layouts = [{ files: '*.dat', dtype: 'float32' }];
    workbench = await startWorkbench({
      folder,
      settings: { ...noPorts, 'ndarrayInspector.layouts': layouts },
    });
    // What is loaded once is loaded now: the editor itself, its webview, the search for Python; and V8's heap grows to its size.
    for (const name of warming) {
      await open(name);
      await goTo(frame, '100%');
    }
    if (canMeasure) await atRest();
  });
  after(async () => {
    await (workbench as Workbench | undefined)?.close(); // None where `before` skipped.
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (name: string): Promise<void> => {
    frame = await openArray(workbench, name);
    await readValues(frame);
  };
  const text = async (row: number): Promise<string | undefined> =>
    cellAt(await readValues(frame), row, 'value')?.text;

  /** What the extension host uses once it only looks, every second, at the bytes on screen. */
  const atRest = (): Promise<ProcessUse> => {
    let last = workbench.extensionHostUse();
    let readBefore = Infinity;
    return until('the extension host to come to rest', async () => {
      await new Promise(accept => setTimeout(accept, 1000));
      const read = workbench.extensionHostUse().readBytes - last.readBytes;
      const isSteady = Math.abs(read - readBefore) < 16_384 && read < MOST_LOOKED_AT;
      readBefore = read;
      last = workbench.extensionHostUse();
      return isSteady ? last : undefined;
    });
  };

  /** What the extension host read and how much it grew while `work` was done. */
  const costOf = async (work: () => Promise<void>): Promise<{ readBytes: number; rssBytes: number }> => {
    const before = workbench.extensionHostUse();
    await work();
    const last = await atRest();
    return { readBytes: last.readBytes - before.readBytes, rssBytes: last.rssBytes - before.rssBytes };
  };

  for (const [name, last] of [
    ['small.dat', 99_999],
    ['huge.dat', LAST],
  ] as const) {
    it(`opens (${name}) with at most 1 MiB read and 32 MiB more memory`, async function () {
      if (!canMeasure) this.skip();
      const cost = await costOf(() => open(name));
      assert.ok(cost.readBytes <= MIB, `${cost.readBytes} bytes were read`);
      assert.ok(cost.rssBytes <= 32 * MIB, `${cost.rssBytes} bytes more are in use`);
    });

    it(`jumps to its last item (${name}) with at most 1 MiB read and 32 MiB more memory`, async function () {
      if (!canMeasure) this.skip();
      const cost = await costOf(() => goTo(frame, '[-1]'));
      assert.equal((await focusedCell(frame))?.rowHeader, String(last));
      assert.ok(cost.readBytes <= MIB, `${cost.readBytes} bytes were read`);
      assert.ok(cost.rssBytes <= 32 * MIB, `${cost.rssBytes} bytes more are in use`);
    });
  }

  it('has all of its rows, counted as ARIA can', async () => {
    await open('huge.dat');
    assert.deepEqual(await readStrides(frame), [{ axis: 0, length: ROWS, stride: 4 }]);
    assert.equal((await readHeader(frame)).shape, String(ROWS));
    assert.equal((await readValues(frame)).rowCount, -1);
  });

  ISLANDS.forEach((byteOffset, k) => {
    it(`has its number at byte ${byteOffset}, by offset and by index, and the byte's own offset`, async () => {
      const value = `${k + 1}.0`;
      await goTo(frame, `0x${byteOffset.toString(16)}`);
      assert.equal(await text(byteOffset / 4), value);
      const [first] = bytesOf(island(k)).slice(3);
      const byte = (await readBytes(frame)).find(each => each.byteOffset === byteOffset + 3);
      assert.equal(byte?.hex, first.toString(16).toUpperCase().padStart(2, '0'));
      assert.match(byte.name, new RegExp(`offset ${byteOffset + 3}, byte 3 of \\[${byteOffset / 4}\\]`));
      await goTo(frame, k % 2 ? '[0]' : '[-1]');
      await goTo(frame, `[${byteOffset / 4}]`);
      assert.equal(await text(byteOffset / 4), value);
      assert.equal(await text(byteOffset / 4 + 3), `${k + 1}.1875`);
    });
  });

  it('is gone through by keyboard, from the first row to the last', async () => {
    await press(frame, 'Values', 'Control+End');
    assert.equal((await focusedCell(frame))?.rowHeader, String(LAST));
    assert.equal(await text(LAST), '5.9375');
    await press(frame, 'Values', 'ArrowUp');
    await press(frame, 'Values', 'PageUp');
    assert.ok(Number((await focusedCell(frame))?.rowHeader) < LAST - 1);
    await press(frame, 'Values', 'PageDown');
    await press(frame, 'Values', 'PageDown');
    assert.equal((await focusedCell(frame))?.rowHeader, String(LAST));
    await press(frame, 'Values', 'Control+Home');
    assert.equal((await focusedCell(frame))?.rowHeader, '0');
    assert.equal(await text(0), '1.0');
    await press(frame, 'Bytes', 'Control+End');
    assert.equal((await readBytes(frame)).at(-1)?.byteOffset, SIZE - 1);
    await press(frame, 'Bytes', 'Control+Home');
    assert.equal((await readBytes(frame))[0].byteOffset, 0);
  });

  it('is gone through by wheel, row by row at either end', async () => {
    await goTo(frame, `[${LAST - 200}]`);
    for (let turn = 0; turn < 50 && !(await rowsShown(frame)).includes(LAST); turn++)
      await wheel(frame, 'Values', 0, 300);
    const end = await rowsShown(frame);
    assert.equal(end.at(-1), LAST);
    assert.deepEqual(
      end,
      Array.from(end, (_, k) => LAST - end.length + 1 + k),
    );
    await wheel(frame, 'Values', 0, 300);
    assert.deepEqual(await rowsShown(frame), end, 'and no further');
    await goTo(frame, '[200]');
    for (let turn = 0; turn < 50 && !(await rowsShown(frame)).includes(0); turn++)
      await wheel(frame, 'Values', 0, -300);
    assert.equal((await rowsShown(frame))[0], 0);
    await wheel(frame, 'Bytes', 0, 10_000);
    assert.ok((await readBytes(frame))[0].byteOffset > 0);
  });

  it('is gone through by scrollbar, dragged and from the keyboard', async () => {
    await dragTo(frame, 'Rows', 1);
    assert.equal((await rowsShown(frame)).at(-1), LAST);
    await dragTo(frame, 'Rows', 0.5);
    const middle = (await scrolledTo(frame, 'Rows')) / ROWS;
    assert.ok(middle > 0.4 && middle < 0.6, `${middle} of the rows`);
    await dragTo(frame, 'Rows', 0);
    assert.equal((await rowsShown(frame))[0], 0);
    const bar = frame.getByRole('scrollbar', { name: 'Rows', exact: true });
    await bar.press('End');
    assert.equal((await rowsShown(frame)).at(-1), LAST);
    assert.equal(await text(LAST), '5.9375');
    await bar.press('ArrowUp');
    assert.ok(!(await rowsShown(frame)).includes(LAST));
    await bar.press('Home');
    assert.equal((await rowsShown(frame))[0], 0);
    await dragTo(frame, 'Bytes', 1);
    assert.equal((await readBytes(frame)).at(-1)?.byteOffset, SIZE - 1);
  });

  it('has more columns than 2^31 as well', async () => {
    const columns = ROWS / 4;
    await setLayout(frame, 'shape', `4 x ${columns}`);
    await press(frame, 'Values', 'Control+Home');
    await press(frame, 'Values', 'End');
    const last = await focusedCell(frame);
    assert.deepEqual([last?.rowHeader, last?.columnHeader], ['0', String(columns - 1)]);
    await goTo(frame, '[3, -1]');
    assert.equal(cellAt(await readValues(frame), 3, columns - 1)?.text, '5.9375');
    await dragTo(frame, 'Columns', 0);
    assert.equal(cellAt(await readValues(frame), 0, 0)?.text, '1.0');
  });
});
