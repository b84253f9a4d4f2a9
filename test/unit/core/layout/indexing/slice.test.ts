import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../../core/errors';
import { isCContiguous } from '../../../../../core/layout/contiguity';
import { contiguousLayout, type Layout } from '../../../../../core/layout/layout';
import { parseIndex } from '../../../../../core/layout/indexing/parseIndex';
import { applyIndex, sliceIndices } from '../../../../../core/layout/indexing/slice';
import { anyLayout, indicesOf, slicesFor } from '../arbitraries';

const at = (layout: Layout, text: string): Layout => applyIndex(layout, parseIndex(text));

function refused(text: string, message: string, numpyName = 'IndexError'): void {
  assert.throws(
    () => at(contiguousLayout([2, 3], 8), text),
    (error: unknown) => {
      assert.ok(error instanceof InspectorError && error.kind === 'invalid-index' && error.action);
      assert.deepEqual([error.message, error.numpyName], [message, numpyName]);
      return true;
    },
  );
}

describe('applyIndex', () => {
  const layout = contiguousLayout([4, 5, 6], 8, { offset: 100 });

  it('steps, reverses and drops axes', () => {
    assert.deepEqual(at(layout, '::2, ::-1, 3').toFields(), {
      shape: [2, 5],
      strides: [480, -48],
      offset: 100 + 4 * 48 + 24,
      itemsize: 8,
    });
  });

  it('fills in for an ellipsis, and gives a new axis the stride 0', () => {
    assert.deepEqual(at(layout, '..., None, 0').shape, [4, 5, 1]);
    assert.deepEqual(at(layout, 'None, 1').toFields(), {
      shape: [1, 5, 6],
      strides: [0, 48, 8],
      offset: 340,
      itemsize: 8,
    });
    assert.deepEqual(at(layout, '1, ..., 2, 3').shape, []);
  });

  it('keeps the data pointer of an empty slice, as NumPy does', () => {
    assert.deepEqual(at(layout, '3:1').toFields(), {
      shape: [0, 5, 6],
      strides: [240, 48, 8],
      offset: 100,
      itemsize: 8,
    });
    assert.ok(isCContiguous(at(layout, '10:')));
  });

  it('refuses in NumPy’s words', () => {
    refused('0, 0, 0', 'too many indices for array: array is 2-dimensional, but 3 were indexed');
    refused('5', 'index 5 is out of bounds for axis 0 with size 2');
    refused('0, -4', 'index -4 is out of bounds for axis 1 with size 3');
    refused('::0', 'slice step cannot be zero', 'ValueError');
    refused(
      "'x'",
      'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
    );
  });

  it('selects what JavaScript’s own walk over the axis selects', () => {
    fc.assert(
      fc.property(anyLayout, fc.gen(), (base, gen) => {
        const entries = gen(slicesFor, base);
        const view = applyIndex(base, entries);
        const picked = entries.map((entry, axis) => {
          const { start, step, count } = sliceIndices(entry as { step?: number }, base.shape[axis]);
          return Array.from({ length: count }, (_, k) => start + k * step);
        });
        for (const index of indicesOf(view.shape)) {
          const original = index.map((entry, axis) => picked[axis][entry]);
          assert.equal(view.byteOffset(index), base.byteOffset(original));
        }
      }),
    );
  });

  it('of a slice is a slice: one after the other selects the items of both', () => {
    fc.assert(
      fc.property(anyLayout, fc.gen(), (base, gen) => {
        const first = gen(slicesFor, base);
        const once = applyIndex(base, first);
        const second = gen(slicesFor, once);
        const twice = applyIndex(once, second);
        const offsets = new Set(indicesOf(once.shape).map(index => once.byteOffset(index)));
        for (const index of indicesOf(twice.shape)) assert.ok(offsets.has(twice.byteOffset(index)));
      }),
    );
  });

  it('reversed twice is the same layout', () => {
    fc.assert(
      fc.property(anyLayout, base => {
        fc.pre(base.size > 0);
        const text = base.shape.map(() => '::-1').join(',');
        assert.deepEqual(at(at(base, text), text), base);
      }),
    );
  });

  it('counts the steps of a slice as a walk does, near 2^53 too', () => {
    const walk = (start: number, stop: number, step: number): number => {
      let count = 0;
      for (let value = start; step > 0 ? value < stop : value > stop; value += step) count++;
      return count;
    };
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 }), (start, stop, step) => {
        assert.equal(sliceIndices({ start, stop, step }, 20).count, walk(start, Math.min(stop, 20), step));
      }),
    );
    const length = Number.MAX_SAFE_INTEGER;
    assert.equal(sliceIndices({ step: 2 }, length).count, 2 ** 52);
    assert.equal(sliceIndices({ step: -3 }, length).count, Number((2n ** 53n + 1n) / 3n));
  });
});
