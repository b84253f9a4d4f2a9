/** The reader of Python literals. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLiteral } from '../../../../../core/dtype/parse/literal';
import type { Literal } from '../../../../../core/dtype/parse/literalValue';
import { literalRepr } from '../../../../../core/dtype/parse/literalRepr';
import { bytesRepr, strRepr } from '../../../../../core/dtype/repr';
import { InspectorError } from '../../../../../core/errors';

const str = (text: string) => {
  const literal = parseLiteral(text);
  return literal.type === 'str' ? literal.value : assert.fail(`${text} is ${literal.type}`);
};

const refused = (text: string): boolean => {
  try {
    parseLiteral(text);
    return false;
  } catch (error) {
    return (
      error instanceof InspectorError && error.kind === 'invalid-input' && error.numpyName === 'SyntaxError'
    );
  }
};

describe('parseLiteral', () => {
  it('reads strings with their escapes and prefixes', () => {
    assert.equal(str(String.raw`'a\n\x41\u00e9\U0001f600\101\q\''`), "a\nA\u00e9\u{1f600}A\\q'");
    assert.equal(str(String.raw`r'a\n\''`), String.raw`a\n\'`);
    assert.equal(str(`"a" 'b' '''c\nd'''`), 'abc\nd');
    assert.equal(str("u'x'"), 'x');
    assert.equal(str("'a\\\nb'"), 'ab');
    assert.equal(str('""'), '');
  });

  it('reads bytes', () => {
    const literal = parseLiteral(String.raw`b'a\xff\u0041\400'`);
    assert.deepEqual(literal, { type: 'bytes', value: Uint8Array.of(97, 255, ...Buffer.from('\\u0041'), 0) });
  });

  it('reads numbers', () => {
    const ints = {
      '0': 0n,
      '00': 0n,
      '-7': -7n,
      '- -7': 7n,
      '+1_000': 1000n,
      '0xFF_ff': 0xffffn,
      '0b101': 5n,
      '0o17': 15n,
      '18446744073709551616': 2n ** 64n,
    };
    for (const [text, value] of Object.entries(ints))
      assert.deepEqual(parseLiteral(text), { type: 'int', value });
    const floats = { '1.': 1, '.5': 0.5, '-1e3': -1000, '1_0.2_5E-1': 1.025, '1e999': Infinity };
    for (const [text, value] of Object.entries(floats))
      assert.deepEqual(parseLiteral(text), { type: 'float', value });
  });

  it('reads containers, with or without a trailing comma', () => {
    assert.equal(
      literalRepr(parseLiteral("{'a': (1,), 'b': [None, True, (), (2), (3, 4,),], 'c': {}}")),
      "{'a': (1,), 'b': [None, True, (), 2, (3, 4)], 'c': {}}",
    );
    assert.deepEqual(parseLiteral(' ( # comment\n 1 ) '), { type: 'int', value: 1n });
  });

  it('refuses what Python refuses, and what is not a literal', () => {
    const texts = [
      '',
      ' ',
      '(',
      ')',
      '(1',
      '[1 2]',
      '(,)',
      '[,]',
      '{1}',
      '{1: }',
      '{1: 2',
      "'a",
      "'a\nb'",
      "'''a",
      '"\\x4"',
      "'\\N{DASH}'",
      "'\\U00110000'",
      '01',
      '1__0',
      '0x',
      '1 2',
      "b'é'",
      "b'a' 'b'",
      'float',
      'os.system(1)',
      'f"x"',
      '1+2',
      '1j',
      '--',
      'x=1',
      "bb'x'",
      "ub'x'",
      '\\',
    ];
    for (const text of texts) assert.ok(refused(text), text);
  });

  it('takes names and calls as syntax where they are asked for', () => {
    const literal = parseLiteral("np.dtype([('x', float)], align = True, )", { names: true });
    assert.ok(literal.type === 'call');
    assert.equal(literal.name, 'np.dtype');
    assert.equal(literalRepr(literal.args[0]), "[('x', float)]");
    assert.deepEqual(literal.keywords, [['align', { type: 'bool', value: true }]]);
  });

  it('bounds length, depth and digits', () => {
    assert.ok(refused('['.repeat(65) + ']'.repeat(65)));
    assert.equal(parseLiteral('['.repeat(64) + ']'.repeat(64)).type, 'list');
    assert.throws(() => parseLiteral('[]', { maxDepth: 0 }), InspectorError);
    assert.throws(() => parseLiteral("'abc'", { maxLength: 4 }), /longer than 4/);
    assert.ok(refused('9'.repeat(5000)));
  });

  it('says where the mistake is', () => {
    assert.throws(
      () => parseLiteral("{'a': 1 'b'}"),
      (error: InspectorError) => error.fields.position === 8,
    );
  });
});

describe('repr', () => {
  it('of a str is read back as the same str', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => assert.equal(str(strRepr(text)), text)));
  });

  it('of bytes is read back as the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        const literal = parseLiteral(bytesRepr(bytes));
        assert.deepEqual(literal.type === 'bytes' && Array.from(literal.value), Array.from(bytes));
      }),
    );
  });

  it('of a literal is read back as the same literal', () => {
    const { literal } = fc.letrec<{ literal: Literal }>(tie => ({
      literal: fc.oneof(
        { depthSize: 'small' },
        fc.bigInt().map((value): Literal => ({ type: 'int', value })),
        fc
          .double({ noNaN: true, noDefaultInfinity: true })
          .map((value): Literal => ({ type: 'float', value })),
        fc.string({ maxLength: 8 }).map((value): Literal => ({ type: 'str', value })),
        fc.constant<Literal>({ type: 'none' }),
        fc
          .tuple(
            fc.constantFrom('tuple' as const, 'list' as const),
            fc.array(tie('literal'), { maxLength: 3 }),
          )
          .map(([type, items]): Literal => ({ type, items })),
      ),
    }));
    fc.assert(
      fc.property(
        literal.filter(one => literalRepr(one).length < 200),
        one => {
          assert.deepEqual(parseLiteral(literalRepr(one)), one);
        },
      ),
    );
  });

  it('escapes what Python does not print', () => {
    assert.equal(
      strRepr('a\u2028\u00a0\ud800\u{e000}é日\u{1f600}'),
      String.raw`'a\u2028\xa0\ud800\ue000é日😀'`,
    );
    assert.equal(strRepr(`it's "so"`), String.raw`'it\'s "so"'`);
  });
});
