/** Tensors of torch: drawn over their storage by their own strides, and followed as the program stores into them. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'tensors.py';

describe('a tensor in a stopped program', () => {
  // A Python that has torch is rarely the one that the tests made: a system may bring one.
  const suite = debugSuite([program], {
    python: process.env.NDARRAY_TORCH_PYTHON ?? '/usr/bin/python3',
    modules: 'torch',
  });
  const open = async (expression: string): Promise<Frame> => {
    await inspect(suite().workbench.page, expression);
    const frame = await suite().panel(expression);
    await frame.getByRole('table', { name: 'Strides' }).waitFor();
    return frame;
  };
  const texts = async (frame: Frame): Promise<string> =>
    (await readValues(frame)).cells.map(({ text }) => text).join(' ');
  const strides = async (frame: Frame): Promise<number[]> =>
    (await readStrides(frame)).map(({ stride }) => stride);

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    const line = lineOf(program, 'view[0, 0] = 99');
    await runTo(page, program, line);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await suite().workbench.screenshot('torch-failed');
  });

  it('is drawn by its strides over its storage', async () => {
    const frame = await open('view');
    assert.equal(await texts(frame), '4 6 8 10');
    assert.deepEqual(await strides(frame), [8, 4]);
  });

  it('may repeat its items', async () => {
    const frame = await open('expanded');
    assert.equal(await texts(frame), '0.0 1.0 2.0 0.0 1.0 2.0');
    assert.deepEqual(await strides(frame), [0, 4]);
  });

  it('is followed as the program stores into it', async () => {
    const frame = await open('whole');
    await stepTo(suite().workbench.page, program, lineOf(program, "print('done')"));
    await until('the stored value', async () =>
      (await texts(frame)).split(' ')[4] === '99' ? true : undefined,
    );
  });
});
