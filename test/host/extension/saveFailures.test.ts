/**
 * Where a save, a backup or a journal cannot be written: what is said, that the file is as it was or has old and new
 * bytes alone, that no edit is lost, and that the next try succeeds. Full disks are small tmpfs mounts; where none can be
 * mounted those tests skip themselves.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SaveDialogs } from '../../../extension/editor/saving/dialogs';
import { MemoryDocument } from '../../../extension/editor/document/memoryDocument';
import { Journals } from '../../../extension/editor/edits/journal';
import { Backups } from '../../../extension/editor/saving/backups';
import { offerInterruptedSaves, save } from '../../../extension/editor/saving/save';
import { saveAs } from '../../../extension/editor/saving/saveAs';
import { asBytes } from './editing/asBytes';

const MIB = 2 ** 20;
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

function dialogsThat(answer: {
  overwrite?: boolean;
  finish?: 'finish' | 'forget';
}): SaveDialogs & { asked: number } {
  return {
    asked: 0,
    overwrite() {
      this.asked++;
      return Promise.resolve(answer.overwrite ?? false);
    },
    finishInterrupted() {
      this.asked++;
      return Promise.resolve(answer.finish);
    },
  };
}

/** All room that is left on the disk of `folder`, taken by a file. */
function fill(folder: string): () => void {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  try {
    for (const size of [65536, 4096, 1]) {
      const bytes = new Uint8Array(size).fill(1);
      try {
        for (;;) writeSync(file, bytes);
      } catch {
        // Full, but for less than that.
      }
    }
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
}

describe('a save that cannot be', () => {
  const root = mkdtempSync(join(tmpdir(), 'ndarray-failures-'));
  const closing: (() => unknown)[] = [];
  let count = 0;

  const folder = (): string => {
    const path = join(root, String(count++));
    mkdirSync(path);
    return path;
  };
  /** A disk of one MiB. */
  const smallDisk = (test: Mocha.Context): string => {
    const path = folder();
    if (!canMount) test.skip();
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]);
    if (status !== 0) test.skip();
    closing.push(() => execFileSync('umount', ['-l', path]));
    return path;
  };
  const journalsIn = (path: string): Journals => new Journals(join(path, 'journals'));
  const open = async (path: string): Promise<MemoryDocument> => {
    const uri = vscode.Uri.file(path);
    const document = new MemoryDocument(uri, asBytes, 'r+');
    closing.push(() => document.dispose());
    await document.load();
    assert.equal(document.problem, undefined);
    return document;
  };
  const edit = async (document: MemoryDocument, byteOffset: number, ...bytes: number[]): Promise<void> => {
    const newBytes = Uint8Array.from(bytes);
    const oldBytes = await document.editing.withEdits(document.source!).read(byteOffset, newBytes.length);
    await document.edit([{ byteOffset, oldBytes, newBytes }], 'Edit');
  };
  const shown = async (document: MemoryDocument, byteOffset: number): Promise<number> =>
    (await document.readPages([0])).pages[0][byteOffset];
  const file = (): { path: string; place: string } => {
    const place = folder();
    const path = join(place, 'x.dat');
    writeFileSync(
      path,
      Uint8Array.from({ length: 64 }, (_, k) => k),
    );
    return { path, place };
  };

  afterEach(() => {
    for (const close of closing.splice(0).reverse()) close();
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('because the disk of the journal is full says so, writes nothing, and succeeds once there is room', async function () {
    const disk = smallDisk(this);
    const { path } = file();
    const before = readFileSync(path);
    const document = await open(path);
    await edit(document, 3, 99);
    const makeRoom = fill(disk);
    const journals = journalsIn(disk);
    await assert.rejects(save(document, journals), (error: Error & { action?: string }) => {
      assert.match(error.message, /no space left on device/);
      assert.match(error.action ?? '', /Free some disk space/);
      return true;
    });
    assert.deepEqual(readFileSync(path), before);
    assert.equal(document.editing.isDirty, true);
    assert.equal(await shown(document, 3), 99);
    makeRoom();
    assert.deepEqual(await journals.read(document.uri.toString()), []);
    await save(document, journals);
    assert.equal(readFileSync(path)[3], 99);
    assert.deepEqual(readdirSync(join(disk, 'journals')), []);
  });

  it('because its own disk is full, in a file with holes, keeps every edit and finishes later', async function () {
    const disk = smallDisk(this);
    const path = join(disk, 'holes.dat');
    const handle = openSync(path, 'w');
    writeSync(handle, Uint8Array.of(1, 2, 3, 4));
    ftruncateSync(handle, 8 * MIB);
    closeSync(handle);
    const document = await open(path);
    // The first has its place on the disk, the second is in a hole.
    await edit(document, 1, 77);
    await edit(document, 4 * MIB, 88, 89);
    const makeRoom = fill(disk);
    const journals = journalsIn(folder());
    await assert.rejects(save(document, journals), (error: Error & { kind?: string; action?: string }) => {
      assert.equal(error.kind, 'file-unwritable');
      assert.match(error.message, /is full; not all edits were written/);
      assert.match(error.action ?? '', /No edit is lost/);
      return true;
    });
    const now = readFileSync(path);
    assert.deepEqual([...now.subarray(0, 4)], [1, 77, 3, 4]);
    assert.deepEqual([...now.subarray(4 * MIB, 4 * MIB + 2)], [0, 0]);
    assert.equal(now.length, 8 * MIB);
    assert.equal(document.editing.isDirty, true);
    // A window that is opened now is offered the rest.
    const other = await open(path);
    makeRoom();
    await offerInterruptedSaves(other, journals, dialogsThat({ finish: 'finish' }));
    assert.deepEqual([...readFileSync(path).subarray(4 * MIB, 4 * MIB + 2)], [88, 89]);
    await save(document, journals);
    assert.equal(document.editing.isDirty, false);
    assert.deepEqual(await journals.read(document.uri.toString()), []);
  });

  it('at first, and is done at the second try, leaves nothing to offer', async function () {
    const disk = smallDisk(this);
    const path = join(disk, 'holes.dat');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 8 * MIB);
    closeSync(handle);
    const document = await open(path);
    await edit(document, 1, 77);
    await edit(document, 4 * MIB, 88);
    const makeRoom = fill(disk);
    const journals = journalsIn(folder());
    await assert.rejects(save(document, journals), { kind: 'file-unwritable' });
    assert.equal((await journals.read(document.uri.toString())).length, 1);
    makeRoom();
    await document.undo();
    await save(document, journals);
    assert.deepEqual(await journals.read(document.uri.toString()), []);
    assert.deepEqual([readFileSync(path)[1], readFileSync(path)[4 * MIB]], [77, 0]);
  });

  it('as another file, because that disk is full, leaves nothing there, nor takes what was there', async function () {
    const disk = smallDisk(this);
    const { path, place } = file();
    writeFileSync(path, new Uint8Array(2 * MIB));
    const document = await open(path);
    await edit(document, 3, 99);
    const destination = join(disk, 'copy.dat');
    writeFileSync(destination, 'what was there');
    const saving = saveAs(document, vscode.Uri.file(destination), journalsIn(place));
    await assert.rejects(saving, (error: Error & { action?: string }) => {
      assert.match(error.message, /copy\.dat cannot be written: no space left on device/);
      assert.match(error.action ?? '', /Free disk space/);
      return true;
    });
    assert.equal(readFileSync(destination, 'utf8'), 'what was there');
    assert.deepEqual(readdirSync(disk), ['copy.dat']);
    assert.equal(document.editing.isDirty, true);
  });

  it('as a backup, because that disk is full, is said and leaves nothing there', async function () {
    const disk = smallDisk(this);
    const { path } = file();
    const document = await open(path);
    await edit(document, 3, 99);
    const makeRoom = fill(disk);
    const destination = vscode.Uri.file(join(disk, 'backup'));
    const backups = new Backups(vscode.Uri.file(disk));
    await assert.rejects(backups.write(document, destination));
    assert.deepEqual(readdirSync(disk), ['filler']);
    makeRoom();
    await backups.write(document, destination);
    const next = await open(path);
    await new Backups(vscode.Uri.file(disk)).restore(next);
    assert.deepEqual(
      next.editing.unsavedEdits().map(({ byteOffset, newBytes }) => [byteOffset, ...newBytes]),
      [[3, 99]],
    );
  });

  it('because its disk was made read-only keeps the edits, says so, and notices when it is writable again', async function () {
    const disk = smallDisk(this);
    const path = join(disk, 'x.dat');
    writeFileSync(path, new Uint8Array(16));
    const document = await open(path);
    await edit(document, 3, 99);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const journals = journalsIn(folder());
    await document.refresh();
    assert.match(document.notes.join(), /is no longer writable/);
    await assert.rejects(save(document, journals), { kind: 'read-only' });
    assert.deepEqual(await journals.read(document.uri.toString()), []);
    assert.equal(await shown(document, 3), 99);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    await document.refresh();
    assert.deepEqual(document.notes, []);
    await save(document, journals);
    assert.equal(readFileSync(path)[3], 99);
  });

  it('because the file was deleted keeps the edits, which can be saved as another file', async () => {
    const { path, place } = file();
    const document = await open(path);
    await edit(document, 3, 99);
    unlinkSync(path);
    const journals = journalsIn(place);
    await assert.rejects(save(document, journals), { kind: 'file-missing' });
    assert.equal(document.editing.isDirty, true);
    const copy = join(place, 'copy.dat');
    await saveAs(document, vscode.Uri.file(copy), journals);
    const expected = Uint8Array.from({ length: 64 }, (_, k) => (k === 3 ? 99 : k));
    assert.deepEqual(new Uint8Array(readFileSync(copy)), expected);
  });

  it('because two editors have changed the same bytes asks the second, and only that one', async () => {
    const { path, place } = file();
    const [one, other] = [await open(path), await open(path)];
    const journals = journalsIn(place);
    await edit(one, 3, 99);
    await edit(other, 3, 88);
    await edit(other, 9, 77);
    const ask = dialogsThat({ overwrite: false });
    await save(one, journals, ask);
    assert.equal(ask.asked, 0);
    await assert.rejects(save(other, journals, ask), { kind: 'file-changed' });
    assert.equal(ask.asked, 1);
    assert.deepEqual([readFileSync(path)[3], readFileSync(path)[9]], [99, 9]);
    assert.equal(await shown(other, 3), 88);
    await save(other, journals, dialogsThat({ overwrite: true }));
    assert.deepEqual([readFileSync(path)[3], readFileSync(path)[9]], [88, 77]);
    await one.refresh();
    assert.equal(await shown(one, 3), 88);
  });

  it('because two editors save at once is never half of each', async () => {
    const { path, place } = file();
    const [one, other] = [await open(path), await open(path)];
    const journals = journalsIn(place);
    for (let round = 1; round <= 20; round++) {
      await one.refresh();
      await other.refresh();
      await edit(one, 0, ...Array.from({ length: 32 }, () => 2 * round));
      await edit(other, 16, ...Array.from({ length: 32 }, () => 2 * round + 1));
      const results = await Promise.allSettled([
        save(one, journals, dialogsThat({ overwrite: false })),
        save(other, journals, dialogsThat({ overwrite: false })),
      ]);
      const refused = results.filter(({ status }) => status === 'rejected').length;
      const between = new Set(readFileSync(path).subarray(16, 32));
      assert.equal(between.size, 1, `round ${round}: ${[...between].join()}`);
      // What was refused is kept: the user decides.
      assert.equal([one, other].filter(({ editing }) => editing.isDirty).length, refused);
      await one.revert();
      await other.revert();
    }
  });

  it('is offered once, and not where it is still under way', async () => {
    const { path, place } = file();
    const document = await open(path);
    const journals = journalsIn(place);
    const { identity } = document.local!;
    const left = {
      file: { byteLength: identity.size, dev: String(identity.dev), ino: String(identity.ino) },
      edits: [{ byteOffset: 3, oldBytes: Uint8Array.of(3), newBytes: Uint8Array.of(99) }],
    };
    const uri = document.uri.toString();
    const journal = await journals.write(uri, left);
    const ask = dialogsThat({ finish: undefined });
    await offerInterruptedSaves(document, journals, ask);
    assert.equal(ask.asked, 1);
    assert.equal(readFileSync(path)[3], 3, 'nothing is written unasked');
    const offering = offerInterruptedSaves(document, journals, ask);
    await journals.remove(journal);
    await offering;
    assert.equal(ask.asked, 1);
    const again = await journals.write(uri, left);
    await offerInterruptedSaves(document, journals, dialogsThat({ finish: 'forget' }));
    assert.deepEqual(await journals.read(uri), [], again);
    assert.equal(readFileSync(path)[3], 3);
  });

  it('leaves a file that has taken the place alone, until that is confirmed', async () => {
    const { path, place } = file();
    const document = await open(path);
    await edit(document, 3, 99);
    writeFileSync(`${path}.new`, new Uint8Array(64).fill(5));
    renameSync(`${path}.new`, path);
    const journals = journalsIn(place);
    await assert.rejects(save(document, journals, dialogsThat({ overwrite: false })), {
      kind: 'file-changed',
    });
    assert.deepEqual(new Set(readFileSync(path)), new Set([5]));
    await save(document, journals, dialogsThat({ overwrite: true }));
    assert.deepEqual([...readFileSync(path).subarray(2, 5)], [5, 99, 5]);
  });

  it('keeps what was to stay in memory there after a restart', async () => {
    const { path, place } = file();
    const document = await open(path);
    document.setMode('c');
    await edit(document, 3, 99);
    const backups = new Backups(vscode.Uri.file(place));
    await backups.write(document, vscode.Uri.file(join(place, 'backup')));
    const next = await open(path);
    await new Backups(vscode.Uri.file(place)).restore(next);
    assert.equal(next.mode, 'c');
    assert.equal(await shown(next, 3), 99);
    await assert.rejects(save(next, journalsIn(place)), { kind: 'read-only' });
    assert.equal(readFileSync(path)[3], 3);
  });
});
