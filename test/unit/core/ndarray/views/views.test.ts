/** Other axes over the same bytes: reshape, transpose and their kin, and copies where strides cannot say it. */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

const cube = (): np.NDArray => np.arange(24).reshape([2, 3, 4]);
const plane = (): np.NDArray => np.arange(6).reshape([2, 3]);
const fortran = (): np.NDArray => np.asfortranarray(plane());

describe('reshape', () => {
  numpy('np.arange(6).reshape(2, 3)', () => np.arange(6).reshape([2, 3]));
  numpy('np.arange(6).reshape(6)', () => np.arange(6).reshape(6));
  numpy('np.arange(6).reshape(-1, 2)', () => np.arange(6).reshape([-1, 2]));
  numpy('np.arange(6).reshape(1, 6, 1)', () => np.arange(6).reshape([1, 6, 1]));
  numpy("np.arange(6).reshape((2, 3), order='F')", () => np.arange(6).reshape([2, 3], { order: 'F' }));
  numpy("np.arange(24).reshape(2, 3, 4).reshape((6, 4), order='F')", () =>
    cube().reshape([6, 4], { order: 'F' }),
  );
  numpy('np.arange(6).reshape(2, 3).T.reshape(6)', () => plane().T.reshape(6));
  numpy("np.arange(6).reshape(2, 3).T.reshape(6, order='F')", () => plane().T.reshape(6, { order: 'F' }));
  numpy("np.arange(6).reshape(2, 3).T.reshape(6, order='A')", () => plane().T.reshape(6, { order: 'A' }));
  numpy("np.arange(6).reshape(2, 3).reshape((3, 2), order='A')", () =>
    plane().reshape([3, 2], { order: 'A' }),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[:, ::2].reshape(4, 4)', () => cube().get(':, ::2').reshape([4, 4]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, :, ::2].reshape(6, 2)', () =>
    cube().get(':, :, ::2').reshape([6, 2]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[::-1].reshape(2, 12)', () => cube().get('::-1').reshape([2, 12]));
  numpy('np.zeros((2, 0)).reshape(0, 5)', () => np.zeros([2, 0]).reshape([0, 5]));
  numpy('np.zeros((2, 0)).reshape(-1)', () => np.zeros([2, 0]).reshape(-1));
  numpy('np.array(5).reshape(1, 1)', () => np.array(5).reshape([1, 1]));
  numpy('np.array([[5]]).reshape(())', () => np.array([[5]]).reshape([]));
  numpy('np.reshape([1, 2, 3, 4], (2, 2))', () => np.reshape([1, 2, 3, 4], [2, 2]));
  numpy('np.arange(6).reshape((2, 3), copy=True)', () => np.arange(6).reshape([2, 3], { copy: true }));
  numpy('np.arange(6).reshape((2, 3), copy=False)', () => np.arange(6).reshape([2, 3], { copy: false }));
  numpy('np.arange(6).reshape(2, 3).T.reshape(6, copy=False)', () => plane().T.reshape(6, { copy: false }));
  numpy('np.arange(6).reshape(4, 2)', () => np.arange(6).reshape([4, 2]));
  numpy('np.arange(6).reshape(-1, 4)', () => np.arange(6).reshape([-1, 4]));
  numpy('np.arange(6).reshape(-1, -1)', () => np.arange(6).reshape([-1, -1]));
  numpy('np.zeros((2, 0)).reshape(-1, 0)', () => np.zeros([2, 0]).reshape([-1, 0]));
  numpy('np.arange(6).reshape(-2, 3)', () => np.arange(6).reshape([-2, 3]));
});

describe('ravel and flatten', () => {
  for (const order of ['C', 'F', 'A', 'K'] as const) {
    it(`copies with flatten in order ${order}`, () => {
      const x = fortran();
      const flat = x.flatten({ order });
      assert.equal(flat.base, null);
      assert.equal(np.sharesMemory(x, flat), false);
    });
  }
  numpy('np.arange(6).reshape(2, 3).ravel()', () => plane().ravel());
  numpy("np.arange(6).reshape(2, 3).ravel('F')", () => plane().ravel({ order: 'F' }));
  numpy("np.arange(6).reshape(2, 3).ravel('A')", () => plane().ravel({ order: 'A' }));
  numpy("np.arange(6).reshape(2, 3).ravel('K')", () => plane().ravel({ order: 'K' }));
  numpy('np.arange(6).reshape(2, 3).T.ravel()', () => plane().T.ravel());
  numpy("np.arange(6).reshape(2, 3).T.ravel('F')", () => plane().T.ravel({ order: 'F' }));
  numpy("np.arange(6).reshape(2, 3).T.ravel('A')", () => plane().T.ravel({ order: 'A' }));
  numpy("np.arange(6).reshape(2, 3).T.ravel('K')", () => plane().T.ravel({ order: 'K' }));
  numpy("np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2).ravel('K')", () =>
    cube().transpose([1, 0, 2]).ravel({ order: 'K' }),
  );
  numpy("np.arange(24).reshape(2, 3, 4)[:, ::2].ravel('K')", () =>
    cube().get(':, ::2').ravel({ order: 'K' }),
  );
  numpy("np.arange(6)[::-1].ravel('K')", () => np.arange(6).get('::-1').ravel({ order: 'K' }));
  numpy('np.arange(6)[::2].ravel()', () => np.arange(6).get('::2').ravel());
  numpy('np.array(5).ravel()', () => np.array(5).ravel());
  numpy('np.zeros((0, 3)).ravel()', () => np.zeros([0, 3]).ravel());
  numpy('np.ravel([[1, 2], [3, 4]])', () =>
    np.ravel([
      [1, 2],
      [3, 4],
    ]),
  );
  numpy('np.arange(6).reshape(2, 3).flatten()', () => plane().flatten());
  numpy("np.arange(6).reshape(2, 3).flatten('F')", () => plane().flatten({ order: 'F' }));
  numpy("np.arange(6).reshape(2, 3).T.flatten('K')", () => plane().T.flatten({ order: 'K' }));
  numpy("np.arange(6).reshape(2, 3).T.flatten('A')", () => plane().T.flatten({ order: 'A' }));
});

describe('transpose and its kin', () => {
  numpy('np.arange(24).reshape(2, 3, 4).T', () => cube().T);
  numpy('np.arange(24).reshape(2, 3, 4).transpose()', () => cube().transpose());
  numpy('np.arange(24).reshape(2, 3, 4).transpose(1, 2, 0)', () => cube().transpose([1, 2, 0]));
  numpy('np.arange(24).reshape(2, 3, 4).transpose(-1, 0, -2)', () => cube().transpose([-1, 0, -2]));
  numpy('np.array(5).T', () => np.array(5).T);
  numpy('np.arange(3).T', () => np.arange(3).T);
  numpy('np.transpose([[1, 2], [3, 4]])', () =>
    np.transpose([
      [1, 2],
      [3, 4],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4).transpose(0, 1)', () => cube().transpose([0, 1]));
  numpy('np.arange(24).reshape(2, 3, 4).transpose(0, 1, 1)', () => cube().transpose([0, 1, 1]));
  numpy('np.arange(24).reshape(2, 3, 4).transpose(0, 1, 3)', () => cube().transpose([0, 1, 3]));
  numpy('np.arange(24).reshape(2, 3, 4).swapaxes(0, 2)', () => cube().swapaxes(0, 2));
  numpy('np.arange(24).reshape(2, 3, 4).swapaxes(-1, 1)', () => cube().swapaxes(-1, 1));
  numpy('np.arange(24).reshape(2, 3, 4).swapaxes(1, 1)', () => cube().swapaxes(1, 1));
  numpy('np.arange(24).reshape(2, 3, 4).swapaxes(0, 3)', () => cube().swapaxes(0, 3));
  numpy('np.arange(24).reshape(2, 3, 4).swapaxes(-4, 0)', () => cube().swapaxes(-4, 0));
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), 0, -1)', () => np.moveaxis(cube(), 0, -1));
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), [0, 1], [-1, 0])', () =>
    np.moveaxis(cube(), [0, 1], [-1, 0]),
  );
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), [0, 0], [1, 2])', () =>
    np.moveaxis(cube(), [0, 0], [1, 2]),
  );
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), [0, 1], [2])', () => np.moveaxis(cube(), [0, 1], [2]));
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), 3, 0)', () => np.moveaxis(cube(), 3, 0));
  numpy('np.moveaxis(np.arange(24).reshape(2, 3, 4), 0, 5)', () => np.moveaxis(cube(), 0, 5));
});

