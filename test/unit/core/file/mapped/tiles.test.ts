import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import * as np from '../../../../../core/index';

const shapes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
const orders = fc.constantFrom<np.Order>('C', 'F');

describe('maps turned around', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-tiles-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are cut into tiles that hold every item once', () => {
    fc.assert(
      fc.property(shapes, orders, orders, fc.integer({ min: 1, max: 300 }), (shape, from, to, maxBytes) => {
        const [source, target] = [from, to].map(order => np.contiguousLayout(shape, 4, { order }));
        const seen = np.zeros(shape, { dtype: 'int32' });
        for (const tile of np.tilesOf(source, target, maxBytes)) {
          const size = tile.shape.reduce((product, length) => product * length, 4);
          assert.ok(size <= Math.max(4, maxBytes), `${size} bytes of ${maxBytes}`);
          const part = seen.get(tile.start.map((at, axis) => np.slice(at, at + tile.shape[axis])));
          np.add(part, 1, { out: part });
        }
        assert.ok(np.all(np.equal(seen, 1)));
      }),
    );
  });

  it('are written in the other order', async () => {
    const shape = [700, 3, 501];
    const source = join(folder, 'c.dat');
    const x = await np.memmap(source, { dtype: 'int32', mode: 'w+', shape });
    await x.write(np.arange(x.size).reshape(shape));
    for (const dtype of ['int32', '>i8', 'float32']) {
      const target = join(folder, `f-${dtype.replace('>', 'b')}.dat`);
      const y = await np.memmap(target, { dtype, mode: 'w+', shape, order: 'F' });
      let done = 0;
      await y.write(x, { onProgress: at => (done = at) });
      assert.equal(done, x.size);
      const expected = (await x.read()).astype(dtype).tobytes({ order: 'F' });
      assert.ok(readFileSync(target).equals(expected), dtype);
      await y.close();
    }
    await x.close();
  });
});
