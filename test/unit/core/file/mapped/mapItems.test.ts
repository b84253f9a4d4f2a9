/** Maps as `np.memmap` has them: where items are, what is read, taken and written. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';
import { mapped, read, scratch, useScratch } from './maps';

const numpy = claims(__filename);

/** The bytes of the file after something was stored. */
async function stored(
  options: np.MemmapOptions,
  index: np.IndexLike,
  value: np.NDArray | np.Nested,
): Promise<Uint8Array> {
  await mapped(options, map => map.get(index).write(value));
  return readFile(scratch.path);
}

describe('items of a map', () => {
  useScratch();

  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, mode='r'))", () => read({}));
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, '<i2', 'r'))", () =>
    read({ dtype: '<i2' }),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, '>i4', 'r', 8))", () =>
    read({ dtype: '>i4', offset: 8 }),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, '<f4', 'r', 3, (2, 3)))", () =>
    read({ dtype: '<f4', offset: 3, shape: [2, 3] }),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, '<i2', 'r', 0, (4, 6), 'F'))",
    () => read({ dtype: '<i2', shape: [4, 6], order: 'F' }),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r', 0, (2, 4, 6))[:, ::2, 1])",
    () => read({ shape: [2, 4, 6] }, ':, ::2, 1'),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r', 0, (6, 8))[::-1, ::-3])",
    () => read({ shape: [6, 8] }, '::-1, ::-3'),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r', 0, (6, 8)).T[2])",
    () => mapped({ mode: 'r', shape: [6, 8] }, map => map.T.get(2).read()),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r').reshape(4, 12)[1])",
    () => mapped({ mode: 'r' }, map => map.reshape([4, 12]).get(1).read()),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r').view('>u4'))", () =>
    mapped({ mode: 'r' }, map => map.view('>u4').read()),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, [('a', 'u1'), ('b', '<i2')], 'r')['b'])",
    () =>
      read(
        {
          dtype: np.dtype([
            ['a', 'u1'],
            ['b', '<i2'],
          ]),
        },
        'b',
      ),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, [('a', 'u1'), ('b', '<i2')], 'r')[2:4])",
    () =>
      read(
        {
          dtype: np.dtype([
            ['a', 'u1'],
            ['b', '<i2'],
          ]),
        },
        '2:4',
      ),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'S5', 'r', 3))", () =>
    read({ dtype: 'S5', offset: 3 }),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, '<i2', 'r', 8, (4, 5)); [m.shape, m.strides, m.ndim, m.size, m.itemsize, m.nbytes, m.offset, m.mode]",
    () =>
      mapped({ mode: 'r', dtype: '<i2', offset: 8, shape: [4, 5] }, m => [
        m.shape,
        m.strides,
        m.ndim,
        m.size,
        m.itemsize,
        m.nbytes,
        m.offset,
        m.mode,
      ]),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); str(np.memmap(path, '<i4', 'r', 2, (3,)).flags)", () =>
    mapped({ mode: 'r', dtype: '<i4', offset: 2, shape: 3 }, m => String(m.flags)),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); str(np.memmap(path, 'u1', 'r+', 0, (6, 8)).T.flags)", () =>
    mapped({ shape: [6, 8] }, m => String(m.T.flags)),
  );
});

describe('what is taken', () => {
  useScratch();

  const taken = (index: np.IndexLike): Promise<np.NDArray> =>
    mapped({ mode: 'r', dtype: 'u1', shape: [6, 8] }, map => map.take(index));
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r', 0, (6, 8))[[5, 0, 5]])",
    () => taken([[5, 0, 5]]),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, 'u1', 'r', 0, (6, 8))[[5, 0], [1, -1]])",
    () =>
      taken([
        [5, 0],
        [1, -1],
      ]),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[:, [7, 0]].tolist()",
    async () => (await taken([np.slice(null), [7, 0]])).tolist().valueOf(),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[[True, False] * 3, 1:3].tolist()",
    async () => (await taken([[true, false, true, false, true, false], '1:3'])).tolist(),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[[[0, 1], [2, 3]], 0].tolist()",
    async () =>
      (
        await taken([
          [
            [0, 1],
            [2, 3],
          ],
          0,
        ])
      ).tolist(),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[[6]]", () =>
    taken([[6]]),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[[0, 1], [0, 1, 2]]",
    () =>
      taken([
        [0, 1],
        [0, 1, 2],
      ]),
  );
});

