/** Steps that look for values and bytes, and compute statistics, of what is drawn: unsaved edits count. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { itemText, valueText } from '../../../../extension/tasks/itemText';
import { until } from '../../harness/waiting';
import { indexText } from '../../reading/place';
import { readStatistics } from '../../reading/statistics';
import type { Steps, Walk } from './walk';

export const searching: Steps = [
  ['find a value', findValue],
  ['find a value', findValue],
  ['find bytes', findBytes],
  ['statistics', computeStatistics],
];

const NUMBERS = 'fiub';

/** The first of `count` places that is sought, from behind `from` on, or from before it backward, and round. */
function nextOf(count: number, from: number, isBackward: boolean, isSought: (at: number) => boolean): number {
  for (let k = 1; k <= count; k++) {
    const at = (((from + (isBackward ? -k : k)) % count) + count) % count;
    if (isSought(at)) return at;
  }
  return -1;
}

async function findValue(walk: Walk): Promise<string> {
  const x = walk.shown();
  const clicked = await walk.click();
  if (!clicked || walk.isRecord || !NUMBERS.includes(x.dtype.kind)) return 'no numbers';
  const isSame = (a: unknown, b: unknown): boolean => a === b || (a !== a && b !== b);
  const values = [...x.flat];
  const sought = walk.pick(values.length);
  const text = itemText(x, sought);
  const isBackward = walk.pick(2) === 0;
  const from = np.ravelIndex(clicked.index, x.shape);
  const found = nextOf(values.length, from, isBackward, at => isSame(values[at], values[sought]));
  const index = np.unravelIndex(found, x.shape);
  const { byteOffset } = walk.item(index);
  const said = await look(walk, 'value', text, isBackward);
  const place = `${indexText(index)} = `;
  assert.ok(said.startsWith(place), `'${said}', not ${place}`);
  assert.match(said, new RegExp(`byte 0x${byteOffset.toString(16)}(,|$)`, 'i'));
  return `${text} ${isBackward ? 'before' : 'behind'} ${JSON.stringify(clicked.index)}: ${said}`;
}

async function findBytes(walk: Walk): Promise<string> {
  const { shown } = walk.model;
  const from = await walk.clickByte();
  if (from === undefined) return 'no byte';
  const start = walk.pick(shown.length - 2);
  const pattern = shown.slice(start, start + 2);
  const isBackward = walk.pick(2) === 0;
  const isSought = (at: number): boolean => shown[at] === pattern[0] && shown[at + 1] === pattern[1];
  const found = nextOf(shown.length, from, isBackward, isSought);
  const text = [...pattern].map(byte => byte.toString(16).padStart(2, '0')).join(' ');
  const said = await look(walk, 'bytes', text, isBackward);
  assert.match(said, new RegExp(`^byte 0x${found.toString(16)},`, 'i'));
  return `${text} ${isBackward ? 'before' : 'behind'} ${from}: ${said}`;
}

/** Asks the bar that finds, closes it, and gives back what it said. */
async function look(walk: Walk, what: 'value' | 'bytes', text: string, isBackward: boolean): Promise<string> {
  await walk.page.keyboard.press('Control+f');
  const bar = walk.frame.getByRole('search', { name: 'Find' });
  await bar.getByRole('combobox', { name: 'What' }).selectOption(what);
  const box = bar.getByRole('textbox', { name: 'Find' });
  await box.fill(text);
  await box.press(isBackward ? 'Shift+Enter' : 'Enter');
  const said = await until('what was found', async () => {
    const whole = (await bar.textContent()) ?? '';
    return /(?:\[[\d, ()]*\] = |byte 0x).*|not found/.exec(whole)?.[0];
  });
  await box.press('Escape');
  await bar.waitFor({ state: 'detached' });
  return said;
}

async function computeStatistics(walk: Walk): Promise<string> {
  const x = walk.shown();
  const section = walk.frame.locator('section.statistics');
  const button = section.getByRole('button', { name: 'Compute', exact: true });
  if (walk.isRecord || x.size === 0 || !NUMBERS.includes(x.dtype.kind) || !(await button.isVisible()))
    return 'not now';
  await button.click();
  const expected = expectedOf(x);
  await until('the statistics', async () => {
    const found = await readStatistics(walk.frame);
    return Object.entries(expected).every(([name, text]) => found[name] === text) ? true : undefined;
  }).catch(async () => assert.deepEqual(await readStatistics(walk.frame), expected));
  return JSON.stringify(expected);
}

function expectedOf(x: np.NDArray): Record<string, string> {
  const precise = x.dtype.kind === 'f' ? x.dtype : np.dtype('float64');
  const own = (value: unknown): string => valueText(value as number, x.dtype);
  const real = (value: unknown): string => valueText(value as number, precise);
  const nans = x.dtype.kind === 'f' ? Number(np.isnan(x).sum()) : 0;
  return {
    min: own(x.min()),
    max: own(x.max()),
    mean: real(x.mean()),
    std: real(x.std()),
    nan: String(nans),
    count: String(x.size),
  };
}
