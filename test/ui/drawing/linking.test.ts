/** Values and bytes are tied both ways, by mouse and by keyboard; and the keyboard reaches everything. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { suiteOver } from '../files/suite';
import { bytesNow, linkedBytes, readBytes } from '../reading/bytes';
import { copied } from '../reading/clipboard';
import { readFormula } from '../reading/layout';
import { dragTo, goTo, point, pointAway, press, scrolledTo, slice, wheel } from '../reading/moves';
import { indexText, itemOf, readPlace } from '../reading/place';
import { cellAt, focusedCell, valuesNow, type ValueCell } from '../reading/values';

describe('linking', () => {
  const suite = suiteOver(['plane', 'few', 'block', 'waves']);
  let frame: Frame;
  let name: string;

  async function open(array: string, view = ''): Promise<void> {
    name = array;
    frame = await suite().open(array);
    await slice(frame, view);
    await pointAway(frame);
  }

  /** The offsets of the bytes on screen that NumPy places in an item, within the bytes `from ≤ byte < end` of it. */
  async function bytesOf(
    view: string,
    index: readonly number[],
    from = 0,
    end = Infinity,
  ): Promise<number[]> {
    const offsets = (await bytesNow(frame)).map(({ byteOffset }) => byteOffset);
    const facts = await suite().numpy.bytes(name, view, offsets);
    return offsets.filter((_, k) => {
      const { index: of, byteInItem = -1 } = facts[k];
      return of !== undefined && indexText(of) === indexText(index) && byteInItem >= from && byteInItem < end;
    });
  }

  /** The indices of the values that are lit. */
  async function linkedItems(ndim: number): Promise<string[]> {
    const place = await readPlace(frame, ndim);
    const { cells } = await valuesNow(frame);
    return cells.filter(({ linked }) => linked).map(cell => indexText(itemOf(cell, place, ndim, [''])[0]));
  }

  async function pointAt(cell: ValueCell): Promise<void> {
    const { cells } = await valuesNow(frame);
    await point(
      frame,
      'Values',
      cells.findIndex(({ rowHeader, columnHeader }) => {
        return rowHeader === cell.rowHeader && columnHeader === cell.columnHeader;
      }),
    );
  }

  async function pointAtByte(byteOffset: number): Promise<void> {
    await point(
      frame,
      'Bytes',
      (await bytesNow(frame)).findIndex(byte => byte.byteOffset === byteOffset),
    );
  }

  it('lights the bytes of the value under the pointer, and gives them up when it leaves', async () => {
    await open('plane');
    for (const index of [
      [0, 0],
      [2, 3],
      [5, 7],
    ]) {
      await pointAt(cellAt(await valuesNow(frame), index[0], index[1])!);
      const expected = await bytesOf('', index);
      assert.equal(expected.length, 4);
      assert.deepEqual(await linkedBytes(frame), expected);
      assert.deepEqual(await linkedItems(2), [indexText(index)]);
    }
    await pointAway(frame);
    assert.deepEqual(await linkedBytes(frame), []);
  });

  it('lights the value of the byte under the pointer, and the other bytes of it', async () => {
    await open('plane', '::2, ::-1');
    const offsets = (await readBytes(frame)).map(({ byteOffset }) => byteOffset);
    const facts = await suite().numpy.bytes('plane', '::2, ::-1', offsets);
    for (const byteOffset of [0, 66, 94, 159]) {
      await pointAtByte(byteOffset);
      const { index } = facts[offsets.indexOf(byteOffset)];
      assert.ok(index);
      assert.deepEqual(await linkedItems(2), [indexText(index)]);
      assert.deepEqual(await linkedBytes(frame), await bytesOf('::2, ::-1', index));
    }
  });

  it('lights no value for a byte of no item', async () => {
    await open('plane', '::2, ::-1');
    await pointAtByte(40);
    assert.deepEqual(await linkedItems(2), []);
    assert.deepEqual(await linkedBytes(frame), [40]);
  });

  it('lights the bytes of one field of a structured item', async () => {
    await open('few');
    const byName: readonly [string, number, number][] = [
      ['where.y', 16, 20],
      ['rgb[1]', 25, 26],
      ['m[1,0]', 32, 34],
      ['name', 36, 42],
    ];
    for (const [column, from, end] of byName) {
      if (!cellAt(await valuesNow(frame), 1, column)) await dragTo(frame, 'Columns', 1);
      await pointAt(cellAt(await valuesNow(frame), 1, column)!);
      assert.deepEqual(await linkedBytes(frame), await bytesOf('', [1], from, end), column);
    }
  });

  it('shows the numbers of the item in the formula, whichever side is pointed at', async () => {
    await open('block', '::-1, 1:3, ::2');
    const { strides } = await suite().numpy.facts('block', '::-1, 1:3, ::2');
    await goTo(frame, '[1, 1, 2]');
    await pointAway(frame);
    const offset = (await bytesOf('::-1, 1:3, ::2', [0, 0, 0]))[0];
    const terms = [1, 1, 2].map((entry, axis) => [strides[axis], entry]);
    const result = terms.reduce((sum, [stride, entry]) => sum + stride * entry, offset);
    const text = terms
      .map(([stride, entry]) => `${stride < 0 ? '−' : '+'} ${Math.abs(stride)} · ${entry}`)
      .join(' ');
    const expected = `item [1, 1, 2]: ${offset} ${text} = byte ${result}`;
    assert.equal(await readFormula(frame), expected);
    await pointAtByte(offset);
    assert.match(await readFormula(frame), new RegExp(`^item \\[0, 0, 0\\]: .* = byte ${offset}$`));
    await pointAtByte(result + 1);
    assert.equal(await readFormula(frame), expected);
  });

  it('follows the keyboard in both grids, and says so', async () => {
    await open('plane');
    await goTo(frame, '[1, 1]');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
      await press(frame, 'Values', key);
      const cell = (await focusedCell(frame))!;
      const index = [Number(cell.rowHeader), Number(cell.columnHeader)];
      const bytes = await bytesOf('', index);
      assert.deepEqual(await linkedBytes(frame), bytes);
      assert.equal(cell.description, `bytes ${bytes[0]}–${bytes.at(-1)!}, linked in Bytes`);
    }
    const grid = frame.getByRole('grid', { name: 'Bytes' });
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'Control+End', 'Home', 'Control+Home']) {
      await press(frame, 'Bytes', key);
      const id = await grid.getAttribute('aria-activedescendant');
      const byteOffset = Number(await frame.locator(`[id="${id!}"]`).getAttribute('data-byte-offset'));
      const [{ index }] = await suite().numpy.bytes('plane', '', [byteOffset]);
      assert.deepEqual(await linkedItems(2), [indexText(index!)], key);
    }
    assert.equal(await grid.getAttribute('aria-activedescendant'), 'byte-0');
  });

  it('lights what one went to, though the pointer rests on another value', async () => {
    await open('plane');
    await point(frame, 'Values', 0);
    await goTo(frame, '[2, 3]');
    assert.match(await readFormula(frame), /^item \[2, 3\]:/);
    assert.deepEqual(await linkedBytes(frame), await bytesOf('', [2, 3]));
    await slice(frame, '[1:]');
    assert.deepEqual(await linkedBytes(frame), []);
    await slice(frame, '');
  });

  it('moves the cursor by each key as a grid does', async () => {
    await open('waves');
    const at = async (): Promise<number[]> => {
      const cell = await focusedCell(frame);
      assert.ok(cell, 'the cell with the cursor is on screen');
      return [Number(cell.rowHeader), Number(cell.columnHeader)];
    };
    await goTo(frame, '[100, 50]');
    const moves: readonly [string, readonly number[]][] = [
      ['ArrowUp', [99, 50]],
      ['ArrowLeft', [99, 49]],
      ['Home', [99, 0]],
      ['ArrowLeft', [99, 0]],
      ['End', [99, 96]],
      ['ArrowRight', [99, 96]],
      ['Control+Home', [0, 0]],
      ['PageUp', [0, 0]],
      ['Control+End', [210, 96]],
      ['PageDown', [210, 96]],
    ];
    for (const [key, expected] of moves) {
      await press(frame, 'Values', key);
      assert.deepEqual(await at(), expected, key);
    }
    const onScreen = new Set((await valuesNow(frame)).cells.map(({ rowHeader }) => rowHeader)).size;
    await press(frame, 'Values', 'PageUp');
    const [row, column] = await at();
    assert.equal(column, 96);
    assert.ok(
      210 - row <= onScreen && 210 - row >= onScreen - 2,
      `a page of ${onScreen} rows, moved ${210 - row}`,
    );
  });

  it('keeps the focus and the cursor while the cell is scrolled away', async () => {
    await open('waves');
    await goTo(frame, '[3, 4]');
    const grid = frame.getByRole('grid', { name: 'Values' });
    await grid.focus();
    await wheel(frame, 'Values', 0, 3000);
    assert.equal(await focusedCell(frame), undefined);
    assert.ok(await grid.evaluate(element => element === document.activeElement));
    await press(frame, 'Values', 'ArrowDown');
    const cell = await focusedCell(frame);
    assert.deepEqual([cell?.rowHeader, cell?.columnHeader], ['4', '4']);
  });

  it('says on the scrollbars which row and column come first', async () => {
    await open('waves');
    for (const part of [1, 0.42, 0]) {
      await dragTo(frame, 'Rows', part);
      await dragTo(frame, 'Columns', part);
      const [first] = (await valuesNow(frame)).cells;
      assert.equal(await scrolledTo(frame, 'Rows'), Number(first.rowHeader));
      assert.equal(await scrolledTo(frame, 'Columns'), Number(first.columnHeader));
    }
    const bar = frame.getByRole('scrollbar', { name: 'Rows' });
    await bar.press('PageDown');
    await bar.press('ArrowDown');
    const [first] = (await valuesNow(frame)).cells;
    assert.equal(await scrolledTo(frame, 'Rows'), Number(first.rowHeader));
    assert.ok(Number(first.rowHeader) > 1);
    await bar.press('Home');
    assert.equal(await scrolledTo(frame, 'Rows'), 0);
  });

  it('copies the selection as tab-separated text', async () => {
    await open('waves');
    await goTo(frame, '[10, 20]');
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight'])
      await press(frame, 'Values', key);
    const selected = await frame.getByRole('gridcell', { selected: true }).count();
    assert.equal(selected, 6);
    const text = await copied(suite().workbench.page, () => press(frame, 'Values', 'Control+c'));
    const places = [10, 11].map(row => [20, 21, 22].map((column): [number[], number] => [[row, column], 0]));
    const lines = await Promise.all(places.map(items => suite().numpy.texts('waves', '', items)));
    assert.equal(text, lines.map(line => line.join('\t')).join('\n'));
  });
});
