/** `astype` and its options, `byteswap`, `copy`, `fill`, `tobytes`, `item` and `tolist`. */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

describe('the options of astype', () => {
  const plane = (): np.NDArray => np.arange(6).reshape([2, 3]);
  numpy("np.arange(6).reshape(2, 3).T.astype('f4')", () => plane().T.astype('f4'));
  numpy("np.arange(6).reshape(2, 3).T.astype('f4', order='C')", () => plane().T.astype('f4', { order: 'C' }));
  numpy("np.arange(6).reshape(2, 3).astype('f4', order='F')", () => plane().astype('f4', { order: 'F' }));
  numpy("np.arange(6).reshape(2, 3).T.astype('i8', order='A')", () => plane().T.astype('i8', { order: 'A' }));
  numpy("np.arange(6)[::-2].astype('i2')", () => np.arange(6).get('::-2').astype('i2'));
  numpy("np.broadcast_to(np.arange(3), (2, 3)).astype('f8')", () =>
    np.broadcastTo(np.arange(3), [2, 3]).astype('f8'),
  );
  numpy("np.array(5).astype('f2')", () => np.array(5).astype('f2'));
  numpy("np.zeros((0, 3)).astype('i2')", () => np.zeros([0, 3]).astype('i2'));
  numpy("x = np.arange(3); x.astype('i8', copy=False) is x", () => {
    const x = np.arange(3);
    return x.astype('i8', { copy: false }) === x;
  });
  numpy("x = np.arange(3); x.astype('>i8', copy=False) is x", () => {
    const x = np.arange(3);
    return x.astype('>i8', { copy: false }) === x;
  });
  numpy("x = np.ones((2, 3)); x.astype('f8', order='F', copy=False) is x", () => {
    const x = np.ones([2, 3]);
    return x.astype('f8', { order: 'F', copy: false }) === x;
  });
  numpy("np.arange(3.).astype('i4', casting='safe')", () =>
    np.arange(3, { dtype: 'f8' }).astype('i4', { casting: 'safe' }),
  );
  numpy("np.arange(3.).astype('f4', casting='same_kind')", () =>
    np.arange(3, { dtype: 'f8' }).astype('f4', { casting: 'same_kind' }),
  );
  numpy("np.arange(3).astype('u4', casting='same_kind')", () =>
    np.arange(3).astype('u4', { casting: 'same_kind' }),
  );
  numpy("np.arange(3).astype('>i8', casting='equiv')", () =>
    np.arange(3).astype('>i8', { casting: 'equiv' }),
  );
  numpy("np.arange(3).astype('>i8', casting='no')", () => np.arange(3).astype('>i8', { casting: 'no' }));
  numpy("np.array(['a']).astype('S1', casting='same_kind')", () =>
    np.array(['a']).astype('S1', { casting: 'same_kind' }),
  );
  numpy("np.arange(3).astype('f8', casting='some')", () =>
    np.arange(3).astype('f8', { casting: 'some' as np.Casting }),
  );
});

