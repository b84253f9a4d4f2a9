import assert from 'node:assert/strict';
import { findInSetting } from '../../../../../extension/discovery/finders/settingFinder';

const match = (entries: unknown, path = 'data/run1/tokens.dat', byteLength = 1024) => {
  const { candidates, problems = [] } = findInSetting(entries, path, byteLength);
  assert.ok(candidates.length <= 1);
  return { candidate: candidates.at(0), problems };
};

describe('the setting ndarrayInspector.layouts', () => {
  it('gives dtype, shape, order and offset, resolved to numbers', () => {
    const { candidate, problems } = match([
      { glob: '*.npy', dtype: 'f4' },
      { glob: 'data/**/tokens.dat', dtype: '<u2', shape: [-1, 4], order: 'F', offset: 24 },
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(candidate?.choice, { dtype: 'uint16', shape: [125, 4], order: 'F', offset: 24 });
    assert.deepEqual(candidate.origin, { kind: 'setting', text: 'from the setting for data/**/tokens.dat' });
  });

  it('takes the first entry that matches', () => {
    const { candidate } = match([
      { files: 'tokens*', dtype: 'int32' },
      { glob: '*.dat', dtype: 'float64' },
    ]);
    assert.equal(candidate?.choice.dtype, 'int32');
  });

  it('takes one axis of all items without a shape, and a shape as number, list or text', () => {
    const shape = (value: unknown) =>
      match([{ glob: '*', dtype: 'u1', shape: value }]).candidate?.choice.shape;
    assert.deepEqual(shape(undefined), [1024]);
    assert.deepEqual(shape(16), [16]);
    assert.deepEqual(shape([2, -1]), [2, 512]);
    assert.deepEqual(shape('32 × -1'), [32, 32]);
  });

  it('keeps strides and a shape that is too large, for the caller to show', () => {
    const { candidate } = match([{ glob: '*', dtype: 'f8', shape: [1000, 3], strides: [32, 8] }]);
    assert.deepEqual(candidate?.choice, {
      dtype: 'float64',
      shape: [1000, 3],
      order: 'C',
      offset: 0,
      strides: [32, 8],
    });
  });

  it('says in words what is wrong with an entry, and goes on', () => {
    const good = { glob: '*.dat', dtype: 'f4' };
    const problemOf = (bad: unknown) => {
      const { candidate, problems } = match([bad, good]);
      assert.equal(candidate?.choice.dtype, 'float32', JSON.stringify(bad));
      assert.equal(problems.length, 1, JSON.stringify(bad));
      return problems[0];
    };
    assert.match(problemOf('*.dat'), /layouts\[0\] must be an object with "files" and "dtype"/);
    assert.match(problemOf({ dtype: 'f4' }), /layouts\[0\] has no "files"/);
    assert.match(problemOf({ files: 7, dtype: 'f4' }), /layouts\[0\] "files" must be a string/);
    assert.match(problemOf({ files: '', dtype: 'f4' }), /layouts\[0\] "files" must not be empty/);
    assert.match(problemOf({ glob: '*.dat' }), /has no "dtype"/);
    assert.match(problemOf({ glob: '*.dat', dtype: 4 }), /"dtype" must be a string/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'flot' }), /\(\*\.dat\): data type 'flot' not understood/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'f4', order: 'K' }), /"order" must be "C" or "F"/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'f4', offset: -4 }), /"offset" must not be negative/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'f4', shape: [-1, -1] }), /one unknown dimension/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'f4', shape: { a: 1 } }), /"shape"/);
    assert.match(problemOf({ glob: '*.dat', dtype: 'f4', shape: 'wide' }), /\(\*\.dat\): /);
    assert.match(problemOf({ glob: '*.dat', dtype: 'object' }), /\(\*\.dat\): /);
  });

  it('does not speak of malformed entries for other files', () => {
    assert.deepEqual(match([{ glob: '*.npy', dtype: 7 }]).problems, []);
    assert.deepEqual(match([{ glob: '*.npy', dtype: 'flot' }]).problems, []);
  });

  it('is nothing where it is not set, and a sentence where it is no list', () => {
    assert.deepEqual(match(undefined), { candidate: undefined, problems: [] });
    assert.deepEqual(match(null), { candidate: undefined, problems: [] });
    assert.match(match({ '*.dat': 'f4' }).problems[0], /must be a list/);
  });
});
