import assert from 'node:assert/strict';
import { parseBlock } from '../../../../webview/extras/block';

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
});
