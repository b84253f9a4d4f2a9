/** What `np.memmap` refuses, and `np.save` and `np.load`, byte for byte. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';
import { mapped, scratch, useScratch } from './maps';

const numpy = claims(__filename);

describe('what is refused before the file is touched', () => {
  useScratch();

  numpy("np.memmap(path, mode='w+')", () => np.memmap(scratch.path, { mode: 'w+' }));
  numpy("np.memmap(path, mode='x')", () => np.memmap(scratch.path, { mode: 'x' as np.MapModeName }));
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, '<i4', 'r', 1)", () =>
    mapped({ mode: 'r', dtype: '<i4', offset: 1 }, m => m.read()),
  );
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, '<i4', 'r', 0, (13,))", () =>
    mapped({ mode: 'r', dtype: '<i4', shape: 13 }, m => m.read()),
  );
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, 'u1', 'c', 40, (9,))", () =>
    mapped({ mode: 'c', offset: 40, shape: 9 }, m => m.read()),
  );
  numpy("open(path, 'wb').write(b''); np.memmap(path, 'u1', 'r')", async () => {
    await writeFile(scratch.path, '');
    return np.memmap(scratch.path, { mode: 'r' });
  });
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, 'u1', 'r', -1)", () =>
    mapped({ mode: 'r', offset: -1 }, m => m.read()),
  );
  const odd = (options: object): Promise<unknown> => mapped({ mode: 'r', ...options }, m => m.read());
  numpy("open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, None, 'r'))", () =>
    odd({ dtype: null }),
  );
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, 'u1', 'r', shape=(1.5,))", () =>
    odd({ shape: [1.5] }),
  );
  numpy("open(path, 'wb').write(bytes(48)); np.memmap(path, 'u1', 'r', order='Z')", () =>
    odd({ order: 'Z' }),
  );
  numpy(
    "open(path, 'wb').write(bytes(range(48))); np.array(np.memmap(path, [('x', '<f4')], 'r', shape=None))",
    () => odd({ dtype: [['x', '<f4']], shape: null }),
  );

  it('are options by their place, or of a name that there is not', async () => {
    const told = { numpyName: 'TypeError', kind: 'invalid-input' };
    await assert.rejects(np.memmap(scratch.path, 'f4' as never), told);
    await assert.rejects(np.memmap(scratch.path, { type: 'f4' } as never), told);
    await assert.rejects(
      mapped({ mode: 'r' }, m => m.sum(0 as never)),
      told,
    );
    await assert.rejects(
      mapped({ mode: 'r' }, m => m.mean({ axes: 0 } as never)),
      told,
    );
    await assert.rejects(np.load(scratch.path, { mmap_mode: 'r' } as never), told);
  });

  it('is a file that is not there, in all modes but w+', async () => {
    for (const mode of ['r', 'r+', 'c'] as const) {
      await assert.rejects(np.memmap(scratch.path, { mode }), {
        kind: 'file-missing',
        numpyName: 'FileNotFoundError',
      });
    }
  });
});

describe('np.save and np.load', () => {
  useScratch();

  const saved = async (x: np.NDArray | np.Nested): Promise<Uint8Array> => {
    await np.save(`${scratch.path}.npy`, x);
    return readFile(`${scratch.path}.npy`);
  };
  numpy("np.save(path, np.arange(3)); open(path + '.npy', 'rb').read()", () => saved(np.arange(3)));
  numpy("np.save(path, np.arange(6).reshape(2, 3).T); open(path + '.npy', 'rb').read()", () =>
    saved(np.arange(6).reshape([2, 3]).T),
  );
  numpy("np.save(path, np.arange(6)[::-2]); open(path + '.npy', 'rb').read()", () =>
    saved(np.arange(6).get('::-2')),
  );
  numpy("np.save(path, np.array(5., '>f4')); open(path + '.npy', 'rb').read()", () =>
    saved(np.array(5, { dtype: '>f4' })),
  );
  numpy("np.save(path, np.zeros((0, 2), 'i1')); open(path + '.npy', 'rb').read()", () =>
    saved(np.zeros([0, 2], { dtype: 'i1' })),
  );
  numpy("np.save(path, np.array(['a', 'bé'])); open(path + '.npy', 'rb').read()", () =>
    saved(np.array(['a', 'bé'])),
  );
  numpy(
    "np.save(path, np.array([(1, 2)], [('a', 'u1'), ('b', '<i2')])); open(path + '.npy', 'rb').read()",
    () =>
      saved(
        np.array([[1, 2]], {
          dtype: [
            ['a', 'u1'],
            ['b', '<i2'],
          ],
        }),
      ),
  );
  numpy("np.save(path, np.zeros(1, [('é', 'u1')])); open(path + '.npy', 'rb').read()", () =>
    saved(np.zeros(1, { dtype: [['é', 'u1']] })),
  );
  numpy("np.save(path, np.zeros(1, [('m', '<f4', (2, 2))])); open(path + '.npy', 'rb').read()", () =>
    saved(np.zeros(1, { dtype: [['m', '<f4', [2, 2]]] })),
  );
  numpy("np.save(path, np.array(['2020'], 'M8[25s]')); open(path + '.npy', 'rb').read()", () =>
    saved(np.array(['2020'], { dtype: 'M8[25s]' })),
  );
  numpy('np.save(path, [[1, 2], [3, 4]]); open(path + ".npy", "rb").read()', () =>
    saved([
      [1, 2],
      [3, 4],
    ]),
  );
  numpy("np.save(path, np.arange(6).reshape(2, 3).T); np.load(path + '.npy')", async () => {
    await np.save(scratch.path, np.arange(6).reshape([2, 3]).T);
    return np.load(`${scratch.path}.npy`);
  });
  numpy(
    "np.save(path, np.arange(6).reshape(2, 3)); np.array(np.load(path + '.npy', mmap_mode='r')[:, ::2])",
    async () => {
      await np.save(scratch.path, np.arange(6).reshape([2, 3]));
      const map = await np.load(`${scratch.path}.npy`, { mmapMode: 'r' });
      const part = await map.get(':, ::2').read();
      await map.close();
      return part;
    },
  );
});