describe('axes of length 1', () => {
  numpy('np.zeros((1, 3, 1)).squeeze()', () => np.zeros([1, 3, 1]).squeeze());
  numpy('np.zeros((1, 3, 1)).squeeze(0)', () => np.zeros([1, 3, 1]).squeeze(0));
  numpy('np.zeros((1, 3, 1)).squeeze((0, -1))', () => np.zeros([1, 3, 1]).squeeze([0, -1]));
  numpy('np.zeros((1, 1)).squeeze()', () => np.zeros([1, 1]).squeeze());
  numpy('np.zeros((2, 3)).squeeze()', () => np.zeros([2, 3]).squeeze());
  numpy('np.zeros((1, 3, 1)).squeeze(1)', () => np.zeros([1, 3, 1]).squeeze(1));
  numpy('np.zeros((1, 3, 1)).squeeze((0, 0))', () => np.zeros([1, 3, 1]).squeeze([0, 0]));
  numpy('np.zeros((1, 3, 1)).squeeze(3)', () => np.zeros([1, 3, 1]).squeeze(3));
  numpy('np.expand_dims(np.arange(3), 0)', () => np.expandDims(np.arange(3), 0));
  numpy('np.expand_dims(np.arange(3), -1)', () => np.expandDims(np.arange(3), -1));
  numpy('np.expand_dims(np.arange(3), (0, 2))', () => np.expandDims(np.arange(3), [0, 2]));
  numpy('np.expand_dims(np.array(5), 0)', () => np.expandDims(np.array(5), 0));
  numpy('np.expand_dims(np.arange(3), 2)', () => np.expandDims(np.arange(3), 2));
  numpy('np.expand_dims(np.arange(3), (0, 0))', () => np.expandDims(np.arange(3), [0, 0]));
});

