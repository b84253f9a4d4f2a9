import assert from 'node:assert/strict';
import { withEntry } from '../../../../extension/commands/layoutEntries';

describe('the setting with one layout more', () => {
  const entry = { files: 'data/*.dat', dtype: 'float32', shape: [-1, 3] };

  it('has it last, unless another would count before it', () => {
    assert.deepEqual(withEntry(undefined, entry, 'data/a.dat'), [entry]);
    const other = { files: '*.npy', dtype: 'int8' };
    assert.deepEqual(withEntry([other], entry, 'data/a.dat'), [other, entry]);
    const wider = { glob: '**/*.dat', dtype: 'int8' };
    assert.deepEqual(withEntry([other, wider], entry, 'data/a.dat'), [other, entry, wider]);
  });

  it('has it in place of that for the same files, and leaves alone what it cannot read', () => {
    const old = { files: 'data/*.dat', dtype: 'int8' };
    assert.deepEqual(withEntry([7, old, null], entry, 'data/a.dat'), [7, entry, null]);
  });
});
