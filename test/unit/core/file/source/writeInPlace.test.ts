import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectorError } from '../../../../../core/errors';
import { openFileSource } from '../../../../../core/file/source/fileSource';
import { isWritable, writeInPlace } from '../../../../../core/file/source/writeInPlace';

const kind = (expected: string) => (error: unknown) =>
  error instanceof InspectorError && error.kind === expected && error.action !== undefined;
const isRoot = process.getuid?.() === 0;

describe('bytes stored in place', () => {
  let folder: string;
  let path: string;
  const identity = async () => {
    const source = await openFileSource(path);
    await source.close();
    return source.identity;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ndarray-store-'));
    path = join(folder, 'x.dat');
    await writeFile(path, Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('change those bytes and no other, and not the size', async () => {
    const runs = [
      { byteOffset: 1, bytes: Uint8Array.of(9, 8) },
      { byteOffset: 7, bytes: Uint8Array.of(5) },
    ];
    await writeInPlace(path, await identity(), runs);
    assert.deepEqual([...(await readFile(path))], [0, 9, 8, 3, 4, 5, 6, 5]);
  });

  it('keep the file the same file: who maps it sees them', async () => {
    const before = await identity();
    await writeInPlace(path, before, [{ byteOffset: 0, bytes: Uint8Array.of(1) }]);
    assert.equal((await stat(path, { bigint: true })).ino, before.ino);
  });

  it('are refused where another file is at the path', async () => {
    const before = await identity();
    await rename(path, join(folder, 'old.dat'));
    await writeFile(path, new Uint8Array(8));
    const store = writeInPlace(path, before, [{ byteOffset: 0, bytes: Uint8Array.of(1) }]);
    await assert.rejects(store, kind('file-changed'));
    assert.deepEqual([...(await readFile(path))], [0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are refused, all of them, where the file became too short for one', async () => {
    const before = await identity();
    await truncate(path, 4);
    const runs = [
      { byteOffset: 0, bytes: Uint8Array.of(1) },
      { byteOffset: 4, bytes: Uint8Array.of(1) },
    ];
    await assert.rejects(writeInPlace(path, before, runs), kind('file-changed'));
    assert.deepEqual([...(await readFile(path))], [0, 1, 2, 3]);
  });

  it('are refused where the file is missing or may not be written to', async function () {
    const before = await identity();
    assert.equal(await isWritable(path), true);
    await chmod(path, 0o444);
    if (!isRoot) {
      assert.equal(await isWritable(path), false);
      await assert.rejects(writeInPlace(path, before, []), kind('read-only'));
    }
    await rm(path);
    assert.equal(await isWritable(path), false);
    await assert.rejects(writeInPlace(path, before, []), kind('file-missing'));
  });

  it('are refused where a byte is neither what is expected there nor the new one', async () => {
    const before = await identity();
    const run = { byteOffset: 2, bytes: Uint8Array.of(20, 30), below: Uint8Array.of(2, 9) };
    await assert.rejects(writeInPlace(path, before, [run]), (error: unknown) => {
      assert.ok(kind('file-changed')(error));
      assert.equal((error as InspectorError).fields.byteOffset, 2);
      return true;
    });
    assert.deepEqual([...(await readFile(path))], [0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are stored where what is there is expected, or is the new byte already', async () => {
    const run = { byteOffset: 2, bytes: Uint8Array.of(20, 3), below: Uint8Array.of(2, 9) };
    await writeInPlace(path, await identity(), [run]);
    assert.deepEqual([...(await readFile(path))], [0, 1, 20, 3, 4, 5, 6, 7]);
  });

  it('are prepared for once nothing stands in the way, and not at all where it fails', async () => {
    const steps: string[] = [];
    const prepare = async (): Promise<void> => {
      steps.push(`prepared: ${[...(await readFile(path))].join()}`);
    };
    await writeInPlace(path, await identity(), [{ byteOffset: 0, bytes: Uint8Array.of(7) }], { prepare });
    assert.deepEqual(steps, ['prepared: 0,1,2,3,4,5,6,7']);
    const failing = writeInPlace(path, await identity(), [{ byteOffset: 0, bytes: Uint8Array.of(8) }], {
      prepare: () => Promise.reject(new Error('no journal')),
    });
    await assert.rejects(failing, kind('file-unwritable'));
    assert.equal((await readFile(path))[0], 7);
  });

  it('are looked at again after the preparation: what others stored meanwhile stays', async () => {
    const run = { byteOffset: 0, bytes: Uint8Array.of(9), below: Uint8Array.of(0) };
    const prepare = async (): Promise<void> => writeFile(path, Uint8Array.of(55, 1, 2, 3, 4, 5, 6, 7));
    await assert.rejects(writeInPlace(path, await identity(), [run], { prepare }), kind('file-changed'));
    assert.equal((await readFile(path))[0], 55);
  });

  it('are not prepared for where the file is another', async () => {
    const before = await identity();
    await rename(path, join(folder, 'old.dat'));
    await writeFile(path, new Uint8Array(8));
    let isPrepared = false;
    const prepare = (): Promise<void> => {
      isPrepared = true;
      return Promise.resolve();
    };
    await assert.rejects(writeInPlace(path, before, [], { prepare }), kind('file-changed'));
    assert.equal(isPrepared, false);
  });
});