describe('flip', () => {
  numpy('np.flip(np.arange(4))', () => np.flip(np.arange(4)));
  numpy('np.flip(np.arange(24).reshape(2, 3, 4))', () => np.flip(cube()));
  numpy('np.flip(np.arange(24).reshape(2, 3, 4), 1)', () => np.flip(cube(), 1));
  numpy('np.flip(np.arange(24).reshape(2, 3, 4), (0, -1))', () => np.flip(cube(), [0, -1]));
  numpy('np.flip(np.array(5))', () => np.flip(np.array(5)));
  numpy('np.flip(np.arange(4), 1)', () => np.flip(np.arange(4), 1));
  numpy('np.flip(np.zeros((0, 2)))', () => np.flip(np.zeros([0, 2])));
});

describe('broadcasting', () => {
  numpy('np.broadcast_to(np.arange(3), (2, 3))', () => np.broadcastTo(np.arange(3), [2, 3]));
  numpy('np.broadcast_to(np.arange(3).reshape(3, 1), (2, 3, 4))', () =>
    np.broadcastTo(np.arange(3).reshape([3, 1]), [2, 3, 4]),
  );
  numpy('np.broadcast_to(5, 3)', () => np.broadcastTo(5, 3));
  numpy('np.broadcast_to(5, ())', () => np.broadcastTo(5, []));
  numpy('np.broadcast_to(np.arange(3), (0, 3))', () => np.broadcastTo(np.arange(3), [0, 3]));
  numpy('np.broadcast_to(np.zeros((1, 0)), (4, 0))', () => np.broadcastTo(np.zeros([1, 0]), [4, 0]));
  numpy('np.broadcast_to(np.arange(3), (3, 2))', () => np.broadcastTo(np.arange(3), [3, 2]));
  numpy('np.broadcast_to(np.arange(6).reshape(2, 3), 3)', () => np.broadcastTo(plane(), 3));
  numpy('np.broadcast_to(np.arange(3), (-1, 3))', () => np.broadcastTo(np.arange(3), [-1, 3]));
  numpy('np.broadcast_shapes((2, 1), (3,), (1, 1, 1))', () =>
    np.broadcastShapes([2, 1], [3], [1, 1, 1]).map(BigInt),
  );
  numpy('np.broadcast_shapes((0,), (1,))', () => np.broadcastShapes([0], [1]).map(BigInt));
  numpy('np.broadcast_shapes()', () => np.broadcastShapes());
  numpy('np.broadcast_shapes(3, (4, 1))', () => np.broadcastShapes(3, [4, 1]).map(BigInt));
  numpy('np.broadcast_shapes((2,), (3,))', () => np.broadcastShapes([2], [3]));
  numpy('np.broadcast_shapes((1, 2), (3, 1), (3, 4))', () => np.broadcastShapes([1, 2], [3, 1], [3, 4]));

  it('gives views of one shape, and an array that has it already as itself', () => {
    const x = np.arange(3);
    const [a, b] = np.broadcastArrays(x, [[1], [2]]);
    assert.deepEqual(
      [a.shape, b.shape],
      [
        [2, 3],
        [2, 3],
      ],
    );
    assert.equal(a.base, x);
    assert.equal(np.broadcastArrays(x, 5)[0], x);
    assert.throws(() => np.broadcastArrays(np.arange(3), np.arange(4)), { numpyName: 'ValueError' });
  });
});

