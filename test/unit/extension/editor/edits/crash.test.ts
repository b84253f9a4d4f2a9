/**
 * Another process saves and is killed at any moment: each byte is then the old or the new one, the journal tells what is
 * missing, nothing is replayed by looking, and once that is accepted every edit is whole that others have not stored under.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileSource } from '../../../../../core/file/source/fileSource';
import { finishSave } from '../../../../../extension/editor/edits/interruptedSave';
import { compareWithJournal } from '../../../../../extension/editor/edits/interruptedSave';
import { type InterruptedSave } from '../../../../../extension/editor/edits/interruptedSave';
import type { Edit } from '../../../../../webview/protocol/requestParams';
import { type Case, type When, makeCase, runAndKill } from './crash/crashes';

const ROUNDS = 16;

/** Numbers that look random and are the same every time (a linear congruential generator). */
function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const isAt = (file: Uint8Array, { byteOffset }: Edit, bytes: Uint8Array): boolean =>
  bytes.every((byte, k) => file[byteOffset + k] === byte);

describe('a save whose process is killed', function () {
  this.timeout(120_000);
  const root = mkdtempSync(join(tmpdir(), 'ndarray-crash-'));
  const chance = chanceOf(5);
  const seen = { nothingWritten: 0, betweenEdits: 0, insideAnEdit: 0, allWritten: 0 };
  /** How many edits were missing after a kill. */
  const moments = new Set<number>();
  let usual = 0;
  after(() => rmSync(root, { recursive: true, force: true }));

  /** What is left, found as an editor finds it that opens the file. */
  const look = async (one: Case): Promise<InterruptedSave | undefined> => {
    const journals = await one.journals.read(one.path);
    assert.ok(journals.length <= 1);
    const source = await openFileSource(one.path);
    const leftover = journals[0] && (await compareWithJournal(source, source.identity, journals[0].contents));
    await source.close();
    return leftover;
  };
  const finish = async (one: Case): Promise<void> => {
    const source = await openFileSource(one.path);
    const target = { uri: one.path, path: one.path, identity: source.identity };
    for (const journal of await one.journals.read(one.path))
      await finishSave(source, target, journal, one.journals);
    await source.close();
  };
  const whenAtRound = (round: number): When =>
    round % 2 === 0 ? { milliseconds: chance(1 + Math.ceil(usual)) } : { edit: chance(400) };

  const checkEachByte = (one: Case, file: Uint8Array): void => {
    assert.equal(file.length, one.before.length);
    const other = file.findIndex((byte, at) => byte !== one.before[at] && byte !== one.after[at]);
    assert.equal(other, -1, 'each byte is the old or the new one');
  };
  const count = (one: Case, file: Uint8Array): void => {
    const isWhole = one.edits.map(edit => isAt(file, edit, edit.newBytes));
    const isTorn = one.edits.some((edit, k) => !isWhole[k] && !isAt(file, edit, edit.oldBytes));
    if (isTorn) seen.insideAnEdit++;
    else if (isWhole.every(Boolean)) seen.allWritten++;
    else if (isWhole.some(Boolean)) seen.betweenEdits++;
    else seen.nothingWritten++;
  };

  it('writes everything, and leaves no journal, where it is not', async () => {
    const one = makeCase(root, chance);
    const { isDone, milliseconds } = await runAndKill('save', one);
    usual = milliseconds;
    assert.ok(isDone);
    assert.deepEqual(bytesOf(one.path), one.after);
    assert.deepEqual(await one.journals.read(one.path), []);
  });

  for (let round = 0; round < ROUNDS; round++) {
    it(`is made whole when that is accepted, round ${round}`, async () => {
      const one = makeCase(root, chance);
      await runAndKill('save', one, whenAtRound(round));
      const file = bytesOf(one.path);
      checkEachByte(one, file);
      count(one, file);
      const leftover = await look(one);
      const missing = one.edits.filter(edit => !isAt(file, edit, edit.newBytes));
      moments.add(missing.length);
      if (missing.length < one.edits.length && missing.length > 0) assert.ok(leftover, 'it is offered');
      if (leftover) assert.deepEqual(leftover, { pending: missing, foreign: [] });
      assert.deepEqual(bytesOf(one.path), file, 'nothing is replayed by looking');
      // Accepted, and killed again: it is offered again.
      if (round % 4 === 0) {
        await runAndKill('finish', one, { milliseconds: chance(1 + Math.ceil(usual / 2)) });
        checkEachByte(one, bytesOf(one.path));
      }
      await finish(one);
      if (leftover) assert.deepEqual(bytesOf(one.path), one.after);
      else assert.ok(missing.length === 0 || missing.length === one.edits.length);
      assert.deepEqual(await one.journals.read(one.path), []);
    });
  }

  /** A save that was killed when some edits were in the file and some not: tried until the kill came in time. */
  const killedBetween = async (): Promise<{ one: Case; missing: readonly Edit[] }> => {
    for (let attempt = 0; attempt < 30; attempt++) {
      const one = makeCase(root, chance);
      await runAndKill('save', one, { edit: 20 });
      const missing = (await look(one))?.pending ?? [];
      if (missing.length > 3 && missing.length < one.edits.length) return { one, missing };
    }
    throw new Error('every save was over before it was killed');
  };

  it('was killed at different moments', () => {
    console.log(`      ${JSON.stringify(seen)}`);
    assert.ok(moments.size >= 3, `edits missing: ${[...moments].join(', ')}`);
  });

  it('makes an edit whole that was cut off in its middle', async () => {
    const { one, missing } = await killedBetween();
    const { byteOffset, newBytes } = missing.find(({ newBytes: bytes }) => bytes.length > 1)!;
    const file = bytesOf(one.path);
    file.set(newBytes.subarray(0, newBytes.length >> 1), byteOffset);
    writeFileSync(one.path, file);
    assert.deepEqual(await look(one), { pending: missing, foreign: [] });
    await finish(one);
    assert.deepEqual(bytesOf(one.path), one.after);
  });

  it('leaves alone what others have stored since, edit by edit, and says which', async () => {
    const { one, missing } = await killedBetween();
    const file = bytesOf(one.path);
    const theirs = [missing[0], missing[2]];
    for (const { byteOffset, oldBytes, newBytes } of theirs)
      file[byteOffset] = [1, 2, 3].find(byte => byte !== oldBytes[0] && byte !== newBytes[0])!;
    writeFileSync(one.path, file);
    assert.deepEqual((await look(one))?.foreign, theirs);
    await finish(one);
    const expected = one.after.slice();
    for (const { byteOffset, oldBytes } of theirs)
      expected.set(file.subarray(byteOffset, byteOffset + oldBytes.length), byteOffset);
    assert.deepEqual(bytesOf(one.path), expected);
  });

  it('leaves alone another file that has taken the place, though it has the old bytes', async () => {
    const { one } = await killedBetween();
    writeFileSync(`${one.path}.new`, one.before);
    renameSync(`${one.path}.new`, one.path);
    assert.equal((await one.journals.read(one.path)).length, 1);
    assert.equal(await look(one), undefined);
    await finish(one);
    assert.deepEqual(bytesOf(one.path), one.before);
  });

  it('is offered under a new name too, and not for another file that came to the old one', async () => {
    const { one } = await killedBetween();
    const renamed = `${one.path}.renamed`;
    const [journal] = await one.journals.read(one.path);
    renameSync(one.path, renamed);
    const source = await openFileSource(renamed);
    assert.deepEqual(await one.journals.read(renamed, source.identity), [journal]);
    assert.deepEqual(await one.journals.read(renamed), [], 'the name alone does not tell');
    const target = { uri: renamed, path: renamed, identity: source.identity };
    await finishSave(source, target, journal, one.journals);
    await source.close();
    assert.deepEqual(bytesOf(renamed), one.after);
    assert.deepEqual(await one.journals.read(one.path), []);
  });

  it('keeps the journals of two saves apart', async () => {
    const { one } = await killedBetween();
    const [first] = await one.journals.read(one.path);
    await one.journals.write(one.path, { ...first.contents, edits: one.edits.slice(0, 1) });
    const both = await one.journals.read(one.path);
    assert.deepEqual(
      both.map(({ contents: saved }) => saved.edits.length),
      [one.edits.length, 1],
    );
    await one.journals.remove(both[1].path);
    assert.deepEqual(await one.journals.read(one.path), [first]);
  });
});
