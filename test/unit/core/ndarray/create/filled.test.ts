/** New arrays of one value, or of values that follow a rule, as NumPy makes them. */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

const POINT: np.DTypeLike = [
  ['x', '<f4'],
  ['y', '>i2'],
];

describe('zeros, ones and full', () => {
  numpy('np.zeros(3)', () => np.zeros(3));
  numpy('np.zeros(())', () => np.zeros([]));
  numpy('np.zeros((2, 0, 3))', () => np.zeros([2, 0, 3]));
  numpy("np.zeros((2, 3), 'i2', 'F')", () => np.zeros([2, 3], { dtype: 'i2', order: 'F' }));
  numpy("np.zeros(2, 'S')", () => np.zeros(2, { dtype: 'S' }));
  numpy("np.zeros(2, 'U')", () => np.zeros(2, { dtype: 'U' }));
  numpy("np.zeros(2, 'U3')", () => np.zeros(2, { dtype: 'U3' }));
  numpy("np.zeros(2, 'M8[s]')", () => np.zeros(2, { dtype: 'M8[s]' }));
  numpy("np.zeros(2, [('x', '<f4'), ('y', '>i2')])", () => np.zeros(2, { dtype: POINT }));
  numpy("np.zeros(2, ('<i2', (2, 3)))", () => np.zeros(2, { dtype: ['<i2', [2, 3]] }));
  numpy("np.zeros(1, 'c16')", () => np.zeros(1, { dtype: 'c16' }));
  numpy("np.zeros(1, 'g')", () => np.zeros(1, { dtype: 'g' }));
  numpy('np.zeros(-1)', () => np.zeros(-1));
  numpy('np.zeros((2, -3))', () => np.zeros([2, -3]));
  numpy('np.ones((2, 2))', () => np.ones([2, 2]));
  numpy("np.ones(2, '?')", () => np.ones(2, { dtype: '?' }));
  numpy("np.ones(2, '>i4')", () => np.ones(2, { dtype: '>i4' }));
  numpy("np.ones(2, 'c8')", () => np.ones(2, { dtype: 'c8' }));
  numpy("np.ones(2, 'S3')", () => np.ones(2, { dtype: 'S3' }));
  numpy("np.ones(2, 'U3')", () => np.ones(2, { dtype: 'U3' }));
  numpy("np.ones(2, [('x', '<f4'), ('y', '>i2')])", () => np.ones(2, { dtype: POINT }));
  numpy("np.ones(1, 'm8[s]')", () => np.ones(1, { dtype: 'm8[s]' }));
  numpy('np.full(2, 7)', () => np.full(2, 7));
  numpy('np.full((2, 2), 0.5)', () => np.full([2, 2], 0.5));
  numpy('np.full(2, True)', () => np.full(2, true));
  numpy('np.full(2, 1j)', () => np.full(2, { re: 0, im: 1 }));
  numpy("np.full(2, 'ab')", () => np.full(2, 'ab'));
  numpy('np.full(2, nan)', () => np.full(2, NaN));
  numpy('np.full((2, 3), [1, 2, 3])', () => np.full([2, 3], [1, 2, 3]));
  numpy('np.full((2, 3), [[1], [2]])', () => np.full([2, 3], [[1], [2]]));
  numpy("np.full((2, 2), 3, 'f4', 'F')", () => np.full([2, 2], 3, { dtype: 'f4', order: 'F' }));
  numpy("np.full(2, 300, 'u1')", () => np.full(2, 300, { dtype: 'u1' }));
  numpy('np.full((2, 3), [1, 2])', () => np.full([2, 3], [1, 2]));
  numpy("np.full(2, 2.9, 'i4')", () => np.full(2, 2.9, { dtype: 'i4' }));
  numpy("np.full(2, '12', 'i4')", () => np.full(2, '12', { dtype: 'i4' }));
});

