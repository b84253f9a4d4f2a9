/**
 * What is read off Python sources about arrays, against the arrays that NumPy makes of the same expressions: what is
 * claimed must be so, and these expressions must be understood in full.
 */
import assert from 'node:assert/strict';
import { findLayoutCalls } from '../../../extension/discovery/python/layoutCalls';
import { askNumPy, needsNumPy } from '../python';

const DTYPES = [
  '"f4"',
  'np.int16',
  '"<u2"',
  '">f8"',
  'bool',
  'int',
  'float',
  'complex',
  '"M8[ns]"',
  'np.dtype("i1")',
];
const STRUCTURES = [
  '[("x", "f4"), ("y", np.int16, (2,))]',
  'np.dtype([("a", "u1"), ("b", "f8")], align=True)',
  '{"names": ["a", "b"], "formats": ["<i2", "f4"], "offsets": [4, 8], "itemsize": 16}',
  '"i4, (2,3)f8"',
];
const MADE = [
  'np.zeros(3)',
  'np.ones((2, N))',
  'np.full((2, 3), 1.5)',
  'np.full(4, 7)',
  'np.full(4, True)',
  'np.full((2,), 7, dtype="u1")',
  'np.arange(10)',
  'np.arange(10.0)',
  'np.arange(3, 10)',
  'np.arange(0, 10, 3)',
  'np.arange(0, 1, 0.1)',
  'np.arange(10, 0, -3)',
  'np.arange(5, 2)',
  'np.arange(N * 4, dtype=np.uint16)',
  'np.linspace(0, 1)',
  'np.linspace(0, 1, 7)',
  'np.linspace(0, 1, num=7, dtype="f4")',
  'np.eye(3)',
  'np.eye(3, 4, dtype="f4")',
  'np.array([1, 2, 3])',
  'np.array([[1.5, 2], [3, 4]])',
  'np.array([[1, 2], [3, 4.5]])',
  'np.array([True, False])',
  'np.array(((1, 2), (3, 4), (5, 6)), dtype="i2")',
  'np.array([])',
  'np.array(np.arange(4), dtype=float)',
  'np.asarray(np.zeros((2, 2), "f4"))',
  'np.asfortranarray(np.zeros((2, 3)))',
  'np.zeros_like(np.zeros((2, 3), "f4"))',
  'np.ones_like(np.zeros((2, 3), "f4"), dtype="i2")',
  'np.full_like(np.zeros(3, "i2"), 4)',
  'np.random.rand(3, 4)',
  'np.random.randn(5)',
  'np.random.random((2, 3))',
  'np.random.random(4)',
  'np.random.randint(0, 10, (2, 3))',
  'np.random.randint(0, 10, size=5, dtype="u1")',
  'np.random.normal(0, 1, (2, 3))',
  'np.random.uniform(size=(4, 1))',
  'np.random.standard_normal(3)',
  'rng.random((2, 3))',
  'rng.random(5, dtype=np.float32)',
  'rng.standard_normal((2, 2), dtype="f4")',
  'rng.integers(0, 9, (3, 2))',
  'rng.integers(0, 9, size=4, dtype=np.uint8)',
  'rng.normal(size=(2, 5))',
  'rng.poisson(3, 6)',
  'rng.exponential(1.0, (3,))',
];
const CHANGED = [
  'np.arange(12).reshape(3, 4)',
  'np.arange(12).reshape((3, -1))',
  'np.arange(12).reshape(-1)',
  'np.arange(24).reshape(2, 3, 4).T',
  'np.arange(24).reshape(2, 3, 4).transpose()',
  'np.zeros((2, 3), "f4").ravel()',
  'np.zeros((2, 3), "f4").flatten().astype("i2")',
  'np.zeros((1, 3, 1)).squeeze()',
  'np.random.rand(3, 4).astype(np.float16)',
  '(np.random.rand(3, 4) * 255).astype(np.uint8)',
  'np.random.rand(3) * 2',
  '2 * np.zeros(3, "f4") + 1',
  'np.zeros(3, "f4") * 1.5',
  'np.arange(3) + 1',
  'np.arange(3) * 1.5',
  'np.arange(3) / 2',
  'np.arange(3, dtype="i2") * 3',
  'np.arange(3, dtype="i2") * 1.5',
  'np.arange(3, dtype="u1") - 0.5',
  '-np.arange(3.0)',
  'np.zeros((2, 2)) + np.ones((2, 2))',
  'np.zeros(3).copy()',
  'np.random.rand(4).clip(0, 1)',
  'np.random.rand(4).round()',
];

describe('arrays read off Python', () => {
  it('are what NumPy makes', async function () {
    needsNumPy(this);
    const typed = [...DTYPES, ...STRUCTURES].map(dtype => `np.zeros((2, 3), dtype=${dtype})`);
    const expressions = [...typed, ...MADE, ...CHANGED];
    const made = await askNumPy<{ dtype: string; shape: number[] }>(
      'discovery/discovery_arrays.py',
      expressions,
    );
    assert.equal(made.length, expressions.length);
    for (const [k, expression] of expressions.entries()) {
      const [call] = findLayoutCalls(
        `rng = np.random.default_rng(0)\nN = 6\n(${expression}).tofile("a.dat")`,
      );
      assert.deepEqual({ dtype: call.dtype, shape: call.shape }, made[k], expression);
    }
  });
});
