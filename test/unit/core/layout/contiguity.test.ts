import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAligned, isCContiguous, isFContiguous } from '../../../../core/layout/contiguity';
import { contiguousLayout, Layout } from '../../../../core/layout/layout';
import { transpose } from '../../../../core/layout/transpose';
import { whyNotAligned, whyNotCContiguous, whyNotFContiguous } from '../../../../core/layout/flagReasons';
import { anyLayout } from './arbitraries';

const layoutOf = (shape: number[], strides: number[], offset = 0, itemsize = 4): Layout =>
  Layout.of({ shape, strides, offset, itemsize });

describe('contiguity', () => {
  it('is C for rows one after the other, F for columns', () => {
    const c = contiguousLayout([3, 4], 4);
    const f = contiguousLayout([3, 4], 4, { order: 'F' });
    assert.deepEqual(
      [isCContiguous(c), isFContiguous(c), isCContiguous(f), isFContiguous(f)],
      [true, false, false, true],
    );
  });

  it('does not look at axes of length 1, and is both for no items', () => {
    assert.ok(isCContiguous(layoutOf([3, 1, 4], [16, -999, 4])));
    assert.ok(isFContiguous(layoutOf([1, 4], [7, 4])));
    const empty = layoutOf([0, 5], [-3, 99]);
    assert.ok(isCContiguous(empty) && isFContiguous(empty));
  });

  it('of the transpose is that of the other order', () => {
    fc.assert(fc.property(anyLayout, layout => isCContiguous(layout) === isFContiguous(transpose(layout))));
  });

  it('says why not, naming the first axis that breaks the rule with its numbers', () => {
    assert.equal(whyNotCContiguous(layoutOf([10, 5], [80, 8])), 'stride[1] is 8, C order needs 4');
    assert.equal(whyNotCContiguous(layoutOf([10, 5], [40, 4])), 'stride[0] is 40, C order needs 20');
    assert.equal(
      whyNotFContiguous(contiguousLayout([10000, 10000], 4)),
      'stride[0] is 40000, F order needs 4',
    );
    assert.equal(whyNotFContiguous(layoutOf([10, 5], [4, 44])), 'stride[1] is 44, F order needs 40');
  });

  it('has a reason exactly where the flag is False', () => {
    fc.assert(
      fc.property(
        anyLayout,
        fc.constantFrom(1, 2, 4, 8, 16),
        fc.integer({ min: 0, max: 64 }),
        (layout, alignment, address) => {
          assert.equal(whyNotCContiguous(layout) === '', isCContiguous(layout));
          assert.equal(whyNotFContiguous(layout) === '', isFContiguous(layout));
          assert.equal(
            whyNotAligned(layout, alignment, address) === '',
            isAligned(layout, alignment, address),
          );
        },
      ),
    );
  });
});

describe('alignment', () => {
  it('needs the first item and every stride that is walked at a multiple', () => {
    assert.ok(isAligned(contiguousLayout([3, 4], 4), 4));
    assert.equal(
      whyNotAligned(contiguousLayout([3], 4, { offset: 3 }), 4),
      'offset 3 is not a multiple of 4, the alignment of the items',
    );
    assert.equal(
      whyNotAligned(layoutOf([3], [6]), 4),
      'stride[0] is 6, which is not a multiple of 4, the alignment of the items',
    );
    assert.ok(isAligned(layoutOf([1, 0], [6, 3], 1), 4), 'no items');
    assert.ok(isAligned(layoutOf([1], [6]), 4), 'a stride that is never walked');
  });

  it('takes addresses past 2^53, and negative offsets', () => {
    const address = 2n ** 62n + 2n;
    assert.ok(isAligned(contiguousLayout([3], 4, { offset: -2 }), 4, address));
    assert.equal(
      whyNotAligned(contiguousLayout([3], 4), 4, address),
      `address ${address} is not a multiple of 4, the alignment of the items`,
    );
  });
});
