/** Items as values. The numbers of every format are compared with NumPy by their text, in test/oracle. */
import assert from 'node:assert/strict';
import { parseDType } from '../../../../../core/dtype/parse/parse';
import { itemReader, NOT_A_TIME, type Item } from '../../../../../core/dtype/items/read';

const read = (dtype: string, hex: string): Item => {
  const bytes = Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
  return itemReader(parseDType(dtype))(new DataView(bytes.buffer), 0);
};

describe('itemReader', () => {
  it('reads integers of every size and order', () => {
    const cases = [
      ['i1', 'ff', -1],
      ['u1', 'ff', 255],
      ['<i2', '0180', -32767],
      ['>i2', '0180', 384],
      ['<u4', '000000ff', 0xff000000],
      ['>i4', 'fffffffe', -2],
      ['<i8', 'feffffffffffffff', -2n],
      ['>u8', 'ffffffffffffffff', 2n ** 64n - 1n],
    ] as const;
    for (const [dtype, hex, value] of cases) assert.equal(read(dtype, hex), value, dtype);
  });

  it('takes any byte but 0 for True', () => {
    assert.deepEqual(
      ['00', '01', '02', 'ff'].map(hex => read('?', hex)),
      [false, true, true, true],
    );
  });

  it('reads floats of every format', () => {
    const cases = [
      ['<f2', '003c', 1],
      ['>f2', '0001', 2 ** -24],
      ['<f2', '007c', Infinity],
      ['<f2', '00fc', -Infinity],
      ['<f2', '0080', -0],
      ['<f2', '017c', NaN],
      ['>f4', '3dcccccd', Math.fround(0.1)],
      ['<f8', '000000000000f0bf', -1],
      ['bfloat16', '803f', 1],
      ['float8_e5m2', '3c', 1],
      ['float8_e4m3', '78', Infinity],
      ['float8_e4m3fn', '78', 256],
      ['float8_e4m3fn', '7f', NaN],
      ['float8_e4m3fnuz', '80', NaN],
      ['float8_e4m3b11fnuz', '58', 1],
      ['float8_e3m4', '30', 1],
      ['float8_e5m2fnuz', '40', 1],
      ['float8_e8m0fnu', '7f', 1],
      ['float8_e8m0fnu', '00', 2 ** -127],
    ] as const;
    for (const [dtype, hex, value] of cases) assert.ok(Object.is(read(dtype, hex), value), `${dtype} ${hex}`);
  });

  it('reads all 64 significand bits of a longdouble', () => {
    const third = { class: 'finite', isNegative: false, significand: 0xaaaaaaaaaaaaaaabn, exponent: -65 };
    assert.deepEqual(read('<g', 'abaaaaaaaaaaaaaa fd3f 000000000000'), third);
    assert.deepEqual(read('>g', '000000000000 3ffd aaaaaaaaaaaaaaab'), third);
    const { class: kind, isNegative } = read('<g', '0000000000000080 ffff 000000000000') as typeof third;
    assert.deepEqual([kind, isNegative], ['infinite', true]);
    assert.equal((read('<g', '00000000000000c0 ff7f 000000000000') as typeof third).class, 'nan');
    assert.equal((read('<g', '0000000000000000 ff3f 000000000000') as typeof third).class, 'nan');
    const least = read('<g', '0100000000000000 0000 000000000000');
    assert.deepEqual(least, { class: 'finite', isNegative: false, significand: 1n, exponent: -16445 });
  });

  it('reads complex numbers in parts', () => {
    assert.deepEqual(read('>c8', '3f800000 c0000000'), { re: 1, im: -2 });
    assert.deepEqual(read('<c16', '000000000000f03f 0000000000000080'), { re: 1, im: -0 });
    const { re } = read('G', '0000000000000080 ff3f 000000000000'.repeat(2)) as { re: object };
    assert.deepEqual(re, { class: 'finite', isNegative: false, significand: 2n ** 63n, exponent: -63 });
  });

  it('strips the NULs at the end of S and U, and no others', () => {
    assert.deepEqual(read('S5', '6100620000'), Uint8Array.of(97, 0, 98));
    assert.equal(read('<U4', '61000000 00000000 00f60100 00000000'), 'a\0\u{1f600}');
    assert.equal(read('>U2', '00000061 00110000'), 'a\ufffd');
    assert.deepEqual(read('V3', '610000'), Uint8Array.of(97, 0, 0));
    assert.equal(read('U', ''), '');
  });

  it('reads times as ticks', () => {
    assert.equal(read('<M8[s]', '0500000000000000'), 5n);
    assert.equal(read('>m8[25s]', '8000000000000000'), NOT_A_TIME);
  });

  it('reads structs by field name and subarrays as arrays', () => {
    const dtype =
      "{'names': ['b', 'a', '__proto__'], 'formats': ['>i2', '(2,2)u1', [('c', '?')]], 'offsets': [4, 0, 6]}";
    const item = read(dtype, '01020304 0005 01') as Record<string, Item>;
    assert.deepEqual(Object.entries(item), [
      ['b', 5],
      [
        'a',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      ['__proto__', { c: true }],
    ]);
  });

  it('gives bytes of their own', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const item = itemReader(parseDType('V2'))(new DataView(bytes.buffer, 1), 0);
    bytes.fill(9);
    assert.deepEqual(item, Uint8Array.of(2, 3));
  });
});
