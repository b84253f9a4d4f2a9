/** Random numbers: NumPy's own for the same seed, through every method, shape and dtype, and what is refused. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const state = (seed: number): np.RandomState => new np.random.RandomState(seed);
const rng = (seed: number): np.Generator => np.random.defaultRng(seed);

/** The array after it was drawn into or shuffled. */
function after(x: np.NDArray, act: (x: np.NDArray) => void): np.NDArray {
  act(x);
  return x;
}

describe('RandomState', () => {
  numpy('np.random.RandomState(0).rand()', () => state(0).rand());
  numpy('np.random.RandomState(0).rand(3)', () => state(0).rand(3));
  numpy('np.random.RandomState(5).rand(2, 3)', () => state(5).rand(2, 3));
  numpy('np.random.RandomState(5).rand(0)', () => state(5).rand(0));
  numpy('np.random.RandomState(5).random_sample((2, 2))', () => state(5).randomSample([2, 2]));
  numpy('np.random.RandomState([1, 2, 3]).rand(2)', () => new np.random.RandomState([1, 2, 3]).rand(2));
  numpy('np.random.RandomState(2**32 - 1).rand()', () => state(2 ** 32 - 1).rand());
  numpy('r = np.random.RandomState(1); r.rand(700); r.rand()', () => {
    const r = state(1);
    r.rand(700);
    return r.rand();
  });
  numpy('np.random.RandomState(3).uniform(-1, 1, 3)', () => state(3).uniform(-1, 1, 3));
  numpy('np.random.RandomState(3).uniform(5, 2)', () => state(3).uniform(5, 2));
  numpy('np.random.RandomState(3).randint(10, size=5)', () => state(3).randint(10, null, 5));
  numpy('np.random.RandomState(3).randint(-5, 5, (2, 2))', () => state(3).randint(-5, 5, [2, 2]));
  numpy("np.random.RandomState(3).randint(0, 256, 5, 'u1')", () =>
    state(3).randint(0, 256, { size: 5, dtype: 'u1' }),
  );
  numpy("np.random.RandomState(3).randint(-128, 128, 5, 'i1')", () =>
    state(3).randint(-128, 128, { size: 5, dtype: 'i1' }),
  );
  numpy("np.random.RandomState(3).randint(0, 70000, 3, 'u4')", () =>
    state(3).randint(0, 70000, { size: 3, dtype: 'u4' }),
  );
  numpy("np.random.RandomState(3).randint(0, 2**16, 4, 'u2')", () =>
    state(3).randint(0, 2 ** 16, { size: 4, dtype: 'u2' }),
  );
  numpy("np.random.RandomState(3).randint(0, 2**32, 4, 'u4')", () =>
    state(3).randint(0, 2 ** 32, { size: 4, dtype: 'u4' }),
  );
  numpy("np.random.RandomState(3).randint(0, 2**64, 3, 'u8')", () =>
    state(3).randint(0, 2n ** 64n, { size: 3, dtype: 'u8' }),
  );
  numpy('np.random.RandomState(3).randint(-2**63, 2**63 - 1, 3)', () =>
    state(3).randint(-(2n ** 63n), 2n ** 63n - 1n, 3),
  );
  numpy("np.random.RandomState(3).randint(0, 2, 9, '?')", () =>
    state(3).randint(0, 2, { size: 9, dtype: '?' }),
  );
  numpy('np.random.RandomState(3).randint(7, 8, 3)', () => state(3).randint(7, 8, 3));
  numpy('np.random.RandomState(3).permutation(8)', () => state(3).permutation(8));
  numpy('np.random.RandomState(3).permutation(np.arange(12).reshape(4, 3))', () =>
    state(3).permutation(np.arange(12).reshape([4, 3])),
  );
  numpy('x = np.arange(8); np.random.RandomState(4).shuffle(x); x', () =>
    after(np.arange(8), x => state(4).shuffle(x)),
  );
  numpy('x = np.arange(12).reshape(6, 2); np.random.RandomState(4).shuffle(x); x', () =>
    after(np.arange(12).reshape([6, 2]), x => state(4).shuffle(x)),
  );
  numpy('x = np.arange(12)[::-2]; np.random.RandomState(4).shuffle(x); x', () =>
    after(np.arange(12).get('::-2'), x => state(4).shuffle(x)),
  );
  numpy('x = np.arange(1); np.random.RandomState(4).shuffle(x); x', () =>
    after(np.arange(1), x => state(4).shuffle(x)),
  );
  numpy('np.random.RandomState(-1)', () => state(-1));
  numpy('np.random.RandomState(2**32)', () => state(2 ** 32));
  numpy('np.random.RandomState([])', () => new np.random.RandomState([]));
  numpy('np.random.RandomState(0).randint(5, 5)', () => state(0).randint(5, 5));
  numpy('np.random.RandomState(0).randint(5, 2)', () => state(0).randint(5, 2));
  numpy('np.random.RandomState(0).randint(0)', () => state(0).randint(0));
  numpy("np.random.RandomState(0).randint(0, 300, 2, 'u1')", () =>
    state(0).randint(0, 300, { size: 2, dtype: 'u1' }),
  );
  numpy("np.random.RandomState(0).randint(-200, 100, 2, 'i1')", () =>
    state(0).randint(-200, 100, { size: 2, dtype: 'i1' }),
  );
  numpy("np.random.RandomState(0).randint(-1, 5, 2, 'u4')", () =>
    state(0).randint(-1, 5, { size: 2, dtype: 'u4' }),
  );
  numpy("np.random.RandomState(0).randint(0, 5, 2, 'f8')", () =>
    state(0).randint(0, 5, { size: 2, dtype: 'f8' }),
  );
  numpy("np.random.RandomState(0).randint(0, 5, 2, '>i4')", () =>
    state(0).randint(0, 5, { size: 2, dtype: '>i4' }),
  );
  numpy('np.random.RandomState(0).randint(0, 5, -1)', () => state(0).randint(0, 5, -1));
  numpy('np.random.RandomState(0).rand(-1)', () => state(0).rand(-1));
  numpy('np.random.RandomState(0).normal(0, -1)', () => state(0).normal(0, -1));
  numpy('np.random.RandomState(0).uniform(0, inf)', () => state(0).uniform(0, Infinity));
  numpy('np.random.RandomState(0).uniform(-1e308, 1e308)', () => state(0).uniform(-1e308, 1e308));
  numpy('x = np.broadcast_to(np.arange(3), (2, 3)); np.random.RandomState(0).shuffle(x)', () =>
    state(0).shuffle(np.broadcastTo(np.arange(3), [2, 3])),
  );
});

