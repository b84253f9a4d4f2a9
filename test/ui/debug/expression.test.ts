/** The expression of a panel: another is typed, mistyped, and out of sight for a while; copied from the menu over its cells. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { continueTo, ended, inspect, runTo, setBreakpoint, stoppedAt } from '../harness/debugger';
import { shutMenus, takeFromMenu } from '../harness/menus';
import { until } from '../harness/waiting';
import { copied } from '../reading/clipboard';
import { readNote } from '../reading/debug';
import { errorAt } from '../reading/moves';
import { readAlerts } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'expression.py';
const OUTER = lineOf(program, 'total = inner');
const INNER = lineOf(program, 'data[0] = 7');
const EVEN = '0.0 1.0 2.0 3.0 8.0 9.0 10.0 11.0';

describe('the expression of a panel', () => {
  const suite = debugSuite([program]);
  const page = (): Page => suite().workbench.page;
  let frame: Frame;
  const textsAre = (expected: string): Promise<true> =>
    until(`the values ${expected}`, async () => {
      const { cells } = await readValues(frame);
      return cells.map(({ text }) => text).join(' ') === expected ? true : undefined;
    });
  const type = async (text: string): Promise<void> => {
    const box = frame.getByRole('textbox', { name: 'Expression' });
    await box.fill(text);
    await box.press('Enter');
  };

  before(async function () {
    this.timeout(120_000);
    await setBreakpoint(page(), program, INNER);
    await setBreakpoint(page(), program, lineOf(program, "print('stop here'"));
    await runTo(page(), program, OUTER);
    await inspect(page(), 'x');
    frame = await suite().panel('x');
  });

  afterEach(() => shutMenus(page()));

  it('shows another array when that is typed', async () => {
    await type('even');
    await textsAre(EVEN);
    await page().locator('.tab.active', { hasText: 'even' }).waitFor();
  });

  it('keeps the drawing where a mistake is typed, and says at the box what it is', async () => {
    for (const [mistake, said] of [
      ['even[1:', /SyntaxError/],
      ['evn', /name 'evn' is not defined/],
    ] as const) {
      await type(mistake);
      await until(`an error at the box for ${mistake}`, async () =>
        said.test((await errorAt(frame, 'Expression')) ?? '') ? true : undefined,
      );
      await textsAre(EVEN);
      assert.match(await readNote(frame), /^at expression\.py/);
      assert.deepEqual(await readAlerts(frame), []);
    }
    await suite().workbench.screenshot('expression-mistake');
    await type('even');
  });

  it('is copied from the menu over its cells as NumPy writes it', async () => {
    const cell = frame.locator('[data-row="1"][data-column="2"]');
    const line = await copied(page(), () => takeFromMenu(page(), cell, 'Copy as NumPy Literal'));
    assert.equal(line, "np.array(10.0, dtype='float64')");
  });

  it('says of a walk that is too short that it was not timed', async () => {
    await frame.getByRole('button', { name: 'Measure' }).click();
    await frame.getByText('–: too few items to measure').waitFor();
  });

  it('is not there in another frame: the drawing stays, no alert is raised, and it comes back', async () => {
    await continueTo(page(), program, INNER);
    await until('the note', async () => (/^at/.test(await readNote(frame)) ? true : undefined));
    await type('data');
    await textsAre('1.0 1.0 1.0');
    await continueTo(page(), program, lineOf(program, "print('stop here'"));
    await until('the note', async () =>
      /^not in this frame; values from expression\.py/.test(await readNote(frame)) ? true : undefined,
    );
    await textsAre('1.0 1.0 1.0');
    assert.deepEqual(await readAlerts(frame), []);
    await suite().workbench.screenshot('expression-elsewhere');
  });

  it('is found again when the program is restarted', async () => {
    await suite().workbench.runCommand('Debug: Restart');
    await ended(page());
    await stoppedAt(page(), program, OUTER);
    await continueTo(page(), program, INNER);
    await until('the note', async () =>
      /^at expression\.py/.test(await readNote(frame)) ? true : undefined,
    );
    await textsAre('1.0 1.0 1.0');
    assert.deepEqual(await readAlerts(frame), []);
  });
});
