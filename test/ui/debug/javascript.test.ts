/** Typed arrays of a Node program under VS Code's own debugger: drawn as the program has them, and edited in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readBytes } from '../reading/bytes';
import { readAlerts, readFlags, readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'arrays.js';

interface Answer {
  readonly itemsize: number;
  readonly byteOffset: number;
  readonly values: readonly string[];
  /** Hexadecimal. */
  readonly bytes: string;
}

/** As NumPy prints what JavaScript prints otherwise. */
const numpyText: Record<string, string> = { '-0': '-0.0', NaN: 'nan', '3': '3.0', '10000000000': '1e+10' };

describe('typed arrays of a stopped Node program', () => {
  const suite = debugSuite([program]);
  const answers = (): Record<string, Answer> =>
    JSON.parse(readFileSync(join(suite().folder, 'answers.json'), 'utf8')) as Record<string, Answer>;
  const open = async (expression: string): Promise<Frame> => {
    await inspect(suite().workbench.page, expression);
    const frame = await suite().panel(expression);
    await frame.getByRole('table', { name: 'Strides' }).waitFor();
    return frame;
  };

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    const line = lineOf(program, "console.log('stop here')");
    await runTo(page, program, line);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await suite().workbench.screenshot('javascript-failed');
  });

  for (const name of ['floats', 'bytes', 'wide']) {
    it(`are drawn as the program has them: ${name}`, async () => {
      const { itemsize, byteOffset, values, bytes } = answers()[name];
      const frame = await open(name);
      assert.deepEqual(await readStrides(frame), [{ axis: 0, length: values.length, stride: itemsize }]);
      assert.deepEqual(await readFlags(frame), [
        ...['C_CONTIGUOUS True', 'F_CONTIGUOUS True', 'OWNDATA False', 'WRITEABLE True'],
        ...['ALIGNED True', 'WRITEBACKIFCOPY False'],
      ]);
      const { cells } = await readValues(frame);
      const texts = name === 'floats' ? values.map(value => numpyText[value] ?? value) : values;
      assert.deepEqual(
        cells.map(({ text }) => text),
        texts,
      );
      const shown = (await readBytes(frame)).filter(({ gap }) => !gap);
      assert.equal(
        shown
          .map(({ hex }) => hex)
          .join('')
          .toLowerCase(),
        bytes,
      );
      assert.equal(shown[0].byteOffset, byteOffset);
      assert.deepEqual(await readAlerts(frame), []);
    });
  }

  it('are edited in the program', async () => {
    const { page } = suite().workbench;
    const frame = await open('floats');
    await frame.getByRole('grid', { name: 'Values' }).getByRole('gridcell').nth(1).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('42');
    await page.keyboard.press('Enter');
    await until('the new value', async () =>
      (await readValues(frame)).cells[1].text === '42.0' ? true : undefined,
    );
    await suite().workbench.screenshot('javascript-edited');
    await stepTo(page, program, lineOf(program, "console.log('stop here')") + 1);
    await stepTo(page, program, lineOf(program, "console.log('written')"));
    assert.equal(answers().floats.values[1], '42');
  });
});
