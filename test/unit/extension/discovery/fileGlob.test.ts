import assert from 'node:assert/strict';
import { matchesGlob } from '../../../../extension/discovery/fileGlob';

describe('a glob of a setting', () => {
  it('without a slash means the file’s name, with one the path in the workspace', () => {
    assert.ok(matchesGlob('*.dat', 'a/b/c.dat'));
    assert.ok(matchesGlob('c.dat', 'a/b/c.dat'));
    assert.ok(matchesGlob('a/**/*.dat', 'a/b/c.dat'));
    assert.ok(matchesGlob('./a/b/c.dat', 'a/b/c.dat'));
    assert.ok(matchesGlob('/a/b/*', 'a/b/c.dat'));
    assert.ok(matchesGlob('**/c.{dat,bin}', 'c.dat'));
    assert.ok(matchesGlob('a/b/*.dat', 'a\\b\\c.dat'));
    assert.ok(!matchesGlob('b/*.dat', 'a/b/c.dat'));
    assert.ok(!matchesGlob('*.npy', 'a/b/c.dat'));
    assert.ok(matchesGlob('**/*.dat', '.cache/x.dat'));
  });
});
