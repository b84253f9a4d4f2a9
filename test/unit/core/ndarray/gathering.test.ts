/** Items that are copied one by one: by words where they lie on them, by bytes elsewhere, bit for bit in either case. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as np from '../../../../core/index';
import { contiguousLayout, Layout } from '../../../../core/layout/layout';
import { nonzeroIndices, unravelIndex } from '../../../../core/layout/flat';
import { itemCopier, liesOnWords } from '../../../../core/casting/convertBytes';

describe('items copied one by one', () => {
  for (const itemsize of [0, 1, 2, 3, 4, 6, 8, 12, 16]) {
    for (const shift of [0, 1]) {
      it(`of ${itemsize} bytes, ${shift === 0 ? 'on words' : 'beside them'}, are the same bytes`, () => {
        const from = Uint8Array.from({ length: 10 * itemsize + 16 }, (_, k) => (k * 89 + 7) & 255);
        const into = new Uint8Array(from.length);
        const layout = contiguousLayout([10], itemsize, { offset: shift });
        const copy = itemCopier(into.buffer, from.buffer, itemsize, liesOnWords(layout));
        for (const [to, at] of [
          [0, 9],
          [3, 3],
          [9, 0],
        ]) {
          copy(shift + to * itemsize, shift + at * itemsize);
          const part = (bytes: Uint8Array, k: number): number[] => [
            ...bytes.subarray(shift + k * itemsize, shift + (k + 1) * itemsize),
          ];
          assert.deepEqual(part(into, to), part(from, at));
        }
      });
    }
  }

  it('lie on words where the offset and all steps do', () => {
    const of = (strides: number[], offset: number): Layout =>
      Layout.of({ shape: strides.map(() => 2), strides, offset, itemsize: 8 });
    assert.ok(liesOnWords(of([12, 4], 8)));
    assert.ok(!liesOnWords(of([12, 2], 8)));
    assert.ok(!liesOnWords(of([8], 2)));
  });

  it('keep the bits of every NaN', () => {
    const bits = BigUint64Array.of(0x7ff0_0000_0000_0001n, 0xfff8_0000_dead_beefn, 0n);
    const x = np.frombuffer(bits.buffer);
    const taken = x.get(np.array([1, 0, 1]));
    assert.deepEqual([...new BigUint64Array(taken.buffer)], [bits[1], bits[0], bits[1]]);
    const chosen = np.where(np.array([true, false, true]), x, x.get('::-1'));
    assert.deepEqual([...new BigUint64Array(chosen.buffer)], [bits[0], bits[1], bits[2]]);
  });
});

describe('places', () => {
  it('are the indices of all that is not 0, in C order', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shapes, fc.infiniteStream(fc.constantFrom(0, 0, 1, 7)), (shape, stream) => {
        const size = shape.reduce((n, length) => n * length, 1);
        const values = [...stream.take(size)];
        const expected = values.flatMap((value, k) => (value === 0 ? [] : [unravelIndex(k, shape)]));
        const found = nonzeroIndices(values, shape);
        assert.deepEqual(
          found.map(indices => [...indices]),
          shape.map((_, axis) => expected.map(index => index[axis])),
        );
      }),
    );
  });
});
