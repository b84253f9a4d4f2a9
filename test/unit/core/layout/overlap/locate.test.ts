import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteBounds } from '../../../../../core/layout/overlap/bounds';
import { ways } from '../../../../../core/layout/overlap/compositions';
import { contiguousLayout, Layout } from '../../../../../core/layout/layout';
import { indicesOfByte } from '../../../../../core/layout/overlap/locate';
import { anyLayout, indicesOf } from '../arbitraries';

const layoutOf = (shape: number[], strides: number[], itemsize = 8, offset = 0): Layout =>
  Layout.of({ shape, strides, offset, itemsize });

describe('indicesOfByte', () => {
  it('is the inverse of byteOffset, for every byte of an item, in arrays of 2^40 items', () => {
    const shapes = [
      contiguousLayout([2 ** 20, 2 ** 10, 2 ** 10], 4, { offset: 128 }),
      contiguousLayout([2 ** 20, 2 ** 10, 2 ** 10], 4, { order: 'F' }),
      layoutOf([2 ** 20, 2 ** 20], [-(2 ** 24), 12], 7, 2 ** 45),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.array(fc.nat(), { minLength: 3 }),
        fc.nat(),
        (layout, dice, more) => {
          const index = layout.shape.map((length, axis) => dice[axis] % length);
          const byteInItem = more % layout.itemsize;
          const found = indicesOfByte(layout, layout.byteOffset(index) + byteInItem);
          assert.deepEqual(found, { count: 1, exact: true, indices: [index], byteInItem });
        },
      ),
    );
  });

  it('says what brute force says, for any layout and any byte', () => {
    let many = 0;
    fc.assert(
      fc.property(anyLayout, fc.nat(), fc.integer({ min: 1, max: 70 }), (layout, dice, limit) => {
        const { first, end } = byteBounds(layout);
        const byte = first - 2 + (dice % (end - first + 4));
        const all = indicesOf(layout.shape).filter(index => {
          const start = layout.byteOffset(index);
          return start <= byte && byte < start + layout.itemsize;
        });
        const found = indicesOfByte(layout, byte, limit);
        assert.deepEqual([found.count, found.exact], [all.length, true]);
        assert.deepEqual(found.indices, all.slice(0, limit));
        assert.equal(found.byteInItem, all.length === 0 ? -1 : byte - layout.byteOffset(all[0]));
        if (all.length > 1) many++;
      }),
      { numRuns: 1000 },
    );
    assert.ok(many > 100, `only ${many} bytes were in more than one item`);
  });

  it('finds no item in gaps, before the first and after the last', () => {
    const layout = layoutOf([10, 3], [32, 8]);
    for (const byte of [24, 31, -1, 10 * 32, 0.5, Number.NaN]) {
      assert.deepEqual(indicesOfByte(layout, byte), { count: 0, exact: true, indices: [], byteInItem: -1 });
    }
    assert.equal(indicesOfByte(layoutOf([0, 3], [32, 8]), 0).count, 0);
    assert.equal(indicesOfByte(layoutOf([3], [0], 0), 0).count, 0);
  });

  it('counts a billion answers and gives the first', () => {
    const repeated = indicesOfByte(layoutOf([1e9, 1000], [0, 8]), 4005);
    assert.deepEqual([repeated.count, repeated.exact, repeated.byteInItem], [1e9, true, 5]);
    assert.deepEqual([repeated.indices.length, repeated.indices[63]], [64, [63, 500]]);

    const windows = indicesOfByte(layoutOf([1e9, 1e6], [8, 8]), 4e9 + 3);
    assert.deepEqual([windows.count, windows.exact], [1e6, true]);
    assert.deepEqual(windows.indices[0], [5e8 - 1e6 + 1, 1e6 - 1]);
    assert.deepEqual(windows.indices[63], [5e8 - 1e6 + 64, 1e6 - 64]);
  });

  it('stays bounded where overlaps are irregular, and says that it does not know', () => {
    const layout = layoutOf([1000, 1000, 1000, 1000], [1009, 1013, 1019, 1021], 1);
    const byte = 1_500_007;
    const start = performance.now();
    const found = indicesOfByte(layout, byte);
    assert.ok(performance.now() - start < 1000);
    assert.equal(found.exact, false);
    assert.ok(found.count >= found.indices.length);
    for (const index of found.indices) assert.equal(layout.byteOffset(index), byte);
  });
});

describe('ways', () => {
  it('counts the choices that add up to a range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -2, max: 22 }),
        fc.nat(5),
        (tops, least, more) => {
          const sums = indicesOf(tops.map(top => top + 1)).map(choice => choice.reduce((a, b) => a + b, 0));
          const most = least + more;
          assert.equal(ways(tops, least, most), sums.filter(sum => sum >= least && sum <= most).length);
        },
      ),
    );
  });
});
