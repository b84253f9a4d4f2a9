import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NumericFormat } from '../../../../../core/dtype/formats';
import { fitOf } from '../../../../../extension/discovery/fit';
import { guess } from '../../../../../extension/discovery/guess/guess';
import { isPlainText } from '../../../../../extension/discovery/guess/plainText';
import { samplePlan } from '../../../../../extension/discovery/guess/samples';
import { nameHints } from '../../../../../extension/discovery/guess/nameHints';
import { readValues } from '../../../../../extension/discovery/guess/readValues';
import type { Candidate } from '../../../../../webview/protocol/documentState';
import { bytesOf, randomNumbers, samplesOf } from '../sources';

function guessOf(items: ArrayBufferView, fileName = 'x.dat'): Candidate[] {
  const bytes = bytesOf(items);
  return guess(samplesOf(bytes), bytes.length, fileName);
}

const random = randomNumbers(1);
const first = (candidates: readonly Candidate[]) => candidates[0].choice;

describe('the windows that a guess looks at', () => {
  it('are few, aligned, in order, apart, and reach from the start to the end', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2 ** 20), fc.maxSafeNat()), byteLength => {
        const plan = samplePlan(byteLength);
        const total = plan.reduce((sum, window) => sum + window.byteLength, 0);
        assert.ok(plan.length <= 16 && total <= 256 * 1024);
        if (byteLength === 0) {
          assert.deepEqual(plan, []);
          return;
        }
        let end = 0;
        for (const window of plan) {
          assert.ok(window.byteOffset >= end && window.byteLength > 0 && window.byteOffset % 64 === 0);
          end = window.byteOffset + window.byteLength;
        }
        assert.equal(plan[0].byteOffset, 0);
        assert.equal(end, byteLength);
      }),
    );
  });
});