describe('views of another dtype', () => {
  numpy("np.arange(4, dtype='<i4').view('u1')", () => np.arange(4, { dtype: '<i4' }).view('u1'));
  numpy("np.arange(8, dtype='u1').view('<i4')", () => np.arange(8, { dtype: 'u1' }).view('<i4'));
  numpy("np.arange(4, dtype='<i4').view('>i4')", () => np.arange(4, { dtype: '<i4' }).view('>i4'));
  numpy("np.arange(4.).view('c16')", () => np.arange(4, { dtype: 'f8' }).view('c16'));
  numpy("np.ones(2, 'c8').view('f4')", () => np.ones(2, { dtype: 'c8' }).view('f4'));
  numpy("np.arange(4).reshape(2, 2).T.view('u8')", () => np.arange(4).reshape([2, 2]).T.view('u8'));
  numpy("np.arange(6, dtype='u1').reshape(2, 3)[:, ::2].view('i1')", () =>
    np.arange(6, { dtype: 'u1' }).reshape([2, 3]).get(':, ::2').view('i1'),
  );
  numpy("np.arange(8, dtype='u1').reshape(2, 4)[::-1].view('<i2')", () =>
    np.arange(8, { dtype: 'u1' }).reshape([2, 4]).get('::-1').view('<i2'),
  );
  numpy("np.arange(6, dtype='u1').view([('a', 'u1'), ('b', '<u2')])", () =>
    np.arange(6, { dtype: 'u1' }).view([
      ['a', 'u1'],
      ['b', '<u2'],
    ]),
  );
  numpy("np.zeros(3, [('a', 'u1'), ('b', '<u2')]).view('V3')", () =>
    np
      .zeros(3, {
        dtype: [
          ['a', 'u1'],
          ['b', '<u2'],
        ],
      })
      .view('V3'),
  );
  numpy("np.array(['ab', 'c']).view('<u4')", () => np.array(['ab', 'c']).view('<u4'));
  numpy("np.array(5).view('<f8')", () => np.array(5).view('<f8'));
  numpy("np.zeros((0, 4), 'u1').view('<i4')", () => np.zeros([0, 4], { dtype: 'u1' }).view('<i4'));
  numpy("np.zeros((3, 1), '<i4').view('u1')", () => np.zeros([3, 1], { dtype: '<i4' }).view('u1'));
  numpy("np.arange(3, dtype='u1').view('<i2')", () => np.arange(3, { dtype: 'u1' }).view('<i2'));
  numpy("np.array(5, 'u1').view('<i2')", () => np.array(5, { dtype: 'u1' }).view('<i2'));
  numpy("np.arange(4).reshape(2, 2).T.view('u1')", () => np.arange(4).reshape([2, 2]).T.view('u1'));
  numpy("np.arange(8, dtype='u1')[::2].view('<i2')", () =>
    np.arange(8, { dtype: 'u1' }).get('::2').view('<i2'),
  );
  numpy("np.arange(2).view('nope')", () => np.arange(2).view('nope'));
});

