/** The ways to an array's panel other than the palette, and what a panel outlives: a reload, threads, other programs. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import {
  continueTo,
  inspect,
  runTo,
  setBreakpoint,
  showView,
  startDebugging,
  stepTo,
  stoppedAt,
} from '../harness/debugger';
import { shutMenus, takeFromMenu } from '../harness/menus';
import { answer, pick } from '../harness/palette';
import { until } from '../harness/waiting';
import { readNote } from '../reading/debug';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'menus.py';
const second = 'second.py';
const COMMAND = 'Inspect Array Memory';

describe('an array of a stopped program', () => {
  const suite = debugSuite([program, second]);
  const page = (): Page => suite().workbench.page;
  const texts = async (frame: Frame): Promise<string> =>
    (await readValues(frame)).cells.map(({ text }) => text).join(' ');
  const textsAre = async (expression: string, expected: string): Promise<Frame> => {
    const frame = await suite().panel(expression);
    await until(`${expression} to be ${expected}`, async () =>
      (await texts(frame).catch(() => '')) === expected ? true : undefined,
    );
    return frame;
  };

  before(async function () {
    this.timeout(120_000);
    const line = lineOf(program, 'x[0, 0] = 100');
    await setBreakpoint(page(), second, lineOf(second, 'w[:] = 5'));
    await setBreakpoint(page(), program, lineOf(program, "print('in the thread')"));
    await runTo(page(), program, line);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await suite().workbench.screenshot(`menus-failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    await shutMenus(page());
  });

  it('is inspected from the Variables view', async () => {
    await showView(page(), 'Variables', true);
    const rows = page().locator('.debug-variables .monaco-list-row');
    const name = rows.filter({ hasText: 'even' }).first();
    await until('the variable', async () => {
      if (await name.isVisible()) return true;
      const locals = rows.filter({ hasText: 'Locals' }).first();
      if ((await locals.getAttribute('aria-expanded')) === 'false') await locals.click();
      return undefined;
    });
    await takeFromMenu(page(), name, COMMAND);
    await textsAre('even', '0.0 1.0 2.0 3.0 8.0 9.0 10.0 11.0');
  });

  it('is inspected from the Watch view', async () => {
    await showView(page(), 'Variables', false);
    await showView(page(), 'Watch', true);
    await page()
      .locator('.pane-header', { hasText: /^Watch/ })
      .hover();
    await page().getByRole('button', { name: 'Add Expression' }).click();
    const box = page().locator('.debug-watch input.input');
    await box.fill('x[1]');
    await box.press('Enter');
    const row = page().locator('.debug-watch .monaco-list-row', { hasText: 'x[1]' }).first();
    await row.waitFor();
    await takeFromMenu(page(), row, COMMAND);
    await textsAre('x[1]', '4.0 5.0 6.0 7.0');
  });

  it('is inspected from its name in the code', async () => {
    const name = page().locator('.view-line', { hasText: 'apart = np.ones(3)' }).locator('span span').first();
    await name.click({ position: { x: 8, y: 8 } });
    await takeFromMenu(page(), name, COMMAND);
    await textsAre('apart', '1.0 1.0 1.0');
  });

  const pairs = {
    'even odd': 'No: their bounds overlap, but no byte is shared',
    'x odd': 'Yes: they share bytes',
    'x apart': 'No: they share no bytes',
  };
  for (const [pair, verdict] of Object.entries(pairs)) {
    it(`is compared with another: ${pair}`, async () => {
      await suite().workbench.runCommand('NDArray: Do These Two Share Memory?');
      const [a, b] = pair.split(' ');
      await answer(page(), a);
      await page()
        .locator('.quick-input-title', { hasText: `(2/2) ${a}` })
        .waitFor();
      await answer(page(), b);
      await pick(page(), verdict);
    });
  }

  it('is walked along each axis, for real, when that is asked for', async () => {
    await inspect(page(), 'large');
    const frame = await suite().panel('large');
    await frame.getByRole('button', { name: 'Measure' }).click();
    const table = frame.getByRole('table', { name: 'Cost' });
    await table.getByRole('columnheader', { name: 'ns/item' }).waitFor();
    const cells = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
    assert.equal(cells.length, 4);
    assert.ok(Number.parseFloat(cells[2]) > 0, cells.join());
  });

  it('has its changed pages counted when that is asked for', async () => {
    await inspect(page(), 'x');
    const frame = await suite().panel('x');
    await frame.getByRole('checkbox', { name: 'Count changed pages' }).check();
    // Those of this stop are what the next one is compared with: they have to be there first.
    await page().waitForTimeout(1000);
    await stepTo(page(), program, lineOf(program, 'worker = threading'));
    await until('one changed page', async () =>
      /1 of 1 pages? of 4 KiB changed/.test((await frame.textContent('body')) ?? '') ? true : undefined,
    );
  });

  it('is that of the thread where the program stops', async () => {
    await continueTo(page(), program, lineOf(program, "print('in the thread')"));
    await inspect(page(), 'data');
    await textsAre('data', '7.0 7.0 7.0 7.0 7.0');
  });

  it('stays with its own program when another is started', async function () {
    this.timeout(90_000);
    await inspect(page(), 'x');
    const x = await suite().panel('x');
    await startDebugging(page(), second);
    const paused = page().locator('.debug-call-stack .monaco-list-row', { hasText: second }).first();
    await paused.waitFor({ timeout: 30_000 });
    const frame = page().locator('.debug-call-stack .stack-frame', { hasText: second }).first();
    await until('the frame of the second program', async () => {
      if (await frame.isVisible()) return true;
      await paused.click();
      await page().keyboard.press('ArrowRight');
      return undefined;
    });
    await frame.click();
    await inspect(page(), 'w');
    const w = await textsAre('w', '0 0 0 0');
    await page().keyboard.press('F10');
    await until('the second program to have stored', async () =>
      (await texts(w)) === '5 5 5 5' ? true : undefined,
    );
    assert.match(await readNote(w), /^at second\.py/);
    await inspect(page(), 'w');
    await suite().workbench.screenshot('menus-two-programs');
    assert.doesNotMatch(await readNote(x).catch(() => ''), /second\.py/);
  });

  it('has its panel restored after a reload, and is there again when the program is', async function () {
    this.timeout(120_000);
    await suite().workbench.reload();
    const restored = await until('a restored panel', async () => {
      for (const frame of await suite().workbench.visibleWebviews()) {
        const box = frame.getByRole('textbox', { name: 'Expression' });
        if ((await box.inputValue({ timeout: 200 }).catch(() => undefined)) === 'w') return frame;
      }
      return undefined;
    });
    assert.match(await readNote(restored), /no program is stopped/);
    await startDebugging(page(), second);
    await stoppedAt(page(), second, lineOf(second, 'w[:] = 5'));
    await textsAre('w', '0 0 0 0');
  });
});