describe('the generator', () => {
  numpy('np.random.default_rng(0).random()', () => rng(0).random());
  numpy('np.random.default_rng(0).random(3)', () => rng(0).random(3));
  numpy('np.random.default_rng(0).random((2, 2))', () => rng(0).random([2, 2]));
  numpy("np.random.default_rng(0).random(3, 'f4')", () => rng(0).random(3, { dtype: 'f4' }));
  numpy("np.random.default_rng(0).random(dtype='f4')", () => rng(0).random(null, { dtype: 'f4' }));
  numpy('np.random.default_rng([1, 2, 3]).random(2)', () => np.random.defaultRng([1, 2, 3]).random(2));
  numpy('np.random.default_rng(2**100).random(2)', () => np.random.defaultRng(2n ** 100n).random(2));
  numpy('np.random.default_rng([2**70, 5]).random(2)', () => np.random.defaultRng([2n ** 70n, 5]).random(2));
  numpy('np.random.default_rng([]).random(2)', () => np.random.defaultRng([]).random(2));
  numpy('np.random.default_rng(list(range(9))).random(2)', () =>
    np.random.defaultRng([0, 1, 2, 3, 4, 5, 6, 7, 8]).random(2),
  );
  numpy('x = np.zeros((2, 3)); np.random.default_rng(0).random(out=x); x', () =>
    after(np.zeros([2, 3]), out => rng(0).random(null, { out })),
  );
  numpy("x = np.zeros((2, 3), order='F'); np.random.default_rng(0).random(out=x); x", () =>
    after(np.zeros([2, 3], { order: 'F' }), out => rng(0).random(null, { out })),
  );
  numpy('np.random.default_rng(0).uniform(2, 5, 3)', () => rng(0).uniform(2, 5, 3));
  numpy('np.random.default_rng(0).standard_normal(5)', () => rng(0).standardNormal(5));
  numpy("np.random.default_rng(0).standard_normal(5, 'f4')", () => rng(0).standardNormal(5, { dtype: 'f4' }));
  numpy('np.random.default_rng(0).normal(10, 2, 3)', () => rng(0).normal(10, 2, 3));
  numpy('np.random.default_rng(0).integers(10)', () => rng(0).integers(10));
  numpy('np.random.default_rng(0).integers(10, size=5)', () => rng(0).integers(10, null, 5));
  numpy('np.random.default_rng(0).integers(-5, 5, 5, endpoint=True)', () =>
    rng(0).integers(-5, 5, { size: 5, endpoint: true }),
  );
  numpy("np.random.default_rng(0).integers(0, 255, 6, 'u1', endpoint=True)", () =>
    rng(0).integers(0, 255, { size: 6, dtype: 'u1', endpoint: true }),
  );
  numpy("np.random.default_rng(0).integers(0, 200, 6, 'u1')", () =>
    rng(0).integers(0, 200, { size: 6, dtype: 'u1' }),
  );
  numpy("np.random.default_rng(0).integers(0, 60000, 5, 'u2')", () =>
    rng(0).integers(0, 60000, { size: 5, dtype: 'u2' }),
  );
  numpy("np.random.default_rng(0).integers(-2**31, 2**31, 5, 'i4')", () =>
    rng(0).integers(-(2 ** 31), 2 ** 31, { size: 5, dtype: 'i4' }),
  );
  numpy("np.random.default_rng(0).integers(0, 2**64, 3, 'u8')", () =>
    rng(0).integers(0, 2n ** 64n, { size: 3, dtype: 'u8' }),
  );
  numpy('np.random.default_rng(0).integers(0, 2**40, 3)', () => rng(0).integers(0, 2 ** 40, 3));
  numpy("np.random.default_rng(0).integers(0, 2, 9, '?')", () =>
    rng(0).integers(0, 2, { size: 9, dtype: '?' }),
  );
  numpy('np.random.default_rng(0).integers(3, 4, 2)', () => rng(0).integers(3, 4, 2));
  numpy('r = np.random.default_rng(9); [r.random(), int(r.integers(100)), r.random()]', () => {
    const r = rng(9);
    return [r.random(), r.integers(100), r.random()];
  });
  numpy("r = np.random.default_rng(9); [r.random(1, 'f4'), r.random(), r.random(1, 'f4')]", () => {
    const r = rng(9);
    return [r.random(1, { dtype: 'f4' }), r.random(), r.random(1, { dtype: 'f4' })];
  });
  numpy('np.random.default_rng(0).permutation(8)', () => rng(0).permutation(8));
  numpy('np.random.default_rng(0).permutation(np.arange(8).reshape(4, 2))', () =>
    rng(0).permutation(np.arange(8).reshape([4, 2])),
  );
  numpy('x = np.arange(8); np.random.default_rng(4).shuffle(x); x', () =>
    after(np.arange(8), x => rng(4).shuffle(x)),
  );
  numpy('x = np.arange(12).reshape(6, 2); np.random.default_rng(4).shuffle(x); x', () =>
    after(np.arange(12).reshape([6, 2]), x => rng(4).shuffle(x)),
  );
  numpy('np.random.default_rng(-1)', () => rng(-1));
  numpy("np.random.default_rng(0).integers(0, 5, 2, '>i4')", () =>
    rng(0).integers(0, 5, { size: 2, dtype: '>i4' }),
  );
  numpy('np.random.default_rng(0).integers(5, 5)', () => rng(0).integers(5, 5));
  numpy('np.random.default_rng(0).integers(5, 4, endpoint=True)', () =>
    rng(0).integers(5, 4, { endpoint: true }),
  );
  numpy("np.random.default_rng(0).integers(0, 257, 2, 'u1')", () =>
    rng(0).integers(0, 257, { size: 2, dtype: 'u1' }),
  );
  numpy("np.random.default_rng(0).integers(0, 5, 2, 'f4')", () =>
    rng(0).integers(0, 5, { size: 2, dtype: 'f4' }),
  );
  numpy("np.random.default_rng(0).random(2, 'i4')", () => rng(0).random(2, { dtype: 'i4' }));
  numpy("np.random.default_rng(0).random(2, '>f8')", () => rng(0).random(2, { dtype: '>f8' }));
  numpy('np.random.default_rng(0).random(2, out=np.zeros(3))', () => rng(0).random(2, { out: np.zeros(3) }));
  numpy("np.random.default_rng(0).random(out=np.zeros(3, 'f4'))", () =>
    rng(0).random(null, { out: np.zeros(3, { dtype: 'f4' }) }),
  );
  numpy('np.random.default_rng(0).random(out=np.zeros(6)[::2])', () =>
    rng(0).random(null, { out: np.zeros(6).get('::2') }),
  );
  numpy("np.random.default_rng(0).random(out=np.zeros(3, '>f8'))", () =>
    rng(0).random(null, { out: np.zeros(3, { dtype: '>f8' }) }),
  );
  numpy('np.random.default_rng(0).uniform(5, 2)', () => rng(0).uniform(5, 2));
  numpy('np.random.default_rng(0).uniform(0, inf)', () => rng(0).uniform(0, Infinity));
  numpy('np.random.default_rng(0).normal(0, -1)', () => rng(0).normal(0, -1));
  numpy('np.random.default_rng(0).random(-1)', () => rng(0).random(-1));
});

describe('the shared stream', () => {
  numpy('np.random.seed(7); [np.random.rand(), np.random.randint(10), np.random.random(2)]', () => {
    np.random.seed(7);
    return [np.random.rand(), Number(np.random.randint(10)), np.random.random(2)];
  });
  numpy('np.random.seed([4, 5]); np.random.uniform(0, 3, (2, 2))', () => {
    np.random.seed([4, 5]);
    return np.random.uniform(0, 3, [2, 2]);
  });
  numpy('np.random.seed(7); np.random.permutation(5)', () => {
    np.random.seed(7);
    return np.random.permutation(5);
  });
});
