import assert from 'node:assert/strict';
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectorError } from '../../../../core/errors';
import { load } from '../../../../core/file/load';
import { memmap } from '../../../../core/file/memmap';
import { save } from '../../../../core/file/save';
import type { NDArray } from '../../../../core/ndarray/ndarray';

let folder = '';
const at = (name: string): string => join(folder, name);
const bytesOf = (x: NDArray): number[] => [...new Uint8Array(x.buffer)];

const fails = (work: () => Promise<unknown>, kind: string, message: RegExp): Promise<void> =>
  assert.rejects(work, (error: unknown) => {
    assert.ok(error instanceof InspectorError, String(error));
    assert.equal(error.kind, kind);
    assert.match(error.message, message);
    return true;
  });

describe('a map of a file', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'map-'));
    await writeFile(
      at('m.dat'),
      Uint8Array.from({ length: 24 }, (_, k) => k),
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('infers one length from the bytes that are there', async () => {
    const m = await memmap(at('m.dat'), { shape: [-1, 4], mode: 'r', dtype: '<i2' });
    assert.deepEqual(m.shape, [3, 4]);
    assert.equal(m.filename, at('m.dat'));
    await m.close();
    await fails(
      () => memmap(at('m.dat'), { shape: [-1, 5] }),
      'invalid-shape',
      /cannot reshape array of size 24/,
    );
  });

  it('refuses before it touches the file', async () => {
    const wrong = [
      { mode: 'w+' as const },
      { mode: 'w+' as const, shape: [-5] },
      { mode: 'w+' as const, shape: 4, dtype: 'S0' },
      { mode: 'w+' as const, shape: 4, dtype: 'nonsense' },
      { mode: 'w+' as const, shape: 4, offset: -8 },
      { mode: 'r+' as const, shape: 1.5 },
      { mode: 'w+' as const, shape: [2 ** 40, 2 ** 40] },
    ];
    for (const options of wrong) await assert.rejects(memmap(at('m.dat'), options), InspectorError);
    assert.equal((await readFile(at('m.dat'))).length, 24);
    await fails(() => memmap(at('none.dat')), 'file-missing', /does not exist/);
    await assert.rejects(memmap(at('new.dat'), { mode: 'w+', shape: [-5] }), InspectorError);
    await assert.rejects(stat(at('new.dat')), /ENOENT/);
  });

  it('leaves an empty file empty', async () => {
    await writeFile(at('e.dat'), '');
    const m = await memmap(at('e.dat'));
    assert.deepEqual(m.shape, [0]);
    await m.close();
    assert.equal((await stat(at('e.dat'))).size, 0);
  });

  it('keeps what is written in mode c in memory', async () => {
    const m = await memmap(at('m.dat'), { mode: 'c' });
    await m.get('2:4').write(99);
    assert.deepEqual(bytesOf(await m.get('1:5').read()), [1, 99, 99, 4]);
    await m.flush();
    await m.close();
    assert.deepEqual([...(await readFile(at('m.dat')))].slice(1, 5), [1, 2, 3, 4]);
  });

  it('writes only the items of a view', async () => {
    const m = await memmap(at('m.dat'), { shape: [4, 6] });
    await m.get('::2, 1::3').write(200);
    await m.close();
    const bytes = [...(await readFile(at('m.dat')))];
    const changed = bytes.flatMap((byte, k) => (byte === k ? [] : [k]));
    assert.deepEqual(changed, [1, 4, 13, 16]);
  });

  it('reads a value that shares its bytes before it writes the first', async () => {
    const m = await memmap(at('m.dat'));
    await m.get('1:').write(m.get(':-1'));
    assert.deepEqual(bytesOf(await m.get(':4').read()), [0, 0, 1, 2]);
    await m.get(':-1').write(m.get('1:'));
    await m.write(m.get('::-1'));
    assert.deepEqual(bytesOf(await m.get(':3').read()), [22, 22, 21]);
    await m.close();
  });

  it('sees that two maps are of one file', async () => {
    const [a, b] = await Promise.all([memmap(at('m.dat')), memmap(at('m.dat'))]);
    await a.get('1:').write(b.get(':-1'));
    assert.deepEqual(bytesOf(await a.get(':4').read()), [0, 0, 1, 2]);
    await Promise.all([a.close(), b.close()]);
  });

  it('does writes one after the other, and all of them before it closes', async () => {
    const m = await memmap(at('m.dat'));
    const writes = [1, 2, 3].map(value => m.get('::2').write(value));
    const closed = m.close();
    await Promise.all([...writes, closed]);
    assert.equal((await readFile(at('m.dat')))[4], 3);
  });

  it('says that it is closed', async () => {
    const m = await memmap(at('m.dat'));
    await m.close();
    await m.close();
    await fails(() => m.read(), 'aborted', /was closed/);
    await fails(() => m.write(1), 'aborted', /was closed/);
    await fails(() => m.flush(), 'aborted', /was closed/);
  });

  it('says that the file became shorter', async () => {
    const m = await memmap(at('m.dat'));
    await truncate(at('m.dat'), 10);
    await fails(() => m.read(), 'file-changed', /became shorter/);
    await m.close();
  });

  it('names take for lists', async () => {
    const m = await memmap(at('m.dat'), { mode: 'r' });
    assert.throws(() => m.get([[0, 2]]), { kind: 'invalid-index' });
    assert.throws(() => m.get('[0, 2]'), { kind: 'invalid-index' });
    assert.deepEqual(m.get([{ start: 2, stop: 8, step: 3 }, null]).shape, [2, 1]);
    await m.close();
  });

  it('stops reading and writing when told', async () => {
    const m = await memmap(at('big.dat'), { mode: 'w+', shape: 8 * 2 ** 20 });
    const stop = new AbortController();
    const reading = m.read({ signal: stop.signal });
    stop.abort();
    await fails(() => reading, 'aborted', /cancelled/);
    const late = new AbortController();
    const onProgress = (done: number): void => {
      if (done > 2 ** 20) late.abort();
    };
    await fails(() => m.write(1, { signal: late.signal, onProgress }), 'aborted', /cancelled/);
    assert.deepEqual(bytesOf(await m.get('-1:').read()), [0]);
    await m.close();
  });

  it('is filled by a producer in C order, whatever the order in the file', async () => {
    const m = await memmap(at('f.dat'), { mode: 'w+', shape: [700, 900], dtype: '>f4', order: 'F' });
    let calls = 0;
    await m.writeFrom(
      (target, first) => {
        calls++;
        for (let k = 0; k < target.length; k++) target[k] = first + k;
      },
      { dtype: 'float64' },
    );
    assert.ok(calls > 2);
    const x = await m.get('699, 898:').read();
    const view = new DataView(x.buffer);
    assert.deepEqual([view.getFloat32(0), view.getFloat32(4)], [699 * 900 + 898, 699 * 900 + 899]);
    await m.close();
  });

  it('reads and writes single items of a sparse 64 GiB file without its bytes', async function () {
    const file = await open(at('sparse.dat'), 'w');
    const size = 64 * 2 ** 30;
    const isSparse = await file.truncate(size).then(
      () => true,
      () => false,
    );
    await file.close();
    if (!isSparse) this.skip();
    const before = process.memoryUsage.rss();
    const m = await memmap(at('sparse.dat'), { dtype: 'float64', shape: [2 ** 16, 2 ** 17] });
    await m.get('-1, -1').write(2.5);
    const column = await m.get('::4096, -1').read();
    assert.deepEqual(column.shape, [16]);
    assert.equal(new Float64Array((await m.get('-1, -2:').read()).buffer)[1], 2.5);
    await m.close();
    assert.ok(process.memoryUsage.rss() - before < 64 * 2 ** 20);
    const { blocks } = await stat(at('sparse.dat'));
    assert.ok(blocks * 512 < 2 ** 20, 'the file is still sparse');
  });
});

describe('saving', () => {
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'save-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('can save a map over the file that it is a map of', async () => {
    const made = await memmap(at('raw.dat'), { mode: 'w+', shape: [3, 4], dtype: '<i4' });
    await made.writeFrom(target => {
      for (let k = 0; k < target.length; k++) target[k] = k;
    });
    await save(at('x'), made);
    await made.close();
    const m = await load(at('x.npy'), { mmapMode: 'r' });
    await save(at('x.npy'), m.get('::-1').T);
    await m.close();
    const x = await load(at('x.npy'));
    assert.deepEqual(x.shape, [4, 3]);
    assert.deepEqual([...new Int32Array(x.buffer)].slice(0, 3), [8, 4, 0]);
  });

  it('leaves the old file where it fails', async () => {
    await writeFile(at('x.npy'), 'old');
    const m = await memmap(at('raw.dat'), { mode: 'w+', shape: 2 ** 22 });
    const stop = new AbortController();
    await fails(
      () => save(at('x.npy'), m, { signal: stop.signal, onProgress: () => stop.abort() }),
      'aborted',
      /cancelled/,
    );
    await m.close();
    assert.equal(await readFile(at('x.npy'), 'utf8'), 'old');
  });
});
