import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { parseGoTo } from '../../../../webview/state/goTo';
import { viewOf } from '../views';

const view = viewOf({ shape: [100, 20] });
const item = (...index: number[]) => ({ kind: 'item', index });
const byte = (byteOffset: number) => ({ kind: 'byte', byteOffset });

describe('what Go to takes', () => {
  it('is an index, with or without brackets, from either end', () => {
    assert.deepEqual(parseGoTo('[3, 17]', view), item(3, 17));
    assert.deepEqual(parseGoTo('3,17', view), item(3, 17));
    assert.deepEqual(parseGoTo('(-1, -20)', view), item(99, 0));
    assert.deepEqual(parseGoTo(' 42 ', view), item(42, 0));
  });

  it('is a byte offset', () => {
    assert.deepEqual(parseGoTo('0x1000', view), byte(4096));
    assert.deepEqual(parseGoTo('4_096 B', view), byte(4096));
    assert.deepEqual(parseGoTo('12 bytes', view), byte(12));
  });

  it('is a fraction of the items', () => {
    assert.deepEqual(parseGoTo('0%', view), item(0, 0));
    assert.deepEqual(parseGoTo('50 %', view), item(50, 0));
    assert.deepEqual(parseGoTo('12.5%', view), item(12, 10));
    assert.deepEqual(parseGoTo('100%', view), item(99, 19));
  });

  it('is exact where there are 2^53 − 1 items', () => {
    const huge = viewOf({ shape: [Number.MAX_SAFE_INTEGER], dtype: 'uint8' });
    assert.deepEqual(parseGoTo('-1', huge), item(Number.MAX_SAFE_INTEGER - 1));
    assert.deepEqual(parseGoTo('0x1ffffffffffffe', huge), byte(Number.MAX_SAFE_INTEGER - 1));
  });

  it('is refused with what is wrong with it', () => {
    const refused: [string, RegExp][] = [
      ['[100, 0]', /index 100 is out of bounds for axis 0 with size 100/],
      ['1,2,3', /too many indices for array: array is 2-dimensional, but 3 were indexed/],
      ['101%', /not between 0% and 100%/],
      ['0x2000', /past the end: there are 8000 bytes/],
      ['fifty', /'fifty' is not an index/],
      ['0x10zz', /is not an index/],
      ['', /is not an index/],
    ];
    for (const [text, message] of refused) {
      assert.throws(
        () => parseGoTo(text, view),
        (error: unknown) => error instanceof InspectorError && message.test(error.message),
        text,
      );
    }
    assert.throws(() => parseGoTo('50%', viewOf({ shape: [0] })), /no items/);
  });
});
