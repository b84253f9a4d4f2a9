/** Changing the layout, remembering it, the palette's commands, the status bar, and why a flag is False. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { suiteOver } from '../files/suite';
import { until } from '../harness/waiting';
import { copied } from '../reading/clipboard';
import { errorAt, goTo, press, setLayout, slice } from '../reading/moves';
import { readFlags, readHeader, readStrides } from '../reading/layout';
import { itemOf, readPlace } from '../reading/place';
import { focusedCell, readValues } from '../reading/values';

describe('the layout and the commands', () => {
  const suite = suiteOver(['plane', 'block', 'odd', 'tokens'], { laidOut: false });
  let frame: Frame;

  /** Compares the values, strides and flags on screen with those of `x<expression>`. */
  async function isDrawn(name: string, expression: string): Promise<void> {
    const { shape, strides, flags } = await suite().numpy.facts(name, expression);
    assert.deepEqual(
      await readStrides(frame),
      shape.map((length, axis) => ({ axis, length, stride: strides[axis] })),
    );
    assert.deepEqual(await readFlags(frame), flags);
    const { cells } = await readValues(frame);
    const place = await readPlace(frame, shape.length);
    const items = cells.map(cell => itemOf(cell, place, shape.length, ['']));
    assert.deepEqual(
      cells.map(({ text }) => text),
      await suite().numpy.texts(name, expression, items),
    );
  }

  /** The text of the status bar's item, once it holds `part`. */
  function statusBar(part: string): Promise<string> {
    const items = suite().workbench.page.locator('.statusbar-item');
    return until(`"${part}" in the status bar`, async () => {
      const texts = await items.allTextContents();
      return texts.find(text => text.replace(/\s+/g, ' ').includes(part));
    });
  }

  it('redraws the same bytes when dtype, shape, order or offset change', async () => {
    frame = await suite().open('plane');
    await setLayout(frame, 'dtype', '<i4');
    await setLayout(frame, 'shape', '6, 8');
    await isDrawn('plane', '');
    await setLayout(frame, 'order', 'F');
    await isDrawn('plane', '.reshape(-1).reshape((6, 8), order="F")');
    await setLayout(frame, 'order', 'C');
    await setLayout(frame, 'shape', '4, -1');
    assert.deepEqual(
      (await readStrides(frame)).map(({ length }) => length),
      [4, 12],
    );
    await isDrawn('plane', '.reshape(4, 12)');
    await setLayout(frame, 'shape', '(6, 8)');
    await setLayout(frame, 'dtype', 'uint8');
    await isDrawn('plane', '.reshape(-1).view("u1").reshape(24, 8)');
    await setLayout(frame, 'dtype', '>i2');
    await setLayout(frame, 'offset', '0x3');
    const view = '.reshape(-1).view("u1")[3:179].view(">i2").reshape(11, 8)';
    await isDrawn('plane', view);
    assert.equal((await readHeader(frame)).offset, '3');
  });

  it('says at the control what is wrong, and draws on', async () => {
    frame = await suite().open('plane');
    const before = await readStrides(frame);
    const wrong: readonly ['dtype' | 'shape' | 'offset', string, RegExp][] = [
      ['dtype', 'floaty', /data type 'floaty' not understood/],
      ['shape', '-3', /-3/],
      ['offset', 'x', /offset/],
    ];
    for (const [control, text, message] of wrong) {
      await setLayout(frame, control, text);
      assert.match((await errorAt(frame, control)) ?? '', message);
      assert.deepEqual(await readStrides(frame), before);
      await frame.getByRole('group', { name: 'Layout' }).getByLabel(control, { exact: true }).press('Escape');
    }
  });

  it('remembers what was chosen for a file', async () => {
    frame = await suite().open('block');
    await setLayout(frame, 'dtype', '<i2');
    await setLayout(frame, 'shape', '3, 4, 5');
    await suite().workbench.closeEditors();
    frame = await suite().open('block');
    assert.match((await readHeader(frame)).note, /earlier/);
    await isDrawn('block', '');
  });

  it('offers the other layouts that fit, one click away', async () => {
    frame = await suite().open('tokens');
    const before = await readHeader(frame);
    await frame.getByRole('button', { name: /other layout/ }).click();
    const item = frame.getByRole('menuitem').first();
    const text = (await item.textContent()) ?? '';
    await item.click();
    const after = await until('another layout', async () => {
      const header = await readHeader(frame);
      return JSON.stringify(header) === JSON.stringify(before) ? undefined : header;
    });
    assert.ok(
      text.startsWith(`${after.dtype}  ${after.shape}`),
      `${text} was chosen, ${after.dtype} ${after.shape} drawn`,
    );
  });

  it('shows index, offset and value of the focused item in the status bar', async () => {
    frame = await suite().open('block');
    await goTo(frame, '[2, 3, 1]');
    assert.match(await statusBar('[2, 3, 1] byte 112'), /\b56\b/);
    await press(frame, 'Values', 'ArrowRight');
    assert.match(await statusBar('[2, 3, 2] byte 114'), /\b57\b/);
    // Another view: what stood there is no item of it.
    await slice(frame, '[::-1]');
    await until('nothing of the item in the status bar', async () => {
      const texts = await suite().workbench.page.locator('.statusbar-item:visible').allTextContents();
      return texts.every(text => !text.includes('[2, 3, 2]')) || undefined;
    });
    await slice(frame, '');
  });

  it('says why a flag is False, with NumPy’s numbers and what to write instead', async () => {
    frame = await suite().open('block');
    await slice(frame, ':, ::2');
    const flags = await readFlags(frame);
    for (const flag of flags.filter(text => text.endsWith('False')).map(text => text.split(' ')[0])) {
      const button = frame.getByRole('button', { name: `Why ${flag} is False` });
      await button.click();
      assert.equal(await button.getAttribute('aria-expanded'), 'true', flag);
    }
    for (const flag of flags.filter(text => text.endsWith('True')).map(text => text.split(' ')[0])) {
      assert.equal(await frame.getByRole('button', { name: `Why ${flag} is False` }).count(), 0, flag);
    }
    await frame.getByRole('button', { name: 'Why OWNDATA is False' }).click();
    await frame.getByRole('button', { name: 'Why C_CONTIGUOUS is False' }).click();
    const list = frame.getByRole('list', { name: 'Flags' });
    assert.match((await list.textContent()) ?? '', /stride\[1\] is 20, C order needs 10/);
    const code = await copied(suite().workbench.page, () =>
      frame.getByRole('button', { name: 'Copy np.ascontiguousarray(x[:, ::2])' }).click(),
    );
    assert.equal(code, 'np.ascontiguousarray(x[:, ::2])');
    await slice(frame, '');
  });

  it('takes a layout from the palette', async () => {
    const { workbench } = suite();
    frame = await suite().open('odd');
    await workbench.runCommand('NDArray: Set Layout…');
    await workbench.answer('float64');
    await workbench.answer('4, 5');
    await workbench.pick('C');
    await workbench.answer('3');
    await workbench.pick('Only on This Computer');
    await until('the layout', async () => ((await readHeader(frame)).shape === '4 × 5' ? true : undefined));
    await isDrawn('odd', '');
  });

  it('goes to a place from the palette', async () => {
    const { workbench } = suite();
    frame = await suite().open('odd');
    await workbench.runCommand('NDArray: Go To…');
    await workbench.answer('[2, -1]');
    await until('the cell', async () => {
      const cell = await focusedCell(frame);
      return cell?.rowHeader === '2' && cell.columnHeader === '4' ? true : undefined;
    });
  });

  it('copies a line of Python that opens the same array', async () => {
    const { workbench, numpy } = suite();
    frame = await suite().open('odd');
    const line = await copied(workbench.page, () => workbench.runCommand('NDArray: Copy np.memmap Line'));
    const opened = await numpy.opened(line);
    assert.deepEqual([opened.dtype, opened.shape, opened.offset], ['float64', [4, 5], 3]);
    const { cells } = await readValues(frame);
    assert.deepEqual(
      cells.slice(0, 5).map(({ text }) => text),
      opened.items.slice(0, 5),
    );
  });

  it('opens any file as a memory map from the palette', async () => {
    const { workbench, folder } = suite();
    copyFileSync(join(folder, 'plane.dat'), join(folder, 'plain.bin'));
    await workbench.closeEditors();
    await workbench.runCommand('NDArray: Open as Memory Map…');
    await workbench.pick('plain.bin');
    frame = await workbench.webview();
    await setLayout(frame, 'dtype', 'uint16');
    await setLayout(frame, 'shape', '-1');
    await until('all items', async () => ((await readStrides(frame))[0].length === 96 ? true : undefined));
    await isDrawn('plane', '.reshape(-1).view("u2")');
  });
});