describe('zerosLike and its kin', () => {
  numpy('np.zeros_like(np.arange(6).reshape(2, 3).T)', () => np.zerosLike(np.arange(6).reshape([2, 3]).T));
  numpy("np.zeros_like(np.arange(6).reshape(2, 3).T, order='C')", () =>
    np.zerosLike(np.arange(6).reshape([2, 3]).T, { order: 'C' }),
  );
  numpy("np.zeros_like(np.arange(6).reshape(2, 3), order='F')", () =>
    np.zerosLike(np.arange(6).reshape([2, 3]), { order: 'F' }),
  );
  numpy("np.zeros_like(np.arange(6).reshape(2, 3).T, order='A')", () =>
    np.zerosLike(np.arange(6).reshape([2, 3]).T, { order: 'A' }),
  );
  numpy('np.zeros_like(np.ones((2, 3, 4)).transpose(2, 0, 1))', () =>
    np.zerosLike(np.ones([2, 3, 4]).transpose([2, 0, 1])),
  );
  numpy("np.zeros_like(np.arange(3), dtype='>f4')", () => np.zerosLike(np.arange(3), { dtype: '>f4' }));
  numpy('np.zeros_like(np.arange(6).reshape(2, 3).T, shape=(4, 5))', () =>
    np.zerosLike(np.arange(6).reshape([2, 3]).T, { shape: [4, 5] }),
  );
  numpy('np.zeros_like(np.arange(6).reshape(2, 3).T, shape=7)', () =>
    np.zerosLike(np.arange(6).reshape([2, 3]).T, { shape: 7 }),
  );
  numpy("np.zeros_like(np.arange(6).reshape(2, 3), shape=(2, 2), order='F')", () =>
    np.zerosLike(np.arange(6).reshape([2, 3]), { shape: [2, 2], order: 'F' }),
  );
  numpy("np.zeros_like(np.arange(3), dtype=('<i2', (2,)))", () =>
    np.zerosLike(np.arange(3), { dtype: ['<i2', [2]] }),
  );
  numpy("np.zeros_like(np.array(['abc']), dtype='U')", () => np.zerosLike(np.array(['abc']), { dtype: 'U' }));
  numpy("np.zeros_like(np.array(['abc']), dtype='S')", () => np.zerosLike(np.array(['abc']), { dtype: 'S' }));
  numpy("np.full_like(np.arange(2), '12', dtype='U')", () => np.fullLike(np.arange(2), '12', { dtype: 'U' }));
  numpy('np.zeros_like([1, 2])', () => np.zerosLike([1, 2]));
  numpy('np.zeros_like(np.arange(4)[::-2])', () => np.zerosLike(np.arange(4).get('::-2')));
  numpy('np.ones_like(np.zeros((0, 3)))', () => np.onesLike(np.zeros([0, 3])));
  numpy("np.ones_like(np.arange(2), dtype='?')", () => np.onesLike(np.arange(2), { dtype: '?' }));
  numpy('np.full_like(np.arange(3), 7)', () => np.fullLike(np.arange(3), 7));
  numpy('np.full_like(np.arange(3), 2.9)', () => np.fullLike(np.arange(3), 2.9));
  numpy("np.full_like(np.arange(3), 2.5, dtype='f4')", () => np.fullLike(np.arange(3), 2.5, { dtype: 'f4' }));
  numpy("np.full_like(np.zeros(2, 'i1'), 200)", () => np.fullLike(np.zeros(2, { dtype: 'i1' }), 200));
  numpy('np.full_like(np.zeros((2, 3)), [1, 2, 3])', () => np.fullLike(np.zeros([2, 3]), [1, 2, 3]));

  it('gives memory of its own', () => {
    const x = np.arange(3);
    const y = np.emptyLike(x);
    y.set('...', 9);
    assert.deepEqual(x.tolist(), [0n, 1n, 2n]);
    assert.equal(np.sharesMemory(x, y), false);
  });
});

describe('eye and identity', () => {
  numpy('np.eye(3)', () => np.eye(3));
  numpy('np.eye(0)', () => np.eye(0));
  numpy('np.eye(2, 4)', () => np.eye(2, 4));
  numpy('np.eye(3, 2)', () => np.eye(3, 2));
  numpy('np.eye(3, k=1)', () => np.eye(3, null, 1));
  numpy('np.eye(3, k=-2)', () => np.eye(3, null, -2));
  numpy('np.eye(3, k=5)', () => np.eye(3, null, 5));
  numpy('np.eye(3, k=-5)', () => np.eye(3, null, -5));
  numpy("np.eye(2, dtype='i4')", () => np.eye(2, { dtype: 'i4' }));
  numpy("np.eye(2, 3, 1, '>i2', order='F')", () => np.eye(2, 3, 1, { dtype: '>i2', order: 'F' }));
  numpy("np.eye(2, dtype='?')", () => np.eye(2, { dtype: '?' }));
  numpy('np.identity(2)', () => np.identity(2));
  numpy("np.identity(2, 'c8')", () => np.identity(2, { dtype: 'c8' }));
});

