/**
 * Steps that write what is drawn into a file of its own, in the other order or as another dtype, and look at the editor of
 * that; then another program stores into the copy, and the two are compared.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as np from '../../../../core/index';
import { answerStep, asked, pickStep } from '../../harness/steps';
import { until } from '../../harness/waiting';
import { shownArray } from '../../reading/open';
import { settled } from '../../reading/settled';
import { Walk, type Steps } from './walk';

export const converting: Steps = [
  ['convert the order', convertOrder],
  ['change the type', changeType],
];

const NUMBERS = 'fiubc';
const OTHERS = ['float64', '>f4', 'float16', 'int8', '>i4', 'uint64', 'bool', 'complex64'];

async function convertOrder(walk: Walk): Promise<string> {
  const order = walk.pick(2) === 0 ? 'C' : 'F';
  const [x, part] = await askedFor(walk, 'Convert Order');
  await pickStep(walk.page, 'Convert Order', order);
  const copy = await madeCopy(walk, 'Convert Order', x, order);
  const compared = part === walk.view && x.size > 0 ? await compare(walk, copy, x) : 'not compared';
  await leave(walk);
  return `of ${part || 'the whole'} to ${order}: ${compared}`;
}

async function changeType(walk: Walk): Promise<string> {
  if (!NUMBERS.includes(walk.shown().dtype.kind)) return 'no numbers';
  const dtype = walk.among(OTHERS);
  const [x, part] = await askedFor(walk, 'Change Type');
  await answerStep(walk.page, 'Change Type', dtype);
  const y = x.astype(dtype);
  const lost = differing(x, y, isKept);
  if (lost > 0) await agree(walk, `${lost} of ${x.size} items change when stored as ${dtype}`);
  const order = np.isFContiguous(x.layout) && !np.isCContiguous(x.layout) ? 'F' : 'C';
  await madeCopy(walk, 'Change Type', y, order);
  await leave(walk);
  return `of ${part || 'the whole'} to ${dtype}, ${lost} lost`;
}

/** Runs a command on the slice or the whole; what that is. */
async function askedFor(walk: Walk, title: string): Promise<[np.NDArray, string]> {
  const isSlice = walk.view !== '' && walk.pick(2) === 0;
  await walk.suite.workbench.runCommand(`NDArray: ${title}…`);
  if (walk.view !== '') await pickStep(walk.page, title, isSlice ? 'The slice' : 'The whole array');
  const part = isSlice ? walk.view : '';
  return [walk.shown(part), part];
}

async function agree(walk: Walk, said: string): Promise<void> {
  const dialog = walk.page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  const text = (await dialog.innerText()).replace(/\s+/g, ' ');
  assert.ok(text.includes(said), `'${text}', not '${said}'`);
  await dialog.getByRole('button', { name: 'Write Anyway' }).click();
}

/** The editor of the copy, which shows `x`, and whose file holds it. */
async function madeCopy(walk: Walk, title: string, x: np.NDArray, order: 'C' | 'F'): Promise<Walk> {
  const file = walk.among(['converted.npy', 'converted.dat']);
  rmSync(join(walk.suite.folder, file), { force: true });
  await answerStep(walk.page, title, file);
  const frame = await shownArray(walk.suite.workbench, file);
  const bytes = readFileSync(join(walk.suite.folder, file));
  const offset = file.endsWith('.npy') ? 10 + bytes.readUInt16LE(8) : 0;
  assert.deepEqual(bytes.subarray(offset), Buffer.from(x.tobytes({ order })));
  const copy = new Walk(walk.suite, frame, file, walk.pick, offset);
  const { leaves } = walk.layout;
  copy.layout = {
    dtype: np.dtypeSource(x.dtype),
    shape: x.shape,
    order,
    offset,
    ...(x.dtype.fields && { leaves }),
  };
  await copy.check();
  return copy;
}

/** Another program stores into the copy; then it is compared with what it was made of. */
async function compare(walk: Walk, copy: Walk, x: np.NDArray): Promise<string> {
  for (let k = walk.pick(4); k > 0; k--) {
    const at = copy.model.headerLength + walk.pick(copy.model.shown.length - copy.model.headerLength);
    copy.model.store(at, walk.pick(256));
  }
  writeFileSync(copy.path, copy.model.saved);
  await copy.check();
  await walk.suite.workbench.runCommand('NDArray: Compare With…');
  await pickStep(walk.page, 'Compare With', walk.file);
  await answerStep(walk.page, 'Compare With', '0');
  await asked(walk.page, 'Compare With');
  const said = await until('the comparison', async () => {
    const text = await walk.page.locator('.quick-input-widget:visible').innerText();
    return /All \d+ items are close|\d+ of \d+ items differ/.exec(text)?.[0];
  });
  const count = differing(copy.shown(), x, isEqual);
  assert.equal(said, count === 0 ? `All ${x.size} items are close` : `${count} of ${x.size} items differ`);
  await walk.page.keyboard.press('Escape');
  return said;
}

/** Closes the copy's editor and goes back. */
async function leave(walk: Walk): Promise<void> {
  await walk.suite.workbench.runCommand('View: Close Editor');
  walk.frame = await walk.suite.open(walk.file);
  await settled(walk.frame);
}

const NAT = -(2n ** 63n);

/** How many items of two arrays of one shape are not the same. */
function differing(x: np.NDArray, y: np.NDArray, isSame: (a: unknown, b: unknown) => boolean): number {
  const others = itemsOf(y);
  return itemsOf(x).filter((item, k) => !isSame(item, others[k])).length;
}

/** Texts as their bytes: random ones need not be characters. NaT as NaN, which equals nothing. */
function itemsOf(x: np.NDArray): unknown[] {
  if (x.dtype.unit) return [...x.flat].map(ticks => (ticks === NAT ? NaN : ticks));
  if (x.dtype.kind !== 'U') return [...x.flat];
  const bytes = x.tobytes();
  return Array.from({ length: x.size }, (_, k) => bytes.subarray(k * x.itemsize, (k + 1) * x.itemsize));
}

/** Whether two items are equal, whatever they are of: NaN equals nothing. */
function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [Object.values(a), Object.values(b as object)];
  return one.length === other.length && one.every((inner, k) => isEqual(inner, other[k]));
}

/** Whether a number is still the same one as another dtype. */
function isKept(a: unknown, b: unknown): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  const isNan = (value: unknown): boolean => value !== value;
  // eslint-disable-next-line eqeqeq
  return one.every((part, k) => part == other[k] || (isNan(part) && isNan(other[k])));
}

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null && 're' in value && 'im' in value
    ? [value.re, value.im]
    : [value, 0];
