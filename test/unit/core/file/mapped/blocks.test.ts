/** Layouts cut into blocks: every item is in exactly one, none is too large, and they come in the order of memory. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Block,
  blockLayout,
  blocksOf,
  consecutiveBlocks,
  spanOf,
} from '../../../../../core/file/mapped/blocks';
import { REQUEST_BYTES } from '../../../../../core/file/mapped/mappedFile';
import { Layout } from '../../../../../core/layout/layout';

function indicesOf({ start, shape }: Block): string[] {
  const found: string[] = [];
  const visit = (index: readonly number[]): void => {
    if (index.length === shape.length) found.push(index.join());
    else for (let k = 0; k < shape[index.length]; k++) visit([...index, start[index.length] + k]);
  };
  visit([]);
  return found;
}

const layoutOf = (shape: readonly number[], strides: readonly number[], itemsize = 8): Layout => {
  const before = shape.reduce(
    (n, length, axis) => n + Math.max(0, -strides[axis] * Math.max(0, length - 1)),
    0,
  );
  return Layout.of({ shape, strides, offset: before, itemsize });
};

const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 });
const steps = fc.constantFrom(0, 8, -8, 16, 24, 4096, -20000, 300_000, 2 ** 21);

describe('blocks of a layout', () => {
  it('hold every item once, and reach no further than a request', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.array(steps, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(0, 4096, 1e9),
        (shape, all, gap) => {
          const layout = layoutOf(shape, all.slice(0, shape.length));
          const blocks = [...blocksOf(layout, gap)];
          const found = blocks.flatMap(indicesOf);
          assert.equal(found.length, layout.size);
          assert.equal(new Set(found).size, layout.size);
          for (const block of blocks) assert.ok(spanOf(blockLayout(layout, block)).length <= REQUEST_BYTES);
        },
      ),
    );
  });

  it('are one where all lies within a request', () => {
    const blocks = [...blocksOf(layoutOf([3, 4], [32, 8]), 0)];
    assert.deepEqual(blocks, [{ start: [0, 0], shape: [3, 4] }]);
  });

  it('are cut where a gap is too long to be read along', () => {
    const layout = layoutOf([2, 3], [10_000, 8]);
    assert.equal([...blocksOf(layout, 10_000)].length, 1);
    assert.deepEqual(
      [...blocksOf(layout, 100)].map(({ shape }) => shape),
      [
        [1, 3],
        [1, 3],
      ],
    );
  });

  it('are cut along the outermost axis in memory, whatever the order of axes', () => {
    const layout = layoutOf([4, 2 ** 18], [2 ** 21, 8]);
    assert.deepEqual(
      [...blocksOf(layout, 2 ** 22)]
        .map(({ start }) => start[0])
        .filter((row, k, rows) => rows[k - 1] !== row),
      [0, 1, 2, 3],
    );
    const turned = layoutOf([2 ** 18, 4], [8, 2 ** 21]);
    assert.ok([...blocksOf(turned, 2 ** 22)].every(({ shape }) => shape[1] === 1));
  });

  it('are none of nothing', () => {
    assert.deepEqual([...blocksOf(layoutOf([3, 0], [8, 8]), 0)], []);
    assert.deepEqual([...consecutiveBlocks([0], 4)], []);
    assert.deepEqual([...consecutiveBlocks([], 4)], [{ start: [], shape: [] }]);
  });
});

describe('consecutive blocks', () => {
  it('hold the items in C order, at most so many each', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 30 }), (shape, most) => {
        const found = [...consecutiveBlocks(shape, most)].map(indicesOf);
        for (const block of found) assert.ok(block.length <= most);
        const all = found.flat();
        assert.deepEqual(all, indicesOf({ start: shape.map(() => 0), shape }));
      }),
    );
  });
});

describe('the span of a layout', () => {
  it('reaches from its first byte to its last', () => {
    assert.deepEqual(spanOf(layoutOf([3], [16])), { first: 0, length: 40 });
    assert.deepEqual(spanOf(layoutOf([3], [-16])), { first: 0, length: 40 });
    assert.deepEqual(spanOf(layoutOf([2, 2], [-8, 100])), { first: 0, length: 116 });
    assert.deepEqual(spanOf(layoutOf([], [])), { first: 0, length: 8 });
  });
});
