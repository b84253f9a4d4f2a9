/** Items as typed. The bytes of random values are compared with NumPy's in test/oracle. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InspectorError } from '../../../../../core/errors';
import type { DType } from '../../../../../core/dtype/dtype';
import { isInvalidExtended, readExtendedBits } from '../../../../../core/dtype/items/extended';
import { FORMAT_NAMES, isCustomFormat } from '../../../../../core/dtype/formats';
import { parseDType } from '../../../../../core/dtype/parse/parse';
import { encodeItem } from '../../../../../core/dtype/items/write';
import { formatItem } from '../../../../../core/text/item';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const encode = (dtype: string, text: string): string => hex(encodeItem(parseDType(dtype), text).bytes);
const exact = (dtype: string, text: string): boolean => encodeItem(parseDType(dtype), text).exact;
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function refuses(dtype: string, text: string, message: string | RegExp, numpyName = 'ValueError'): void {
  assert.throws(
    () => encodeItem(parseDType(dtype), text),
    (error: unknown) => {
      assert.ok(error instanceof InspectorError, String(error));
      assert.deepEqual([error.kind, error.numpyName], ['invalid-input', numpyName], `${dtype} ${text}`);
      if (typeof message === 'string') assert.equal(error.message, message);
      else assert.match(error.message, message);
      return error.action !== undefined;
    },
    `${dtype} ${text}`,
  );
}

/** Whether some part is an encoding that no processor makes. */
function hasInvalidPart({ format, itemsize, byteOrder }: DType, bytes: Uint8Array): boolean {
  if (format !== 'longdouble' && format !== 'clongdouble') return false;
  return [0, 16]
    .slice(0, itemsize / 16)
    .some(at => isInvalidExtended(readExtendedBits(view(bytes), at, byteOrder !== '>')));
}

const NUMBERS = [
  ...'? i1 u1 <i2 >u2 <i4 >u4 >i8 <u8 <f2 >f2 <f4 >f4 <f8 >f8 <f16 >f16 <c8 >c8 <c16 >c32'.split(' '),
  ...FORMAT_NAMES.filter(isCustomFormat),
];
/** Units of which every count within 2^59 prints as itself. */
const TIMES = 'Y M W D h m s ms us ns ps fs as'.split(' ').flatMap(unit => [`<M8[${unit}]`, `>m8[${unit}]`]);

