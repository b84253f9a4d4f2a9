import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ravelIndex, unravelIndex } from '../../../../core/layout/flat';
import { indicesOf } from './arbitraries';

describe('flat positions', () => {
  it('count items in C order', () => {
    indicesOf([2, 3, 4]).forEach((index, flat) => {
      assert.deepEqual(unravelIndex(flat, [2, 3, 4]), index);
      assert.equal(ravelIndex(index, [2, 3, 4]), flat);
    });
    assert.deepEqual(unravelIndex(0, []), []);
  });

  it('and indices are each other’s inverse, up to 2^53', () => {
    const shape = fc.array(fc.integer({ min: 1, max: 2 ** 13 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(shape, fc.maxSafeNat(), (lengths, dice) => {
        const flat = dice % lengths.reduce((a, b) => a * b);
        assert.equal(ravelIndex(unravelIndex(flat, lengths), lengths), flat);
      }),
    );
    const last = Number.MAX_SAFE_INTEGER - 1;
    assert.equal(
      ravelIndex(unravelIndex(last, [Number.MAX_SAFE_INTEGER / 7, 7]), [Number.MAX_SAFE_INTEGER / 7, 7]),
      last,
    );
  });

  it('outside the array are refused', () => {
    assert.throws(() => unravelIndex(6, [2, 3]), {
      message: 'index 6 is out of bounds for array with size 6',
    });
    assert.throws(() => unravelIndex(-1, [2, 3]), { kind: 'invalid-index' });
    assert.throws(() => unravelIndex(0, [0]), { kind: 'invalid-index' });
    assert.throws(() => ravelIndex([2, 0], [2, 3]), { kind: 'invalid-index' });
    assert.throws(() => ravelIndex([0], [2, 3]), { kind: 'invalid-index' });
  });
});
