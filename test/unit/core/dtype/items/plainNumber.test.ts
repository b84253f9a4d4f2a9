import assert from 'node:assert/strict';
import { parseDType } from '../../../../../core/dtype/parse/parse';
import { plainReader } from '../../../../../core/dtype/items/plainNumber';
import { encodeItem } from '../../../../../core/dtype/items/write';

const LENGTH = 30;
const DTYPES = [`S${LENGTH}`, `<U${LENGTH}`, `>U${LENGTH}`].map(parseDType);
const FLOAT64 = parseDType('<f8');

/** What each dtype's reader makes of the text of one item, which is one and the same. */
function read(text: string, mayHaveFraction: boolean): number {
  const found = DTYPES.map(dtype => {
    const bytes = encodeItem(dtype, text).bytes;
    return plainReader(dtype, mayHaveFraction)(new DataView(bytes.buffer, bytes.byteOffset), 0);
  });
  for (const value of found) assert.ok(Object.is(value, found[0]), `${text} is ${found.join(' and ')}`);
  return found[0];
}

/** The slow way, which reads all that Python reads. */
const exactly = (text: string): number => {
  const bytes = encodeItem(FLOAT64, text).bytes;
  return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true);
};

const random = Math.random;
const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
const KINDS: readonly (() => string)[] = [
  () => String(between(-1000, 1000)),
  () => String((random() - 0.5) * 10 ** between(-12, 12)),
  () => ((random() - 0.5) * 10 ** between(-30, 30)).toExponential(between(0, 17)),
  () => ((random() - 0.5) * 1000).toFixed(between(0, 18)),
  () => `${['', '+', '-'][between(0, 2)]}${'0'.repeat(between(0, 3))}${between(0, 99)}.`,
  () => `${['', '+', '-'][between(0, 2)]}.${'0'.repeat(between(0, 9))}${between(0, 99)}`,
];

describe('numbers in text, as most are written', () => {
  it('are the doubles that exact arithmetic makes of them', () => {
    for (let k = 0; k < 30_000; k++) {
      const text = KINDS[k % KINDS.length]();
      const [fast, exact] = [read(text, true), exactly(text)];
      assert.ok(Object.is(fast, exact), `${text} is read as ${fast}, it is ${exact}`);
    }
  });

  it('are whole where only those will do, of up to 15 digits', () => {
    assert.equal(read('-123456789012345', false), -123456789012345);
    assert.ok(Object.is(read('-0', true), -0));
    for (const text of ['1234567890123456', '1.0', '1e3', '1.']) assert.equal(read(text, false), NaN, text);
  });

  it('are left to who reads all where they are anything else', () => {
    const others = [
      '',
      '.',
      '+',
      '-.',
      '--1',
      '1-',
      '1.2.3',
      'e5',
      '1e',
      '1e+',
      ' 1',
      '1 ',
      '1_000',
      '0x10',
      'inf',
      'nan',
    ];
    for (const text of [...others, '1,5', '12a', String.raw`'1\x002'`])
      assert.equal(read(text, true), NaN, JSON.stringify(text));
  });

  it('are not looked for in digits of other scripts, nor in codes that end like a digit', () => {
    for (const text of ['\u0661', '\u{10031}']) {
      const bytes = encodeItem(DTYPES[1], text).bytes;
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      assert.equal(plainReader(DTYPES[1], true)(view, 0), NaN);
    }
  });
});
