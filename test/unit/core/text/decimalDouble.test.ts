import assert from 'node:assert/strict';
import { decimalDouble } from '../../../../core/text/decimalDouble';
import { shortestDigits } from '../../../../core/text/dragon4';
import { floatOf } from '../../../../core/text/floatLayout';

/** Exact arithmetic's digits of `size`, and those that JavaScript prints of the double; undefined where there is none. */
function bothDigits(size: number, format: 'float16' | 'float32'): [exact: string, fast: string | undefined] {
  const { digits, exponent } = shortestDigits(floatOf(size, format), { counting: 'total' });
  const [first, ...rest] = digits.replace(/(?<=.)0+$/, '');
  const point = rest.length > 0 ? '.' : '';
  const exact = `${first}${point}${rest.join('')}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
  return [exact, decimalDouble(size, format)?.toExponential()];
}

describe('the digits of short floats by way of doubles', () => {
  it('are those of exact arithmetic, for every float16', () => {
    const [bits, half] = [new Uint32Array(1), new DataView(new ArrayBuffer(4))];
    let told = 0;
    for (let k = 0; k < 0x7c00; k++) {
      // A float16 as the float32 of the same value, by the bits.
      const [exponent, fraction] = [k >> 10, k & 0x3ff];
      bits[0] = ((exponent + 112) << 23) | (fraction << 13);
      half.setUint32(0, bits[0]);
      const size = exponent === 0 ? fraction * 2 ** -24 : half.getFloat32(0);
      const [exact, fast] = bothDigits(size, 'float16');
      if (fast === undefined) continue;
      told++;
      assert.equal(fast, exact, String(size));
    }
    assert.ok(told > 0.9 * 0x7c00, `${told} were told`);
  });

  it('are those of exact arithmetic, for float32 of every size, whole ones and short decimals', () => {
    const bits = new Uint32Array(1);
    const single = new Float32Array(bits.buffer);
    const random = (): number => Math.random();
    const kinds = [
      () => (bits[0] = Math.floor(random() * 0x7f80_0000)),
      () => (single[0] = random() * 10 ** Math.floor(random() * 12 - 4)),
      () => (single[0] = Math.round(random() * 2 ** 26)),
      () => (single[0] = Number((random() * 1000).toPrecision(1 + Math.floor(random() * 8)))),
    ];
    let told = 0;
    const count = 40_000;
    for (let k = 0; k < count; k++) {
      kinds[k % kinds.length]();
      const [exact, fast] = bothDigits(single[0], 'float32');
      if (fast === undefined) continue;
      told++;
      assert.equal(fast, exact, String(single[0]));
    }
    assert.ok(told > 0.7 * count, `${told} were told`);
  });

  it('are left to exact arithmetic at powers of two and far from 1', () => {
    assert.equal(decimalDouble(0, 'float32'), 0);
    for (const size of [0.5, 2 ** 24, Math.fround(1e-30), Math.fround(3e38)])
      assert.equal(decimalDouble(size, 'float32'), undefined);
    assert.equal(decimalDouble(Math.fround(0.1), 'float32'), 0.1);
    assert.equal(decimalDouble(16777218, 'float32'), 16777218);
  });
});
