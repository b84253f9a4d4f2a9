/** `np.random` by itself; that its streams are NumPy's is claimed in test/oracle/random/random_streams.test.ts. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { defaultRng } from '../../../../core/random/generator';
import { log } from '../../../../core/random/log';
import { random } from '../../../../core/random/random';
import { RandomState } from '../../../../core/random/randomState';
import { doubleZiggurat, singleZiggurat } from '../../../../core/random/zigguratTables';
import { numericDType } from '../../../../core/dtype/make';
import { allocate } from '../../../../core/ndarray/allocate';
import type { NDArray } from '../../../../core/ndarray/ndarray';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const doublesOf = (x: unknown): Float64Array => new Float64Array((x as NDArray).buffer);

describe('np.random', () => {
  it('draws the numbers that NumPy documents for a seed', () => {
    random.seed(0);
    assert.equal(random.rand(), 0.5488135039273248);
    assert.equal(random.randint(10), 5n);
    assert.equal(defaultRng(42).random(), 0.7739560485559633);
    assert.equal(defaultRng(12345).integers(0, 10), 6n);
  });

  it("works out the tables of the ziggurat to the last bit of NumPy's (ziggurat_constants.h)", () => {
    const sum = createHash('sha256');
    for (const { wi, ki, fi } of [doubleZiggurat(), singleZiggurat()])
      for (const table of [wi, ki, fi]) sum.update(table);
    assert.equal(sum.digest('hex'), '8391f42518aadbe7f5c227e59d01100ff01507194abbd35d21d35347f39b58e5');
  });

  it('starts again where it is seeded again', () => {
    fc.assert(
      fc.property(seeds, seed => {
        random.seed(seed);
        const first = [random.randn(), random.rand(), random.randint(1000)];
        random.seed(seed);
        assert.deepEqual([random.randn(), random.rand(), random.randint(1000)], first);
      }),
    );
  });

  it('gives the same numbers one by one, as an array, and into given memory', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 700 }), (seed, count) => {
        for (const make of [() => new RandomState(seed), () => defaultRng(seed)]) {
          const one = make();
          const single = Float64Array.from({ length: count }, () => one.random() as number);
          const into = new Float64Array(count);
          make().fillRandom(into);
          assert.deepEqual(into, single);
          assert.deepEqual(doublesOf(make().random(count)), single);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('differs from run to run where nobody seeds it', () => {
    assert.notEqual(new RandomState().rand(), new RandomState().rand());
    assert.notEqual(defaultRng().random(), defaultRng().random());
  });

  it('keeps within the bounds, and reaches both ends', () => {
    const drawn = new Set<unknown>();
    for (let k = 0; k < 200; k++) drawn.add(random.randint(-2, 3, { dtype: 'int8' }));
    assert.deepEqual(
      [...drawn].map(Number).sort((a, b) => a - b),
      [-2, -1, 0, 1, 2],
    );
    const closed = new Set<unknown>();
    const rng = defaultRng(1);
    for (let k = 0; k < 200; k++) closed.add(rng.integers(0, 2, { dtype: 'uint16', endpoint: true }));
    assert.deepEqual(
      [...closed].map(Number).sort((a, b) => a - b),
      [0, 1, 2],
    );
  });

  it('draws 64-bit numbers of more than 53 bits exactly', () => {
    const low = 2n ** 63n;
    const x = defaultRng(3).integers(low, low + 2n, { dtype: 'uint64' });
    assert.ok(x === low || x === low + 1n);
  });

  it('shuffles rows and leaves none out', () => {
    const x = allocate([50, 2], numericDType('float64'));
    doublesOf(x).forEach((_, k, items) => (items[k] = k));
    random.shuffle(x);
    const items = doublesOf(x);
    const rows = Array.from({ length: 50 }, (_, k) => [items[2 * k], items[2 * k + 1]]);
    rows.forEach(([a, b]) => assert.equal(b, a + 1));
    assert.deepEqual(
      rows.map(([a]) => a).sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, k) => 2 * k),
    );
  });

  it('draws into an array that is there, of its dtype only', () => {
    const out = allocate([4], numericDType('float32'));
    assert.equal(defaultRng(1).random(null, { out, dtype: 'float32' }), out);
    assert.ok(new Float32Array(out.buffer).every(item => item > 0 && item < 1));
    assert.throws(() => defaultRng(1).random(null, { out }), { numpyName: 'TypeError' });
    assert.throws(() => defaultRng(1).random(3, { out, dtype: 'float32' }), { numpyName: 'ValueError' });
  });

  it('refuses what NumPy refuses, in its words', () => {
    assert.throws(() => random.seed(-1), { message: 'Seed must be between 0 and 2**32 - 1' });
    assert.throws(() => random.randint(3, 3), { message: 'low >= high', numpyName: 'ValueError' });
    assert.throws(() => random.randint(0, 300, { dtype: 'int8' }), {
      message: 'high is out of bounds for int8',
    });
    assert.throws(() => random.randint(0, 3, { dtype: 'float32' }), { numpyName: 'TypeError' });
    assert.throws(() => random.rand(1.5), { message: "'float' object cannot be interpreted as an integer" });
    assert.throws(() => random.normal(0, -1), { message: 'scale < 0' });
    assert.throws(() => random.uniform(0, Infinity), { numpyName: 'OverflowError' });
  });
});

describe('the logarithm', () => {
  it('is that of Math.log to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -1022, noNaN: true, noDefaultInfinity: true }), x => {
        assert.ok(Math.abs(log(x) - Math.log(x)) <= Math.abs(Math.log(x)) * 2 ** -52);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact for 1 and near it', () => {
    assert.equal(log(1), 0);
    assert.equal(log(1 + 2 ** -52), 2 ** -52 - 2 ** -105);
    assert.equal(log(1 - 2 ** -53), -1.1102230246251565e-16);
  });
});
