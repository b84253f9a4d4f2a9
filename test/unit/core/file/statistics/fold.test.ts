/** Which items belong to which accumulator of a streamed statistic, and how sums of rows are cut. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisOf, foldedArray, groupingOf } from '../../../../../core/file/statistics/fold';
import { blocksOf, integerSumDType } from '../../../../../core/file/statistics/sumFolds';
import type { Mapped } from '../../../../../core/file/mapped/writeValue';
import { sumBlocks } from '../../../../../core/reduce/sumBlocks';
import { contiguousLayout, Layout } from '../../../../../core/layout/layout';
import { parseDType } from '../../../../../core/dtype/parse/parse';

const F8 = parseDType('<f8');
const of = (shape: readonly number[], order: 'C' | 'F' = 'C'): Layout =>
  contiguousLayout(shape, 8, { order });
const mapped = (layout: Layout, dtype = F8): Mapped => ({ layout, dtype }) as Mapped;

describe('accumulators', () => {
  it('are one for all items where no axis is named', () => {
    assert.deepEqual(groupingOf(of([2, 3, 4]), null), { outer: 1, length: 24, inner: 1 });
    assert.deepEqual(groupingOf(of([]), null), { outer: 1, length: 1, inner: 1 });
  });

  it('are as many as the other axes have items, in the order of the file', () => {
    assert.deepEqual(groupingOf(of([2, 3, 4]), 1), { outer: 2, length: 3, inner: 4 });
    assert.deepEqual(groupingOf(of([2, 3, 4]), 2), { outer: 6, length: 4, inner: 1 });
    assert.deepEqual(groupingOf(of([2, 3, 4], 'F'), 0), { outer: 12, length: 2, inner: 1 });
    assert.deepEqual(groupingOf(of([2, 3, 4], 'F'), 2), { outer: 1, length: 4, inner: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (shape, pick) => {
          const axis = pick % shape.length;
          for (const order of ['C', 'F'] as const) {
            const { outer, length, inner } = groupingOf(of(shape, order), axis);
            assert.equal(length, shape[axis]);
            assert.equal(outer * length * inner, of(shape).size);
          }
        },
      ),
    );
  });

  it('become an array with its axes in the order of the file', () => {
    const made = foldedArray(
      of([2, 3, 4], 'F'),
      1,
      F8,
      Float64Array.from({ length: 8 }, (_, k) => k),
    );
    assert.deepEqual(
      [made.shape, made.strides],
      [
        [2, 4],
        [8, 16],
      ],
    );
    assert.deepEqual([...new Float64Array(made.buffer)], [0, 1, 2, 3, 4, 5, 6, 7]);
    const plain = foldedArray(of([2, 3, 4]), 1, F8, new Float64Array(8));
    assert.deepEqual(plain.strides, [32, 8]);
    assert.deepEqual(foldedArray(of([0, 3]), 1, F8, new Float64Array(0)).shape, [0]);
  });

  it('are along an axis that there is', () => {
    assert.equal(axisOf({}, of([2, 3])), null);
    assert.equal(axisOf({ axis: null }, of([2, 3])), null);
    assert.equal(axisOf({ axis: -1 }, of([2, 3])), 1);
    assert.throws(() => axisOf({ axis: 2 }, of([2, 3])), { numpyName: 'AxisError' });
    assert.throws(() => axisOf({ axis: -3 }, of([2, 3])), { numpyName: 'AxisError' });
  });
});

describe('how many items one pairwise sum takes', () => {
  it('is all of them where they lie evenly', () => {
    const all = { block: 100_000, row: 100_000 };
    assert.deepEqual(blocksOf(mapped(of([100_000])), false), all);
    assert.deepEqual(blocksOf(mapped(of([100, 1000])), false), all);
    assert.deepEqual(blocksOf(mapped(of([100, 1000], 'F')), false), all);
  });

  it('is a buffer of 8192 where they are converted, swapped or unaligned', () => {
    assert.equal(blocksOf(mapped(of([100_000])), true).block, 8192);
    assert.equal(blocksOf(mapped(of([100_000]), parseDType('>f8')), false).block, 8192);
    const odd = Layout.of({ ...of([100_000]).toFields(), offset: 1 });
    assert.equal(blocksOf(mapped(odd), false).block, 8192);
  });

  it('is whole rows, as many as fit in a buffer, where rows are apart', () => {
    const rows = (count: number, length: number): Layout =>
      Layout.of({ shape: [count, length], strides: [16 * length, 8], offset: 0, itemsize: 8 });
    assert.deepEqual(blocksOf(mapped(rows(50, 1000)), false), { block: 8000, row: 50_000 });
    assert.deepEqual(blocksOf(mapped(rows(50, 5000)), false), { block: 5000, row: 5000 });
    assert.deepEqual(blocksOf(mapped(rows(50, 9000)), false), { block: 9000, row: 9000 });
    assert.deepEqual(blocksOf(mapped(rows(50, 9000)), true), { block: 8192, row: 9000 });
  });

  it('is cut at the end of the axis of which a buffer holds several', () => {
    assert.deepEqual(sumBlocks([18, 334, 27], true), { block: 8181, row: 9018 });
    assert.deepEqual(sumBlocks([18, 100, 27], true), { block: 8100, row: 48_600 });
    assert.deepEqual(sumBlocks([3, 10, 20], true), { block: 600, row: 600 });
    assert.deepEqual(sumBlocks([], false), { block: 1, row: 1 });
  });
});

describe('the dtype of sums of whole numbers', () => {
  it('is 64 bits wide, unsigned for unsigned ones', () => {
    const cases = { i1: '<i8', '<i8': '<i8', '?': '<i8', u1: '<u8', '>u4': '<u8' };
    for (const [from, to] of Object.entries(cases))
      assert.equal(integerSumDType(parseDType(from)).str, to, from);
  });
});
