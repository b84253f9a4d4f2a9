/** Arrays that are laid out oddly: panel and grids say what NumPy itself says of them, in the same process. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, runTo } from '../harness/debugger';
import { until } from '../harness/waiting';
import { readFlags, readStrides } from '../reading/layout';
import { itemOf, readPlace } from '../reading/place';
import { readValues } from '../reading/values';
import { debugSuite } from './session';

interface Answer {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly flags: readonly string[];
  /** Of every item: its index, and the text of each of its columns. */
  readonly items: readonly (readonly [readonly number[], readonly string[]])[];
}

const LAST_LINE = 57;
const names = [
  ...['reversed_rows', 'broadcast', 'fortran', 'windows', 'padded', 'swapped', 'unaligned', 'read_only'],
  ...['zero_d', 'empty', 'days', 'masked', 'matrix', 'mapped_slice'],
];

describe('an odd array in a stopped program', () => {
  const suite = debugSuite(['odd_layouts.py']);
  let answers: Record<string, Answer>;

  before(async function () {
    this.timeout(120_000);
    const { page } = suite().workbench;
    await runTo(page, 'odd_layouts.py', LAST_LINE);
    answers = JSON.parse(readFileSync(join(suite().folder, 'answers.json'), 'utf8')) as Record<
      string,
      Answer
    >;
  });

  for (const name of names) {
    it(`is drawn as NumPy has it: ${name}`, async () => {
      const { shape, strides, flags, items } = answers[name];
      await inspect(suite().workbench.page, name);
      const frame = await suite().panel(name);
      await until('its layout', async () =>
        (await frame.getByRole('table', { name: 'Strides' }).count()) ? true : undefined,
      );
      assert.deepEqual(
        await readStrides(frame),
        shape.map((length, axis) => ({ axis, length, stride: strides[axis] })),
      );
      assert.deepEqual(await readFlags(frame), flags);
      const texts = new Map(items.map(([index, columns]) => [index.join(), columns]));
      if (shape.includes(0)) return;
      const { cells } = await readValues(frame);
      const place = await readPlace(frame, shape.length);
      const paths =
        items[0][1].length === 1
          ? ['']
          : cells.slice(0, items[0][1].length).map(({ columnHeader }) => columnHeader);
      const shown = cells.map(cell => [cell.text, itemOf(cell, place, shape.length, paths)] as const);
      assert.ok(shown.length > 0, 'no values on screen');
      for (const [text, [index, leaf]] of shown)
        assert.equal(text, texts.get(index.join())?.[leaf], `${name}[${index.join()}], column ${leaf}`);
    });
  }
});
