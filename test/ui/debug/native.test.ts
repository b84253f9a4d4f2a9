/** Arrays of a C++ program under lldb's adapter, in the editor: drawn from what the type says, and edited in the program. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { lldbDap } from '../../adapters/lldbDap';
import { inspect, runTo, stepTo } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'native.cpp';

function compile(folder: string): void {
  const source = join(folder, program);
  execFileSync('g++', ['-g', '-O0', '-gdwarf-4', '-o', `${source}.out`, source]);
}

describe('arrays of a stopped C++ program', () => {
  before(function () {
    if (lldbDap() === undefined) this.skip();
  });
  const suite = debugSuite([program], {
    env: { NDARRAY_LLDB_DAP: lldbDap() ?? '' },
    prepare: compile,
  });
  const open = async (expression: string): Promise<Frame> => {
    await inspect(suite().workbench.page, expression);
    const frame = await suite().panel(expression);
    await frame.getByRole('table', { name: 'Strides' }).waitFor();
    return frame;
  };
  const texts = async (frame: Frame): Promise<string[]> =>
    (await readValues(frame)).cells.map(({ text }) => text);

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    const line = lineOf(program, 'v[1] = 42');
    await runTo(page, program, line);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await suite().workbench.screenshot('native-failed');
  });

  it('are drawn with the shape of their type: double a[3][4]', async () => {
    const frame = await open('a');
    assert.deepEqual(await readStrides(frame), [
      { axis: 0, length: 3, stride: 32 },
      { axis: 1, length: 4, stride: 8 },
    ]);
    assert.deepEqual(
      await texts(frame),
      Array.from({ length: 12 }, (_, at) => (Number.isInteger(at * 1.5) ? `${at * 1.5}.0` : `${at * 1.5}`)),
    );
    await suite().workbench.screenshot('native-a');
  });

  it('are followed as the program stores into them: a std::vector<float>', async () => {
    const frame = await open('v');
    assert.deepEqual(await readStrides(frame), [{ axis: 0, length: 3, stride: 4 }]);
    assert.deepEqual(await texts(frame), ['1.5', '2.5', '3.5']);
    await stepTo(suite().workbench.page, program, lineOf(program, 'return int'));
    await until('the stored value', async () =>
      (await texts(frame)).join() === '1.5,42.0,3.5' ? true : undefined,
    );
  });
});