describe('a guess from the bytes', () => {
  it('finds the tutorial’s square matrix of float32', () => {
    const matrix = Float32Array.from({ length: 500 * 500 }, random);
    const [best, next] = guessOf(matrix);
    assert.deepEqual(best.choice, { dtype: 'float32', shape: [500, 500], order: 'C', offset: 0 });
    assert.equal(best.origin.kind, 'guess');
    assert.match(best.origin.text, /^guessed from the bytes: plausible float32 values from .* to /);
    assert.deepEqual(next.choice.shape, [250_000]);
  });

  it('tells widths, signs and floats apart', () => {
    const n = 6000;
    const from = (make: (k: number) => number) => Array.from({ length: n }, (_, k) => make(k));
    const cases: readonly (readonly [string, ArrayBufferView])[] = [
      ['float64', Float64Array.from(from(k => k / 7))],
      ['int16', Int16Array.from(from(k => 9000 * Math.sin(k / 15) + 40 * random()))],
      ['uint16', Uint16Array.from(from(() => 50_257 * random()))],
      ['int32', Int32Array.from(from(() => 10 * random()))],
      ['int32', Int32Array.from(from(() => 2000 * (random() - 0.5)))],
      ['int64', BigInt64Array.from(from(k => 1_600_000_000 + 60 * k).map(BigInt))],
      [
        'datetime64[ns]',
        BigInt64Array.from(
          from(k => k),
          k => 1_700_000_000_000_000_000n + BigInt(k) * 1_000_003n,
        ),
      ],
      ['int8', Int8Array.from(from(() => 40 * (random() + random() - 1)))],
      ['bool', Uint8Array.from(from(() => Math.round(random())))],
    ];
    for (const [dtype, items] of cases) assert.equal(first(guessOf(items)).dtype, dtype);
  });

  it('sees the other byte order', () => {
    const bytes = bytesOf(Float64Array.from({ length: 4000 }, random)).slice();
    for (let k = 0; k < bytes.length; k += 8) bytes.subarray(k, k + 8).reverse();
    assert.equal(first(guessOf(bytes)).dtype, '>f8');
  });

  it('finds the rows of a picture, and its colours', () => {
    const [height, width] = [90, 131];
    const grey = (k: number) =>
      120 + 50 * Math.sin((k % width) / 11) + 40 * Math.cos(k / width / 7) + 3 * random();
    const picture = Uint8Array.from({ length: height * width }, (_, k) => grey(k));
    assert.deepEqual(first(guessOf(picture)).shape, [height, width]);
    const colours = Uint8Array.from({ length: height * width * 3 }, (_, k) => {
      const value = grey(Math.floor(k / 3));
      return [value, 255 - value, value / 4][k % 3];
    });
    assert.deepEqual(first(guessOf(colours)).shape, [height, width, 3]);
  });

  it('does not take a wave for rows', () => {
    const wave = Float32Array.from({ length: 44_100 }, (_, k) => Math.sin((2 * Math.PI * 440 * k) / 44_100));
    assert.deepEqual(first(guessOf(wave)).shape, [44_100]);
  });

  it('offers complex numbers beside floats, which noise cannot tell apart', () => {
    const noise = Float32Array.from({ length: 5000 }, () => random() + random() - 1);
    assert.deepEqual(
      guessOf(noise)
        .map(({ choice }) => choice.dtype)
        .filter((dtype, k, all) => all.indexOf(dtype) === k)
        .slice(0, 2),
      ['float32', 'complex64'],
    );
  });

  it('says of zeros and of an empty file that nothing is known', () => {
    const [zeros, ...others] = guessOf(new Uint8Array(4000));
    assert.deepEqual(zeros.choice, { dtype: 'float32', shape: [1000], order: 'C', offset: 0 });
    assert.deepEqual(zeros.origin, { kind: 'fallback', text: 'every sampled byte is 0, float32 assumed' });
    assert.ok(others.some(({ choice }) => choice.dtype === 'uint8'));
    assert.equal(first(guessOf(new Uint8Array(4001))).dtype, 'uint8');
    assert.equal(first(guessOf(new Uint8Array(4000), 'tokens_int64.dat')).dtype, 'int64');
    const [empty] = guessOf(new Uint8Array(0));
    assert.deepEqual(empty.choice.shape, [0]);
    assert.match(empty.origin.text, /the file is empty/);
  });

  it('takes items that fill the file, and offers the better ones that leave bytes over', () => {
    const cut = bytesOf(Float32Array.from({ length: 3000 }, random)).subarray(0, 11_997);
    const candidates = guessOf(cut);
    assert.equal(first(candidates).dtype, 'uint8');
    assert.ok(candidates.some(({ choice }) => choice.dtype === 'float32' && choice.shape[0] === 2999));
  });

  it('gives at least one and at most six different layouts that fit, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), bytes => {
        const candidates = guess(samplesOf(bytes), bytes.length, 'x.dat');
        assert.ok(candidates.length >= 1 && candidates.length <= 6);
        assert.equal(new Set(candidates.map(({ choice }) => JSON.stringify(choice))).size, candidates.length);
        for (const { choice, origin } of candidates) {
          assert.notEqual(fitOf(choice, bytes.length), 'over');
          assert.ok(origin.kind === 'guess' || origin.kind === 'fallback');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a file’s name says', () => {
  const dtypesIn = (name: string) => [...nameHints(name).dtypes.keys()];

  it('names dtypes in bits, in bytes and in words', () => {
    assert.deepEqual(dtypesIn('x.f32'), ['float32']);
    assert.deepEqual(dtypesIn('volume_256x256x128_uint8.raw'), ['uint8']);
    assert.deepEqual(dtypesIn('a-f8.dat'), ['float64']);
    assert.deepEqual(dtypesIn('a.u8'), ['uint8']);
    assert.deepEqual(dtypesIn('capture.cfile'), ['complex64']);
    assert.deepEqual(dtypesIn('constructor.toString.dat'), []);
    assert.deepEqual(dtypesIn('tokens.dat'), ['uint16', 'uint32']);
  });

  it('holds a shape', () => {
    assert.deepEqual(nameHints('volume_256x256x128_uint8.raw').shape, [256, 256, 128]);
    assert.equal(nameHints('0x10.dat').shape, undefined);
    assert.equal(nameHints('run3.dat').shape, undefined);
  });

  it('keeps what comes one after another in one axis', () => {
    const squares = Uint16Array.from({ length: 64 * 64 }, () => 50_257 * random());
    assert.deepEqual(first(guessOf(squares, 'tokens.dat')).shape, [4096]);
    assert.deepEqual(first(guessOf(squares, 'x.dat')).shape, [64, 64]);
  });

  it('decides between equals and is overruled by the bytes', () => {
    const noise = Uint8Array.from({ length: 64 * 32 * 4 }, () => 256 * random());
    assert.deepEqual(first(guessOf(noise, 'noise_64x32_uint32.raw')), {
      dtype: 'uint32',
      shape: [64, 32],
      order: 'C',
      offset: 0,
    });
    const floats = Float64Array.from({ length: 2000 }, random);
    assert.equal(first(guessOf(floats, 'int16.dat')).dtype, 'float64');
    assert.deepEqual(first(guessOf(floats, 'a_20x10.dat')).shape, [10, 20, 10]);
  });
});

describe('words read as numbers', () => {
  it('are what the formats say', () => {
    const read = (bytes: number[], format: NumericFormat, width: 2 | 4, bigEndian = false) => [
      ...readValues([Uint8Array.from(bytes)], { width, bigEndian, family: 'float', format }),
    ];
    assert.deepEqual(read([0, 0x3c, 0, 0xc0, 0xff, 0x7b, 1, 0, 0, 0x7c], 'float16', 2), [
      1,
      -2,
      65504,
      2 ** -24,
      Infinity,
    ]);
    assert.deepEqual(read([0x80, 0x3f, 0x49, 0x40], 'bfloat16', 2), [1, 3.140625]);
    assert.deepEqual(read([0x3f, 0x80, 0, 0], 'float32', 4, true), [1]);
  });
});

describe('plain text', () => {
  const isText = (text: string, encoding: BufferEncoding = 'utf8') =>
    isPlainText(Buffer.from(text, encoding));

  it('is recognised by its lines', () => {
    assert.ok(isText('x,y\n1,2.5\n3,nan\n'));
    assert.ok(isText('0.5 0.25\r\n1e-3 -2\r\n'));
    assert.ok(isText('naïve Straße – 数\nline\n'));
    assert.ok(isText('\ufeffa;b\n1;2\n'));
    assert.ok(!isText('a\tb\n1\t2\n', 'utf16le'));
    assert.ok(isText('\ufeffa\tb\n1\t2\n', 'utf16le'));
    assert.ok(isText('\u001b[31mred\u001b[0m\n'));
  });

  it('is recognised by a table’s characters where a line is longer than the sample', () => {
    assert.ok(isText(Array.from({ length: 30_000 }, (_, k) => (k / 7).toFixed(4)).join(' ')));
    assert.ok(isText('1, 2, 3'));
  });

  it('may be cut in the middle of a character', () => {
    const bytes = Buffer.from(`${'grün\n'.repeat(50)}ü`);
    assert.ok(isPlainText(bytes.subarray(0, -1)));
  });

  it('is not seen in arrays', () => {
    assert.ok(!isPlainText(new Uint8Array(0)));
    assert.ok(!isPlainText(new Uint8Array(100)));
    assert.ok(!isPlainText(Uint8Array.from({ length: 5000 }, () => 32 + 94 * random())));
    assert.ok(!isPlainText(Uint8Array.from({ length: 5000 }, () => 9 + 100 * random())));
    assert.ok(!isPlainText(Uint8Array.from({ length: 5000 }, () => 256 * random())));
    assert.ok(!isPlainText(bytesOf(Float32Array.from({ length: 999 }, random))));
    assert.ok(!isPlainText(Uint8Array.from([0xff, 0xfe, 3, 1, 10, 0, 200, 4])));
    assert.ok(!isText('abcdefgh'));
  });
});
