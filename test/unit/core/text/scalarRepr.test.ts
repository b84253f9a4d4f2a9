/** NumPy's scalars as text, and floats in the form one asks for. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const scalar = (value: np.Nested, dtype: np.DTypeLike): np.NDArray => np.array(value, { dtype });

describe('repr of a scalar', () => {
  numpy('repr(np.float64(1.5))', () => np.scalarRepr(scalar(1.5, 'f8')));
  numpy('repr(np.float64(-0.))', () => np.scalarRepr(scalar(-0, 'f8')));
  numpy('repr(np.float64(1e16))', () => np.scalarRepr(scalar(1e16, 'f8')));
  numpy('repr(np.float64(1e-5))', () => np.scalarRepr(scalar(1e-5, 'f8')));
  numpy('repr(np.float64(0.1))', () => np.scalarRepr(scalar(0.1, 'f8')));
  numpy('repr(np.float64(nan))', () => np.scalarRepr(scalar(NaN, 'f8')));
  numpy('repr(np.float64(-inf))', () => np.scalarRepr(scalar(-Infinity, 'f8')));
  numpy('repr(np.float32(0.1))', () => np.scalarRepr(scalar(0.1, 'f4')));
  numpy('repr(np.float32(16777216))', () => np.scalarRepr(scalar(16777216, 'f4')));
  numpy('repr(np.float16(0.1))', () => np.scalarRepr(scalar(0.1, 'f2')));
  numpy('repr(np.float16(65504))', () => np.scalarRepr(scalar(65504, 'f2')));
  numpy('repr(np.longdouble(0.1))', () => np.scalarRepr(scalar(0.1, 'g')));
  numpy('repr(np.longdouble(1e20))', () => np.scalarRepr(scalar(1e20, 'g')));
  numpy('repr(np.int8(-5))', () => np.scalarRepr(scalar(-5, 'i1')));
  numpy('repr(np.int64(2**63 - 1))', () => np.scalarRepr(scalar(2n ** 63n - 1n, 'i8')));
  numpy('repr(np.uint64(2**64 - 1))', () => np.scalarRepr(scalar(2n ** 64n - 1n, 'u8')));
  numpy('repr(np.uint16(7))', () => np.scalarRepr(scalar(7, 'u2')));
  numpy('repr(np.True_)', () => np.scalarRepr(scalar(true, '?')));
  numpy('repr(np.False_)', () => np.scalarRepr(scalar(false, '?')));
  numpy('repr(np.complex128(1 + 2j))', () => np.scalarRepr(scalar({ re: 1, im: 2 }, 'c16')));
  numpy('repr(np.complex128(complex(0, -2)))', () => np.scalarRepr(scalar({ re: 0, im: -2 }, 'c16')));
  numpy('repr(np.complex128(complex(nan, inf)))', () =>
    np.scalarRepr(scalar({ re: NaN, im: Infinity }, 'c16')),
  );
  numpy('repr(np.complex64(0.1 + 1e10j))', () => np.scalarRepr(scalar({ re: 0.1, im: 1e10 }, 'c8')));
  numpy('repr(np.clongdouble(0.5 - 2j))', () => np.scalarRepr(scalar({ re: 0.5, im: -2 }, 'G')));
  numpy("repr(np.str_('a'))", () => np.scalarRepr(scalar('a', 'U1')));
  numpy("repr(np.str_('it\\'s'))", () => np.scalarRepr(scalar("it's", 'U4')));
  numpy("repr(np.str_('é\\n'))", () => np.scalarRepr(scalar('é\n', 'U2')));
  numpy("repr(np.bytes_(b'ab'))", () => np.scalarRepr(scalar('ab', 'S2')));
  numpy("repr(np.bytes_(b''))", () => np.scalarRepr(scalar('', 'S1')));
  numpy("repr(np.datetime64('2020-02-29'))", () => np.scalarRepr(scalar('2020-02-29', 'M8[D]')));
  numpy("repr(np.datetime64('2020'))", () => np.scalarRepr(scalar('2020', 'M8[Y]')));
  numpy("repr(np.datetime64('2020-02'))", () => np.scalarRepr(scalar('2020-02', 'M8[M]')));
  numpy("repr(np.datetime64('2020-02-29T01'))", () => np.scalarRepr(scalar('2020-02-29T01', 'M8[h]')));
  numpy("repr(np.datetime64('2020-02-29T01:02:03.000000004'))", () =>
    np.scalarRepr(scalar('2020-02-29T01:02:03.000000004', 'M8[ns]')),
  );
  numpy("repr(np.datetime64('NaT', 's'))", () => np.scalarRepr(scalar('NaT', 'M8[s]')));
  numpy("repr(np.datetime64('NaT'))", () => np.scalarRepr(scalar('NaT', 'M8')));
  numpy("repr(np.timedelta64(5, 's'))", () => np.scalarRepr(scalar(5, 'm8[s]')));
  numpy("repr(np.datetime64(3, 'W'))", () => np.scalarRepr(scalar(3, 'M8[W]')));
  numpy("repr(np.datetime64(3, 'm'))", () => np.scalarRepr(scalar(3, 'M8[m]')));
  numpy("repr(np.datetime64(3, 'us'))", () => np.scalarRepr(scalar(3, 'M8[us]')));
  numpy("repr(np.datetime64(3, '2Y'))", () => np.scalarRepr(scalar(3, 'M8[2Y]')));
  numpy("repr(np.datetime64(3, '25s'))", () => np.scalarRepr(scalar(3, 'M8[25s]')));
  numpy("repr(np.datetime64(3, '2h'))", () => np.scalarRepr(scalar(3, 'M8[2h]')));
  numpy("repr(np.timedelta64(3, 'Y'))", () => np.scalarRepr(scalar(3, 'm8[Y]')));
  numpy("repr(np.timedelta64(3, 'W'))", () => np.scalarRepr(scalar(3, 'm8[W]')));
  numpy("repr(np.timedelta64(3, 'ns'))", () => np.scalarRepr(scalar(3, 'm8[ns]')));
  numpy("repr(np.timedelta64(3, '7D'))", () => np.scalarRepr(scalar(3, 'm8[7D]')));
  numpy("repr(np.timedelta64(-5, '25s'))", () => np.scalarRepr(scalar(-5, 'm8[25s]')));
  numpy("repr(np.timedelta64('NaT', 's'))", () => np.scalarRepr(scalar('NaT', 'm8[s]')));
  numpy('repr(np.timedelta64(5))', () => np.scalarRepr(scalar(5, 'm8')));
  numpy("repr(np.array([(1, 2.5)], [('a', 'i2'), ('b', '<f4')])[0])", () =>
    np.scalarRepr(
      np
        .array([[1, 2.5]], {
          dtype: [
            ['a', 'i2'],
            ['b', '<f4'],
          ],
        })
        .get(0),
    ),
  );
  numpy("repr(np.void(b'ab'))", () => np.scalarRepr(scalar(Uint8Array.of(97, 98), 'V2')));
});

describe('str of a scalar', () => {
  numpy('str(np.float64(1.5))', () => np.scalarStr(scalar(1.5, 'f8')));
  numpy('str(np.float64(-0.))', () => np.scalarStr(scalar(-0, 'f8')));
  numpy('str(np.float64(1e16))', () => np.scalarStr(scalar(1e16, 'f8')));
  numpy('str(np.float64(1e-5))', () => np.scalarStr(scalar(1e-5, 'f8')));
  numpy('str(np.float64(0.1))', () => np.scalarStr(scalar(0.1, 'f8')));
  numpy('str(np.float64(nan))', () => np.scalarStr(scalar(NaN, 'f8')));
  numpy('str(np.float64(-inf))', () => np.scalarStr(scalar(-Infinity, 'f8')));
  numpy('str(np.float32(0.1))', () => np.scalarStr(scalar(0.1, 'f4')));
  numpy('str(np.float32(16777216))', () => np.scalarStr(scalar(16777216, 'f4')));
  numpy('str(np.float16(0.1))', () => np.scalarStr(scalar(0.1, 'f2')));
  numpy('str(np.float16(65504))', () => np.scalarStr(scalar(65504, 'f2')));
  numpy('str(np.longdouble(0.1))', () => np.scalarStr(scalar(0.1, 'g')));
  numpy('str(np.longdouble(1e20))', () => np.scalarStr(scalar(1e20, 'g')));
  numpy('str(np.int8(-5))', () => np.scalarStr(scalar(-5, 'i1')));
  numpy('str(np.int64(2**63 - 1))', () => np.scalarStr(scalar(2n ** 63n - 1n, 'i8')));
  numpy('str(np.uint64(2**64 - 1))', () => np.scalarStr(scalar(2n ** 64n - 1n, 'u8')));
  numpy('str(np.uint16(7))', () => np.scalarStr(scalar(7, 'u2')));
  numpy('str(np.True_)', () => np.scalarStr(scalar(true, '?')));
  numpy('str(np.False_)', () => np.scalarStr(scalar(false, '?')));
  numpy('str(np.complex128(1 + 2j))', () => np.scalarStr(scalar({ re: 1, im: 2 }, 'c16')));
  numpy('str(np.complex128(complex(0, -2)))', () => np.scalarStr(scalar({ re: 0, im: -2 }, 'c16')));
  numpy('str(np.complex128(complex(nan, inf)))', () =>
    np.scalarStr(scalar({ re: NaN, im: Infinity }, 'c16')),
  );
  numpy('str(np.complex64(0.1 + 1e10j))', () => np.scalarStr(scalar({ re: 0.1, im: 1e10 }, 'c8')));
  numpy('str(np.clongdouble(0.5 - 2j))', () => np.scalarStr(scalar({ re: 0.5, im: -2 }, 'G')));
  numpy("str(np.str_('a'))", () => np.scalarStr(scalar('a', 'U1')));
  numpy("str(np.str_('it\\'s'))", () => np.scalarStr(scalar("it's", 'U4')));
  numpy("str(np.str_('é\\n'))", () => np.scalarStr(scalar('é\n', 'U2')));
  numpy("str(np.bytes_(b'ab'))", () => np.scalarStr(scalar('ab', 'S2')));
  numpy("str(np.bytes_(b''))", () => np.scalarStr(scalar('', 'S1')));
  numpy("str(np.datetime64('2020-02-29'))", () => np.scalarStr(scalar('2020-02-29', 'M8[D]')));
  numpy("str(np.datetime64('2020'))", () => np.scalarStr(scalar('2020', 'M8[Y]')));
  numpy("str(np.datetime64('2020-02'))", () => np.scalarStr(scalar('2020-02', 'M8[M]')));
  numpy("str(np.datetime64('2020-02-29T01'))", () => np.scalarStr(scalar('2020-02-29T01', 'M8[h]')));
  numpy("str(np.datetime64('2020-02-29T01:02:03.000000004'))", () =>
    np.scalarStr(scalar('2020-02-29T01:02:03.000000004', 'M8[ns]')),
  );
  numpy("str(np.datetime64('NaT', 's'))", () => np.scalarStr(scalar('NaT', 'M8[s]')));
  numpy("str(np.datetime64('NaT'))", () => np.scalarStr(scalar('NaT', 'M8')));
  numpy("str(np.timedelta64(5, 's'))", () => np.scalarStr(scalar(5, 'm8[s]')));
  numpy("str(np.datetime64(3, 'W'))", () => np.scalarStr(scalar(3, 'M8[W]')));
  numpy("str(np.datetime64(3, 'm'))", () => np.scalarStr(scalar(3, 'M8[m]')));
  numpy("str(np.datetime64(3, 'us'))", () => np.scalarStr(scalar(3, 'M8[us]')));
  numpy("str(np.datetime64(3, '2Y'))", () => np.scalarStr(scalar(3, 'M8[2Y]')));
  numpy("str(np.datetime64(3, '25s'))", () => np.scalarStr(scalar(3, 'M8[25s]')));
  numpy("str(np.datetime64(3, '2h'))", () => np.scalarStr(scalar(3, 'M8[2h]')));
  numpy("str(np.timedelta64(3, 'Y'))", () => np.scalarStr(scalar(3, 'm8[Y]')));
  numpy("str(np.timedelta64(3, 'W'))", () => np.scalarStr(scalar(3, 'm8[W]')));
  numpy("str(np.timedelta64(3, 'ns'))", () => np.scalarStr(scalar(3, 'm8[ns]')));
  numpy("str(np.timedelta64(3, '7D'))", () => np.scalarStr(scalar(3, 'm8[7D]')));
  numpy("str(np.timedelta64(-5, '25s'))", () => np.scalarStr(scalar(-5, 'm8[25s]')));
  numpy("str(np.timedelta64('NaT', 's'))", () => np.scalarStr(scalar('NaT', 'm8[s]')));
  numpy('str(np.timedelta64(5))', () => np.scalarStr(scalar(5, 'm8')));
});
