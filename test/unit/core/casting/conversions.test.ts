/** `astype`: what NumPy's casts make of numbers, texts, times, records and raw bytes, and the casts there are not. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const cast = (values: np.Nested, from: np.DTypeLike, to: np.DTypeLike): np.NDArray =>
  np.array(values, { dtype: from }).astype(to);

const NUMBERS = '? i1 u1 <i2 >u2 <i4 >i4 <u4 <i8 <u8 <f2 >f4 <f4 <f8 <c8 >c16'.split(' ');

describe('numbers to numbers', () => {
  for (const [from, values] of [
    ['?', [true, false]],
    ['i1', [-128, 127, 0, 1]],
    ['<u2', [65535, 256, 255, 0]],
    ['>i4', [-1, 2 ** 31 - 1, -(2 ** 31), 300]],
    ['<u8', [2n ** 64n - 1n, 2n ** 63n, 2n ** 53n + 1n, 1]],
    ['<i8', [-1, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n]],
    ['<f2', [65504, -1.5, 6e-8, 0.1]],
    ['<f4', [1.5, -2.7, 1e-45, 16777217]],
    ['<f8', [0.1, -2.5, 3.999, 100.5]],
    ['<c8', [{ re: 1.5, im: -1 }, 2]],
  ] as const) {
    it(`of ${from} come back the same from whatever holds them`, () => {
      const x = np.array(values, { dtype: from });
      const holding = NUMBERS.filter(to => np.canCast(from, to) && np.canCast(from, to, 'safe'));
      const exact = holding.filter(to => !(/[iu]8$/.test(from) && /[fc]/.test(to)));
      assert.ok(exact.length > 0);
      for (const to of exact) assert.deepEqual(x.astype(to).astype(from).tolist(), x.tolist(), to);
    });
  }
  numpy("np.array([-1, 255, 256, 300]).astype('u1')", () => cast([-1, 255, 256, 300], 'i8', 'u1'));
  numpy("np.array([-1, 127, 128, 300]).astype('i1')", () => cast([-1, 127, 128, 300], 'i8', 'i1'));
  numpy("np.array([2**32 + 5, -2**33]).astype('>i4')", () => cast([2 ** 32 + 5, -(2 ** 33)], 'i8', '>i4'));
  numpy("np.array([2**63, 2**64 - 1], 'u8').astype('i8')", () =>
    cast([2n ** 63n, 2n ** 64n - 1n], 'u8', 'i8'),
  );
  numpy("np.array([-1, -2**63]).astype('u8')", () => cast([-1, -(2n ** 63n)], 'i8', 'u8'));
  numpy("np.array([0.9, -0.9, 1.5, -2.5]).astype('i4')", () => cast([0.9, -0.9, 1.5, -2.5], 'f8', 'i4'));
  numpy("np.array([2.5, 254.9]).astype('u1')", () => cast([2.5, 254.9], 'f8', 'u1'));
  numpy("np.array([2.**62, -2.**62, 2.**53 + 2]).astype('i8')", () =>
    cast([2 ** 62, -(2 ** 62), 2 ** 53 + 2], 'f8', 'i8'),
  );
  numpy("np.array([2.**63, 2.**63 + 2.**12]).astype('u8')", () =>
    cast([2 ** 63, 2 ** 63 + 2 ** 12], 'f8', 'u8'),
  );
  numpy("np.array([2**53 + 1, 2**62 + 2**8]).astype('f8')", () =>
    cast([2n ** 53n + 1n, 2n ** 62n + 2n ** 8n], 'i8', 'f8'),
  );
  numpy("np.array([2**53 + 1, 2**24 + 1]).astype('f4')", () =>
    cast([2n ** 53n + 1n, 2 ** 24 + 1], 'i8', 'f4'),
  );
  numpy("np.array([2**64 - 1, 2**63 + 1025], 'u8').astype('f8')", () =>
    cast([2n ** 64n - 1n, 2n ** 63n + 1025n], 'u8', 'f8'),
  );
  numpy("np.array([2049, 2051, 65519, 65520]).astype('f2')", () =>
    cast([2049, 2051, 65519, 65520], 'i8', 'f2'),
  );
  numpy("np.array([0.1, 1e-8, 5.96e-8, 2.98e-8, 2.99e-8]).astype('f2')", () =>
    cast([0.1, 1e-8, 5.96e-8, 2.98e-8, 2.99e-8], 'f8', 'f2'),
  );
  numpy("np.array([65504, 65519.99, 65520, -1e10]).astype('f2')", () =>
    cast([65504, 65519.99, 65520, -1e10], 'f8', 'f2'),
  );
  numpy("np.array([1e-46, 1e-45, 3.5e38, 0.1]).astype('f4')", () =>
    cast([1e-46, 1e-45, 3.5e38, 0.1], 'f8', 'f4'),
  );
  numpy("np.array([nan, inf, -inf, -0.]).astype('f2')", () =>
    cast([NaN, Infinity, -Infinity, -0], 'f8', 'f2'),
  );
  numpy("np.array([nan, inf, -inf, -0.], '>f4').astype('f8')", () =>
    cast([NaN, Infinity, -Infinity, -0], '>f4', 'f8'),
  );
  numpy("np.array([nan, 0, -0., 1e-300]).astype('?')", () => cast([NaN, 0, -0, 1e-300], 'f8', '?'));
  numpy("np.array([0, 5, -1]).astype('?')", () => cast([0, 5, -1], 'i8', '?'));
  numpy("np.array([0j, 1j, 1]).astype('?')", () => cast([{ re: 0, im: 0 }, { re: 0, im: 1 }, 1], 'c16', '?'));
  numpy("np.array([1.5 + 2j, 3j]).astype('f4')", () =>
    cast(
      [
        { re: 1.5, im: 2 },
        { re: 0, im: 3 },
      ],
      'c16',
      'f4',
    ),
  );
  numpy("np.array([1.5 + 2j]).astype('i2')", () => cast([{ re: 1.5, im: 2 }], 'c16', 'i2'));
  numpy("np.array([1.1 + 2.2j]).astype('>c8')", () => cast([{ re: 1.1, im: 2.2 }], 'c16', '>c8'));
  numpy("np.array([True, False]).astype('c8')", () => cast([true, false], '?', 'c8'));
  numpy("np.array([True, False]).astype('>f2')", () => cast([true, false], '?', '>f2'));
  numpy("np.array([1, 2], '>i2').astype('<i2')", () => cast([1, 2], '>i2', '<i2'));
});

describe('long doubles', () => {
  numpy("np.array([0.1, -0., 1e300]).astype('g')", () => cast([0.1, -0, 1e300], 'f8', 'g'));
  numpy("np.array([nan, inf, -inf]).astype('g')", () => cast([NaN, Infinity, -Infinity], 'f8', 'g'));
  numpy("np.array([5e-324, 2.2250738585072014e-308]).astype('g')", () =>
    cast([5e-324, 2.2250738585072014e-308], 'f8', 'g'),
  );
  numpy("np.array([2**63 - 1, -2**63, 2**53 + 1]).astype('g')", () =>
    cast([2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n + 1n], 'i8', 'g'),
  );
  numpy("np.array([2**64 - 1], 'u8').astype('g')", () => cast([2n ** 64n - 1n], 'u8', 'g'));
  numpy("np.array([2**64 - 1], 'u8').astype('g').astype('u8')", () =>
    cast([2n ** 64n - 1n], 'u8', 'g').astype('u8'),
  );
  numpy("np.array([2**63 - 1]).astype('g').astype('i8')", () =>
    cast([2n ** 63n - 1n], 'i8', 'g').astype('i8'),
  );
  numpy("np.array([2**53 + 1, 2**54 + 3]).astype('g').astype('f8')", () =>
    cast([2n ** 53n + 1n, 2n ** 54n + 3n], 'i8', 'g').astype('f8'),
  );
  numpy("np.array([2**24 + 1, 1]).astype('g').astype('f4')", () =>
    cast([2 ** 24 + 1, 1], 'i8', 'g').astype('f4'),
  );
  numpy("np.array([2049, 2051]).astype('g').astype('f2')", () => cast([2049, 2051], 'i8', 'g').astype('f2'));
  numpy("np.array([1.9, -1.9]).astype('g').astype('i4')", () => cast([1.9, -1.9], 'f8', 'g').astype('i4'));
  numpy("np.array([300, 7]).astype('g').astype('>u2')", () => cast([300, 7], 'i8', 'g').astype('>u2'));
  numpy("np.array([0., 1e-4000, 2]).astype('g').astype('?')", () => cast([0, 0, 2], 'f8', 'g').astype('?'));
  numpy("np.array([1 + 2j]).astype('G')", () => cast([{ re: 1, im: 2 }], 'c16', 'G'));
  numpy("np.array([0.5]).astype('G')", () => cast([0.5], 'f8', 'G'));
  numpy("np.array([1 + 2j]).astype('G').astype('c8')", () =>
    cast([{ re: 1, im: 2 }], 'c16', 'G').astype('c8'),
  );
  numpy("np.array([1 + 2j]).astype('G').astype('g')", () => cast([{ re: 1, im: 2 }], 'c16', 'G').astype('g'));
  numpy("np.array([0, 2j]).astype('G').astype('?')", () =>
    cast([0, { re: 0, im: 2 }], 'c16', 'G').astype('?'),
  );
  numpy("np.array([2.5]).astype('>g').astype('<f8')", () => cast([2.5], 'f8', '>g').astype('<f8'));
  numpy("np.array([0.1]).astype('g').astype('U')", () => cast([0.1], 'f8', 'g').astype('U'));
  numpy("np.array(['0.1', '1e4000', '-inf']).astype('g')", () => cast(['0.1', '1e4000', '-inf'], 'U6', 'g'));
});

describe('texts and numbers', () => {
  numpy("np.array([1, -22, 333]).astype('U')", () => cast([1, -22, 333], 'i8', 'U'));
  numpy("np.array([1, -22], 'i1').astype('S')", () => cast([1, -22], 'i1', 'S'));
  numpy("np.array([200], 'u1').astype('U')", () => cast([200], 'u1', 'U'));
  numpy("np.array([True, False]).astype('U')", () => cast([true, false], '?', 'U'));
  numpy("np.array([1.5, 1e22, nan, -inf]).astype('U')", () => cast([1.5, 1e22, NaN, -Infinity], 'f8', 'U'));
  numpy("np.array([0.1, 1e10], 'f4').astype('S')", () => cast([0.1, 1e10], 'f4', 'S'));
  numpy("np.array([0.1], 'f2').astype('U')", () => cast([0.1], 'f2', 'U'));
  numpy("np.array([1 + 2j, -0.5j]).astype('U')", () =>
    cast(
      [
        { re: 1, im: 2 },
        { re: -0, im: -0.5 },
      ],
      'c16',
      'U',
    ),
  );
  numpy("np.array([1.5]).astype('U2')", () => cast([1.5], 'f8', 'U2'));
  numpy("np.array([12345]).astype('S3')", () => cast([12345], 'i8', 'S3'));
  numpy("np.array(['12', ' 7 ', '-0']).astype('i4')", () => cast(['12', ' 7 ', '-0'], 'U3', 'i4'));
  numpy("np.array(['1_000']).astype('i4')", () => cast(['1_000'], 'U5', 'i4'));
  numpy("np.array(['300']).astype('i1')", () => cast(['300'], 'U3', 'i1'));
  numpy("np.array(['-1']).astype('u1')", () => cast(['-1'], 'U2', 'u1'));
  numpy("np.array(['9223372036854775808']).astype('i8')", () => cast(['9223372036854775808'], 'U19', 'i8'));
  numpy("np.array(['1.5', ' 2e3', 'nan', 'Infinity']).astype('f8')", () =>
    cast(['1.5', ' 2e3', 'nan', 'Infinity'], 'U9', 'f8'),
  );
  numpy("np.array(['0.1']).astype('f4')", () => cast(['0.1'], 'U3', 'f4'));
  numpy("np.array(['1e400', '-1e400']).astype('f8')", () => cast(['1e400', '-1e400'], 'U6', 'f8'));
  numpy("np.array(['1+2j', '3', '(4-1j)']).astype('c16')", () => cast(['1+2j', '3', '(4-1j)'], 'U6', 'c16'));
  numpy("np.array([b'12', b'5']).astype('i2')", () => cast(['12', '5'], 'S2', 'i2'));
  numpy("np.array([b'1.25']).astype('>f4')", () => cast(['1.25'], 'S4', '>f4'));
  numpy("np.array(['', 'a', '0']).astype('?')", () => cast(['', 'a', '0'], 'U1', '?'));
  numpy("np.array([b'', b'a']).astype('?')", () => cast(['', 'a'], 'S1', '?'));
  numpy("np.array(['']).astype('i4')", () => cast([''], 'U1', 'i4'));
  numpy("np.array(['abc']).astype('i4')", () => cast(['abc'], 'U3', 'i4'));
  numpy("np.array(['1.5']).astype('i4')", () => cast(['1.5'], 'U3', 'i4'));
  numpy("np.array(['']).astype('f8')", () => cast([''], 'U1', 'f8'));
  numpy("np.array(['1,5']).astype('f8')", () => cast(['1,5'], 'U3', 'f8'));
  numpy("np.array([b'x1']).astype('f8')", () => cast(['x1'], 'S2', 'f8'));
  numpy("np.array(['1+j2']).astype('c8')", () => cast(['1+j2'], 'U4', 'c8'));
});

describe('texts and bytes', () => {
  numpy("np.array(['ab', 'cde']).astype('S')", () => cast(['ab', 'cde'], 'U3', 'S'));
  numpy("np.array(['ab', 'cde']).astype('S2')", () => cast(['ab', 'cde'], 'U3', 'S2'));
  numpy("np.array(['ab']).astype('U5')", () => cast(['ab'], 'U2', 'U5'));
  numpy("np.array(['ab']).astype('>U2')", () => cast(['ab'], 'U2', '>U2'));
  numpy("np.array(['abc'], '>U3').astype('U')", () => cast(['abc'], '>U3', 'U'));
  numpy("np.array(np.array(['abc'], '>U3'), 'U')", () =>
    np.array(np.array(['abc'], { dtype: '>U3' }), { dtype: 'U' }),
  );
  numpy("np.array([b'abc'], 'S5').astype('S')", () => cast(['abc'], 'S5', 'S'));
  numpy("np.array(['abc'], '>U3').astype('<U2')", () => cast(['abc'], '>U3', '<U2'));
  numpy("np.array([b'ab', b'c']).astype('U')", () => cast(['ab', 'c'], 'S2', 'U'));
  numpy("np.array([b'abc']).astype('S2')", () => cast(['abc'], 'S3', 'S2'));
  numpy("np.array([b'a']).astype('S4')", () => cast(['a'], 'S1', 'S4'));
  numpy("np.array(['é']).astype('S')", () => cast(['é'], 'U1', 'S'));
  numpy("np.array([b'\\xff']).astype('U')", () => cast([Uint8Array.of(255)], 'S1', 'U'));
});

describe('datetimes and timedeltas', () => {
  const days = (...texts: readonly string[]): np.NDArray => np.array(texts, { dtype: 'M8[D]' });
  numpy("np.array(['2020-02-29', 'NaT'], 'M8[D]').astype('M8[s]')", () =>
    days('2020-02-29', 'NaT').astype('M8[s]'),
  );
  numpy("np.array(['2020-02-29', '1969-12-31'], 'M8[D]').astype('M8[M]')", () =>
    days('2020-02-29', '1969-12-31').astype('M8[M]'),
  );
  numpy("np.array(['2020-02-29', '1969-12-31'], 'M8[D]').astype('M8[Y]')", () =>
    days('2020-02-29', '1969-12-31').astype('M8[Y]'),
  );
  numpy("np.array(['2020-02-29', '1969-12-31'], 'M8[D]').astype('M8[W]')", () =>
    days('2020-02-29', '1969-12-31').astype('M8[W]'),
  );
  numpy("np.array(['2020', '1969'], 'M8[Y]').astype('M8[h]')", () =>
    cast(['2020', '1969'], 'M8[Y]', 'M8[h]'),
  );
  numpy("np.array(['2020-03'], 'M8[M]').astype('M8[D]')", () => cast(['2020-03'], 'M8[M]', 'M8[D]'));
  numpy("np.array([-1, 61], 'm8[s]').astype('m8[m]')", () => cast([-1, 61], 'm8[s]', 'm8[m]'));
  numpy("np.array([1, -7], 'm8[W]').astype('m8[D]')", () => cast([1, -7], 'm8[W]', 'm8[D]'));
  numpy("np.array([-1, 13], 'm8[M]').astype('m8[Y]')", () => cast([-1, 13], 'm8[M]', 'm8[Y]'));
  numpy("np.array([3], 'm8[25s]').astype('m8[s]')", () => cast([3], 'm8[25s]', 'm8[s]'));
  numpy("np.array([76], 'm8[s]').astype('m8[25s]')", () => cast([76], 'm8[s]', 'm8[25s]'));
  numpy("np.array(['2020-02-29'], 'M8[D]').astype('>M8[ns]')", () => days('2020-02-29').astype('>M8[ns]'));
  numpy("np.array(['2020-02-29', 'NaT'], 'M8[D]').astype('i8')", () =>
    days('2020-02-29', 'NaT').astype('i8'),
  );
  numpy("np.array([18321, 0]).astype('M8[D]')", () => cast([18321, 0], 'i8', 'M8[D]'));
  numpy("np.array([1.9, nan]).astype('m8[s]')", () => cast([1.9, NaN], 'f8', 'm8[s]'));
  numpy("np.array(['2020-02-29', 'NaT'], 'M8[D]').astype('U')", () => days('2020-02-29', 'NaT').astype('U'));
  numpy("np.array(['2020-02-29T01:02:03'], 'M8[s]').astype('S')", () =>
    cast(['2020-02-29T01:02:03'], 'M8[s]', 'S'),
  );
  numpy("np.array([5, -3], 'm8[s]').astype('U')", () => cast([5, -3], 'm8[s]', 'U'));
  numpy("np.array(['2020-02-29', 'NaT']).astype('M8[D]')", () => cast(['2020-02-29', 'NaT'], 'U10', 'M8[D]'));
  numpy("np.array(['2020-02-30']).astype('M8[D]')", () => cast(['2020-02-30'], 'U10', 'M8[D]'));
  numpy("np.array([1], 'm8[s]').astype('M8[s]')", () => cast([1], 'm8[s]', 'M8[s]'));
  numpy("np.array(['2020'], 'M8[Y]').astype('m8[Y]')", () => cast(['2020'], 'M8[Y]', 'm8[Y]'));
  numpy("np.array([1], 'm8[Y]').astype('m8[D]')", () => cast([1], 'm8[Y]', 'm8[D]'));
  numpy("np.array([1, 0], 'm8[s]').astype('?')", () => cast([1, 0], 'm8[s]', '?'));
  numpy("np.array([1], 'm8').astype('m8[s]')", () => cast([1], 'm8', 'm8[s]'));
  numpy("np.array(['2020'], 'M8[Y]').astype('f8')", () => cast(['2020'], 'M8[Y]', 'f8'));
});

describe('records, subarrays and raw bytes', () => {
  const pairs = (): np.NDArray =>
    np.array(
      [
        [1, 2.5],
        [3, 4.5],
      ],
      {
        dtype: [
          ['a', '<i2'],
          ['b', '<f4'],
        ],
      },
    );
  numpy(
    "np.array([(1, 2.5), (3, 4.5)], [('a', '<i2'), ('b', '<f4')]).astype([('x', '>f8'), ('y', 'i1')])",
    () =>
      pairs().astype([
        ['x', '>f8'],
        ['y', 'i1'],
      ]),
  );
  numpy("np.array([(1, 2.5), (3, 4.5)], [('a', '<i2'), ('b', '<f4')]).astype([('a', 'i8')])", () =>
    pairs().astype([['a', 'i8']]),
  );
  numpy("np.array([(1, 2.5), (3, 4.5)], [('a', '<i2'), ('b', '<f4')]).astype('i4')", () =>
    pairs().astype('i4'),
  );
  numpy("np.array([(7,)], [('a', '<i2')]).astype('f8')", () =>
    np.array([[7]], { dtype: [['a', '<i2']] }).astype('f8'),
  );
  numpy("np.array([7, 8]).astype([('a', '<i2'), ('b', '<f4')])", () =>
    np.array([7, 8]).astype([
      ['a', '<i2'],
      ['b', '<f4'],
    ]),
  );
  numpy("np.array([7, 8]).astype(('<i2', (2, 2)))", () => np.array([7, 8]).astype(['<i2', [2, 2]]));
  numpy("np.array([([1, 2],), ([3, 4],)], [('m', 'u1', 2)]).astype([('m', '<i4', 2)])", () =>
    np.array([[[1, 2]], [[3, 4]]], { dtype: [['m', 'u1', 2]] }).astype([['m', '<i4', 2]]),
  );
  numpy("np.array([([1, 2],), ([3, 4],)], [('m', 'u1', 2)]).astype([('m', '<i4', 3)])", () =>
    np.array([[[1, 2]], [[3, 4]]], { dtype: [['m', 'u1', 2]] }).astype([['m', '<i4', 3]]),
  );
  const block = (from: np.DTypeLike, to: np.DTypeLike): np.NDArray => {
    const x = np.zeros(2, { dtype: [['m', '<i2', from]] });
    x.get('m').flat.set('...', np.arange(1, 17));
    const y = np.full(2, 99, { dtype: [['m', '<i4', to]] });
    y.set('...', x);
    return y;
  };
  numpy(
    "x = np.zeros(2, [('m', '<i2', (4,))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2, 2))]); y[...] = x; y",
    () => block([4], [2, 2]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 2))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (4,))]); y[...] = x; y",
    () => block([2, 2], [4]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2,))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (3,))]); y[...] = x; y",
    () => block([2], [3]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (3,))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2,))]); y[...] = x; y",
    () => block([3], [2]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (1,))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (3,))]); y[...] = x; y",
    () => block([1], [3]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 1))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2, 3))]); y[...] = x; y",
    () => block([2, 1], [2, 3]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2,))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2, 2))]); y[...] = x; y",
    () => block([2], [2, 2]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 2))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2,))]); y[...] = x; y",
    () => block([2, 2], [2]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 2))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (3, 3))]); y[...] = x; y",
    () => block([2, 2], [3, 3]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 3))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (1, 1))]); y[...] = x; y",
    () => block([2, 3], [1, 1]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (1, 1, 2))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (3,))]); y[...] = x; y",
    () => block([1, 1, 2], [3]),
  );
  numpy(
    "x = np.zeros(2, [('m', '<i2', (2, 1, 2))]); x['m'].flat[...] = np.arange(1, 17); y = np.full(2, 99, [('m', '<i4', (2, 2, 3))]); y[...] = x; y",
    () => block([2, 1, 2], [2, 2, 3]),
  );
  numpy("np.array([(5,)], [('m', 'u1')]).astype([('m', '<i4', (2, 2))])", () =>
    np.array([[5]], { dtype: [['m', 'u1']] }).astype([['m', '<i4', [2, 2]]]),
  );
  numpy("np.array([b'ab', b'cd'], 'V2').astype('V3')", () =>
    np.array([Uint8Array.from([0x61, 0x62]), Uint8Array.from([0x63, 0x64])], { dtype: 'V2' }).astype('V3'),
  );
  numpy("np.array([1, 2], '<i2').astype('V2')", () => cast([1, 2], '<i2', 'V2'));
  numpy("np.array([1, 2], '<i2').astype('V')", () => cast([1, 2], '<i2', 'V'));
});

describe('NaNs', () => {
  const halves = () => np.arange(65536, { dtype: 'u2' }).view('f2');
  const singles = () => np.arange(0x7f800000, 0x7fffffff, 52_013, { dtype: 'u4' }).view('f4');
  const doubles = () => np.leftShift(np.arange(0x7ff00000, 0x7fffffff, 4001), 32).view('f8');
  const bytesAs = (x: np.NDArray, to: readonly string[]) => to.map(dtype => x.astype(dtype).view('u1'));
  numpy(
    "[np.arange(65536, dtype='u2').view('f2').astype(t).view('u1') for t in '>f2 f4 >f4 f8 c8 c16'.split()]",
    () => bytesAs(halves(), ['>f2', 'f4', '>f4', 'f8', 'c8', 'c16']),
  );
  numpy(
    "[np.arange(0x7f800000, 0x7fffffff, 52_013, 'u4').view('f4').astype(t).view('u1') for t in 'f2 >f2 >f4 f8 c8 >c8'.split()]",
    () => bytesAs(singles(), ['f2', '>f2', '>f4', 'f8', 'c8', '>c8']),
  );
  numpy("np.left_shift(np.arange(0x7ff00000, 0x7fffffff, 4001), 32).view('f8').astype('f2').view('u2')", () =>
    doubles().astype('f2').view('u2'),
  );
  it('and all other float16 are the same after having been something wider', () => {
    for (const wider of ['>f2', 'f4', '>f8', 'c8', 'c16']) {
      const back = halves().astype(wider).astype('f2').view('u2');
      assert.deepEqual(back.tobytes(), halves().tobytes(), wider);
    }
  });
});
