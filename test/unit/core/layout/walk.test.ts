/** Layouts walked together: every item once, in the order of memory; and memory for what is made from them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericDType } from '../../../../core/dtype/make';
import { Layout } from '../../../../core/layout/layout';
import { allocateFor, allocateInOrder, allocateLike, byStride } from '../../../../core/ndarray/allocate';
import { eachRun, axesInKOrder, walkOf } from '../../../../core/layout/walk';
import { transpose } from '../../../../core/layout/transpose';
import { contiguousLayout } from '../../../../core/layout/layout';

const F8 = numericDType('float64');
const of = (shape: readonly number[], strides: readonly number[], offset = 0): Layout =>
  Layout.of({ shape, strides, offset, itemsize: 8 });

function visited(layouts: readonly Layout[], order?: 'C' | 'F' | 'K'): string[] {
  const found: string[] = [];
  eachRun(walkOf(layouts, order), (offsets, steps, count) => {
    for (let k = 0; k < count; k++) found.push(offsets.map((at, n) => at + k * steps[n]).join());
  });
  return found;
}

/** The same by the definition, in C order. */
function expected(layouts: readonly Layout[]): string[] {
  const { shape } = layouts[0];
  const found: string[] = [];
  const visit = (index: readonly number[]): void => {
    if (index.length === shape.length) found.push(layouts.map(one => one.byteOffset(index)).join());
    else for (let k = 0; k < shape[index.length]; k++) visit([...index, k]);
  };
  visit([]);
  return found;
}

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 });
const strides = fc.array(fc.constantFrom(0, 8, -8, 16, 32, -64, 128), { minLength: 8, maxLength: 8 });

describe('a walk', () => {
  it('comes to every item of all layouts, once', () => {
    fc.assert(
      fc.property(shapes, strides, (shape, all) => {
        const layouts = [
          of(shape, all.slice(0, shape.length), 1000),
          of(shape, all.slice(4, 4 + shape.length), 2000),
        ];
        assert.deepEqual(visited(layouts).sort(), expected(layouts).sort());
      }),
    );
  });

  it('goes in C order where that is asked for', () => {
    fc.assert(
      fc.property(shapes, strides, (shape, all) => {
        const layout = of(shape, all.slice(0, shape.length), 1000);
        assert.deepEqual(visited([layout], 'C'), expected([layout]));
      }),
    );
  });

  it('goes through memory forward where nothing else is asked for', () => {
    const layout = transpose(contiguousLayout([2, 3, 4], 8), [2, 0, 1]);
    assert.deepEqual(
      visited([layout]).map(Number),
      Array.from({ length: 24 }, (_, k) => 8 * k),
    );
  });

  it('joins axes that step evenly, and leaves out those of length 1', () => {
    assert.deepEqual(walkOf([contiguousLayout([2, 3, 4], 8)]).shape, [24]);
    assert.deepEqual(walkOf([of([2, 1, 3], [24, 999, 8])]).shape, [6]);
    assert.deepEqual(walkOf([of([2, 3], [32, 8])]).shape, [2, 3]);
    assert.deepEqual(walkOf([of([], [])]).shape, [1]);
    const both = [contiguousLayout([2, 3], 8), of([2, 3], [0, 8])];
    assert.deepEqual(walkOf(both).shape, [2, 3]);
  });

  it('keeps strides that go backwards', () => {
    assert.deepEqual(visited([of([3], [-8], 16)]), ['16', '8', '0']);
  });
});

describe('the order of axes', () => {
  it('is that of memory, C where operands disagree', () => {
    assert.deepEqual(axesInKOrder([contiguousLayout([2, 3], 8, { order: 'F' })]), [1, 0]);
    assert.deepEqual(
      axesInKOrder([contiguousLayout([2, 3], 8), contiguousLayout([2, 3], 8, { order: 'F' })]),
      [0, 1],
    );
    assert.deepEqual(axesInKOrder([of([2, 3, 4], [8, 64, 16])]), [1, 2, 0]);
    assert.deepEqual(axesInKOrder([of([2, 3], [0, 8])]), [0, 1]);
    assert.deepEqual(byStride([8, -64, 16]), [1, 2, 0]);
  });

  it('is kept by what is made from operands', () => {
    const turned = contiguousLayout([2, 3], 8, { order: 'F' });
    assert.deepEqual(allocateFor([turned], F8).strides, [8, 16]);
    assert.deepEqual(allocateLike(turned, F8).strides, [8, 16]);
    assert.deepEqual(allocateLike(of([2, 3, 4], [8, 64, 16]), F8).strides, [8, 64, 16]);
    assert.deepEqual(allocateLike(of([2, 3], [-48, 16], 48), F8).strides, [24, 8]);
    assert.deepEqual(allocateInOrder([2, 3], F8, [1, 0]).strides, [8, 16]);
    assert.deepEqual(allocateInOrder([0, 3], F8, [1, 0]).strides, [0, 0]);
    assert.equal(allocateLike(of([4], [24]), F8).base, null);
  });
});
