/** The least and the greatest of runs: of 64-bit integers by their words, of numbers as NumPy's loops have them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as np from '../../../../core/index';
import { numberExtreme, int64Extreme } from '../../../../core/ufunc/loops/extremes';

const wide = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  // Of which the upper halves are often the same.
  fc.bigInt({ min: -3n, max: 3n }).map(n => (n << 32n) + 5n),
  fc.bigInt({ min: -3n, max: 3n }),
);

const least = (items: readonly bigint[]): bigint => items.reduce((a, b) => (b < a ? b : a));
const greatest = (items: readonly bigint[]): bigint => items.reduce((a, b) => (b > a ? b : a));

describe('the extremes of 64-bit integers', () => {
  for (const isLittle of [true, false]) {
    for (const isUnsigned of [true, false]) {
      const name = `${isUnsigned ? 'unsigned' : 'signed'}, ${isLittle ? 'little' : 'big'}-endian`;
      it(`are those of the bigints (${name})`, () => {
        fc.assert(
          fc.property(fc.array(wide, { minLength: 1, maxLength: 40 }), fc.nat(3), (given, gap) => {
            const items = given.map(item => (isUnsigned ? BigInt.asUintN(64, item) : item));
            const step = 8 + gap;
            const view = new DataView(new ArrayBuffer(3 + step * items.length + 8));
            items.forEach((item, k) => view.setBigUint64(3 + k * step, BigInt.asUintN(64, item), isLittle));
            const run = { view, isLittle, isUnsigned };
            assert.equal(int64Extreme(run, true, 3, step, items.length), greatest(items));
            assert.equal(int64Extreme(run, false, 3, step, items.length), least(items));
          }),
        );
      });
    }
  }

  it('are found backwards too', () => {
    const x = np.array([5n, -7n, 2n ** 40n, 3n]);
    assert.equal(x.get('::-1').max(), 2n ** 40n);
    assert.equal(x.get('::-2').min(), -7n);
  });
});

describe('the extremes of numbers', () => {
  it('are NaN where one is', () => {
    assert.ok(Number.isNaN(numberExtreme([1, NaN, 3], true, 3)));
    assert.ok(Number.isNaN(numberExtreme([NaN, 1], false, 2)));
    assert.equal(numberExtreme([1, 2, NaN], true, 2), 2);
  });

  it('are the last of zeros of both signs', () => {
    assert.ok(Object.is(numberExtreme([0, -0], true, 2), -0));
    assert.ok(Object.is(numberExtreme([-0, 0], false, 2), 0));
  });

  it('are those of Math', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), items => {
        assert.equal(numberExtreme(items, true, items.length) + 0, Math.max(...items) + 0);
        assert.equal(numberExtreme(items, false, items.length) + 0, Math.min(...items) + 0);
      }),
    );
  });
});

describe('running sums and products', () => {
  const running = (x: np.NDArray, axis: number): unknown => np.cumsum(x, { axis }).tolist();

  it('are the same in every layout and byte order', () => {
    const x = np.linspace(-1, 2, 24).reshape([4, 6]);
    const odd = np.zeros([8, 12]).get('1::2, ::2');
    odd.set('...', x);
    const packed = np.frombuffer(new Uint8Array([0, ...x.tobytes()]).buffer, { offset: 1 }).reshape([4, 6]);
    for (const axis of [0, 1]) {
      const expected = running(x, axis);
      for (const same of [np.asfortranarray(x), odd, packed, x.astype('>f8'), x.get('::-1').get('::-1')])
        assert.deepEqual(running(same, axis), expected);
    }
  });

  it('are rounded at each step, as NumPy does', () => {
    const items = Float32Array.from({ length: 1000 }, (_, k) => Math.sin(k) * 10 ** (k % 7));
    let [sum, product] = [0, 1];
    const sums = items.map(item => (sum = Math.fround(sum + item)));
    const factors = items.map(item => 1 + item / 1e8);
    const products = factors.map(item => (product = Math.fround(product * item)));
    assert.deepEqual(np.cumsum(np.array(items)).tolist(), [...sums]);
    assert.deepEqual(np.cumprod(np.array(factors)).tolist(), [...products]);
  });
});
