/** Values edited in a panel are the program's own: seen in its views, and in what it goes on to do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readStatus } from '../reading/layout';
import { cellAt, readValues } from '../reading/values';
import { debugSuite } from './session';

const FILE = 'editing.py';
const STOP = 9;

describe('editing a value of a stopped program', () => {
  const suite = debugSuite([FILE]);
  let frame: Frame;

  before(async function () {
    this.timeout(180_000);
    const { page } = suite().workbench;
    await runTo(page, FILE, STOP);
  });

  const show = async (expression: string): Promise<void> => {
    await inspect(suite().workbench.page, expression);
    frame = await suite().panel(expression);
    await readValues(frame);
  };
  const textAt = async (row: number, column: number | string): Promise<string | undefined> =>
    cellAt(await readValues(frame), row, column)?.text;
  const cell = (row: number, column: number): Locator =>
    frame.getByRole('grid', { name: 'Values' }).locator(`[data-row="${row}"][data-column="${column}"]`);
  const box = (): Locator => frame.getByRole('textbox', { name: 'New value' });

  /** Types `text` into a cell, as by F2. */
  const type = async (row: number, column: number, text: string): Promise<void> => {
    await cell(row, column).click();
    await suite().workbench.page.keyboard.press('F2');
    await box().fill(text);
    await box().press('Enter');
  };

  it('stores it in the program, and shows it in every view', async () => {
    await show('x');
    await type(1, 2, '42');
    await until('the value', async () => ((await textAt(1, 2)) === '42' ? true : undefined));
    assert.match(await readStatus(frame), /^Stored 42 in \[1, 2\]$/);
    await show('y');
    assert.equal(await textAt(2, 'value'), '42');
  });

  it('says at the cell what is wrong with what was typed, and stores nothing', async () => {
    await show('x');
    for (const [text, message] of [
      ['300', /out of bounds for uint8/],
      ['many', /many/],
    ] as const) {
      await type(0, 0, text);
      await until('a complaint', async () =>
        (await box().getAttribute('aria-invalid')) === 'true' ? true : undefined,
      );
      const said = await frame
        .locator(`[id="${await box().getAttribute('aria-errormessage')}"]`)
        .textContent();
      assert.match(said ?? '', message);
      await box().press('Escape');
      assert.equal(await textAt(0, 0), '0');
    }
  });

  it('is refused where the array is read-only', async () => {
    await show('frozen');
    await cell(0, 0).click();
    await suite().workbench.page.keyboard.press('F2');
    await until('a refusal', async () => (/read-only/.test(await readStatus(frame)) ? true : undefined));
    assert.equal(await box().count(), 0);
  });

  it('is what the program goes on with', async () => {
    const { workbench, folder } = suite();
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    for (const line of [10, 11, 10, 12]) await stepTo(workbench.page, FILE, line);
    const [x, frozen] = JSON.parse(readFileSync(join(folder, 'edited.json'), 'utf8')) as number[][][];
    assert.deepEqual(x, [
      [0, 0, 0, 0],
      [0, 0, 42, 0],
      [0, 0, 0, 0],
    ]);
    assert.deepEqual(frozen, [0, 1, 2, 3]);
  });
});
