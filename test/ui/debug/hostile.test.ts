/** Objects whose own code raises, lies or is slow, and a program that dies: said in the panel, and nothing hangs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import {
  arrayRows,
  inspect,
  setBreakpoint,
  showView,
  startDebugging,
  stepTo,
  stepToTheEnd,
  stoppedAt,
} from '../harness/debugger';
import { until } from '../harness/waiting';
import { readAlerts, readFlags, readStrides } from '../reading/layout';
import { readValues } from '../reading/values';
import { lineOf } from './lines';
import { debugSuite } from './session';

const program = 'hostile.py';
const FIRST_STOP = lineOf(program, "print('stop here')");

/** What inspecting each says. */
const NOTHING = /has no buffer and no array interface/;
const said: Record<string, RegExp> = {
  raises: NOTHING,
  liar: /its array interface is malformed/,
  wordy: NOTHING,
  mute: NOTHING,
  answered: NOTHING,
  nowhere: /name 'nowhere' is not defined/,
  'buffered[': /SyntaxError/,
};

describe('a program that is hostile', () => {
  const suite = debugSuite([program]);
  const page = () => suite().workbench.page;
  const ran = (): string => readFileSync(join(suite().folder, 'ran.log'), 'utf8');

  const alertIn = (frame: Frame, text: RegExp): Promise<string> =>
    until(
      `an alert that says ${String(text)}`,
      async () => (await readAlerts(frame)).find(alert => text.test(alert)),
      15_000,
    );
  const note = async (frame: Frame): Promise<string> =>
    (await frame.getByRole('note').first().textContent()) ?? '';
  const noteIn = (frame: Frame, text: RegExp): Promise<string> =>
    until(`a note that says ${String(text)}`, async () => {
      const found = await note(frame);
      return text.test(found) ? found : undefined;
    });
  const textsIn = async (frame: Frame): Promise<string[]> =>
    (await readValues(frame)).cells.map(({ text }) => text);
  const textsAre = (frame: Frame, texts: readonly string[]): Promise<true> =>
    until(`the values ${texts.join(' ')}`, async () => {
      const now = await textsIn(frame).catch(() => []);
      return now.join(' ') === texts.join(' ') ? true : undefined;
    });
  const open = async (expression: string): Promise<Frame> => {
    await inspect(page(), expression);
    return suite().panel(expression);
  };
  const start = async (): Promise<void> => {
    await startDebugging(page(), program);
    await stoppedAt(page(), program, FIRST_STOP);
  };

  before(async function () {
    this.timeout(120_000);
    await setBreakpoint(page(), program, FIRST_STOP);
    // Scopes that are open have every repr evaluated by VS Code itself.
    await showView(page(), 'Variables', false);
    await start();
    await showView(page(), 'Arrays', true);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await suite().workbench.screenshot('hostile-failed');
  });

  it('is listed without a line of its code being run', async () => {
    const rows = await until('the rows of Arrays', async () => {
      const found = await arrayRows(page());
      return found.some(({ name }) => name === 'lying') ? found : undefined;
    });
    assert.equal(ran(), '');
    const names = rows.map(({ name }) => name);
    for (const name of ['lying', 'gone', 'resized', 'shrunk'])
      assert.ok(names.includes(name), `${name} is not listed: ${names.join()}`);
    for (const name of ['raises', 'liar', 'huge', 'answered']) assert.ok(!names.includes(name), name);
    const lying = rows.find(({ name }) => name === 'lying');
    assert.match(lying!.description, /^float64 3 × 2 strided 48 bytes/);
  });

  it('has its lying array drawn as it is, without a line of its code being run', async () => {
    const frame = await open('lying');
    await textsAre(frame, ['0.0', '2.0', '4.0', '6.0', '8.0', '10.0']);
    assert.deepEqual(await readStrides(frame), [
      { axis: 0, length: 3, stride: 32 },
      { axis: 1, length: 2, stride: 16 },
    ]);
    assert.deepEqual((await readFlags(frame)).slice(0, 3), [
      'C_CONTIGUOUS False',
      'F_CONTIGUOUS False',
      'OWNDATA False',
    ]);
    assert.deepEqual(await readAlerts(frame), []);
    assert.equal(ran(), '');
  });

  for (const [expression, text] of Object.entries(said)) {
    it(`says what is the matter with ${expression}`, async () => {
      const frame = await open(expression);
      const alert = await alertIn(frame, text);
      assert.ok(alert.length < 1000, `${alert.length} characters`);
    });
  }

  it('is not believed to have more bytes than it has', async () => {
    const frame = await open('huge');
    const [first, second, ...rest] = await textsIn(frame);
    assert.deepEqual([first, second], ['0.0', '0.0']);
    assert.ok(rest.length > 0 && rest.every(text => text === 'outside owner'), rest.slice(0, 3).join());
  });

  it('is read anew when an array shrinks between its description and its bytes', async () => {
    const frame = await open('shrinks()');
    await textsAre(frame, ['0.0', '1.0', '2.0']);
    assert.deepEqual(await readStrides(frame), [{ axis: 0, length: 3, stride: 8 }]);
    assert.deepEqual(await readAlerts(frame), []);
  });

  it('keeps the last picture of a variable that is deleted', async () => {
    const frame = await open('gone');
    await textsAre(frame, ['0', '1', '2', '3', '4']);
    await stepTo(page(), program, lineOf(program, 'del gone'));
    await stepTo(page(), program, lineOf(program, 'resized.resize'));
    await noteIn(frame, /not in this frame; values from hostile\.py:\d+/);
    assert.deepEqual(await readAlerts(frame), []);
    await textsAre(frame, ['0', '1', '2', '3', '4']);
    await suite().workbench.screenshot('hostile-gone');
  });

  it('is followed when it resizes an array in place', async () => {
    const frame = await open('resized');
    await textsAre(frame, ['0.0', '1.0', '2.0', '3.0']);
    await stepTo(page(), program, lineOf(program, 'os.kill'));
    await textsAre(frame, ['0.0', '1.0', '2.0', '3.0', '0.0', '0.0']);
  });

  it('may be slow: that times out, and the next is answered', async () => {
    const frame = await open('slow');
    await alertIn(frame, /did not answer evaluate within 5 s/);
    await suite().workbench.screenshot('hostile-slow');
    await textsAre(await open('shrunk'), ['0.0', '1.0', '2.0']);
  });

  it('may be killed: the panel says so, and keeps the picture', async () => {
    const frame = await open('resized');
    await textsAre(frame, ['0.0', '1.0', '2.0', '3.0', '0.0', '0.0']);
    await stepToTheEnd(page());
    await noteIn(frame, /program ended; values from hostile\.py:\d+/);
    await textsAre(frame, ['0.0', '1.0', '2.0', '3.0', '0.0', '0.0']);
    await suite().workbench.screenshot('hostile-ended');
  });

  it('is taken up again when it is started again, with a slow panel open', async () => {
    await start();
    const frame = await suite().panel('resized');
    await textsAre(frame, ['0.0', '1.0', '2.0', '3.0']);
    await noteIn(frame, /^at hostile\.py/);
    assert.deepEqual(await readAlerts(frame), []);
  });
});
