/** The values on screen are NumPy's, wherever one goes and however one gets there. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { chance } from '../files/chance';
import { suiteOver } from '../files/suite';
import { dragTo, goTo, moveAlong, pickAxis, press, scrolledTo, wheel } from '../reading/moves';
import { indexText, itemOf, readPlace } from '../reading/place';
import { focusedCell, valuesNow } from '../reading/values';

const names = ['large', 'cube', 'padded', 'tokens', 'waves', 'times', 'huge'] as const;
type Name = (typeof names)[number];

describe('the values on screen', () => {
  const suite = suiteOver(names);
  let frame: Frame;

  /** Compares every cell on screen with NumPy's `str` of the same item; how many cells that were. */
  async function compare(name: Name, how: string): Promise<number> {
    const { shape, leaves } = suite().layout(name);
    const { cells } = await valuesNow(frame);
    const place = await readPlace(frame, shape.length);
    const items = cells.map(cell => itemOf(cell, place, shape.length, leaves));
    const expected = await suite().numpy.texts(name, '', items);
    const wrong = cells
      .map(({ text }, k) => ({ index: items[k], text, expected: expected[k] }))
      .filter(cell => cell.text !== cell.expected);
    assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${cells.length} cells after ${how}`);
    assert.ok(cells.length > 0, `nothing on screen after ${how}`);
    return cells.length;
  }

  /** Goes to an index, and checks that its cell has the cursor and is NumPy's. */
  async function visit(name: Name, index: readonly number[]): Promise<void> {
    const text = indexText(index);
    await goTo(frame, text);
    const focused = await focusedCell(frame);
    assert.ok(focused, `${text} has no cell on screen`);
    const { shape, leaves } = suite().layout(name);
    const place = await readPlace(frame, shape.length);
    assert.deepEqual(itemOf(focused, place, shape.length, leaves)[0], index);
    await compare(name, `going to ${text}`);
  }

  /** Twenty places and more, by every way there is. */
  async function tour(name: Name, seed: number): Promise<void> {
    const { shape } = suite().layout(name);
    frame = await suite().open(name);
    const pick = chance(seed);
    await compare(name, 'opening');
    for (let k = 0; k < 8; k++) await visit(name, shape.map(pick));
    await goTo(frame, `${pick(100)}.5%`);
    await compare(name, 'going to a fraction');
    for (const key of [
      'Control+End',
      'PageUp',
      'Home',
      'ArrowUp',
      'PageUp',
      'End',
      'Control+Home',
      'PageDown',
    ]) {
      await press(frame, 'Values', key);
      await compare(name, key);
    }
    for (const turn of [137, 2000 + pick(3000), -333]) {
      await wheel(frame, 'Values', 0, turn);
      await compare(name, `turning the wheel by ${turn}`);
    }
    const parts = [0.5, pick(1000) / 1000, 1];
    for (const part of parts) {
      await dragTo(frame, 'Rows', part);
      await compare(name, `dragging to ${part}`);
    }
    const { cells } = await valuesNow(frame);
    const rows = (await readPlace(frame, shape.length)).rowAxis!;
    assert.equal(
      cells.at(-1)!.rowHeader,
      String(shape[rows] - 1),
      'the end of the scrollbar is the last row',
    );
  }

  it('are those of the tutorial’s 10000×10000 float32', async () => {
    await tour('large', 1);
    await visit('large', [9999, 9999]);
    await wheel(frame, 'Values', -777, 0);
    await compare('large', 'turning the wheel sideways');
    await dragTo(frame, 'Columns', 0.37);
    assert.ok((await scrolledTo(frame, 'Columns')) > 3000);
    await compare('large', 'dragging the columns');
  });

  it('are those of a 3-D big-endian float64 .npy in Fortran order, along every pair of axes', async () => {
    await tour('cube', 2);
    for (const [rows, columns] of [
      [0, 1],
      [2, 0],
      [1, 2],
    ]) {
      await pickAxis(frame, 'Rows', rows);
      await pickAxis(frame, 'Columns', columns);
      const place = await readPlace(frame, 3);
      assert.deepEqual([place.rowAxis, place.columnAxis], [rows, columns]);
      const other = 3 - rows - columns;
      await moveAlong(frame, other, 19);
      assert.deepEqual((await readPlace(frame, 3)).others, [[other, 19]]);
      await compare('cube', `axes ${rows} and ${columns}`);
      await visit('cube', [36, 22, 40]);
    }
  });

  it('are those of a structured memmap with an offset: padded, nested and subarray fields as columns', async () => {
    await tour('padded', 3);
    await dragTo(frame, 'Columns', 1);
    await compare('padded', 'dragging to the last fields');
  });

  it('are those of uint16 tokens', () => tour('tokens', 4));

  it('are those of complex64', () => tour('waves', 5));

  it('are those of datetime64, NaT included', () => tour('times', 6));

  it('are exact in 64 GB: past byte 2^32 and past row 2^31', async () => {
    await tour('huge', 7);
    const last = 2 ** 35 - 1;
    for (const row of [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 33 + 12345, last - 40, last])
      await visit('huge', [row]);
    await press(frame, 'Values', 'Control+End');
    const end = await focusedCell(frame);
    assert.equal(end?.rowHeader, String(last));
    assert.equal(end.text, '448');
    await goTo(frame, `0x${(2 * (2 ** 33 + 12345 + 63)).toString(16)}`);
    const { cells } = await valuesNow(frame);
    assert.equal(cells.find(cell => cell.rowHeader === String(2 ** 33 + 12345 + 63))?.text, '384');
    await compare('huge', 'going to a byte');
  });

  it('are shown without breaking the page’s policy or raising an error', () => {
    assert.deepEqual(suite().workbench.policyViolations(), []);
  });
});
