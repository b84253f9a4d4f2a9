import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFreeSpace, checkPath, absolutePath } from '../../../../extension/commands/files/target';

describe('the place of a new file', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ndarray-place-')));
  const source = join(folder, 'source.dat');
  before(() => {
    writeFileSync(source, 'bytes');
    mkdirSync(join(folder, 'inside'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('starts in the folder, or at home', () => {
    assert.equal(absolutePath(' a.dat ', folder), join(folder, 'a.dat'));
    assert.equal(absolutePath('~/a.dat', folder), join(homedir(), 'a.dat'));
    assert.equal(absolutePath(source, '/elsewhere'), source);
  });

  it('is a file that is there, or that can be made', async () => {
    assert.deepEqual(await checkPath('new.dat', folder), { path: join(folder, 'new.dat'), exists: false });
    assert.deepEqual(await checkPath('source.dat', folder), { path: source, exists: true });
  });

  it('is no folder, in no folder that is missing, and has a name', async () => {
    await assert.rejects(checkPath('inside', folder), { kind: 'not-a-file', message: /is a folder/ });
    await assert.rejects(checkPath('none/a.dat', folder), {
      kind: 'file-missing',
      message: /does not exist/,
    });
    await assert.rejects(checkPath('  ', folder), { kind: 'invalid-input', message: /name is required/ });
  });

  it('is never the source, whatever leads to it', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(source, join(folder, 'link.dat'));
    linkSync(source, join(folder, 'second.dat'));
    symlinkSync(folder, join(folder, 'inside', 'up'));
    for (const name of [
      'source.dat',
      './inside/../source.dat',
      'link.dat',
      'second.dat',
      'inside/up/source.dat',
    ])
      await assert.rejects(checkPath(name, folder, [source]), { message: /is the source file/ }, name);
    assert.equal((await checkPath('other.dat', folder, [source])).exists, false);
  });

  it('has room on its disk', async () => {
    await checkFreeSpace(source, 1);
    await assert.rejects(checkFreeSpace(source, 2 ** 62), {
      kind: 'too-large',
      message: /are needed, but the disk has only/,
    });
  });
});
