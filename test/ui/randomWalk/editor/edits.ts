/** Steps that change the file: what a person types, pastes, undoes and saves, and what another program stores. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { until } from '../../harness/waiting';
import { pasteText, typeInBox } from '../../reading/fileEditor';
import { readStatus } from '../../reading/layout';
import { SIZE, texts } from './layouts';
import { storeText } from './storeText';
import type { Steps, Walk } from './walk';

export const edits: Steps = [
  ['type a value', typeValue],
  ['type a value', typeValue],
  ['type a byte', typeByte],
  ['type a byte', typeByte],
  ['fill', fill],
  ['paste', paste],
  ['undo', undo],
  ['undo', undo],
  ['redo', walk => press(walk, 'Control+Shift+z', () => walk.model.redo())],
  ['save', save],
  ['revert', revert],
  ['store', walk => Promise.resolve(store(walk))],
];

function undo(walk: Walk): Promise<string> {
  return press(walk, 'Control+z', () => walk.model.undo());
}

function anyText(walk: Walk, leaf = ''): string {
  return walk.among(texts[walk.column(leaf).dtype.kind]);
}

async function typeValue(walk: Walk): Promise<string> {
  const clicked = await walk.click();
  if (!clicked) return 'no cell';
  const { index, leaf } = clicked;
  if (walk.isOfHeader(clicked)) return refused(walk);
  const text = anyText(walk, leaf);
  await walk.page.keyboard.press('F2');
  const isTaken = await typeInBox(walk.frame, walk.page, text);
  if (isTaken) walk.model.edit(() => storeText(walk.column(leaf), index, text));
  return `'${text}' at ${JSON.stringify(index)} ${leaf}${isTaken ? '' : ' refused'}`;
}

/** Nothing can be typed into a cell of the header. */
async function refused(walk: Walk): Promise<string> {
  await walk.page.keyboard.press('F2');
  await until('the header to be said', async () =>
    /\.npy header/.test(await readStatus(walk.frame)) ? true : undefined,
  );
  return 'of the header';
}

async function typeByte(walk: Walk): Promise<string> {
  const byteOffset = await walk.clickByte();
  if (byteOffset === undefined) return 'no byte';
  const byte = walk.pick(256);
  await walk.page.keyboard.type(byte.toString(16).padStart(2, '0'));
  walk.model.edit(() => (walk.model.shown[byteOffset] = byte));
  return `${byteOffset}: ${byte}`;
}

async function fill(walk: Walk): Promise<string> {
  if (walk.isRecord) return 'not over fields';
  const first = await walk.click();
  const last = await walk.click(['Shift']);
  if (!first || !last) return 'no cell';
  if (walk.isOfHeader(last)) return refused(walk);
  const text = anyText(walk);
  await walk.page.keyboard.press('F2');
  const isTaken = await typeInBox(walk.frame, walk.page, text, 'Control+Enter');
  if (isTaken)
    walk.model.edit(() => {
      for (const index of between(first.index, last.index)) storeText(walk.shown(), index, text);
    });
  return `'${text}' ${JSON.stringify([first.index, last.index])}${isTaken ? '' : ' refused'}`;
}

async function paste(walk: Walk): Promise<string> {
  if (walk.isRecord) return 'not over fields';
  const clicked = await walk.click();
  if (!clicked) return 'no cell';
  const { dtype, shape } = walk.shown();
  const good = { f: '2.5', i: '12', u: '12', c: '1j', b: 'True', M: 'NaT', m: '7', S: 'ab', U: 'ab' }[
    dtype.kind as 'f'
  ];
  const { rowAxis, columnAxis } = clicked.place;
  const index = clicked.index;
  const fits = (axis: number | undefined): boolean => axis !== undefined && index[axis] + 1 < shape[axis];
  const across = fits(columnAxis) && walk.pick(2) === 0;
  const down = fits(rowAxis);
  const line = across ? `${good}\t${good}` : good;
  await pasteText(walk.frame, down ? `${line}\n${line}` : line);
  const last = index.map(
    (at, axis) => at + Number((axis === rowAxis && down) || (axis === columnAxis && across)),
  );
  walk.model.edit(() => {
    for (const each of between(index, last)) storeText(walk.shown(), each, good);
  });
  return `${JSON.stringify(index)} to ${JSON.stringify(last)}`;
}

async function press(walk: Walk, key: string, change: () => void): Promise<string> {
  // Somewhere in the grid, so that the editor has the keys.
  if (!(await walk.click())) return 'no cell';
  await walk.page.keyboard.press(key);
  change();
  return '';
}

async function save(walk: Walk): Promise<string> {
  const said = await press(walk, 'Control+s', () => walk.model.save());
  if (said !== '') return said;
  await until(
    'the file to be saved',
    () => Buffer.compare(readFileSync(walk.path), walk.model.saved) === 0 || undefined,
    5000,
  );
  return '';
}

async function revert(walk: Walk): Promise<string> {
  if (walk.pick(3) > 0 || !(await walk.click())) return 'not now';
  await walk.suite.workbench.runCommand('File: Revert File');
  walk.model.revert();
  return '';
}

/** Another program stores a byte; not where that would be a conflict. */
function store(walk: Walk): string {
  if (walk.model.isDirty) return 'not now';
  const [at, byte] = [walk.model.headerLength + walk.pick(SIZE), walk.pick(256)];
  const file = openSync(walk.path, 'r+');
  writeSync(file, Uint8Array.of(byte), 0, 1, at);
  closeSync(file);
  walk.model.store(at, byte);
  return `${at}: ${byte}`;
}

/** Every index of the rectangle with these two corners. */
function between(a: readonly number[], b: readonly number[]): number[][] {
  return a.reduce<number[][]>(
    (all, start, axis) => {
      const [low, high] = [Math.min(start, b[axis]), Math.max(start, b[axis])];
      const entries = Array.from({ length: high - low + 1 }, (_, k) => low + k);
      return all.flatMap(index => entries.map(entry => [...index, entry]));
    },
    [[]],
  );
}
