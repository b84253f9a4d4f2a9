import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { resolveLayoutRequest } from '../../../../../extension/editor/view/layoutRequest';
import { parseByteOffset } from '../../../../../extension/panel/typed';
import type { LayoutChoice } from '../../../../../webview/protocol/schema';
import type { LayoutRequest } from '../../../../../webview/protocol/requestParams';

const request: LayoutRequest = { dtype: 'f4', shape: '2 x -1', order: 'C', offset: '0x10' };
const mistakeOf = (change: Partial<LayoutRequest>): unknown => {
  try {
    resolveLayoutRequest({ ...request, ...change }, undefined, 100);
  } catch (error) {
    return error instanceof InspectorError && error.fields.control;
  }
  return undefined;
};

describe('resolveRequest', () => {
  it('resolves names and -1 to numbers', () => {
    assert.deepEqual(resolveLayoutRequest(request, undefined, 96), {
      dtype: 'float32',
      shape: [2, 10],
      order: 'C',
      offset: 16,
    });
  });
  it('fits the first axis anew where only the dtype changed', () => {
    const current: LayoutChoice = { dtype: 'float32', shape: [10, 4], order: 'C', offset: 0 };
    const { shape } = resolveLayoutRequest(
      { dtype: 'float64', shape: '10 x 4', order: 'C', offset: '0' },
      current,
      160,
    );
    assert.deepEqual(shape, [5, 4]);
  });
  it('keeps strides of its own while nothing changed', () => {
    const current: LayoutChoice = {
      dtype: 'float32',
      shape: [3, 2],
      order: 'C',
      offset: 0,
      strides: [16, 4],
    };
    assert.equal(
      resolveLayoutRequest({ dtype: '<f4', shape: '3, 2', order: 'C', offset: '0' }, current, 100),
      current,
    );
  });
  it('says which control holds the mistake', () => {
    assert.equal(mistakeOf({ dtype: 'flaot32' }), 'dtype');
    assert.equal(mistakeOf({ dtype: 'O' }), 'dtype');
    assert.equal(mistakeOf({ dtype: 'S0' }), 'dtype');
    assert.equal(mistakeOf({ shape: '-5' }), 'shape');
    assert.equal(mistakeOf({ shape: '99999999999999999999' }), 'shape');
    assert.equal(mistakeOf({ shape: '9007199254740991 x 64' }), 'shape');
    assert.equal(mistakeOf({ shape: '-1 x -1' }), 'shape');
    assert.equal(mistakeOf({ offset: '-4' }), 'offset');
    assert.equal(mistakeOf({ offset: '1e3' }), 'offset');
  });
});

describe('parseByteOffset', () => {
  it('takes decimal and hexadecimal', () => {
    assert.equal(parseByteOffset(' 1_024 '), 1024);
    assert.equal(parseByteOffset('0x1_000'), 4096);
    assert.equal(parseByteOffset('9007199254740991'), 2 ** 53 - 1);
  });
  it('refuses what is not a whole number of bytes', () => {
    for (const text of ['', '-1', '1.5', 'ten', '9007199254740993', '0x'])
      assert.throws(() => parseByteOffset(text), InspectorError);
  });
});
