/**
 * The helper that the extension installs in a debugged Python process, tested in Python (`helper/test_*.py`) against
 * NumPy itself. Each test there is a test here: it has passed, failed or been skipped in one run of all of them.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { askNumPy, needsNumPy } from '../python';

interface Outcome {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly message: string;
}

const folder = resolve(__dirname, '../../../../test/oracle/debug/helper');

/** The ids of the tests of a file, as unittest names them; told from the text, so that no Python is needed for it. */
function testsOf(fileName: string): string[] {
  let group = '';
  return readFileSync(resolve(folder, fileName), 'utf8')
    .split('\n')
    .flatMap(line => {
      group = /^class (\w+)/.exec(line)?.[1] ?? group;
      const name = /^ {4}def (test_\w+)/.exec(line)?.[1];
      return name ? [`${fileName.replace('.py', '')}.${group}.${name}`] : [];
    });
}

const titleOf = (id: string) => id.split('.').slice(1).join(': ').replace('test_', '').replaceAll('_', ' ');

describe('the helper in a Python process', () => {
  const ids = readdirSync(folder)
    .filter(name => /^test_.*\.py$/.test(name))
    .flatMap(testsOf);
  let outcomes: ReadonlyMap<string, Outcome> = new Map();

  before(async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const told = await askNumPy<Outcome>('debug/helper/run.py');
    outcomes = new Map(told.map(outcome => [outcome.id, outcome]));
    assert.deepEqual([...outcomes.keys()].sort(), [...ids].sort());
  });

  for (const id of ids) {
    it(titleOf(id), function () {
      const { status, message } = outcomes.get(id)!;
      if (status === 'skipped') this.skip();
      assert.equal(status, 'passed', message);
    });
  }
});
