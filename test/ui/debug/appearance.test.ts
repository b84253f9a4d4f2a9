/** How a panel over a stopped program looks, and whether assistive technology gets through: in every theme, wide and narrow. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { cutOff, violations } from '../harness/visualFaults';
import { themes, type Theme } from '../harness/themes';
import { until } from '../harness/waiting';
import { readBytes } from '../reading/bytes';
import { changedBytes, readNote } from '../reading/debug';
import { debugSuite } from './session';

const FILE = 'appearance.py';
const ALL = Object.keys(themes) as Theme[];
/** Each with what is shown of it: what has changed, a table of pointers, a mistake, a long text. */
const states = ['x', 'pointers', 'x[:, 1:0]', 'no_such_name', 'x[::-1, ::2].T[1:, ::-1].T[::2][::-1]'];

describe('the appearance of a panel', () => {
  const suite = debugSuite([FILE]);

  before(async function () {
    this.timeout(180_000);
    const { page } = suite().workbench;
    await runTo(page, FILE, 6);
  });

  const looks = async (
    frame: Frame,
    state: string,
    themesShown: readonly Theme[],
    width: number,
  ): Promise<void> => {
    for (const theme of themesShown) {
      await suite().workbench.setTheme(theme);
      await frame.evaluate(() => new Promise(accept => setTimeout(accept, 100)));
      const seen = `${state}, ${theme}, ${width} px`;
      await suite().workbench.screenshot(`panel-${state.replace(/\W+/g, '_')}-${theme}-${width}`);
      assert.deepEqual(await violations(frame), [], seen);
      assert.deepEqual(await cutOff(frame), [], `${seen}: cut off at the edge`);
    }
  };

  it('shuts nobody out where bytes have changed', async () => {
    const { workbench, panel } = suite();
    await inspect(workbench.page, 'x');
    const frame = await panel('x');
    await readBytes(frame);
    await stepTo(workbench.page, FILE, 7);
    await until('changed bytes', async () => ((await changedBytes(frame)).length > 0 ? true : undefined));
    await looks(frame, 'changed', ALL, 2000);
  });

  for (const expression of states) {
    it(`shuts nobody out with ${expression}`, async () => {
      const { workbench, panel } = suite();
      await workbench.resize(2000, 1000);
      await workbench.setTheme('dark');
      await inspect(workbench.page, expression);
      const frame = await panel(expression);
      await until('an answer', async () =>
        (await readNote(frame).catch(() => '')) !== '' ? true : undefined,
      );
      await looks(frame, expression, ['dark'], 2000);
      await workbench.resize(1400, 900);
      await looks(frame, expression, ['light'], 1400);
      await workbench.resize(2000, 1000);
    });
  }

  it('breaks no Content-Security-Policy', () => {
    assert.deepEqual(suite().workbench.policyViolations(), []);
  });
});
