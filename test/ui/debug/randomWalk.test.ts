/**
 * Arrays drawn at random in a program that stops over each: the panel follows, and every value, byte, stride and flag on
 * screen is what NumPy says in the same process; what is typed there is stored as NumPy stores it. `NDARRAY_WANDER_STEPS` and `NDARRAY_WANDER_SEED` make it longer and other.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame } from 'playwright-core';
import { withoutControls } from '../../../webview/ui/controls';
import { inspect, runTo } from '../harness/debugger';
import { chance } from '../files/chance';
import { root } from '../harness/rig';
import { until } from '../harness/waiting';
import { readBytes } from '../reading/bytes';
import { readFlags, readStrides } from '../reading/layout';
import { itemOf, readPlace } from '../reading/place';
import { readValues } from '../reading/values';
import { debugSuite } from './session';
import { typeSomething } from './typing';

const pick = chance(Number(process.env.NDARRAY_WANDER_SEED ?? 1));
const steps = Number(process.env.NDARRAY_WANDER_STEPS ?? 25);
const FILE = 'random_arrays.py';
const lines = readFileSync(resolve(root, 'test', 'ui', 'programs', FILE), 'utf8').split('\n');
const STOP = lines.findIndex(line => line.includes('stop here')) + 1;

/** What NumPy says of `x`. */
interface Answer {
  readonly step: number;
  /** What the columns of an item are called: '' where it has but one. */
  readonly columns: readonly string[];
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly flags: readonly string[];
  /** Of each item: its index, the texts of its columns, and its bytes in hexadecimal. */
  readonly items: readonly (readonly [readonly number[], readonly string[], string])[];
  /** What was typed at the stop before, and the bytes that are not as NumPy's assignment leaves them. */
  readonly told: { readonly wrong?: readonly unknown[] };
}

describe('a program that stops over one array after another', () => {
  const suite = debugSuite([FILE]);
  let frame: Frame;

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    await runTo(page, FILE, STOP);
    await inspect(page, 'x');
    frame = await suite().panel('x');
  });

  const answer = (): Answer =>
    JSON.parse(readFileSync(join(suite().folder, 'answer.json'), 'utf8')) as Answer;

  async function layoutIs({ shape, strides, flags }: Answer): Promise<void> {
    assert.deepEqual(
      await readStrides(frame),
      shape.map((length, axis) => ({ axis, length, stride: strides[axis] })),
    );
    assert.deepEqual(await readFlags(frame), flags);
  }

  async function valuesAre({ columns, shape, items }: Answer): Promise<void> {
    if (items.length === 0) return;
    const texts = new Map(items.map(([index, told]) => [index.join(), told]));
    const { cells } = await readValues(frame);
    const place = await readPlace(frame, shape.length);
    assert.ok(cells.length > 0, 'no values on screen');
    for (const cell of cells) {
      const [index, leaf] = itemOf(cell, place, shape.length, columns);
      const expected = withoutControls(texts.get(index.join())?.[leaf] ?? 'nothing');
      assert.equal(cell.text, expected, `[${index.join()}], column ${leaf}`);
    }
  }

  async function bytesAre({ items }: Answer): Promise<void> {
    if (items.length === 0) return;
    const hex = new Map(items.map(([index, , bytes]) => [`[${index.join(', ')}]`, bytes]));
    for (const byte of await readBytes(frame)) {
      const found = /byte (\d+) of (\[[^\]]*\])/.exec(byte.name);
      if (!found) continue;
      const at = Number(found[1]) * 2;
      const expected = hex.get(found[2].replace('[()]', '[]'))?.slice(at, at + 2);
      assert.equal(byte.hex.toLowerCase(), expected, byte.name);
    }
  }

  /** The panel as it has to be, in the end: it draws a moment after the stop. */
  async function panelShows(said: Answer): Promise<void> {
    let wrong: unknown;
    const isRight = async (): Promise<true | undefined> => {
      try {
        await layoutIs(said);
        await valuesAre(said);
        await bytesAre(said);
        return true;
      } catch (error) {
        wrong = error;
        return undefined;
      }
    };
    await until('the panel', isRight, 8000).catch(async () => {
      await suite().workbench.screenshot('wander-debug-failed');
      const { step, columns, shape, strides } = said;
      throw new Error(`${String(wrong)}\n${JSON.stringify({ step, columns, shape, strides })}`, {
        cause: wrong,
      });
    });
  }

  /** Lets the program run to its next stop. VS Code takes no F5 before it has noticed the last. */
  async function goOn(step: number): Promise<void> {
    const isNext = (): true | undefined => (answer().step === step + 1 ? true : undefined);
    const press = async (): Promise<true | undefined> => {
      await suite().workbench.page.keyboard.press('F5');
      return until('the next stop', isNext, 3000).catch(() => undefined);
    };
    await until('the next stop', press);
  }

  it(`draws each, ${steps} stops`, async function () {
    this.timeout(60_000 + steps * 10_000);
    for (let step = 0; step < steps; step++) {
      const said = answer();
      assert.equal(said.step, step);
      assert.deepEqual(said.told.wrong ?? [], [], JSON.stringify(said.told));
      await panelShows(said);
      const typed = await typeSomething(frame, suite().workbench.page, pick, said);
      if (typed) writeFileSync(join(suite().folder, 'typed.json'), JSON.stringify(typed));
      await goOn(step);
    }
  });
});
