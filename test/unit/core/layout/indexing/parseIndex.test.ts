import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { parseIndex } from '../../../../../core/layout/indexing/parseIndex';

function refused(text: string, message: RegExp, numpyName?: string): void {
  assert.throws(
    () => parseIndex(text),
    (error: unknown) => {
      assert.ok(error instanceof InspectorError && error.kind === 'invalid-index', text);
      assert.match(error.message, message);
      assert.ok(error.action);
      if (numpyName) assert.equal(error.numpyName, numpyName);
      return true;
    },
  );
}

describe('parseIndex', () => {
  it('reads NumPy’s index text, with its brackets or without', () => {
    const entries = [
      { kind: 'slice', start: undefined, stop: undefined, step: 2 },
      { kind: 'slice', start: undefined, stop: undefined, step: -1 },
      { kind: 'integer', value: 3 },
    ];
    assert.deepEqual(parseIndex('[::2, ::-1, 3]'), entries);
    assert.deepEqual(parseIndex('::2, ::-1, 3'), entries);
    assert.deepEqual(parseIndex(' np.s_[::2, ::-1, 3,] '), entries);
  });

  it('reads ellipses, new axes and negative numbers', () => {
    assert.deepEqual(
      parseIndex('..., None, np.newaxis, -1').map(({ kind }) => kind),
      ['ellipsis', 'newaxis', 'newaxis', 'integer'],
    );
    assert.deepEqual(parseIndex('-1'), [{ kind: 'integer', value: -1 }]);
    assert.deepEqual(parseIndex('1_000:0x10'), [{ kind: 'slice', start: 1000, stop: 16, step: undefined }]);
    assert.deepEqual(parseIndex('None:5'), [{ kind: 'slice', start: undefined, stop: 5, step: undefined }]);
    assert.deepEqual(parseIndex('slice(4)'), [{ kind: 'slice', start: undefined, stop: 4, step: undefined }]);
  });

  it('takes a tuple as its entries, and nothing as everything', () => {
    assert.deepEqual(parseIndex('(1, 2)'), parseIndex('1, 2'));
    for (const text of ['', '  ', '()', '[()]']) assert.deepEqual(parseIndex(text), []);
  });

  it('reads a single field name', () => {
    assert.deepEqual(parseIndex("['x']"), [{ kind: 'field', name: 'x' }]);
    assert.deepEqual(parseIndex('"it\\\'s é"'), [{ kind: 'field', name: "it's é" }]);
    refused("'x', 0", /^only integers, slices/, 'IndexError');
  });

  it('clips slices that name more than 64 bits', () => {
    const [entry] = parseIndex('0:100000000000000000000000');
    assert.ok(entry.kind === 'slice' && entry.stop === 2 ** 63);
  });

  it('refuses what is no Python, in Python’s words', () => {
    refused('1:2:3:4', /^invalid syntax/, 'SyntaxError');
    refused('[1, 2', /'\[' was never closed/, 'SyntaxError');
    refused('[]', /^invalid syntax/);
    refused('007', /^leading zeros in decimal integer literals are not permitted/);
    refused('1a', /^invalid decimal literal/);
    refused("'x", /^unterminated string literal/);
    refused('x', /^name 'x' is not defined/);
    refused(',', /^invalid syntax/);
  });

  it('refuses what would make a copy or what NumPy refuses', () => {
    refused('[[0, 2]]', /makes a copy/);
    refused('[0, 2], [1]', /makes a copy/);
    refused('True', /makes a copy/);
    refused('1.5', /^only integers, slices/, 'IndexError');
    refused('1:2.5', /^only integers/);
    refused('..., ...', /^an index can only have a single ellipsis/, 'IndexError');
    refused("'a':2", /^slice indices must be integers or None/, 'TypeError');
  });

  it('answers at once to text that means harm', () => {
    refused('('.repeat(9000), /nested parentheses/);
    refused('-'.repeat(9000), /nested parentheses/);
    refused('1,'.repeat(9000), /too long/);
    refused("'" + '\\'.repeat(9000), /unterminated/);
    refused('1_'.repeat(4000), /invalid decimal/);
    refused('a.'.repeat(4000) + 'a', /is not defined/);
  });
});
