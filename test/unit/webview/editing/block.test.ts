import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBlock } from '../../../../webview/editing/block';
import { tabSeparated } from '../../../../webview/state/rectangle';

describe('a block of text', () => {
  for (const [text, rows] of [
    ['1', [['1']]],
    [
      '1\t2\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1, 2\n3, 4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"a\tb"\tc', [['a\tb', 'c']]],
    ['"say ""yes""",2', [['say "yes"', '2']]],
    [
      '1\t\n\t4',
      [
        ['1', ''],
        ['', '4'],
      ],
    ],
    ['1,', [['1', '']]],
    ['1,2j', [['1', '2j']]],
  ] as const) {
    it(`is read as spreadsheets write it: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseBlock(text), rows);
    });
  }

  it('is the block that was copied, whatever texts it has', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\t', '\n', '\r'),
      maxLength: 5,
    });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .filter(([height, width]) => height * width > 1)
      .chain(([height, width]) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(block, rows => {
        const all = { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 };
        assert.deepEqual(parseBlock(tabSeparated(all, (row, column) => rows[row][column])), rows);
      }),
    );
  });

  it('is one value where one was copied, as it is', () => {
    const one = { top: 4, left: 2, bottom: 4, right: 2 };
    assert.equal(
      tabSeparated(one, () => ' a, "b"'),
      ' a, "b"',
    );
    assert.equal(
      tabSeparated(one, () => 'a\n"b"'),
      '"a\n""b"""',
    );
  });
});
