/** float16 and its bits: every one of them there and back, and every double to the nearest of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  decodeHalf,
  doubleOfHalfNaN,
  encodeHalf,
  floatOfHalf,
  halfOfDouble,
  halfOfFloat,
  roundHalf,
} from '../../../../../core/dtype/items/half';

const INFINITY = 0x7c00;
const all = Array.from({ length: 65536 }, (_, bits) => bits);
const isNaNOf = (bits: number): boolean => (bits & 0x7fff) > INFINITY;
const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

const double = new DataView(new ArrayBuffer(8));
function highOf(value: number): number {
  double.setFloat64(0, value);
  return double.getUint32(0);
}
function singleBits(value: number): number {
  double.setFloat32(0, value);
  return double.getUint32(0);
}

/** What the standard says of the bits, in the slowest words. */
function meaning(bits: number): number {
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = Math.floor((bits % 0x8000) / 1024);
  const fraction = bits % 1024;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The nearest of all that are not negative, of two equally near ones the even one; 65536 stands for infinity. */
function nearest(size: number): number {
  let [low, high] = [0, INFINITY];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (meaning(middle) <= size) low = middle;
    else high = middle;
  }
  const above = high === INFINITY ? 65536 : meaning(high);
  const [below, past] = [size - meaning(low), above - size];
  return below < past || (below === past && low % 2 === 0) ? low : high;
}

describe('float16', () => {
  it('is what its bits mean', () => {
    for (const bits of all) assert.ok(Object.is(decodeHalf(bits), meaning(bits)), String(bits));
  });

  it('has its own bits again after a double and after a float32, NaNs too', () => {
    for (const bits of all) {
      const value = decodeHalf(bits);
      assert.equal(halfOfDouble(value, isNaNOf(bits) ? doubleOfHalfNaN(bits) : highOf(value)), bits);
      assert.equal(halfOfFloat(floatOfHalf(bits)), bits);
      if (!isNaNOf(bits)) assert.equal(encodeHalf(value, isNegative(value)), bits);
    }
  });

  it('is the nearest to any double', () => {
    const sizes = fc.oneof(
      fc.double({ min: 0, max: 70000, noNaN: true }),
      fc.double({ min: 0, max: 2 ** -13, noNaN: true }),
      // Half way between two, and a little beside.
      fc
        .tuple(fc.integer({ min: 0, max: 0x7bff }), fc.constantFrom(0, 2 ** -30, -(2 ** -30)))
        .map(([bits, by]) => {
          const next = bits === 0x7bff ? 65536 : meaning(bits + 1);
          return ((meaning(bits) + next) / 2) * (1 + by);
        }),
    );
    fc.assert(
      fc.property(sizes, size => {
        const bits = nearest(size);
        assert.equal(encodeHalf(size, false), bits);
        assert.equal(encodeHalf(-size, true), bits + 0x8000);
        assert.equal(halfOfDouble(-size, highOf(-size)), bits + 0x8000);
        assert.ok(Object.is(roundHalf(size), meaning(bits)));
        const single = Math.fround(size);
        assert.equal(halfOfFloat(singleBits(single)), nearest(single));
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the sign and the top of a NaN, and never becomes infinity by that', () => {
    assert.equal(halfOfFloat(0x7f800001), 0x7c01);
    assert.equal(halfOfFloat(0xffc02000), 0xfe01);
    assert.equal(halfOfDouble(NaN, 0xfff00001), 0xfc01);
    assert.equal(encodeHalf(NaN, true), 0xfe00);
  });
});