describe('byteswap, copy, fill and tobytes', () => {
  numpy("np.arange(3, dtype='<i2').byteswap()", () => np.arange(3, { dtype: '<i2' }).byteswap());
  numpy("np.array([1 + 2j], '<c8').byteswap()", () =>
    np.array([{ re: 1, im: 2 }], { dtype: '<c8' }).byteswap(),
  );
  numpy("np.array(['ab']).byteswap().view('>U2')", () => np.array(['ab']).byteswap().view('>U2'));
  numpy("np.array([b'ab']).byteswap()", () => np.array(['ab'], { dtype: 'S2' }).byteswap());
  numpy("np.array([(1, 2)], [('a', '<i2'), ('b', 'u1')]).byteswap()", () =>
    np
      .array([[1, 2]], {
        dtype: [
          ['a', '<i2'],
          ['b', 'u1'],
        ],
      })
      .byteswap(),
  );
  numpy("x = np.arange(4, dtype='<i4'); x[::2].byteswap(True); x", () => {
    const x = np.arange(4, { dtype: '<i4' });
    x.get('::2').byteswap({ inplace: true });
    return x;
  });
  numpy('x = np.broadcast_to(np.arange(3), (2, 3)); x.byteswap(True)', () =>
    np.broadcastTo(np.arange(3), [2, 3]).byteswap({ inplace: true }),
  );
  numpy('np.arange(6).reshape(2, 3).T.copy()', () => np.arange(6).reshape([2, 3]).T.copy());
  numpy("np.arange(6).reshape(2, 3).T.copy('K')", () => np.arange(6).reshape([2, 3]).T.copy({ order: 'K' }));
  numpy("np.arange(6).reshape(2, 3).copy('F')", () => np.arange(6).reshape([2, 3]).copy({ order: 'F' }));
  numpy('x = np.zeros((2, 3)); x.fill(7); x', () => {
    const x = np.zeros([2, 3]);
    x.fill(7);
    return x;
  });
  numpy("x = np.zeros(4, 'i2'); x[::2].fill(3.9); x", () => {
    const x = np.zeros(4, { dtype: 'i2' });
    x.get('::2').fill(3.9);
    return x;
  });
  numpy("x = np.zeros(2, 'u1'); x.fill(300)", () => np.zeros(2, { dtype: 'u1' }).fill(300));
  numpy('x = np.zeros(2); x.flags.writeable = False; x.fill(1)', () => {
    const x = np.zeros(2);
    x.setflags({ write: false });
    x.fill(1);
  });
  numpy("np.arange(6, dtype='u1').reshape(2, 3).tobytes()", () =>
    np.arange(6, { dtype: 'u1' }).reshape([2, 3]).tobytes(),
  );
  numpy("np.arange(6, dtype='u1').reshape(2, 3).tobytes('F')", () =>
    np.arange(6, { dtype: 'u1' }).reshape([2, 3]).tobytes({ order: 'F' }),
  );
  numpy("np.arange(6, dtype='u1').reshape(2, 3).T.tobytes('A')", () =>
    np.arange(6, { dtype: 'u1' }).reshape([2, 3]).T.tobytes({ order: 'A' }),
  );
  numpy("np.arange(6, dtype='u1')[::-2].tobytes()", () =>
    np.arange(6, { dtype: 'u1' }).get('::-2').tobytes(),
  );
});

describe('item and tolist', () => {
  numpy('np.arange(6).reshape(2, 3).item(1, 2)', () => np.arange(6).reshape([2, 3]).item(1, 2));
  numpy('np.arange(6).reshape(2, 3).item(4)', () => np.arange(6).reshape([2, 3]).item(4));
  numpy('np.arange(6).reshape(2, 3).item(-1)', () => np.arange(6).reshape([2, 3]).item(-1));
  numpy('np.array([[5.5]]).item()', () => np.array([[5.5]]).item());
  numpy('np.arange(2).item()', () => np.arange(2).item());
  numpy('np.arange(6).reshape(2, 3).item(6)', () => np.arange(6).reshape([2, 3]).item(6));
  numpy('np.arange(6).reshape(2, 3).item(2, 0)', () => np.arange(6).reshape([2, 3]).item(2, 0));
  numpy('np.arange(6).reshape(2, 3).item(1, 1, 1)', () => np.arange(6).reshape([2, 3]).item(1, 1, 1));
  numpy('np.array([True, False]).item(0)', () => np.array([true, false]).item(0));
  numpy('np.arange(6).reshape(2, 3).tolist()', () => np.arange(6).reshape([2, 3]).tolist());
  numpy('np.arange(6).reshape(2, 3).T[:, ::-1].tolist()', () =>
    np.arange(6).reshape([2, 3]).T.get(':, ::-1').tolist(),
  );
  numpy('np.array(5).tolist()', () => np.array(5).tolist());
  numpy('np.zeros((2, 0)).tolist()', () => np.zeros([2, 0]).tolist());
  numpy("np.array(['a', 'bc']).tolist()", () => np.array(['a', 'bc']).tolist());
  numpy("np.array([b'a', b'bc']).tolist()", () => np.array(['a', 'bc'], { dtype: 'S2' }).tolist());

  it('gives what Python has no counterpart of as values of JavaScript', () => {
    assert.deepEqual(np.array([{ re: 1, im: -2 }]).tolist(), [{ re: 1, im: -2 }]);
    assert.deepEqual(np.array(['1970-01-03'], { dtype: 'M8[D]' }).tolist(), [2n]);
    const record: np.DTypeLike = [
      ['a', 'i1'],
      ['b', 'U1'],
    ];
    assert.deepEqual(np.array([[1, 'x']], { dtype: record }).tolist(), [{ a: 1, b: 'x' }]);
  });
});