describe('encodeItem', () => {
  it('encodes the text of any number, of bytes and of raw items to the same item', () => {
    const dtypes = [...NUMBERS, 'S1', 'S7', 'V1', 'V6'].map(text => parseDType(text));
    const item = fc
      .constantFrom(...dtypes)
      .chain(dtype =>
        fc.tuple(fc.constant(dtype), fc.uint8Array({ minLength: dtype.itemsize, maxLength: dtype.itemsize })),
      );
    fc.assert(
      fc.property(item, ([dtype, bytes]) => {
        fc.pre(!hasInvalidPart(dtype, bytes));
        const text = formatItem(dtype, view(bytes), 0);
        const again = encodeItem(dtype, text);
        assert.equal(formatItem(dtype, view(again.bytes), 0), text, dtype.str);
        // Any NaN, any True and the padding of a longdouble have many encodings.
        const isOne = !text.includes('nan') && dtype.kind !== 'b' && dtype.itemsize < 16;
        if (isOne) assert.equal(hex(again.bytes), hex(bytes), `${dtype.str} ${text}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('encodes the text of any time to the same ticks', () => {
    const ticks = fc.oneof(
      fc.bigInt({ min: -(2n ** 59n), max: 2n ** 59n }),
      fc.bigInt({ min: -100_000n, max: 100_000n }),
      fc.constant(-(2n ** 63n)),
    );
    const dtypes = [...TIMES, '<M8', '<m8', '<M8[25s]', '<m8[7D]'].map(text => parseDType(text));
    fc.assert(
      fc.property(fc.constantFrom(...dtypes), ticks, (dtype, count) => {
        const bytes = new Uint8Array(8);
        const isFew = (dtype.unit?.count ?? 1) > 1 && count !== -(2n ** 63n);
        view(bytes).setBigInt64(0, isFew ? count >> 6n : count, dtype.byteOrder !== '>');
        const text = formatItem(dtype, view(bytes), 0);
        const encoded = encodeItem(dtype, text);
        assert.equal(hex(encoded.bytes), hex(bytes), `${dtype.str} ${text}`);
        assert.equal(encoded.exact, true);
      }),
      { numRuns: 5000 },
    );
  });

  it('encodes any text to itself, in quotes or, where it has none of its own, without', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 }).filter(value => !value.endsWith('\0'));
    fc.assert(
      fc.property(text, fc.constantFrom('<U8', '>U16'), (value, name) => {
        const dtype = parseDType(name);
        const plain = encodeItem(dtype, value);
        if (!/^\s*[bru]{0,2}['"]/i.test(value)) assert.equal(formatItem(dtype, view(plain.bytes), 0), value);
        const escaped = Array.from(value, char => `\\U${char.codePointAt(0)!.toString(16).padStart(8, '0')}`);
        const encoded = encodeItem(dtype, `"${escaped.join('')}"`);
        assert.equal(formatItem(dtype, view(encoded.bytes), 0), value);
        assert.equal(encoded.exact, true);
      }),
    );
  });

  it('reads integers of any base', () => {
    assert.equal(encode('<i2', '-2'), 'feff');
    assert.equal(encode('>u4', ' 0xDEAD_BEEF '), 'deadbeef');
    assert.equal(encode('u1', '0b1010'), '0a');
    assert.equal(encode('<i4', '1_000'), 'e8030000');
    assert.equal(encode('<i4', '1e3'), 'e8030000');
    assert.equal(encode('>i8', '-9223372036854775808'), '8000000000000000');
    assert.equal(encode('>u8', '18446744073709551615'), 'ffffffffffffffff');
  });

  it('refuses what is no number of the dtype, in the words of NumPy', () => {
    refuses('u1', '300', 'Python integer 300 out of bounds for uint8', 'OverflowError');
    refuses('>u8', '-1', 'Python integer -1 out of bounds for uint64', 'OverflowError');
    refuses('<i8', '1e30', 'Python int too large to convert to C long', 'OverflowError');
    refuses('<i8', '1e99999', 'Python int too large to convert to C long', 'OverflowError');
    refuses('<i4', '1.5', "invalid literal for int() with base 10: '1.5'");
    refuses('<i4', '', "invalid literal for int() with base 10: ''");
    refuses('<i4', 'nan', 'cannot convert float NaN to integer');
    refuses('<i4', '-inf', 'cannot convert float infinity to integer', 'OverflowError');
    for (const text of ['x', '.', 'e5', '1__0', '_1', '1_', '0x', '1e', '--1', '1 2']) {
      refuses('<f4', text, `could not convert string to float: '${text}'`);
    }
    for (const text of ['j+1', '1+2', '1+2i', '+-2j', '(1+2j', '1++2j', '']) {
      refuses('<c8', text, 'complex() arg is a malformed string');
    }
    refuses('?', 'yes', "invalid literal for bool: 'yes'");
  });

  it('tells rounding from the number typed', () => {
    for (const text of ['0.5', '-0', '16777216', 'inf', '-inf', 'nan'])
      assert.equal(exact('<f4', text), true, text);
    assert.equal(exact('<f4', '0.1'), false);
    assert.equal(exact('<f8', '0.1'), false);
    assert.equal(exact('<f8', '0.1000000000000000055511151231257827021181583404541015625'), true);
    assert.equal(exact('<f8', '9007199254740993'), false);
    assert.equal(exact('<f16', '9007199254740993'), true);
    assert.equal(exact('<f2', '2049'), false);
    assert.equal(exact('<f2', '1e6'), false);
    assert.equal(exact('<f8', '1e400'), false);
    assert.equal(exact('<f8', '1e-99999'), false);
    assert.equal(exact('<f8', `0e${'9'.repeat(30)}`), true);
    assert.equal(exact('float8_e4m3fn', 'inf'), false);
    assert.equal(exact('float8_e8m0fnu', '0'), false);
    assert.equal(exact('<c8', '1+0.1j'), false);
    assert.equal(exact('<c8', '1+0.5j'), true);
  });

  it('reads all 64 significand bits of a longdouble', () => {
    assert.equal(encode('>f16', '0.1'), '0000000000003ffbcccccccccccccccd');
    assert.equal(encode('<f16', '-1'), '0000000000000080ffbf000000000000');
    assert.equal(encode('>f16', '3.6e-4951'), '00000000000000000000000000000001');
    assert.equal(encode('>f16', '1e-5000'), '00000000000000000000000000000000');
    assert.equal(encode('>f16', '1e5000'), '0000000000007fff8000000000000000');
  });

  it('reads complex numbers as Python prints and people write them', () => {
    const one = '0000803f00000040';
    for (const text of ['1+2j', '(1+2j)', '1 + 2j', '1e0+.2e+1J'])
      assert.equal(encode('<c8', text), one, text);
    assert.equal(encode('<c8', '2j'), '0000000000000040');
    assert.equal(encode('<c8', '-j'), '00000000000080bf');
    assert.equal(encode('<c8', '0x10'), '0000804100000000');
    assert.equal(encode('<c8', '(-inf+nanj)'), '000080ff0000c07f');
    assert.equal(encode('<c8', '(-0-0j)'), '0000008000000080');
  });

  it('pads text and bytes with NULs and cuts nothing', () => {
    assert.equal(encode('S4', 'ab'), '61620000');
    assert.equal(encode('S4', String.raw`b'\xff\x00a'`), 'ff006100');
    assert.equal(encode('S4', "'a b'"), '61206200');
    assert.equal(encode('>U2', 'é'), '000000e900000000');
    assert.equal(encode('>U2', "'t"), '0000002700000074');
    refuses('S2', 'abc', "'abc' has 3 bytes, an item of bytes16 holds 2");
    refuses('<U2', '"abc"', /has 3 characters, an item of str64 holds 2/);
    refuses('S2', 'é', /'ascii' codec can't encode character '\\xe9' in position 0/, 'UnicodeEncodeError');
    refuses('S4', "b'a", /unterminated string literal/, 'SyntaxError');
    refuses('<U4', "b'a'", /is bytes, not text/, 'TypeError');
    assert.equal(exact('S4', String.raw`b'a\x00'`), false);
    assert.equal(exact('S4', ''), true);
  });

  it('reads raw items as hexadecimal digits', () => {
    for (const text of ['61ff', '61 FF', '0x61ff', String.raw`b'\x61\xFF'`]) {
      assert.equal(encode('V2', text), '61ff');
    }
    assert.deepEqual([encode('V3', '61'), exact('V3', '61')], ['610000', false]);
    refuses('V2', '616', "'616' is not bytes in hexadecimal");
    refuses('V2', 'zz', "'zz' is not bytes in hexadecimal");
    refuses('V1', '6162', /has 2 bytes, an item of void8 holds 1/);
  });

  it('reads times as ISO 8601, four digits as a year and other integers as ticks', () => {
    const ticks = (dtype: string, text: string): bigint =>
      view(encodeItem(parseDType(dtype), text).bytes).getBigInt64(0, true);
    assert.equal(ticks('M8[ns]', '2020'), 1577836800000000000n);
    assert.equal(ticks('M8[ns]', '20200'), 20200n);
    assert.equal(ticks('M8[ns]', '+2020'), 2020n);
    assert.equal(ticks('M8', '2020'), 2020n);
    assert.equal(ticks('M8[s]', '2020-02-29 12:30:15Z'), 1582979415n);
    assert.equal(ticks('M8[ms]', '1969-12-31T23:59:59.9999'), -1n);
    assert.equal(exact('M8[ms]', '1969-12-31T23:59:59.9999'), false);
    assert.deepEqual([exact('M8[M]', '2020-01-02'), exact('M8[M]', '2020-01-01')], [false, true]);
    assert.equal(ticks('m8[s]', 'nat'), -(2n ** 63n));
    assert.equal(ticks('m8[s]', '2 hours'), 7200n);
    assert.equal(ticks('m8[M]', '2Y'), 24n);
    refuses('m8[h]', '90 minutes', "'90 minutes' is not a whole number of [h]");
    refuses('m8[D]', '1 month', "'1 month' is not a whole number of [D]");
    refuses('m8[D]', '1 toString', "Could not convert '1 toString' to NumPy timedelta");
    refuses('M8[D]', '2020-1-5', 'Error parsing datetime string "2020-1-5" at position 5');
    refuses('M8[D]', '2021-02-29', 'Day out of range in datetime string "2021-02-29"');
    refuses('M8[D]', '2021-13', 'Month out of range in datetime string "2021-13"');
    refuses('M8[s]', '2020-01-01T24', 'Hours out of range in datetime string "2020-01-01T24"');
    refuses('M8[ns]', '3000-01-01', "'3000-01-01' is out of bounds for datetime64[ns]", 'OverflowError');
    refuses('M8[ns]', String(-(2n ** 63n)), /out of bounds for datetime64\[ns\]/, 'OverflowError');
    refuses('M8', '2020-01-01', /generic units/);
  });

  it('refuses structured dtypes and subarrays, whose leaves are written one by one', () => {
    refuses("[('a', 'u1')]", '1', /has fields/, 'TypeError');
    refuses('(2,)u1', '1', /has elements/, 'TypeError');
  });
});
