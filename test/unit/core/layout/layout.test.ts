import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../core/errors';
import { byteBounds } from '../../../../core/layout/overlap/bounds';
import { contiguousLayout, Layout } from '../../../../core/layout/layout';
import { anyLayout, indicesOf } from './arbitraries';

const fields = { shape: [10000, 10000], strides: [40000, 4], offset: 128, itemsize: 4 };

function refused(action: () => unknown, message: string | RegExp): void {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof InspectorError && error.kind === 'invalid-shape' && error.action);
    if (typeof message === 'string') assert.equal(error.message, message);
    else assert.match(error.message, message);
    return true;
  });
}

describe('Layout', () => {
  it('says where an item is: byte = offset + Σ stride · index', () => {
    const layout = Layout.of(fields);
    assert.equal(layout.byteOffset([3, 17]), 128 + 40000 * 3 + 4 * 17);
    assert.equal(layout.size, 1e8);
    assert.equal(layout.nbytes, 4e8);
    assert.equal(layout.ndim, 2);
    assert.deepEqual(layout.toFields(), fields);
  });

  it('holds offsets past 2^32 and up to 2^53 exactly', () => {
    const layout = contiguousLayout([2 ** 20, 2 ** 30], 4);
    assert.equal(layout.byteOffset([2 ** 20 - 1, 2 ** 30 - 1]), 2 ** 52 - 4);
    refused(() => contiguousLayout([2 ** 21, 2 ** 30], 4), /^array is too big; `arr\.size/);
  });

  it('cannot be changed, nor by the arrays it was made from', () => {
    const shape = [2, 3];
    const layout = Layout.of({ shape, strides: [3, 1], offset: 0, itemsize: 1 });
    shape[0] = 9;
    assert.deepEqual(layout.shape, [2, 3]);
    assert.throws(() => (layout.shape as number[]).push(1), TypeError);
  });

  it('refuses, in NumPy’s words, what is no shape', () => {
    refused(() => contiguousLayout([2, -1], 4), 'negative dimensions are not allowed');
    refused(() => contiguousLayout([2.5], 4), 'Maximum allowed dimension exceeded');
    refused(() => contiguousLayout([2 ** 60], 1), 'Maximum allowed dimension exceeded');
    refused(() => contiguousLayout([0, 2 ** 40, 2 ** 40], 1), /^array is too big/);
    refused(
      () => contiguousLayout(new Array<number>(65).fill(1), 1),
      'maximum supported dimension for an ndarray is currently 64, found 65',
    );
    refused(() => contiguousLayout([2], -4), /itemsize/);
  });

  it('refuses strides that do not belong to the shape or reach past 2^53', () => {
    refused(() => Layout.of({ ...fields, strides: [4] }), /shape \(10000,10000\), strides \(4,\)/);
    refused(() => Layout.of({ ...fields, strides: [2 ** 52, 4] }), /reaches past byte 2\^53/);
    refused(() => Layout.of({ ...fields, offset: Number.NaN }), /reaches past byte 2\^53/);
    refused(() => Layout.of({ ...fields, strides: [0.5, 4] }), /reaches past byte 2\^53/);
  });

  it('refuses an index that is outside, in NumPy’s words', () => {
    const layout = Layout.of(fields);
    assert.throws(() => layout.byteOffset([0, 10000]), {
      message: 'index 10000 is out of bounds for axis 1 with size 10000',
    });
    assert.throws(() => layout.byteOffset([-1, 0]), {
      message: 'index -1 is out of bounds for axis 0 with size 10000',
    });
    assert.throws(() => layout.byteOffset([0]), { kind: 'invalid-index' });
  });

  it('of fresh items follows C or F order; without items all strides are 0', () => {
    assert.deepEqual(contiguousLayout([2, 3, 4], 8).strides, [96, 32, 8]);
    assert.deepEqual(contiguousLayout([2, 3, 4], 8, { order: 'F', offset: 80 }).strides, [8, 16, 48]);
    assert.deepEqual(contiguousLayout([2, 0, 4], 8).strides, [0, 0, 0]);
    assert.deepEqual(contiguousLayout([], 8).strides, []);
  });

  it('has all bytes of all items within its byte bounds, and one at each end', () => {
    fc.assert(
      fc.property(anyLayout, layout => {
        const starts = indicesOf(layout.shape).map(index => layout.byteOffset(index));
        const { first, end } = byteBounds(layout);
        const empty = starts.length === 0;
        assert.equal(first, empty ? layout.offset : Math.min(...starts));
        assert.equal(end, empty ? layout.offset : Math.max(...starts) + layout.itemsize);
      }),
    );
  });
});
