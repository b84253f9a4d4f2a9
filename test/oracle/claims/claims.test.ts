/** What the fixtures of test/unit/core say of NumPy (`make_claims.py`) is what a live NumPy says. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { askNumPy, needsNumPy } from '../python';

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
  it("are the live NumPy's own answers", async function () {
    needsSameNumPy(this);
    assert.deepEqual(await askNumPy('claims/make_claims.py', ['--check']), []);
  });
});
