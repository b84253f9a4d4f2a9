import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  distinctLayouts,
  fitOf,
  layoutOfChoice,
  resolveLayout,
  isSameLayout,
} from '../../../../extension/discovery/fit';
import { InspectorError } from '../../../../core/errors';

describe('a written layout resolved for a file', () => {
  it('takes all items in one axis when no shape is given', () => {
    assert.deepEqual(resolveLayout({ dtype: 'f4' }, 4003), {
      dtype: 'float32',
      shape: [1000],
      order: 'C',
      offset: 0,
    });
  });

  it('infers one -1 from what the file has behind the offset', () => {
    const choice = resolveLayout(
      { dtype: '<i2', shape: [-1, 10], offset: 6, order: 'F' },
      6 + 2 * 10 * 7 + 5,
    );
    assert.deepEqual(choice, { dtype: 'int16', shape: [7, 10], order: 'F', offset: 6 });
    assert.equal(fitOf(choice, 6 + 2 * 10 * 7 + 5), 'leftover');
  });

  it('infers -1 along an axis of padded rows', () => {
    const written = { dtype: 'u1', shape: [-1, 10], strides: [16, 1] };
    assert.deepEqual(resolveLayout(written, 16 * 3).shape, [3, 10]);
    assert.deepEqual(resolveLayout(written, 16 * 3 + 9).shape, [3, 10]);
    assert.deepEqual(resolveLayout(written, 16 * 3 + 10).shape, [4, 10]);
    assert.deepEqual(resolveLayout(written, 9).shape, [0, 10]);
  });

  it('infers 0 where nothing fits or the other lengths are 0', () => {
    assert.deepEqual(resolveLayout({ dtype: 'f8', shape: [-1], offset: 100 }, 10).shape, [0]);
    assert.deepEqual(resolveLayout({ dtype: 'f8', shape: [-1, 0] }, 10).shape, [0, 0]);
  });

  it('refuses what no array has, in NumPy’s words', () => {
    const message = (written: Parameters<typeof resolveLayout>[0]) => {
      try {
        resolveLayout(written, 100);
      } catch (error) {
        assert.ok(error instanceof InspectorError);
        return error.message;
      }
      return undefined;
    };
    assert.match(message({ dtype: 'nonsense' }) ?? '', /data type 'nonsense' not understood/);
    assert.match(message({ dtype: 'f4', shape: [-1, -1] }) ?? '', /can only specify one unknown dimension/);
    assert.match(message({ dtype: 'f4', shape: [-2] }) ?? '', /negative dimensions are not allowed/);
    assert.match(message({ dtype: 'S' }) ?? '', /have no bytes/);
  });

  it('never leaves a -1 and never reaches past the file with one', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 3 });
    fc.assert(
      fc.property(lengths, fc.nat(3), fc.nat(100_000), fc.nat(200), (rest, at, byteLength, offset) => {
        const shape = [...rest.slice(0, at), -1, ...rest.slice(at)];
        const choice = resolveLayout({ dtype: 'i4', shape, offset }, byteLength);
        assert.ok(choice.shape.every(length => length >= 0));
        const { nbytes } = layoutOfChoice(choice);
        assert.ok(nbytes === 0 || offset + nbytes <= byteLength);
      }),
    );
  });
});

describe('comparing layouts', () => {
  const base = resolveLayout({ dtype: 'f4', shape: [3, 4] }, 48);
  const origin = { kind: 'guess', text: '' } as const;

  it('says how a layout meets the file', () => {
    assert.equal(fitOf(base, 48), 'exact');
    assert.equal(fitOf(base, 49), 'leftover');
    assert.equal(fitOf(base, 47), 'over');
    assert.equal(fitOf({ ...base, strides: [-16, 4], offset: 16 }, 48), 'over');
    assert.equal(fitOf({ ...base, strides: [-16, 4], offset: 32 }, 48), 'exact');
  });

  it('takes the order of one axis for nothing', () => {
    assert.ok(!isSameLayout(base, { ...base, order: 'F' }));
    assert.ok(isSameLayout({ ...base, shape: [12] }, { ...base, shape: [12], order: 'F' }));
    assert.ok(!isSameLayout(base, { ...base, strides: [16, 4] }));
  });

  it('keeps the first of what is drawn the same', () => {
    const a = { choice: base, origin };
    const b = { choice: { ...base, shape: [12] }, origin };
    assert.deepEqual(distinctLayouts([a, b, a, b], 9), [a, b]);
    assert.deepEqual(distinctLayouts([a, b], 9, [a]), [b]);
    assert.deepEqual(distinctLayouts([a, b], 1), [a]);
  });
});
