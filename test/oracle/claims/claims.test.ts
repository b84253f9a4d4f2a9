/** The fixtures of the claims of test/unit/core (`npm run claims`) hold what a live NumPy gives. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { needsNumPy } from '../python';

const script = resolve(__dirname, '../../../../test/rig/claims.mjs');

/** The words of errors and the strings of dtypes change from version to version: the fixtures are those of 2.4. */
function needsSameNumPy(test: Mocha.Context): void {
  needsNumPy(test);
  const python = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
  const version = execFileSync(python, ['-c', 'import numpy; print(numpy.__version__)'], {
    encoding: 'utf8',
  });
  if (!version.startsWith('2.4.')) test.skip();
}

describe('the fixtures of the unit tests', () => {
  it("are the live NumPy's own answers", function () {
    needsSameNumPy(this);
    this.timeout(300_000);
    const env = { ...process.env, NDARRAY_COMPILED: '1' };
    assert.equal(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8', env }), '');
  });
});