describe('strides of any kind', () => {
  numpy('as_strided(np.arange(6), (2, 3), (8, 8))', () =>
    np.asStrided(np.arange(6), { shape: [2, 3], strides: [8, 8] }),
  );
  numpy('as_strided(np.arange(6)[::-1], (3,), (-16,))', () =>
    np.asStrided(np.arange(6).get('::-1'), { shape: 3, strides: -16 }),
  );
  numpy('as_strided(np.arange(6), (4, 2), (0, 8))', () =>
    np.asStrided(np.arange(6), { shape: [4, 2], strides: [0, 8] }),
  );
  numpy('as_strided(np.arange(6), (2,), (8,), writeable=False)', () =>
    np.asStrided(np.arange(6), { shape: [2], strides: [8], writeable: false }),
  );
  numpy('as_strided(np.arange(6))', () => np.asStrided(np.arange(6)));
  numpy("as_strided(np.arange(3, dtype='<i4'), (2,), (6,))", () =>
    np.asStrided(np.arange(3, { dtype: '<i4' }), { shape: [2], strides: [6] }),
  );
  numpy('sliding_window_view(np.arange(6), 3)', () => np.slidingWindowView(np.arange(6), 3));
  numpy('sliding_window_view(np.arange(6), 6)', () => np.slidingWindowView(np.arange(6), 6));
  numpy('sliding_window_view(np.arange(12).reshape(3, 4), (2, 2))', () =>
    np.slidingWindowView(np.arange(12).reshape([3, 4]), [2, 2]),
  );
  numpy('sliding_window_view(np.arange(12).reshape(3, 4), 3, axis=1)', () =>
    np.slidingWindowView(np.arange(12).reshape([3, 4]), 3, { axis: 1 }),
  );
  numpy('sliding_window_view(np.arange(12).reshape(3, 4), (2, 2), axis=(1, 1))', () =>
    np.slidingWindowView(np.arange(12).reshape([3, 4]), [2, 2], { axis: [1, 1] }),
  );
  numpy('sliding_window_view(np.arange(6), 3, writeable=True)', () =>
    np.slidingWindowView(np.arange(6), 3, { writeable: true }),
  );
  numpy('sliding_window_view(np.arange(6), 0)', () => np.slidingWindowView(np.arange(6), 0));
  numpy('sliding_window_view(np.arange(6), 7)', () => np.slidingWindowView(np.arange(6), 7));
  numpy('sliding_window_view(np.arange(6), -1)', () => np.slidingWindowView(np.arange(6), -1));
  numpy('sliding_window_view(np.arange(12).reshape(3, 4), 2)', () =>
    np.slidingWindowView(np.arange(12).reshape([3, 4]), 2),
  );
  numpy('sliding_window_view(np.arange(12).reshape(3, 4), (2, 2), axis=0)', () =>
    np.slidingWindowView(np.arange(12).reshape([3, 4]), [2, 2], { axis: 0 }),
  );
  numpy('sliding_window_view(np.arange(6), 2, axis=1)', () =>
    np.slidingWindowView(np.arange(6), 2, { axis: 1 }),
  );

  it('never reaches outside the memory, which NumPy lets it', () => {
    const x = np.arange(6);
    for (const [shape, strides] of [
      [[7], [8]],
      [[2], [-8]],
      [
        [2, 4],
        [24, 8],
      ],
    ]) {
      assert.throws(() => np.asStrided(x, { shape, strides }), {
        kind: 'out-of-bounds',
        numpyName: 'ValueError',
      });
    }
    assert.deepEqual(np.asStrided(x, { shape: [0], strides: [800] }).tolist(), []);
  });

  it('keeps its array as the base, and not what that is a view of', () => {
    const x = np.arange(6);
    const part = x.get('1:');
    assert.equal(np.asStrided(part, { shape: [2], strides: [8] }).base, part);
    assert.equal(part.get('1:').base, x);
  });
});
