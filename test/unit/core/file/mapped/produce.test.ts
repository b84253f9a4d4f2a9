/** Maps that are filled by a producer, and how long transfers are followed and given up. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from '../../../../../core/index';
import { native, producedView } from '../../../../../core/file/mapped/produce';

let folder = '';
let path = '';

async function made(
  options: np.MemmapOptions,
  fill: np.Producer,
  how: np.ProduceOptions = {},
): Promise<Buffer> {
  const map = await np.memmap(path, { mode: 'w+', ...options });
  try {
    await map.writeFrom(fill, how);
  } finally {
    await map.close();
  }
  return readFile(path);
}

const counting: np.Producer = (items, first) => {
  for (let k = 0; k < items.length; k++)
    items[k] = items instanceof BigInt64Array ? BigInt(first + k) : first + k;
};

describe('a producer', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'produce-'));
    path = join(folder, 'array');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const [dtype, View] of [
    ['i1', Int8Array],
    ['u1', Uint8Array],
    ['<i2', Int16Array],
    ['<u2', Uint16Array],
    ['<i4', Int32Array],
    ['<u4', Uint32Array],
    ['<i8', BigInt64Array],
    ['<u8', BigUint64Array],
    ['<f4', Float32Array],
    ['<f8', Float64Array],
    ['<f2', Uint16Array],
    ['<c8', Float32Array],
    ['<c16', Float64Array],
    ['S3', Uint8Array],
    ['?', Uint8Array],
  ] as const) {
    it(`of ${dtype} fills a ${View.name}`, () => {
      const view = producedView(new ArrayBuffer(48), np.dtype(dtype));
      assert.ok(view instanceof View);
      assert.equal(view.byteLength, 48);
    });
  }

  it('counts items in C order, whatever the order in the file', async () => {
    const bytes = await made({ dtype: '<i2', shape: [2, 3], order: 'F' }, counting);
    assert.deepEqual([...new Int16Array(new Uint8Array(bytes).buffer)], [0, 3, 1, 4, 2, 5]);
  });

  it('makes native numbers, which are stored as the map has them', async () => {
    const bytes = await made({ dtype: '>i2', shape: 3 }, counting);
    assert.deepEqual([...bytes], [0, 0, 0, 1, 0, 2]);
  });

  it('makes numbers of another dtype where it says so; they are converted as C does', async () => {
    const bytes = await made({ dtype: 'u1', shape: 4 }, items => items.set([1.9, 255.9, 256, -1] as never), {
      dtype: 'f8',
    });
    assert.deepEqual([...bytes].slice(0, 2), [1, 255]);
  });

  it('fills structured items as bytes', async () => {
    const dtype = np.dtype([
      ['a', 'u1'],
      ['b', '>u2'],
    ]);
    const bytes = await made({ dtype, shape: 2 }, items => items.set([1, 0, 2, 3, 0, 4] as never));
    assert.deepEqual([...bytes], [1, 0, 2, 3, 0, 4]);
  });

  it('may take its time, and is told where it is', async () => {
    const firsts: number[] = [];
    const seen: [number, number][] = [];
    const size = 300_000;
    await made(
      { dtype: '<f8', shape: size },
      async (items, first) => {
        firsts.push(first);
        await Promise.resolve();
        items.fill(first as never);
      },
      { onProgress: (done, total) => seen.push([done, total]) },
    );
    assert.equal(firsts[0], 0);
    assert.ok(firsts.length > 1, 'a piece at a time');
    assert.ok(firsts.every((first, k) => k === 0 || first > firsts[k - 1]));
    assert.deepEqual(seen.at(-1), [size, size]);
    assert.equal(seen.length, firsts.length);
  });

  it('is given up between two pieces', async () => {
    const controller = new AbortController();
    let pieces = 0;
    const work = made(
      { dtype: '<f8', shape: 500_000 },
      () => {
        pieces++;
        controller.abort();
      },
      { signal: controller.signal },
    );
    await assert.rejects(work, { kind: 'aborted' });
    assert.equal(pieces, 1);
  });

  it('that fails leaves the rest as it is, and says why', async () => {
    const work = made({ dtype: 'u1', shape: 8 }, () => {
      throw new RangeError('no more');
    });
    await assert.rejects(work, /no more/);
    assert.deepEqual([...(await readFile(path))], new Array<number>(8).fill(0));
  });

  it('fills nothing of an array without items', async () => {
    let calls = 0;
    await made({ dtype: 'u1', shape: [0, 3] }, () => {
      calls++;
    });
    assert.equal(calls, 0);
  });

  it('is not asked where nothing may be written', async () => {
    await made({ dtype: 'u1', shape: 4 }, counting);
    const map = await np.memmap(path, { mode: 'r' });
    await assert.rejects(map.writeFrom(counting), { kind: 'read-only', numpyName: 'ValueError' });
    await map.close();
    await assert.rejects(map.writeFrom(counting), { name: 'InspectorError' });
  });
});

describe('the native form of a dtype', () => {
  it('is the same in the byte order of the machine', () => {
    assert.equal(native(np.dtype('>f4')).str, '<f4');
    assert.equal(native(np.dtype('<i2')).str, '<i2');
    assert.equal(native(np.dtype('>U3')).str, '<U3');
    const record = np.dtype([['a', '>i2']]);
    assert.equal(native(record), record);
  });
});
