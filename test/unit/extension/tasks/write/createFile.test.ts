import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from '../../../../../core/index';
import type { NewFile } from '../../../../../extension/tasks/write/createFile';
import { runTask } from '../../../../../extension/tasks/runTask';

describe('the task createFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-new-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const request = (name: string, more: Partial<NewFile> = {}): NewFile => ({
    target: { path: join(folder, name), mayReplace: false },
    dtype: 'int16',
    shape: [3, 4],
    order: 'C',
    fill: { kind: 'arange' },
    isNpy: false,
    ...more,
  });

  it('makes zeros that take no room', async () => {
    const made = await runTask(
      'createFile',
      request('zeros.dat', { shape: [2 ** 20, 2 ** 10], fill: { kind: 'zeros' } }),
    );
    assert.deepEqual(made, { offset: 0, byteLength: 2 ** 31 });
    const { size, blocks } = statSync(join(folder, 'zeros.dat'));
    assert.equal(size, 2 ** 31);
    assert.ok(blocks * 512 < 2 ** 20, `${blocks} blocks`);
  });

  it('counts in the order of memory', async () => {
    await runTask('createFile', request('count.dat', { order: 'F', dtype: '>i2' }));
    const bytes = readFileSync(join(folder, 'count.dat'));
    assert.deepEqual(
      Array.from({ length: 12 }, (_, k) => bytes.readInt16BE(2 * k)),
      Array.from({ length: 12 }, (_, k) => k),
    );
  });

  it('fills with one value of any dtype', async () => {
    for (const [dtype, value] of [
      ['float32', '0.5'],
      ['>i8', '-9223372036854775808'],
      ['S3', 'ab'],
      ['datetime64[D]', '2024-02-29'],
      ['complex64', '1-2j'],
    ] as const) {
      const name = `full-${dtype.replace(/\W/g, '')}.npy`;
      const shape = [5, 7];
      await runTask(
        'createFile',
        request(name, { dtype, shape, isNpy: true, fill: { kind: 'full', value } }),
      );
      const map = await np.load(join(folder, name), { mmapMode: 'r' });
      const x = await map.read();
      assert.deepEqual([x.shape, x.dtype.str], [shape, np.parseDType(dtype).str]);
      const { bytes } = np.encodeItem(x.dtype, value);
      const expected = Buffer.concat(Array.from({ length: 35 }, () => bytes));
      assert.deepEqual(Buffer.from(x.tobytes()), expected);
      await map.close();
    }
  });

  it('draws what a seed says, and something else without one', async () => {
    const draw = async (name: string, seed?: string): Promise<Buffer> => {
      await runTask('createFile', request(name, { dtype: 'float64', fill: { kind: 'random', seed } }));
      return readFileSync(join(folder, name));
    };
    const seven = await draw('seven.dat', '7');
    assert.deepEqual(seven, Buffer.from((np.random.defaultRng(7).random([12]) as np.NDArray).tobytes()));
    assert.notDeepEqual(await draw('one.dat'), await draw('other.dat'));
  });

  it('leaves a file alone that nobody agreed to lose, and no half of its own', async () => {
    const path = join(folder, 'there.dat');
    writeFileSync(path, 'precious');
    await assert.rejects(runTask('createFile', request('there.dat')), {
      kind: 'file-unwritable',
      message: /already exists/,
    });
    assert.equal(readFileSync(path, 'utf8'), 'precious');
    await runTask('createFile', request('there.dat', { target: { path, mayReplace: true } }));
    assert.equal(statSync(path).size, 24);
    assert.deepEqual(
      readdirSync(folder).filter(name => name.endsWith('.tmp')),
      [],
    );
  });

  it('removes what is half made when it is cancelled', async () => {
    const abort = new AbortController();
    const target = { path: join(folder, 'never.dat'), mayReplace: false };
    const running = runTask(
      'createFile',
      request('', { target, shape: [2 ** 30], dtype: 'float64', fill: { kind: 'random' } }),
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    await assert.rejects(running, { kind: 'aborted' });
    assert.deepEqual(
      readdirSync(folder).filter(name => name.includes('never')),
      [],
    );
  });

  it('says so where its folder is missing', async () => {
    const target = { path: join(folder, 'no', 'where.dat'), mayReplace: false };
    await assert.rejects(runTask('createFile', request('', { target })), {
      kind: 'file-unwritable',
      message: /folder does not exist/,
    });
  });

  it('makes files of the longest names, and refuses longer ones before anything is written', async () => {
    const longest = `${'\u65e5'.repeat(83)}.dat.x`;
    assert.equal(Buffer.byteLength(longest), 255);
    await runTask('createFile', request(longest));
    assert.equal(statSync(join(folder, longest)).size, 24);
    let begun = 0;
    const running = runTask('createFile', request(`${longest}x`), { onProgress: () => begun++ });
    await assert.rejects(running, { kind: 'file-unwritable', message: /the name is too long/ });
    assert.equal(begun, 0);
  });
});
