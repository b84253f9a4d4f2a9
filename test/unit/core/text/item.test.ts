/** Items as NumPy and ml_dtypes print them: a fixture of both (test/oracle/dtype/make_items_fixture.py), and what they cannot. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { FORMAT_NAMES, isCustomFormat } from '../../../../core/dtype/formats';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { formatItem, itemFormatter } from '../../../../core/text/item';

interface Group {
  readonly dtype: string;
  readonly bytes: string;
  readonly texts: readonly string[];
}

const fixture = resolve(__dirname, '../../../../../test/unit/core/text/items.fixture.jsonl');
const lines = readFileSync(fixture, 'utf8').trimEnd().split('\n');
const groups = lines.map(line => JSON.parse(line) as Group);
const viewOf = (bytes: Uint8Array): DataView => new DataView(Uint8Array.from(bytes).buffer);
const text = (dtype: string, ...bytes: number[]): string =>
  formatItem(parseDType(dtype), viewOf(Uint8Array.from(bytes)), 0);

describe('formatItem', () => {
  it('is compared with ml_dtypes for each of its types', () => {
    const compared = new Set(groups.map(({ dtype }) => dtype));
    const missing = FORMAT_NAMES.filter(format => isCustomFormat(format) && !compared.has(format));
    assert.deepEqual(missing, []);
  });

  it('prints what NumPy prints', () => {
    for (const { dtype, bytes, texts } of groups) {
      const view = viewOf(Buffer.from(bytes, 'hex'));
      const parsed = parseDType(dtype);
      const got = texts.map((_, k) => formatItem(parsed, view, k * parsed.itemsize));
      assert.deepEqual(got, texts, dtype);
    }
  });

  it('covers every kind in its fixture', () => {
    const kinds = new Set(groups.map(({ dtype }) => parseDType(dtype)).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort().join(''), 'MSUVbcfimu');
  });

  it('prints a code past the last code point as its escape', () => {
    assert.equal(text('<U2', 0x61, 0, 0, 0, 0, 0, 0x11, 0), 'a\\U00110000');
    assert.equal(text("[('a', '<U1')]", 0xff, 0xff, 0xff, 0xff), "('\\Uffffffff',)");
  });

  it('prints a datetime that has no unit as its number', () => {
    assert.equal(text('<M8', 5, 0, 0, 0, 0, 0, 0, 0), '5');
    assert.equal(text('<M8', 0, 0, 0, 0, 0, 0, 0, 0x80), 'NaT');
  });

  it('reads at an offset into a view that starts inside its buffer', () => {
    const bytes = Uint8Array.of(9, 9, 9, 0, 1, 0x61, 0, 0);
    const view = new DataView(bytes.buffer, 2);
    assert.equal(formatItem(parseDType('>i2'), view, 1), '1');
    assert.equal(formatItem(parseDType('S3'), view, 3), "b'a'");
    assert.equal(formatItem(parseDType("[('p', 'V1'), ('s', 'S1')]"), view, 2), "(b'\\x01', b'a')");
  });

  it('prints items of no bytes', () => {
    assert.deepEqual(
      ['S', 'U', 'V', '[]', '0f4'].map(dtype => text(dtype)),
      ["b''", '', "b''", '()', '[]'],
    );
  });

  it('cuts the middle out of long subarrays', () => {
    const dtype = parseDType("[('a', 'u1', (2, 501))]");
    assert.equal(
      formatItem(dtype, viewOf(new Uint8Array(1002).fill(7)), 0),
      '([[7, 7, 7, ..., 7, 7, 7], [7, 7, 7, ..., 7, 7, 7]],)',
    );
  });

  it('never throws, whatever the bytes', () => {
    const dtypes = fc.constantFrom(
      '?',
      '<f2',
      '<f4',
      '>f8',
      'G',
      '>g',
      'U4',
      'S16',
      'V16',
      'M8[7W]',
      'm8',
      'M8',
      '(2,2)c8',
      'f8,(2,)m8[s]',
      'bfloat16',
    );
    fc.assert(
      fc.property(dtypes, fc.uint8Array({ minLength: 32, maxLength: 32 }), (dtype, bytes) => {
        const format = itemFormatter(parseDType(dtype));
        assert.equal(format(viewOf(bytes), 0), format(viewOf(bytes), 0));
      }),
    );
  });
});

describe('the text of floats', () => {
  const formats = [
    ['<f4', 4, (view: DataView) => view.getFloat32(0, true), Math.fround],
    ['<f8', 8, (view: DataView) => view.getFloat64(0, true), Number],
  ] as const;

  it('reads back as the same float', () => {
    for (const [dtype, size, read, round] of formats) {
      const format = itemFormatter(parseDType(dtype));
      fc.assert(
        fc.property(fc.uint8Array({ minLength: size, maxLength: size }), bytes => {
          const shown = format(viewOf(bytes), 0).replace('inf', 'Infinity');
          assert.ok(Object.is(round(Number(shown)), read(viewOf(bytes))), shown);
        }),
      );
    }
  });

  it('has unequal margins at powers of two', () => {
    const dtype = parseDType('<f4');
    const shown = (value: number) => {
      const view = new DataView(new ArrayBuffer(4));
      view.setFloat32(0, value, true);
      return formatItem(dtype, view, 0);
    };
    assert.equal(shown(2 ** -96), '1.2621775e-29');
    assert.equal(shown(2 ** 87), '1.5474251e+26');
    assert.equal(text('<f2', 0, 0x24), '0.01563');
  });
});
