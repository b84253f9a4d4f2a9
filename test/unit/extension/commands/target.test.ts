import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSpace, lookAt, pathOf } from '../../../../extension/commands/files/target';

describe('the place of a new file', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ndarray-place-')));
  const source = join(folder, 'source.dat');
  before(() => {
    writeFileSync(source, 'bytes');
    mkdirSync(join(folder, 'inside'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('starts in the folder, or at home', () => {
    assert.equal(pathOf(' a.dat ', folder), join(folder, 'a.dat'));
    assert.equal(pathOf('~/a.dat', folder), join(homedir(), 'a.dat'));
    assert.equal(pathOf(source, '/elsewhere'), source);
  });

  it('is a file that is there, or that can be made', async () => {
    assert.deepEqual(await lookAt('new.dat', folder), { path: join(folder, 'new.dat'), exists: false });
    assert.deepEqual(await lookAt('source.dat', folder), { path: source, exists: true });
  });

  it('is no folder, in no folder that is missing, and has a name', async () => {
    await assert.rejects(lookAt('inside', folder), { kind: 'not-a-file', message: /is a folder/ });
    await assert.rejects(lookAt('none/a.dat', folder), { kind: 'file-missing', message: /does not exist/ });
    await assert.rejects(lookAt('  ', folder), { kind: 'invalid-input', message: /needs a name/ });
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
      await assert.rejects(lookAt(name, folder, [source]), { message: /is the file that is read/ }, name);
    assert.equal((await lookAt('other.dat', folder, [source])).exists, false);
  });

  it('has room on its disk', async () => {
    await checkSpace(source, 1);
    await assert.rejects(checkSpace(source, 2 ** 62), {
      kind: 'too-large',
      message: /are needed, the disk has/,
    });
  });
});
