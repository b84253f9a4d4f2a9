import assert from 'node:assert/strict';
import { addressIn, countIn } from '../../../../../extension/debug/native/locate';
import { parseType } from '../../../../../extension/debug/native/typeText';

const said = (text: string): string => {
  const { kind, dtype = '-', shape } = parseType(text);
  return `${kind} ${dtype} ${shape.join('x')}`.trim();
};

describe('the text of a native type', () => {
  it('says dtype and shape of arrays, in the spelling of lldb and of gdb', () => {
    for (const [text, expected] of [
      ['double[3][4]', 'array float64 3x4'],
      ['double [3][4]', 'array float64 3x4'],
      ['float [10]', 'array float32 10'],
      ['unsigned char[16]', 'array uint8 16'],
      ['const const int64_t[5]', 'array int64 5'],
      ['const int64_t[5]', 'array int64 5'],
      ['double (&)[3][4]', 'array float64 3x4'],
      ['char[6]', 'array int8 6'],
      ['bool[3]', 'array bool 3'],
      ['double *[3]', 'array uint64 3'],
      ['std::complex<float>[2]', 'array complex64 2'],
      ['long double[2]', 'array longdouble 2'],
      ['_Float16[2]', 'array float16 2'],
      ['std::array<double, 4>', 'array float64 4'],
      ['std::array<double, 4ul>', 'array float64 4'],
      ['std::__1::array<std::__1::array<int, 3>, 2>', 'array int32 2x3'],
      ['std::array<float, 3>[2]', 'array float32 2x3'],
      ['const std::array<float[2], 3> &', 'array float32 3x2'],
    ])
      assert.equal(said(text), expected, text);
  });

  it('says what vectors and pointers hold, and leaves the first axis open', () => {
    for (const [text, expected] of [
      ['std::vector<float>', 'sequence float32'],
      ['std::vector<float, std::allocator<float> >', 'sequence float32'],
      ['std::__1::vector<unsigned long, std::__1::allocator<unsigned long>> &', 'sequence uint64'],
      ['std::vector<std::complex<double> >', 'sequence complex128'],
      ['std::vector<std::array<float, 3>, std::allocator<std::array<float, 3> > >', 'sequence float32 3'],
      ['std::span<const double, 18446744073709551615>', 'sequence float64'],
      ['int16_t *', 'pointer int16'],
      ['float * const', 'pointer float32'],
      ['double (*)[4]', 'pointer float64 4'],
      ['float **', 'pointer uint64'],
      ['void *', 'pointer -'],
      ['Point *', 'pointer -'],
    ])
      assert.equal(said(text), expected, text);
  });

  it('does not guess what it does not know', () => {
    for (const text of [
      'Point',
      'struct Point',
      'Grid',
      'std::string',
      'std::map<int, float>',
      'int (*)(int)',
      '',
    ])
      assert.equal(parseType(text).dtype, undefined, text);
    assert.equal(said('Point[2]'), 'array - 2');
    assert.equal(said('std::vector<std::vector<int> >'), 'sequence -');
  });

  it('knows C’s whole numbers in any order of words', () => {
    for (const [text, dtype] of [
      ['long unsigned int', 'uint64'],
      ['unsigned long', 'uint64'],
      ['long long', 'int64'],
      ['short int', 'int16'],
      ['unsigned short', 'uint16'],
      ['unsigned', 'uint32'],
      ['signed char', 'int8'],
      ['std::uint32_t', 'uint32'],
      ['size_t', 'uint64'],
      ['std::byte', 'uint8'],
    ])
      assert.equal(parseType(text).dtype, dtype, text);
  });

  it('tells constants from constant pointers', () => {
    assert.equal(parseType('const float *').isConst, true);
    assert.equal(parseType('float *const').isConst, false);
    assert.equal(parseType('const double[3]').isConst, true);
    assert.equal(parseType('double[3]').isConst, false);
  });
});

describe('the text of a native value', () => {
  it('says addresses and counts', () => {
    assert.equal(addressIn('0x00007fffffffe510 size=3'), '0x00007fffffffe510');
    assert.equal(addressIn('(double (*)[4]) 0x55'), '0x55');
    assert.equal(addressIn('(int16_t *) 0x55'), '0x55');
    assert.equal(addressIn('@0x7ffe: 3'), '0x7ffe');
    assert.equal(addressIn('12'), undefined);
    assert.equal(countIn('size=3'), 3);
    assert.equal(countIn('{ size=12 }'), 12);
    assert.equal(countIn('std::vector of length 3, capacity 4 = {1, 2, 3}'), 3);
    assert.equal(countIn('{...}'), undefined);
  });
});
