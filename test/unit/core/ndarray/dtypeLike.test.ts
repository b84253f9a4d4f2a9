/** Dtypes as callers write them, as `np.dtype` reads them. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

describe('dtypes as callers write them', () => {
  numpy("np.dtype('f4')", () => np.dtype('f4'));
  numpy("np.dtype('float32')", () => np.dtype('float32'));
  numpy("np.dtype('>u2')", () => np.dtype('>u2'));
  numpy("np.dtype('M8[25s]')", () => np.dtype('M8[25s]'));
  numpy("np.dtype('==,')", () => np.dtype('==,'));
  numpy("np.dtype('==,==,')", () => np.dtype('==,==,'));
  numpy("np.dtype('i4, f8')", () => np.dtype('i4, f8'));
  numpy("np.dtype('3i2')", () => np.dtype('3i2'));
  numpy("np.dtype('(2, 3)f4')", () => np.dtype('(2, 3)f4'));
  numpy("np.dtype([('x', '<f4'), ('y', '>i2', 2)])", () =>
    np.dtype([
      ['x', '<f4'],
      ['y', '>i2', 2],
    ]),
  );
  numpy("np.dtype([('x', '<f4'), ('y', '>i2', (2, 1))])", () =>
    np.dtype([
      ['x', '<f4'],
      ['y', '>i2', [2, 1]],
    ]),
  );
  numpy("np.dtype(('<f4', (2, 3)))", () => np.dtype(['<f4', [2, 3]]));
  numpy("np.dtype([(('title', 'x'), 'u1')])", () => np.dtype([[['title', 'x'], 'u1']]));
  numpy("np.dtype([('a', [('b', 'u1'), ('c', 'f8')])])", () =>
    np.dtype([
      [
        'a',
        [
          ['b', 'u1'],
          ['c', 'f8'],
        ],
      ],
    ]),
  );
  numpy("np.dtype([('', 'u1'), ('', 'u2')])", () =>
    np.dtype([
      ['', 'u1'],
      ['', 'u2'],
    ]),
  );
  numpy("np.dtype([('a', 'u1'), ('a', 'u1')])", () =>
    np.dtype([
      ['a', 'u1'],
      ['a', 'u1'],
    ]),
  );
  numpy("np.dtype('nope')", () => np.dtype('nope'));
  numpy("np.dtype([('a', 'nope')])", () => np.dtype([['a', 'nope']]));
  numpy("np.dtype('S0')", () => np.dtype('S0'));
  numpy("np.dtype('V8')", () => np.dtype('V8'));
  numpy("np.dtype(('f4', (-1,)))", () => np.dtype(['f4', [-1]]));

  it('may be DTypes already, alone and in lists', () => {
    const float = np.dtype('f4');
    assert.equal(np.dtype(float), float);
    assert.equal(
      np.dtypeText(
        np.dtype([
          ['x', float],
          ['y', np.dtype([['z', 'u1']])],
        ]),
      ),
      "[('x', '<f4'), ('y', [('z', 'u1')])]",
    );
  });

  it('are none of Python objects, which mean nothing elsewhere', () => {
    assert.throws(() => np.dtype('O'), { kind: 'unsupported-dtype' });
    assert.throws(() => np.dtype([['a', 'O']]), { kind: 'unsupported-dtype' });
  });

  it('are refused where they are none', () => {
    for (const wrong of [[1, 2, 3], [['x', { a: 1 }]], [[5, 'f4']]]) {
      assert.throws(() => np.dtype(wrong), { name: 'InspectorError' }, JSON.stringify(wrong));
    }
  });
});