describe('what is written', () => {
  useScratch();

  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path); m[2:5] = 99; m.flush(); open(path, 'rb').read()",
    () => stored({}, '2:5', 99),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, '>i2'); m[::5] = [1, -2, 3, -4, 5]; m.flush(); open(path, 'rb').read()",
    () => stored({ dtype: '>i2' }, '::5', [1, -2, 3, -4, 5]),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, 'u1', 'r+', 0, (6, 8)); m[:, 1] = np.arange(6) + 250; m.flush(); open(path, 'rb').read()",
    () => stored({ shape: [6, 8] }, ':, 1', np.add(np.arange(6), 250)),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, 'u1', 'r+', 0, (6, 8)); m[1:3] = [[1], [2]]; m.flush(); open(path, 'rb').read()",
    () => stored({ shape: [6, 8] }, '1:3', [[1], [2]]),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, [('a', 'u1'), ('b', '<i2')]); m['b'] = 7; m.flush(); open(path, 'rb').read()",
    () =>
      stored(
        {
          dtype: np.dtype([
            ['a', 'u1'],
            ['b', '<i2'],
          ]),
        },
        'b',
        7,
      ),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path); m[1:] = m[:-1]; m.flush(); open(path, 'rb').read()",
    async () => {
      await mapped({}, map => map.get('1:').write(map.get(':-1')));
      return readFile(scratch.path);
    },
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, 'u1', 'r+', 0, (6, 8)); m[::2] = m[1::2][::-1]; m.flush(); open(path, 'rb').read()",
    async () => {
      await mapped({ shape: [6, 8] }, map => map.get('::2').write(map.get('1::2').get('::-1')));
      return readFile(scratch.path);
    },
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, 'u1', 'c'); m[2:5] = 99; m.flush(); open(path, 'rb').read()",
    () => stored({ mode: 'c' }, '2:5', 99),
  );
  numpy(
    "m = np.memmap(path, '<i2', 'w+', 4, (2, 3)); m[...] = [1, 2, 3]; m.flush(); open(path, 'rb').read()",
    async () => {
      const map = await np.memmap(scratch.path, { dtype: '<i2', mode: 'w+', offset: 4, shape: [2, 3] });
      await map.write([1, 2, 3]);
      await map.close();
      return readFile(scratch.path);
    },
  );
  numpy(
    "m = np.memmap(path, '<i2', 'w+', 0, (2, 3), 'F'); m[...] = [[1, 2, 3], [4, 5, 6]]; m.flush(); open(path, 'rb').read()",
    async () => {
      const map = await np.memmap(scratch.path, { dtype: '<i2', mode: 'w+', shape: [2, 3], order: 'F' });
      await map.write([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      await map.close();
      return readFile(scratch.path);
    },
  );
  numpy(
    "open(path, 'wb').write(bytes(4)); m = np.memmap(path, 'u1', 'r+', 0, (8,)); m[6:] = 1; m.flush(); open(path, 'rb').read()",
    async () => {
      await writeFile(scratch.path, new Uint8Array(4));
      const map = await np.memmap(scratch.path, { shape: 8 });
      await map.get('6:').write(1);
      await map.close();
      return readFile(scratch.path);
    },
  );
  numpy("open(path, 'wb').write(bytes(range(48))); m = np.memmap(path, mode='r'); m[0] = 1", () =>
    stored({ mode: 'r' }, 0, 1),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); m = np.memmap(path); m[0] = 300", () =>
    stored({}, 0, 300),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); m = np.memmap(path); m[:3] = [1, 2]", () =>
    stored({}, ':3', [1, 2]),
  );
});

describe('a view of a map', () => {
  useScratch();

  numpy("open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r')[48]", () => read({}, 48));
  numpy("open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8))[0, 0, 0]", () =>
    read({ shape: [6, 8] }, '0, 0, 0'),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r').reshape(5, 8)", () =>
    mapped({ mode: 'r' }, m => m.reshape([5, 8]).read()),
  );
  numpy("open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r').view('V7')", () =>
    mapped({ mode: 'r' }, m => m.view('V7').read()),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.memmap(path, 'u1', 'r', 0, (6, 8)).transpose(0, 0)",
    () => mapped({ mode: 'r', shape: [6, 8] }, m => m.transpose([0, 0]).read()),
  );

  it('knows its map, keeps its offset, and closes with it', async () => {
    await writeFile(scratch.path, new Uint8Array(48));
    const map = await np.memmap(scratch.path, { offset: 8, mode: 'r' });
    const view = map.get('2:').get('::2');
    assert.equal(view.base, map);
    assert.equal(map.base, null);
    assert.equal(view.offset, 8);
    assert.equal(view.filename, scratch.path);
    await map.close();
    await assert.rejects(view.read(), { name: 'InspectorError' });
    await assert.rejects(view.sum(), { name: 'InspectorError' });
  });

  it('cannot be reshaped where that takes a copy', async () => {
    await mapped({ mode: 'r', shape: [6, 8] }, m => {
      assert.throws(() => m.T.reshape(48), { kind: 'invalid-shape', numpyName: 'ValueError' });
    });
  });
});
