import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../../core/errors';
import { contiguousLayout, Layout } from '../../../../../core/layout/layout';
import {
  mayShareMemory,
  overlapsItself,
  type Placed,
  sharesMemory,
} from '../../../../../core/layout/overlap/sharing';
import { anyLayout, indicesOf } from '../arbitraries';

const layoutOf = (shape: number[], strides: number[], itemsize = 8, offset = 0): Layout =>
  Layout.of({ shape, strides, offset, itemsize });
const placed = (layout: Layout, address = 0n): Placed => ({ layout, address });

/** The bytes of each item, relative to address 0. */
const bytesOf = ({ layout, address }: Placed): number[][] =>
  indicesOf(layout.shape).map(index =>
    Array.from({ length: layout.itemsize }, (_, k) => Number(address) + layout.byteOffset(index) + k),
  );

/** A knapsack of large coprime strides: nothing but search tells whether these two meet. */
function hard(): [Placed, Placed] {
  const strides = [100_003, 100_019, 100_043, 100_049, 100_057, 100_069, 100_103, 100_109, 100_129, 100_151];
  const scaled = strides.map(stride => stride * 1009 + (stride % 7));
  const many = layoutOf(
    scaled.map(() => 4),
    scaled,
    1,
  );
  return [placed(many), placed(layoutOf([1], [1], 1), BigInt(scaled[0]) * 15n + 1_234_567n)];
}

describe('sharesMemory', () => {
  it('says what brute force says', () => {
    let shared = 0;
    let missed = 0;
    fc.assert(
      fc.property(anyLayout, anyLayout, fc.bigInt({ min: 0n, max: 60n }), (one, two, address) => {
        const [a, b] = [placed(one), placed(two, address)];
        const bytes = new Set(bytesOf(a).flat());
        const truth = bytesOf(b).some(item => item.some(byte => bytes.has(byte)));
        assert.equal(sharesMemory(a, b), truth);
        assert.equal(sharesMemory(b, a), truth);
        if (truth) assert.ok(mayShareMemory(a, b));
        if (truth) shared++;
        else if (mayShareMemory(a, b)) missed++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(shared > 200 && missed > 30, `${shared} shared, ${missed} only by their bounds`);
  });

  it('tells interleaved views of huge arrays apart, at real addresses', () => {
    const address = 0x7f12_3456_7890n;
    const even = placed(layoutOf([2 ** 45], [16], 8), address);
    const odd = placed(layoutOf([2 ** 45], [-16], 8, 2 ** 49 - 8), address);
    assert.equal(mayShareMemory(even, odd), true);
    assert.equal(sharesMemory(even, odd), false);
    assert.equal(sharesMemory(even, placed(odd.layout, address - 1n)), true);
    const tile = (row: number, column: number) =>
      placed(layoutOf([1000, 1000], [800_000, 8], 8, row * 800_000_000 + column * 8000), address);
    assert.equal(sharesMemory(tile(3, 4), tile(3, 5)), false);
    assert.equal(sharesMemory(tile(3, 4), tile(3, 4)), true);
  });

  it('multiplies past 2^53 where the strides ask for it', () => {
    const [p, q] = [94_906_267, 94_906_297];
    const grid = placed(layoutOf([2 ** 25, 2 ** 25], [p, q], 1));
    const at = (byte: number) => placed(layoutOf([1], [1], 1), BigInt(byte));
    assert.equal(sharesMemory(grid, at(p * 33_000_001 + q * 17)), true);
    assert.equal(sharesMemory(grid, at(p * 2 + q * 2 - 1)), false);
  });

  it('has nothing to share where there are no bytes', () => {
    const full = placed(contiguousLayout([10], 8));
    for (const none of [contiguousLayout([0, 3], 8), contiguousLayout([4], 0)]) {
      assert.equal(sharesMemory(full, placed(none, 8n)), false);
      assert.equal(mayShareMemory(full, placed(none, 8n)), false);
      assert.equal(overlapsItself(none), false);
    }
    assert.equal(sharesMemory(full, placed(contiguousLayout([], 8), 72n)), true);
    assert.equal(sharesMemory(full, placed(contiguousLayout([], 8), 80n)), false);
    assert.equal(mayShareMemory(full, placed(full.layout, 2n ** 63n)), false);
  });

  it('gives up past maxWork, and mayShareMemory then says yes', () => {
    const [a, b] = hard();
    const tooHard = (error: unknown) =>
      error instanceof InspectorError &&
      error.kind === 'too-hard' &&
      error.message === 'Exceeded max_work' &&
      error.numpyName === 'TooHardError' &&
      error.action !== undefined;
    assert.throws(() => sharesMemory(a, b, { maxWork: 20 }), tooHard);
    assert.equal(mayShareMemory(a, b, { maxWork: 20 }), true);
    const full = placed(contiguousLayout([10], 8));
    assert.throws(() => sharesMemory(full, full, { maxWork: 0 }), tooHard);
    assert.equal(sharesMemory(full, full, { maxWork: 1 }), true);
    assert.equal(sharesMemory(full, placed(full.layout, 80n), { maxWork: 0 }), false);
    const even = placed(layoutOf([10], [16]));
    assert.equal(mayShareMemory(even, placed(even.layout, 8n), { maxWork: 100 }), false);
    assert.throws(() => sharesMemory(a, b, { maxWork: -3 }), /Invalid value for max_work/);
    assert.throws(() => mayShareMemory(a, b, { maxWork: 1.5 }), /max_work must be an integer/);
  });
});

describe('overlapsItself', () => {
  it('says what brute force says', () => {
    const strided = fc
      .tuple(
        fc.array(
          fc.record({ length: fc.integer({ min: 1, max: 5 }), stride: fc.integer({ min: -60, max: 60 }) }),
          {
            maxLength: 4,
          },
        ),
        fc.integer({ min: 1, max: 9 }),
      )
      .map(([axes, itemsize]) =>
        layoutOf(
          axes.map(({ length }) => length),
          axes.map(({ stride }) => stride),
          itemsize,
        ),
      );
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(fc.oneof(anyLayout, strided), layout => {
        const bytes = bytesOf(placed(layout)).flat();
        const truth = new Set(bytes).size < bytes.length;
        assert.equal(overlapsItself(layout), truth);
        seen[`${truth}`]++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(seen.true > 300 && seen.false > 300, JSON.stringify(seen));
  });

  it('is quick for windows, broadcasts and any fresh array', () => {
    assert.equal(overlapsItself(layoutOf([1e9, 1e6], [8, 8])), true);
    assert.equal(overlapsItself(layoutOf([1e9, 2], [8, 0])), true);
    assert.equal(overlapsItself(layoutOf([1e9, 1e6], [8, 4])), true);
    assert.equal(overlapsItself(contiguousLayout([1e5, 1e5, 1e4], 8, { order: 'F' })), false);
    assert.equal(overlapsItself(layoutOf([2, 3], [16, 24])), false);
    assert.equal(overlapsItself(layoutOf([3, 4], [16, 24])), false);
    assert.equal(overlapsItself(layoutOf([4, 3], [16, 24])), true);
  });
});
