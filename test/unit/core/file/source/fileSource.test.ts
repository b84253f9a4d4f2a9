import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorKind, InspectorError } from '../../../../../core/errors';
import { type FileSource, openFileSource } from '../../../../../core/file/source/fileSource';

const posix = process.platform !== 'win32';

async function fails(promise: Promise<unknown>, kind: ErrorKind, message?: RegExp): Promise<void> {
  await assert.rejects(promise, (error: unknown) => {
    assert.ok(error instanceof InspectorError, String(error));
    assert.equal(error.kind, kind, error.message);
    if (message) assert.match(error.message, message);
    if (kind !== 'aborted') assert.ok(error.action, 'says what to do');
    return true;
  });
}

describe('a file as a source of bytes', () => {
  let folder = '';
  let opened: FileSource[] = [];

  const at = (name: string): string => join(folder, name);
  const openAt = async (name: string): Promise<FileSource> => {
    const source = await openFileSource(at(name));
    opened.push(source);
    return source;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'file source '));
  });

  afterEach(async () => {
    await Promise.all(opened.map(source => source.close()));
    opened = [];
    await rm(folder, { recursive: true, force: true });
  });

  it('gives the bytes of a range, in a buffer of their own', async () => {
    await writeFile(
      at('x.dat'),
      Uint8Array.from({ length: 256 }, (_, k) => k),
    );
    const source = await openAt('x.dat');
    assert.equal(source.byteLength, 256);
    const bytes = await source.read(10, 3);
    assert.deepEqual(bytes, Uint8Array.of(10, 11, 12));
    assert.equal(bytes.buffer.byteLength, 3);
    assert.equal((await source.read(256, 0)).length, 0);
  });

  it('reads beyond 2^32 in a sparse file of 64 GB', async () => {
    const islands = new Map([
      [0, 'start'],
      [2 ** 32 - 2, 'across'],
      [2 ** 35 + 12345, 'island'],
      [2 ** 36 - 3, 'end'],
    ]);
    const handle = await open(at('sparse.dat'), 'w');
    await handle.truncate(2 ** 36);
    for (const [offset, text] of islands) await handle.write(Buffer.from(text), 0, text.length, offset);
    await handle.close();
    const source = await openAt('sparse.dat');
    assert.equal(source.byteLength, 2 ** 36);
    for (const [offset, text] of islands) {
      assert.equal(Buffer.from(await source.read(offset, text.length)).toString(), text);
    }
    assert.deepEqual(await source.read(2 ** 35, 4), new Uint8Array(4));
  });

  it('refuses what lies outside, and what no single read can hold', async () => {
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    await fails(source.read(1, 3), 'out-of-bounds', /3 bytes at offset 1: there are 3 bytes/);
    for (const [offset, length] of [
      [-1, 1],
      [0, -1],
      [0.5, 1],
      [Number.NaN, 1],
      [2 ** 60, 1],
    ]) {
      await fails(source.read(offset, length), 'out-of-bounds');
    }
    await truncate(at('x.dat'), 2 ** 33);
    await source.refresh();
    await fails(source.read(0, 2 ** 32), 'too-large');
  });

  it('opens an empty file', async () => {
    await writeFile(at('empty.dat'), '');
    const source = await openAt('empty.dat');
    assert.equal(source.byteLength, 0);
    assert.equal((await source.read(0, 0)).length, 0);
    await fails(source.read(0, 1), 'out-of-bounds');
  });

  it('stops when told to', async () => {
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    await fails(source.read(0, 1, AbortSignal.abort()), 'aborted');
    const controller = new AbortController();
    const reading = source.read(0, 3, controller.signal);
    controller.abort();
    await fails(reading, 'aborted');
    assert.equal((await source.read(0, 3)).length, 3);
  });

  it('refuses what is no regular file, at once', async function () {
    await mkdir(at('directory.dat'));
    await fails(openFileSource(at('directory.dat')), 'not-a-file', /is a directory/);
    await fails(openFileSource(at('missing.dat')), 'file-missing', /missing\.dat does not exist/);
    await fails(openFileSource(join(at('missing'), 'x.dat')), 'file-missing');
    if (!posix) this.skip();
    execFileSync('mkfifo', [at('fifo.dat')]);
    await fails(openFileSource(at('fifo.dat')), 'not-a-file', /named pipe/);
    await fails(openFileSource('/dev/zero'), 'not-a-file', /device/);
    await symlink(at('nowhere'), at('dangling.dat'));
    await fails(
      openFileSource(at('dangling.dat')),
      'file-missing',
      /is a link to .*nowhere, which does not exist/,
    );
    await symlink(at('loop.dat'), at('loop.dat'));
    await fails(openFileSource(at('loop.dat')), 'file-missing');
    await writeFile(at('plain'), '');
    await fails(openFileSource(join(at('plain'), 'x.dat')), 'file-missing', /not a folder/);
  });

  it('refuses a socket', async function () {
    if (!posix) this.skip();
    const server = createServer().listen(at('socket.dat'));
    await new Promise(resolve => server.once('listening', resolve));
    await fails(openFileSource(at('socket.dat')), 'not-a-file', /socket/);
    await new Promise(resolve => server.close(resolve));
  });

  it('follows a link', async function () {
    if (!posix) this.skip();
    await writeFile(at('x.dat'), 'abc');
    await symlink(at('x.dat'), at('link.dat'));
    assert.equal((await openAt('link.dat')).byteLength, 3);
  });

  it('says so when the file may not be read', async function () {
    if (!posix || process.getuid?.() === 0) this.skip();
    await writeFile(at('x.dat'), 'abc');
    await chmod(at('x.dat'), 0);
    await fails(openFileSource(at('x.dat')), 'file-unreadable', /permission denied/);
  });

  it('notices that the file was cut short, without hanging', async () => {
    await writeFile(at('x.dat'), 'abcdefgh');
    const source = await openAt('x.dat');
    await truncate(at('x.dat'), 5);
    assert.equal(Buffer.from(await source.read(0, 5)).toString(), 'abcde');
    await fails(source.read(2, 6), 'file-changed', /became shorter: of 6 bytes at offset 2, 3 are left/);
    const state = await source.refresh();
    assert.deepEqual(state, { byteLength: 5, changed: true, replaced: false, missing: false });
    await fails(source.read(2, 6), 'out-of-bounds');
  });

  it('sees what was written and appended, and says nothing where nothing changed', async () => {
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    assert.deepEqual(await source.refresh(), {
      byteLength: 3,
      changed: false,
      replaced: false,
      missing: false,
    });
    await writeFile(at('x.dat'), 'xyz!', { flag: 'r+' });
    assert.deepEqual(await source.refresh(), {
      byteLength: 4,
      changed: true,
      replaced: false,
      missing: false,
    });
    assert.equal(Buffer.from(await source.read(0, 4)).toString(), 'xyz!');
    await utimes(at('x.dat'), 1, 1);
    assert.equal((await source.refresh()).changed, true);
  });

  it('goes over to the file that replaced it', async () => {
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    const { ino } = source.identity;
    await writeFile(at('new.dat'), 'a new file');
    await rename(at('new.dat'), at('x.dat'));
    assert.equal(Buffer.from(await source.read(0, 3)).toString(), 'abc', 'the old one, till the next look');
    assert.deepEqual(await source.refresh(), {
      byteLength: 10,
      changed: true,
      replaced: true,
      missing: false,
    });
    assert.equal(Buffer.from(await source.read(0, 10)).toString(), 'a new file');
    assert.notEqual(source.identity.ino, ino);
    assert.equal(source.identity.size, 10);
  });

  it('keeps the bytes of a deleted file, and comes back when the file does', async function () {
    if (!posix) this.skip();
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    await rm(at('x.dat'));
    assert.deepEqual(await source.refresh(), {
      byteLength: 3,
      changed: false,
      replaced: false,
      missing: true,
    });
    assert.equal(Buffer.from(await source.read(0, 3)).toString(), 'abc');
    await mkdir(at('x.dat'));
    await fails(source.refresh(), 'not-a-file');
    await rm(at('x.dat'), { recursive: true });
    await writeFile(at('x.dat'), 'again');
    assert.deepEqual(await source.refresh(), {
      byteLength: 5,
      changed: true,
      replaced: true,
      missing: false,
    });
    assert.equal(Buffer.from(await source.read(0, 5)).toString(), 'again');
  });

  it('finishes reads that were under way when it is closed, and refuses later ones', async () => {
    await writeFile(at('x.dat'), new Uint8Array(20_000_000));
    const source = await openAt('x.dat');
    const reading = source.read(0, 20_000_000);
    await source.close();
    assert.equal((await reading).length, 20_000_000);
    await fails(source.read(0, 1), 'aborted', /was closed/);
    await fails(source.refresh(), 'aborted');
    await source.close();
  });

  it('holds no more than one open file, however often it is replaced', async function () {
    if (process.platform !== 'linux') this.skip();
    const { readdir } = await import('node:fs/promises');
    const count = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    await writeFile(at('x.dat'), 'abc');
    const source = await openAt('x.dat');
    const before = await count();
    for (let k = 0; k < 20; k++) {
      await writeFile(at('new.dat'), `file ${k}`);
      await rename(at('new.dat'), at('x.dat'));
      await Promise.all([source.refresh(), source.refresh(), source.read(0, 1)]);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
    assert.ok((await count()) <= before + 1);
  });
});
