/** Random layouts for property tests: any strides, within a reach that brute force can walk. */
import fc from 'fast-check';
import { Layout } from '../../../../core/layout/layout';
import type { IndexEntry } from '../../../../core/layout/indexing/slice';

const axis = fc.record({ length: fc.integer({ min: 0, max: 5 }), stride: fc.integer({ min: -12, max: 12 }) });

/** Any layout: overlapping, gappy, reversed, empty. */
export const anyLayout: fc.Arbitrary<Layout> = fc
  .record({
    axes: fc.array(axis, { maxLength: 4 }),
    offset: fc.integer({ min: -50, max: 50 }),
    itemsize: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ axes, offset, itemsize }) =>
    Layout.of({
      shape: axes.map(({ length }) => length),
      strides: axes.map(({ stride }) => stride),
      offset,
      itemsize,
    }),
  );

const bound = fc.option(fc.integer({ min: -8, max: 8 }), { nil: undefined });

const slice: fc.Arbitrary<IndexEntry> = fc
  .record({ start: bound, stop: bound, step: fc.constantFrom(undefined, 1, 2, 3, -1, -2, -3) })
  .map(entry => ({ kind: 'slice', ...entry }));

/** One slice for each axis. */
export const slicesFor = (layout: Layout): fc.Arbitrary<IndexEntry[]> =>
  fc.tuple(...layout.shape.map(() => slice));

/** All indices of a shape in C order. */
export function indicesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (indices, length) => indices.flatMap(index => Array.from({ length }, (_, entry) => [...index, entry])),
    [[]],
  );
}