describe('arange', () => {
  numpy('np.arange(0)', () => np.arange(0));
  numpy('np.arange(5)', () => np.arange(5));
  numpy('np.arange(-5)', () => np.arange(-5));
  numpy('np.arange(2, 7)', () => np.arange(2, 7));
  numpy('np.arange(2, 7, 3)', () => np.arange(2, 7, 3));
  numpy('np.arange(7, 2, -2)', () => np.arange(7, 2, -2));
  numpy('np.arange(7, 2)', () => np.arange(7, 2));
  numpy('np.arange(3.5)', () => np.arange(3.5));
  numpy('np.arange(0, 1, 0.1)', () => np.arange(0, 1, 0.1));
  numpy('np.arange(1, 0, -0.3)', () => np.arange(1, 0, -0.3));
  numpy('np.arange(0.1, 2, 0.7)', () => np.arange(0.1, 2, 0.7));
  numpy("np.arange(5, dtype='f4')", () => np.arange(5, { dtype: 'f4' }));
  numpy("np.arange(0, 1, 0.1, 'f4')", () => np.arange(0, 1, 0.1, { dtype: 'f4' }));
  numpy("np.arange(0, 1, 0.1, 'f2')", () => np.arange(0, 1, 0.1, { dtype: 'f2' }));
  numpy("np.arange(3, dtype='>i2')", () => np.arange(3, { dtype: '>i2' }));
  numpy("np.arange(3, dtype='u1')", () => np.arange(3, { dtype: 'u1' }));
  numpy("np.arange(3, dtype='c8')", () => np.arange(3, { dtype: 'c8' }));
  numpy("np.arange(2, dtype='?')", () => np.arange(2, { dtype: '?' }));
  numpy('np.arange(2**53, 2**53 + 3)', () => np.arange(2n ** 53n, 2n ** 53n + 3n));
  numpy('np.arange(2**62, 2**62 + 2**61, 2**60)', () =>
    np.arange(2n ** 62n, 2n ** 62n + 2n ** 61n, 2n ** 60n),
  );
  numpy('np.arange(0, 3, 0)', () => np.arange(0, 3, 0));
  numpy('np.arange(0, nan)', () => np.arange(0, NaN));
  numpy('np.arange(inf)', () => np.arange(Infinity));
  numpy('np.arange(0, 1, 1e-300)', () => np.arange(0, 1, 1e-300));
});

describe('linspace', () => {
  numpy('np.linspace(0, 1, 5)', () => np.linspace(0, 1, 5));
  numpy('np.linspace(0, 1, 7)', () => np.linspace(0, 1, 7));
  numpy('np.linspace(0, 1)', () => np.linspace(0, 1));
  numpy('np.linspace(1, -1, 4)', () => np.linspace(1, -1, 4));
  numpy('np.linspace(2, 3, 0)', () => np.linspace(2, 3, 0));
  numpy('np.linspace(2, 3, 1)', () => np.linspace(2, 3, 1));
  numpy('np.linspace(2, 3, 1, endpoint=False)', () => np.linspace(2, 3, 1, { endpoint: false }));
  numpy('np.linspace(0, 1, 4, endpoint=False)', () => np.linspace(0, 1, 4, { endpoint: false }));
  numpy('np.linspace(5, 5, 3)', () => np.linspace(5, 5, 3));
  numpy('np.linspace(0, 5e-324, 3)', () => np.linspace(0, 5e-324, 3));
  numpy('np.linspace(0, 10, 4, dtype=int)', () => np.linspace(0, 10, 4, { dtype: 'int64' }));
  numpy('np.linspace(-1, 1, 5, dtype=int)', () => np.linspace(-1, 1, 5, { dtype: 'int64' }));
  numpy("np.linspace(0, 1, 3, dtype='f4')", () => np.linspace(0, 1, 3, { dtype: 'f4' }));
  numpy("np.linspace(0, 3, 4, dtype='>u2')", () => np.linspace(0, 3, 4, { dtype: '>u2' }));
  numpy('np.linspace(0, 1, -1)', () => np.linspace(0, 1, -1));
  numpy('np.linspace(-inf, inf, 3)', () => np.linspace(-Infinity, Infinity, 3));
});
