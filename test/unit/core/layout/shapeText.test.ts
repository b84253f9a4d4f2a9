import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../core/errors';
import { inferShape, parseShape, shapeText } from '../../../../core/layout/shapeText';

function refused(action: () => unknown, message: RegExp, kind = 'invalid-shape'): void {
  assert.throws(action, (error: unknown) => {
    assert.ok(error instanceof InspectorError && error.kind === kind && error.action);
    assert.match(error.message, message);
    return true;
  });
}

describe('parseShape', () => {
  it('reads shapes as people write them', () => {
    for (const text of [
      '10000 x 10000',
      '10000 × 10000',
      '10000,10000',
      '(10_000, 10000)',
      '[10000, 10000,]',
      '10000X10000',
      '10000*10000',
    ]) {
      assert.deepEqual(parseShape(text), [10000, 10000], text);
    }
    assert.deepEqual(parseShape('(10000, -1)'), [10000, -1]);
    assert.deepEqual(parseShape('(10000, −1)'), [10000, -1]);
    assert.deepEqual(parseShape(' 5 '), [5]);
    assert.deepEqual(parseShape('(5,)'), [5]);
    assert.deepEqual(parseShape('()'), []);
    assert.deepEqual(parseShape('0 x 3'), [0, 3]);
  });

  it('is the inverse of shapeText', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 5 }), shape =>
        assert.deepEqual(parseShape(shapeText(shape)), shape),
      ),
    );
    assert.equal(shapeText([10000, 10000]), '10000 × 10000');
    assert.equal(shapeText([]), '()');
  });

  it('refuses what is negative, absurd or no shape', () => {
    refused(() => parseShape('3, -2'), /^negative dimensions are not allowed$/);
    refused(() => parseShape('-1, -1'), /^can only specify one unknown dimension$/);
    refused(() => parseShape('99999999999999999999'), /^Maximum allowed dimension exceeded$/);
    refused(() => parseShape('99999999 x 99999999 x 99'), /^array is too big/);
    refused(() => parseShape(new Array(65).fill('1').join(',')), /^maximum supported dimension/);
    for (const text of ['3.5', 'abc', '3 4', '3,,4', '(3', ',', '1e3', '--1', '3; 4', '1__0']) {
      refused(() => parseShape(text), /is not a shape$/);
    }
    refused(() => parseShape(''), /empty/);
    refused(() => parseShape('1,'.repeat(100_000)), /is not a shape$/);
  });
});

describe('inferShape', () => {
  it('fits as much as there is, leaving what does not fill a row', () => {
    assert.deepEqual(inferShape([100, -1], 400 * 50, 4), [100, 50]);
    assert.deepEqual(inferShape([-1], 1003, 4, 3), [250]);
    assert.deepEqual(inferShape([-1, 7], 100, 4), [3, 7]);
    assert.deepEqual(inferShape([3, 4], 0, 4), [3, 4]);
    assert.deepEqual(inferShape([-1, 2], 64 * 2 ** 30, 8), [2 ** 32, 2]);
  });

  it('refuses where any length would fit, or nothing is left', () => {
    refused(() => inferShape([0, -1], 100, 4), /^cannot infer the −1 of shape \(0,-1\)/);
    refused(() => inferShape([-1], 100, 0), /^cannot infer/);
    refused(() => inferShape([-1], 100, 4, 101), /^offset 101 is past the end/, 'out-of-bounds');
  });
});
