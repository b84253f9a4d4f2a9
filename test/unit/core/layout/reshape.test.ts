import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../core/errors';
import { broadcastTo } from '../../../../core/layout/broadcast';
import { contiguousLayout, type Layout, type Order } from '../../../../core/layout/layout';
import { reshape } from '../../../../core/layout/reshape';
import { squeeze } from '../../../../core/layout/squeeze';
import { swapAxes, transpose } from '../../../../core/layout/transpose';
import { anyLayout, indicesOf } from './arbitraries';

function refused(action: () => unknown, message: string): void {
  assert.throws(
    action,
    (error: unknown) => error instanceof InspectorError && error.message === message && !!error.action,
  );
}

/** Byte offsets of all items in the order in which `order` walks them. */
function walk(layout: Layout, order: Order): number[] {
  if (order === 'F') return walk(transpose(layout), 'C');
  return indicesOf(layout.shape).map(index => layout.byteOffset(index));
}

describe('reshape', () => {
  it('splits and joins axes of contiguous items', () => {
    const layout = contiguousLayout([4, 6], 8);
    assert.deepEqual(reshape(layout, [2, 2, -1])?.strides, [96, 48, 8]);
    assert.deepEqual(reshape(layout, [24])?.strides, [8]);
    assert.deepEqual(reshape(layout, [24], 'F'), undefined);
    assert.deepEqual(reshape(contiguousLayout([4, 6], 8, { order: 'F' }), [24], 'A')?.strides, [8]);
  });

  it('says that only a copy would do', () => {
    assert.equal(reshape(transpose(contiguousLayout([2, 3], 8)), [6]), undefined);
    assert.deepEqual(reshape(transpose(contiguousLayout([2, 3], 8)), [6], 'F')?.strides, [8]);
  });

  it('refuses in NumPy’s words', () => {
    const layout = contiguousLayout([6], 8);
    refused(() => reshape(layout, [4, 2]), 'cannot reshape array of size 6 into shape (4,2)');
    refused(() => reshape(layout, [5]), 'cannot reshape array of size 6 into shape (5,)');
    refused(() => reshape(layout, [4, -1]), 'cannot reshape array of size 6 into shape (4,newaxis)');
    refused(() => reshape(layout, [-1, -1]), 'can only specify one unknown dimension');
    refused(
      () => reshape(contiguousLayout([0], 8), [0, -1]),
      'cannot reshape array of size 0 into shape (0,newaxis)',
    );
  });

  it('never moves an item: the walk stays the same, and so does the way back', () => {
    let views = 0;
    fc.assert(
      fc.property(
        anyLayout,
        fc.constantFrom<Order>('C', 'F'),
        fc.infiniteStream(fc.nat()),
        (layout, order, dice) => {
          const shape = factors(layout.size, dice);
          const view = reshape(layout, shape, order);
          if (!view) return;
          views++;
          assert.deepEqual(view.shape, shape);
          assert.deepEqual(walk(view, order), walk(layout, order));
          const back = reshape(view, layout.shape, order);
          if (back) assert.deepEqual(walk(back, order), walk(layout, order));
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(views > 50, `only ${views} reshapes were views`);
  });
});

function factors(size: number, dice: Iterator<number>): number[] {
  if (size === 0) return [0, 3];
  const shape: number[] = [];
  let rest = size;
  while (rest > 1) {
    const choices = Array.from({ length: rest }, (_, k) => k + 1).filter(n => rest % n === 0);
    const factor = choices[(dice.next().value as number) % choices.length];
    shape.push(factor);
    rest /= factor;
    if (shape.length > 5) return [...shape, rest];
  }
  return shape;
}

describe('transpose', () => {
  it('permutes axes', () => {
    const layout = contiguousLayout([2, 3, 4], 8);
    assert.deepEqual(transpose(layout).shape, [4, 3, 2]);
    assert.deepEqual(transpose(layout, [1, -1, 0]).strides, [32, 8, 96]);
    assert.deepEqual(swapAxes(layout, 0, -1).shape, [4, 3, 2]);
  });

  it('twice is the same layout', () => {
    fc.assert(fc.property(anyLayout, layout => assert.deepEqual(transpose(transpose(layout)), layout)));
  });

  it('refuses in NumPy’s words', () => {
    const layout = contiguousLayout([2, 3], 8);
    refused(() => transpose(layout, [0]), "axes don't match array");
    refused(() => transpose(layout, [0, 0]), 'repeated axis in transpose');
    refused(() => transpose(layout, [0, 2]), 'axis 2 is out of bounds for array of dimension 2');
    refused(() => swapAxes(layout, 0, 2), 'axis2: axis 2 is out of bounds for array of dimension 2');
  });
});

describe('squeeze and broadcastTo', () => {
  it('drop and repeat axes of length 1', () => {
    const layout = contiguousLayout([1, 3, 1], 8);
    assert.deepEqual(squeeze(layout).shape, [3]);
    assert.deepEqual(squeeze(layout, -1).shape, [1, 3]);
    assert.deepEqual(broadcastTo(layout, [2, 5, 3, 4]).strides, [0, 0, 8, 0]);
  });

  it('refuse in NumPy’s words', () => {
    const layout = contiguousLayout([4, 3], 8);
    refused(() => squeeze(layout, 0), 'cannot select an axis to squeeze out which has size not equal to one');
    refused(
      () => broadcastTo(layout, [2, 3]),
      'operands could not be broadcast together with remapped shapes [original->remapped]: (4,3)  and requested shape (2,3)',
    );
    refused(
      () => broadcastTo(layout, [3]),
      'input operand has more dimensions than allowed by the axis remapping',
    );
    refused(() => broadcastTo(layout, []), 'cannot broadcast a non-scalar to a scalar array');
    refused(() => broadcastTo(layout, [-1, 3]), 'all elements of broadcast shape must be non-negative');
  });
});
