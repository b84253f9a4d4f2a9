/** Arrays as text, as NumPy prints them: each kind of item, shapes, and the options of printing. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

describe('repr of an array', () => {
  numpy('repr(np.arange(5))', () => np.arrayRepr(np.arange(5)));
  numpy('repr(np.array([]))', () => np.arrayRepr(np.array([])));
  numpy('repr(np.zeros((2, 0)))', () => np.arrayRepr(np.zeros([2, 0])));
  numpy("repr(np.zeros((0, 3), 'i2'))", () => np.arrayRepr(np.zeros([0, 3], { dtype: 'i2' })));
  numpy('repr(np.array(5))', () => np.arrayRepr(np.array(5)));
  numpy('repr(np.array(1.5))', () => np.arrayRepr(np.array(1.5)));
  numpy('repr(np.arange(6).reshape(2, 3))', () => np.arrayRepr(np.arange(6).reshape([2, 3])));
  numpy('repr(np.arange(12).reshape(2, 2, 3))', () => np.arrayRepr(np.arange(12).reshape([2, 2, 3])));
  numpy('repr(np.array([1.5, -2.25, 1e10]))', () => np.arrayRepr(np.array([1.5, -2.25, 1e10])));
  numpy('repr(np.array([1e-5, 1.]))', () => np.arrayRepr(np.array([1e-5, 1])));
  numpy('repr(np.array([nan, inf, -inf, 0.1]))', () =>
    np.arrayRepr(np.array([NaN, Infinity, -Infinity, 0.1])),
  );
  numpy('repr(np.array([-0., 0.]))', () => np.arrayRepr(np.array([-0, 0], { dtype: 'f8' })));
  numpy('repr(np.array([0.1, 0.12, 0.123]))', () => np.arrayRepr(np.array([0.1, 0.12, 0.123])));
  numpy('repr(np.array([1 / 3, 2 / 3]))', () => np.arrayRepr(np.array([1 / 3, 2 / 3])));
  numpy("repr(np.array([0.1], 'f4'))", () => np.arrayRepr(np.array([0.1], { dtype: 'f4' })));
  numpy("repr(np.array([0.1, 65504], 'f2'))", () => np.arrayRepr(np.array([0.1, 65504], { dtype: 'f2' })));
  numpy("repr(np.array([1.5], '>f8'))", () => np.arrayRepr(np.array([1.5], { dtype: '>f8' })));
  numpy("repr(np.array([1, -2], 'i1'))", () => np.arrayRepr(np.array([1, -2], { dtype: 'i1' })));
  numpy("repr(np.array([1, 2], '>i4'))", () => np.arrayRepr(np.array([1, 2], { dtype: '>i4' })));
  numpy("repr(np.array([2**64 - 1], 'u8'))", () => np.arrayRepr(np.array([2n ** 64n - 1n], { dtype: 'u8' })));
  numpy('repr(np.array([True, False]))', () => np.arrayRepr(np.array([true, false])));
  numpy('repr(np.array([1 + 2j, -0.5j]))', () =>
    np.arrayRepr(
      np.array([
        { re: 1, im: 2 },
        { re: -0, im: -0.5 },
      ]),
    ),
  );
  numpy('repr(np.array([complex(nan, inf)]))', () => np.arrayRepr(np.array([{ re: NaN, im: Infinity }])));
  numpy("repr(np.array([1e10 + 1j], 'c8'))", () =>
    np.arrayRepr(np.array([{ re: 1e10, im: 1 }], { dtype: 'c8' })),
  );
  numpy("repr(np.array(['a', 'bc\\n', \"it's\"]))", () => np.arrayRepr(np.array(['a', 'bc\n', "it's"])));
  numpy("repr(np.array([b'a', b'\\xff']))", () =>
    np.arrayRepr(np.array([Uint8Array.of(97), Uint8Array.of(255)], { dtype: 'S1' })),
  );
  numpy("repr(np.array(['']))", () => np.arrayRepr(np.array([''])));
  numpy("repr(np.array(['2020-02-29', 'NaT'], 'M8[D]'))", () =>
    np.arrayRepr(np.array(['2020-02-29', 'NaT'], { dtype: 'M8[D]' })),
  );
  numpy("repr(np.array(['2020-02-29T01:02:03.5'], 'M8[ms]'))", () =>
    np.arrayRepr(np.array(['2020-02-29T01:02:03.5'], { dtype: 'M8[ms]' })),
  );
  numpy("repr(np.array([1, -22], 'm8[s]'))", () => np.arrayRepr(np.array([1, -22], { dtype: 'm8[s]' })));
  numpy("repr(np.array(['NaT', 5], 'm8[25s]'))", () =>
    np.arrayRepr(np.array(['NaT', 5], { dtype: 'm8[25s]' })),
  );
  numpy("repr(np.array([(1, 2.5, 'x')], [('a', 'i2'), ('b', '<f4'), ('c', 'U1')]))", () =>
    np.arrayRepr(
      np.array([[1, 2.5, 'x']], {
        dtype: [
          ['a', 'i2'],
          ['b', '<f4'],
          ['c', 'U1'],
        ],
      }),
    ),
  );
  numpy("repr(np.zeros(2, 'V3'))", () => np.arrayRepr(np.zeros(2, { dtype: 'V3' })));
  numpy('repr(np.arange(2000))', () => np.arrayRepr(np.arange(2000)));
  numpy('repr(np.arange(2000).reshape(2, 1000))', () => np.arrayRepr(np.arange(2000).reshape([2, 1000])));
  numpy('repr(np.arange(1100).reshape(1100, 1))', () => np.arrayRepr(np.arange(1100).reshape([1100, 1])));
  numpy('repr(np.linspace(0, 1, 11))', () => np.arrayRepr(np.linspace(0, 1, 11)));
  numpy('repr(np.arange(40))', () => np.arrayRepr(np.arange(40)));
  numpy('repr(np.arange(40) * 1000)', () => np.arrayRepr(np.multiply(np.arange(40), 1000)));
  numpy("repr(np.array([0.1, 1e-4000], 'g'))", () => np.arrayRepr(np.array([0.1, 0], { dtype: 'g' })));
  numpy('repr(np.array([1e16, 1.]))', () => np.arrayRepr(np.array([1e16, 1], { dtype: 'f8' })));
  numpy('repr(np.array([1e8, 1.]))', () => np.arrayRepr(np.array([1e8, 1], { dtype: 'f8' })));
  numpy('repr(np.array([123456789.125]))', () => np.arrayRepr(np.array([123456789.125])));
  numpy('repr(np.array([1e-4, 0.5]))', () => np.arrayRepr(np.array([1e-4, 0.5])));
  numpy('repr(np.array([9.9e-5]))', () => np.arrayRepr(np.array([9.9e-5])));
  numpy('repr(np.eye(3))', () => np.arrayRepr(np.eye(3)));
  numpy('repr(np.ones((1, 1, 1)))', () => np.arrayRepr(np.ones([1, 1, 1])));
  numpy("repr(np.array([['a', 'b']]))", () => np.arrayRepr(np.array([['a', 'b']])));
  numpy('repr(np.arange(6).reshape(2, 3).T)', () => np.arrayRepr(np.arange(6).reshape([2, 3]).T));
  numpy('repr(np.broadcast_to(np.arange(2), (3, 2)))', () =>
    np.arrayRepr(np.broadcastTo(np.arange(2), [3, 2])),
  );
  numpy('repr(np.arange(9)[::-2])', () => np.arrayRepr(np.arange(9).get('::-2')));
});

describe('str of an array', () => {
  numpy('str(np.arange(5))', () => np.arrayStr(np.arange(5)));
  numpy('str(np.array([]))', () => np.arrayStr(np.array([])));
  numpy('str(np.zeros((2, 0)))', () => np.arrayStr(np.zeros([2, 0])));
  numpy("str(np.zeros((0, 3), 'i2'))", () => np.arrayStr(np.zeros([0, 3], { dtype: 'i2' })));
  numpy('str(np.array(5))', () => np.arrayStr(np.array(5)));
  numpy('str(np.array(1.5))', () => np.arrayStr(np.array(1.5)));
  numpy('str(np.arange(6).reshape(2, 3))', () => np.arrayStr(np.arange(6).reshape([2, 3])));
  numpy('str(np.arange(12).reshape(2, 2, 3))', () => np.arrayStr(np.arange(12).reshape([2, 2, 3])));
  numpy('str(np.array([1.5, -2.25, 1e10]))', () => np.arrayStr(np.array([1.5, -2.25, 1e10])));
  numpy('str(np.array([1e-5, 1.]))', () => np.arrayStr(np.array([1e-5, 1])));
  numpy('str(np.array([nan, inf, -inf, 0.1]))', () => np.arrayStr(np.array([NaN, Infinity, -Infinity, 0.1])));
  numpy('str(np.array([-0., 0.]))', () => np.arrayStr(np.array([-0, 0], { dtype: 'f8' })));
  numpy('str(np.array([0.1, 0.12, 0.123]))', () => np.arrayStr(np.array([0.1, 0.12, 0.123])));
  numpy('str(np.array([1 / 3, 2 / 3]))', () => np.arrayStr(np.array([1 / 3, 2 / 3])));
  numpy("str(np.array([0.1], 'f4'))", () => np.arrayStr(np.array([0.1], { dtype: 'f4' })));
  numpy("str(np.array([0.1, 65504], 'f2'))", () => np.arrayStr(np.array([0.1, 65504], { dtype: 'f2' })));
  numpy("str(np.array([1.5], '>f8'))", () => np.arrayStr(np.array([1.5], { dtype: '>f8' })));
  numpy("str(np.array([1, -2], 'i1'))", () => np.arrayStr(np.array([1, -2], { dtype: 'i1' })));
  numpy("str(np.array([1, 2], '>i4'))", () => np.arrayStr(np.array([1, 2], { dtype: '>i4' })));
  numpy("str(np.array([2**64 - 1], 'u8'))", () => np.arrayStr(np.array([2n ** 64n - 1n], { dtype: 'u8' })));
  numpy('str(np.array([True, False]))', () => np.arrayStr(np.array([true, false])));
  numpy('str(np.array([1 + 2j, -0.5j]))', () =>
    np.arrayStr(
      np.array([
        { re: 1, im: 2 },
        { re: -0, im: -0.5 },
      ]),
    ),
  );
  numpy('str(np.array([complex(nan, inf)]))', () => np.arrayStr(np.array([{ re: NaN, im: Infinity }])));
  numpy("str(np.array([1e10 + 1j], 'c8'))", () =>
    np.arrayStr(np.array([{ re: 1e10, im: 1 }], { dtype: 'c8' })),
  );
  numpy("str(np.array(['a', 'bc\\n', \"it's\"]))", () => np.arrayStr(np.array(['a', 'bc\n', "it's"])));
  numpy("str(np.array([b'a', b'\\xff']))", () =>
    np.arrayStr(np.array([Uint8Array.of(97), Uint8Array.of(255)], { dtype: 'S1' })),
  );
  numpy("str(np.array(['']))", () => np.arrayStr(np.array([''])));
  numpy("str(np.array(['2020-02-29', 'NaT'], 'M8[D]'))", () =>
    np.arrayStr(np.array(['2020-02-29', 'NaT'], { dtype: 'M8[D]' })),
  );
  numpy("str(np.array(['2020-02-29T01:02:03.5'], 'M8[ms]'))", () =>
    np.arrayStr(np.array(['2020-02-29T01:02:03.5'], { dtype: 'M8[ms]' })),
  );
  numpy("str(np.array([1, -22], 'm8[s]'))", () => np.arrayStr(np.array([1, -22], { dtype: 'm8[s]' })));
  numpy("str(np.array(['NaT', 5], 'm8[25s]'))", () =>
    np.arrayStr(np.array(['NaT', 5], { dtype: 'm8[25s]' })),
  );
  numpy("str(np.array([(1, 2.5, 'x')], [('a', 'i2'), ('b', '<f4'), ('c', 'U1')]))", () =>
    np.arrayStr(
      np.array([[1, 2.5, 'x']], {
        dtype: [
          ['a', 'i2'],
          ['b', '<f4'],
          ['c', 'U1'],
        ],
      }),
    ),
  );
  numpy("str(np.zeros(2, 'V3'))", () => np.arrayStr(np.zeros(2, { dtype: 'V3' })));
  numpy('str(np.arange(2000))', () => np.arrayStr(np.arange(2000)));
  numpy('str(np.arange(2000).reshape(2, 1000))', () => np.arrayStr(np.arange(2000).reshape([2, 1000])));
  numpy('str(np.arange(1100).reshape(1100, 1))', () => np.arrayStr(np.arange(1100).reshape([1100, 1])));
  numpy('str(np.linspace(0, 1, 11))', () => np.arrayStr(np.linspace(0, 1, 11)));
  numpy('str(np.arange(40))', () => np.arrayStr(np.arange(40)));
  numpy('str(np.arange(40) * 1000)', () => np.arrayStr(np.multiply(np.arange(40), 1000)));
  numpy("str(np.array([0.1, 1e-4000], 'g'))", () => np.arrayStr(np.array([0.1, 0], { dtype: 'g' })));
  numpy('str(np.array([1e16, 1.]))', () => np.arrayStr(np.array([1e16, 1], { dtype: 'f8' })));
  numpy('str(np.array([1e8, 1.]))', () => np.arrayStr(np.array([1e8, 1], { dtype: 'f8' })));
  numpy('str(np.array([123456789.125]))', () => np.arrayStr(np.array([123456789.125])));
  numpy('str(np.array([1e-4, 0.5]))', () => np.arrayStr(np.array([1e-4, 0.5])));
  numpy('str(np.array([9.9e-5]))', () => np.arrayStr(np.array([9.9e-5])));
  numpy('str(np.eye(3))', () => np.arrayStr(np.eye(3)));
  numpy('str(np.ones((1, 1, 1)))', () => np.arrayStr(np.ones([1, 1, 1])));
  numpy("str(np.array([['a', 'b']]))", () => np.arrayStr(np.array([['a', 'b']])));
  numpy('str(np.arange(6).reshape(2, 3).T)', () => np.arrayStr(np.arange(6).reshape([2, 3]).T));
  numpy('str(np.broadcast_to(np.arange(2), (3, 2)))', () =>
    np.arrayStr(np.broadcastTo(np.arange(2), [3, 2])),
  );
  numpy('str(np.arange(9)[::-2])', () => np.arrayStr(np.arange(9).get('::-2')));
});
