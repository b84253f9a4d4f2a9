/** What holds numbers and is no NumPy array is drawn too; and a program that is killed while it is read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { inspect, runTo, startDebugging, stoppedAt } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readNote } from '../reading/debug';
import { readAlerts, readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'array_likes.py';

/** What each is drawn as: its values in order, and its strides. */
const drawn: Record<string, readonly [string, readonly number[]]> = {
  samples: ['1 -2 300', [2]],
  window: ['-2 300', [2]],
  raw: ['109 101 109 111 114 121', [1]],
  series: ['0.5 1.5 nan', [8]],
};

describe('what is no NumPy array, in a stopped program', () => {
  const suite = debugSuite([program]);
  const open = async (expression: string): Promise<Frame> => {
    await inspect(suite().workbench.page, expression);
    const frame = await suite().panel(expression);
    await frame.getByRole('table', { name: 'Strides' }).waitFor();
    return frame;
  };
  const texts = async (frame: Frame): Promise<string> =>
    (await readValues(frame)).cells.map(({ text }) => text).join(' ');

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    const line = lineOf(program, "print('stop here')");
    await runTo(page, program, line);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await suite().workbench.screenshot('others-failed');
  });

  for (const [expression, [values, strides]] of Object.entries(drawn)) {
    it(`is drawn as its bytes and its layout: ${expression}`, async () => {
      const frame = await open(expression);
      assert.equal(await texts(frame), values);
      assert.deepEqual(
        (await readStrides(frame)).map(({ stride }) => stride),
        strides,
      );
      assert.deepEqual(await readAlerts(frame), []);
    });
  }

  it('is drawn as its block where it is a DataFrame: a row a column of it', async () => {
    assert.equal(await texts(await open('frame')), '1 2 3 4');
  });

  it('may be killed while it is read: the panel says so, and nothing hangs', async () => {
    const { page } = suite().workbench;
    const frame = await open('large');
    await frame.getByRole('grid', { name: 'Values' }).getByRole('gridcell').first().click();
    await page.keyboard.press('Control+End');
    process.kill(Number(readFileSync(join(suite().folder, 'pid'), 'utf8')), 'SIGKILL');
    await until('the end of the program to be told', async () =>
      /program ended/.test(await readNote(frame)) ? true : undefined,
    );
    await until('the busy cells to settle', async () =>
      (await frame.locator('[aria-busy=true]').count()) === 0 ? true : undefined,
    );
    await startDebugging(page, program);
    await stoppedAt(page, program, lineOf(program, "print('stop here')"));
    assert.equal((await texts(frame)).split(' ')[0], '0.0');
  });
});
