/** What people type for a dtype. NumPy's own answers are compared in test/oracle/dtype/dtype_parse.test.ts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameDType } from '../../../../../core/dtype/dtype';
import { parseDType } from '../../../../../core/dtype/parse/parse';
import { dtypeSource, dtypeText } from '../../../../../core/dtype/print';
import { InspectorError, type ErrorKind } from '../../../../../core/errors';

const refusal = (text: string): InspectorError => {
  try {
    parseDType(text);
  } catch (error) {
    assert.ok(error instanceof InspectorError, `${text}: ${String(error)}`);
    return error;
  }
  return assert.fail(`${text} was taken`);
};

function assertRefused(text: string, kind: ErrorKind, message: RegExp): void {
  const error = refusal(text);
  assert.equal(error.kind, kind);
  assert.match(error.message, message);
  assert.ok(error.action);
}

describe('parseDType', () => {
  it('takes one dtype by many spellings', () => {
    const spellings = [
      '<f4',
      'f',
      'float32',
      'single',
      'np.float32',
      'numpy.single',
      "'f4'",
      "dtype('<f4')",
      "np.dtype('f4')",
      ' f4 ',
      '=f4',
      '|f4',
      "('f4', ())",
      '()f4',
      'dtype(float32)',
      'jnp.float32',
    ];
    for (const text of spellings) assert.ok(sameDType(parseDType(text), parseDType('float32')), text);
  });

  it('takes structs as lists, comma strings, tuples and dicts', () => {
    const spellings = [
      "[('f0', '<i4'), ('f1', '>f8', (2,))]",
      'i4, (2,)>f8',
      "[('f0', int32), ('f1', ('>f8', 2))]",
      "{'names': ['f0', 'f1'], 'formats': ['i4', '2>f8']}",
      "{'f1': ('2>f8', 4), 'f0': ('i4', 0)}",
      "np.dtype([('f0', np.int32), ('f1', '>f8', [2])])",
      "(numpy.record, [('f0', 'i4'), ('f1', '2>f8')])",
    ];
    for (const text of spellings) {
      assert.equal(dtypeText(parseDType(text)), "[('f0', '<i4'), ('f1', '>f8', (2,))]", text);
    }
  });

  it('pads as C does with align=True', () => {
    const dtype = parseDType("np.dtype([('a', 'i1'), ('b', [('c', 'i1'), ('d', 'f8')])], align=True)");
    assert.deepEqual(
      dtype.fields?.map(({ offset }) => offset),
      [0, 8],
    );
    assert.deepEqual([dtype.itemsize, dtype.alignment, dtype.isAlignedStruct], [24, 8, true]);
  });

  it('takes the names of ml_dtypes', () => {
    assert.equal(parseDType('ml_dtypes.bfloat16').itemsize, 2);
    assert.equal(
      dtypeText(parseDType('bfloat16, float8_e4m3fn')),
      "[('f0', bfloat16), ('f1', float8_e4m3fn)]",
    );
  });

  it('refuses what holds pointers, and says why', () => {
    for (const text of ['O', 'object', '|O', 'np.object_', "[('x', 'O')]"])
      assertRefused(text, 'unsupported-dtype', /pointers/);
    for (const text of ['T', 'StringDType()', 'np.dtypes.StringDType()'])
      assertRefused(text, 'unsupported-dtype', /StringDType/);
  });

  it('refuses what is no dtype in the words of NumPy', () => {
    assertRefused('foo', 'invalid-dtype', /^data type 'foo' not understood$/);
    assertRefused('', 'invalid-dtype', /^data type '' not understood$/);
    assertRefused('5', 'invalid-dtype', /^Cannot interpret '5' as a data type$/);
    assertRefused("it's", 'invalid-dtype', /^data type "it's" not understood$/);
    assertRefused("[('x', 'f4'), ('x', 'i4')]", 'invalid-dtype', /^field 'x' occurs more than once$/);
    assertRefused("[('x', 'f4'", 'invalid-dtype', /not a Python literal/);
    assertRefused(
      'M8[fortnight]',
      'invalid-dtype',
      /^Invalid datetime unit in metadata string "\[fortnight\]"$/,
    );
    assertRefused('m8[s/0]', 'invalid-dtype', /^divisor \(0\)/);
  });

  it('never calls what looks like a call', () => {
    for (const text of ["__import__('os')", "dtype.__class__('f4')", 'np.load(1)'])
      assertRefused(text, 'invalid-dtype', /not understood/);
  });

  it('bounds the size of an item', () => {
    assert.equal(parseDType('V2147483647').itemsize, 2 ** 31 - 1);
    for (const text of [
      'V2147483648',
      'U536870912',
      '(2147483647,)f4',
      "[('a', 'V2000000000'), ('b', 'V2000000000')]",
      "{'names': ['a'], 'formats': ['f4'], 'offsets': [2147483647]}",
      "{'names': ['a'], 'formats': ['f4'], 'itemsize': 99999999999999999999}",
    ]) {
      assertRefused(text, 'invalid-dtype', /./);
    }
  });

  it('is quick and safe on hostile text', () => {
    const n = 200_000;
    const texts = [
      '('.repeat(n),
      '['.repeat(n),
      `${'('.repeat(n)}${')'.repeat(n)}`,
      ' '.repeat(n) + 'x',
      `f4${' '.repeat(n)}x`,
      '1,'.repeat(n),
      'f4,'.repeat(n / 4),
      `'${'\\'.repeat(n)}`,
      `[${"('', 'f4'), ".repeat(n / 20)}]`,
      '9'.repeat(n),
      'np.'.repeat(n),
      `M8[${'9'.repeat(n)}s]`,
      `f${' '.repeat(n)}`,
      '-'.repeat(n),
      `[('x', 'f4', (${'1,'.repeat(n)}))]`,
      'x'.repeat(2 ** 21),
    ];
    for (const text of texts) {
      const start = performance.now();
      try {
        parseDType(text);
      } catch (error) {
        assert.ok(error instanceof InspectorError, String(error));
        assert.ok(error.message.length < 500, 'a message is short');
      }
      assert.ok(performance.now() - start < 2000, `${text.slice(0, 20)}… took too long`);
    }
  });

  it('takes any text without another error than its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[[({<>=|'",\w )\]}.:-]{0,24}$/)), text => {
        try {
          assert.ok(sameDType(parseDType(dtypeSource(parseDType(text))), parseDType(text)));
        } catch (error) {
          assert.ok(error instanceof InspectorError, String(error));
        }
      }),
    );
  });
});
