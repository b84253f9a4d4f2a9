/** What the system says of files, in words: kinds that code tells apart, an action, and NumPy's exception. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectorError } from '../../../../../core/errors';
import { fileError, missingError } from '../../../../../core/file/source/fileErrors';
import { openRegular } from '../../../../../core/file/source/openFile';
import { writeError } from '../../../../../core/file/source/writeErrors';
import { save } from '../../../../../core/file/save';
import { arange } from '../../../../../core/ndarray/create/ranges';

const coded = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });

describe('what a read of a file threw', () => {
  for (const [code, kind, words] of [
    ['ENOENT', 'file-missing', /does not exist/],
    ['ENOTDIR', 'file-missing', /part of its path is not a folder/],
    ['ELOOP', 'file-missing', /leads back to itself/],
    ['EACCES', 'file-unreadable', /cannot be read: permission denied/],
    ['EPERM', 'file-unreadable', /cannot be read: permission denied/],
    ['EBUSY', 'file-unreadable', /locked/],
    ['EISDIR', 'not-a-file', /is a directory/],
    ['ENXIO', 'not-a-file', /is not a regular file/],
    ['EMFILE', 'file-unreadable', /too many files/],
    ['ENFILE', 'file-unreadable', /too many files/],
    ['EIO', 'file-unreadable', /disk reports an error/],
    ['ESTALE', 'file-changed', /was replaced/],
    ['EWHATEVER', 'file-unreadable', /cannot be read: EWHATEVER: no/],
  ] as const) {
    it(`is told of ${code}`, () => {
      const cause = coded(code);
      const error = fileError('/x', cause);
      assert.equal(error.kind, kind);
      assert.match(error.message, words);
      assert.match(error.message, /^\/x /);
      assert.ok(error.action);
      assert.equal(error.cause, cause);
      assert.deepEqual(error.fields, { path: '/x', code });
    });
  }

  it('is told of what has no code', () => {
    assert.match(fileError('/x', 'odd').message, /cannot be read: odd/);
    assert.deepEqual(fileError('/x', new Error('odd')).fields, { path: '/x' });
  });

  it('is NumPy’s exception where NumPy has one', () => {
    assert.equal(fileError('/x', coded('ENOENT')).numpyName, 'FileNotFoundError');
    assert.equal(fileError('/x', coded('EACCES')).numpyName, 'PermissionError');
    assert.equal(fileError('/x', coded('EISDIR')).numpyName, undefined);
  });

  it('stays what it is where it is one of ours already', () => {
    const error = new InspectorError('aborted', 'stopped');
    assert.equal(fileError('/x', error), error);
    assert.equal(writeError('/x', error), error);
  });
});

describe('what a write to a file threw', () => {
  for (const [code, words, numpyName] of [
    ['EACCES', /cannot be written: permission denied/, 'PermissionError'],
    ['EPERM', /cannot be written: permission denied/, 'PermissionError'],
    ['EROFS', /disk that is read-only/, 'OSError'],
    ['ETXTBSY', /running program/, 'OSError'],
    ['ENOSPC', /no space left/, 'OSError'],
    ['EDQUOT', /quota exceeded/, 'OSError'],
    ['EFBIG', /too large/, 'OSError'],
    ['EIO', /disk reports an error/, 'OSError'],
  ] as const) {
    it(`is told of ${code}`, () => {
      const error = writeError('/x', coded(code));
      assert.equal(error.kind, 'file-unwritable');
      assert.match(error.message, words);
      assert.equal(error.numpyName, numpyName);
      assert.ok(error.action);
    });
  }

  it('is told as of a read where it is nothing of writing', () => {
    assert.equal(writeError('/x', coded('ENOENT')).kind, 'file-missing');
    assert.equal(writeError('/x', coded('toString')).kind, 'file-unreadable');
  });
});

describe('what is no regular file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'odd-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const refusal = (path: string): Promise<InspectorError> =>
    openRegular(path).then(
      () => assert.fail('was opened'),
      (error: unknown) => error as InspectorError,
    );

  it('is a directory', async () => {
    const error = await refusal(folder);
    assert.equal(error.kind, 'not-a-file');
    assert.match(error.message, /is a directory$/);
  });

  it('is a socket', async () => {
    const path = join(folder, 's');
    const server = createServer();
    await new Promise<void>(done => server.listen(path, done));
    const error = await refusal(path);
    await new Promise(done => server.close(done));
    assert.match(error.message, /is a socket$/);
  });

  it('is a device', async function () {
    if (process.platform === 'win32') this.skip();
    assert.match((await refusal('/dev/null')).message, /is a device$/);
  });

  it('is a link to nothing, which says where it leads', async () => {
    const path = join(folder, 'link');
    await symlink('gone', path);
    const error = await refusal(path);
    assert.equal(error.kind, 'file-missing');
    assert.match(error.message, /is a link to gone, which does not exist/);
    assert.deepEqual(error.fields, { path, target: 'gone' });
    const plain = await missingError(join(folder, 'none'), coded('ENOENT'));
    assert.match(plain.message, /none does not exist$/);
  });

  it('is a link in a circle', async () => {
    const path = join(folder, 'a');
    await symlink('b', path);
    await symlink('a', join(folder, 'b'));
    assert.equal((await refusal(path)).kind, 'file-missing');
  });

  it('is not saved over, and nothing is left beside it', async () => {
    await mkdir(join(folder, 'd.npy'));
    await assert.rejects(save(join(folder, 'd.npy'), arange(3)), { kind: 'not-a-file' });
    await assert.rejects(save(join(folder, 'none', 'x.npy'), arange(3)), { kind: 'file-missing' });
    await writeFile(join(folder, 'plain'), '');
    await assert.rejects(save(join(folder, 'plain', 'x.npy'), arange(3)), { name: 'InspectorError' });
  });
});
