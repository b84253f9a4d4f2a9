/** What other programs do to a file that is open: they store into it, make it longer and shorter, replace and remove it. */
import { closeSync, openSync, renameSync, truncateSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { until } from '../../harness/waiting';
import type { Pair, Steps } from './pair';

/** Three pages, and a little. */
export const SIZE = 3 * 4096 + 40;

export const byOthers: Steps = [
  ['store', pair => Promise.resolve(store(pair))],
  ['store', pair => Promise.resolve(store(pair))],
  ['store under an edit', pair => Promise.resolve(storeUnderEdit(pair))],
  ['store under an edit', pair => Promise.resolve(storeUnderEdit(pair))],
  ['resize', pair => Promise.resolve(resize(pair))],
  ['replace', pair => Promise.resolve(replace(pair))],
  ['remove', remove],
];

function storeAt(pair: Pair, places: readonly number[]): string {
  const handle = openSync(pair.path, 'r+');
  const file = pair.model.file.slice();
  for (const at of places) {
    file[at] = pair.pick(256);
    writeSync(handle, file, at, 1, at);
  }
  closeSync(handle);
  pair.model.file = file;
  return String(places);
}

function store(pair: Pair): string {
  const { length } = pair.model.file;
  if (length === 0) return 'no byte';
  return storeAt(
    pair,
    Array.from({ length: 1 + pair.pick(5) }, () => pair.pick(length)),
  );
}

function storeUnderEdit(pair: Pair): string {
  const places = [...pair.model.mine().keys()].filter(at => at < pair.model.file.length);
  return places.length === 0 ? 'no edit' : storeAt(pair, [pair.among(places), pair.among(places)]);
}

function resize(pair: Pair): string {
  const length = pair.among([0, 5, 16, 4096, 4097, SIZE, SIZE, SIZE, SIZE + 9000, pair.pick(SIZE)]);
  truncateSync(pair.path, length);
  const file = new Uint8Array(length);
  file.set(pair.model.file.subarray(0, length));
  pair.model.file = file;
  return String(length);
}

function another(pair: Pair): Uint8Array {
  const length = pair.among([SIZE, SIZE, 100 * pair.pick(200)]);
  return Uint8Array.from({ length }, () => pair.pick(256));
}

function replace(pair: Pair): string {
  const file = another(pair);
  writeFileSync(`${pair.path}.new`, file);
  renameSync(`${pair.path}.new`, pair.path);
  pair.model.replace(file);
  return String(file.length);
}

/** Removes the file, and puts one there again. */
async function remove(pair: Pair): Promise<string> {
  unlinkSync(pair.path);
  for (const frame of pair.frames)
    await until('the file to be missed', async () =>
      /was deleted or moved/.test((await frame.textContent('body')) ?? '') ? true : undefined,
    );
  const file = pair.pick(2) === 0 ? pair.model.file : another(pair);
  writeFileSync(pair.path, file);
  pair.model.replace(file);
  return String(file.length);
}
