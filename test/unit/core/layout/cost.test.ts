import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisCosts } from '../../../../core/layout/cost';
import { contiguousLayout, Layout } from '../../../../core/layout/layout';

describe('axisCosts', () => {
  it('counts what brute force counts', () => {
    const walk = fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      stride: fc.integer({ min: -300, max: 300 }),
      itemsize: fc.integer({ min: 1, max: 150 }),
      address: fc.bigInt({ min: 0n, max: 2n ** 47n }),
      lineSize: fc.constantFrom(1, 24, 32, 64, 128),
    });
    fc.assert(
      fc.property(walk, ({ length, stride, itemsize, address, lineSize }) => {
        const layout = Layout.of({ shape: [length], strides: [stride], offset: 11, itemsize });
        const lines = new Set<bigint>();
        for (let i = 0; i < length; i++) {
          for (let byte = 0; byte < itemsize; byte++) {
            lines.add((2n ** 60n * 24n + address + BigInt(layout.byteOffset([i]) + byte)) / BigInt(lineSize));
          }
        }
        const [{ linesPerItem, ratio }] = axisCosts(layout, { address, lineSize });
        assert.equal(linesPerItem, lines.size / length);
        assert.equal(ratio, 1);
      }),
      { numRuns: 200 },
    );
  });

  it('compares the axes with the best one', () => {
    const costs = axisCosts(contiguousLayout([1000, 1000], 4));
    assert.deepEqual(costs, [
      { axis: 0, linesPerItem: 1, ratio: 1000 / 63 },
      { axis: 1, linesPerItem: 0.063, ratio: 1 },
    ]);
    const straddling = axisCosts(contiguousLayout([8, 8], 64), { address: 32n });
    assert.deepEqual(
      straddling.map(({ linesPerItem }) => linesPerItem),
      [2, 9 / 8],
    );
  });

  it('takes no longer for a billion items', () => {
    const [{ linesPerItem }] = axisCosts(
      Layout.of({ shape: [1e9], strides: [-100], offset: 1e12, itemsize: 8 }),
    );
    // 100 is 36 past a line: places 0, 28, 56, … of 16; items at 60 straddle.
    assert.equal(linesPerItem, 1 + 1 / 16);
  });

  it('touches the lines of a repeated item once', () => {
    const layout = Layout.of({ shape: [10, 16], strides: [0, 4], offset: 0, itemsize: 4 });
    assert.deepEqual(axisCosts(layout), [
      { axis: 0, linesPerItem: 0.1, ratio: 1.6 },
      { axis: 1, linesPerItem: 1 / 16, ratio: 1 },
    ]);
  });

  it('leaves axes that go nowhere out of the comparison', () => {
    const layout = contiguousLayout([1, 32, 1], 4);
    assert.deepEqual(
      axisCosts(layout).map(({ linesPerItem, ratio }) => [linesPerItem, ratio]),
      [
        [1, 1],
        [1 / 16, 1],
        [1, 1],
      ],
    );
    for (const empty of [contiguousLayout([0, 5], 4), contiguousLayout([3, 5], 0)]) {
      assert.ok(axisCosts(empty).every(({ linesPerItem, ratio }) => linesPerItem === 0 && ratio === 1));
    }
    assert.deepEqual(axisCosts(contiguousLayout([], 4)), []);
    assert.throws(() => axisCosts(layout, { lineSize: 0 }), /a cache line cannot have 0 bytes/);
  });
});
