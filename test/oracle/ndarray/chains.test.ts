/**
 * Random programs of array operations against a live NumPy: what each step makes, to the last byte, flag and word of an
 * exception. `NDARRAY_ORACLE_CASES` sets how many steps.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { perform, type Step } from './chains/operations';
import { factsOf, ownerBytes } from './chains/facts';
import { askNumPy, needsNumPy } from '../python';

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);

/** What NumPy says in other words here, and why. */
const OTHER_WORDS: readonly RegExp[] = [];

function check(step: Step, arrays: np.NDArray[]): void {
  let made: np.NDArray | undefined;
  try {
    made = perform(step, arrays);
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    assert.ok(step.error, `refused, NumPy does it: ${error.message}`);
    const [name, message] = step.error;
    assert.equal(error.numpyName, name, `${error.message} | ${message}`);
    if (!OTHER_WORDS.some(words => words.test(message))) assert.equal(error.message, message);
    return;
  }
  assert.equal(step.error, undefined, 'NumPy refuses it');
  const x = made ?? arrays[step.x!];
  assert.deepEqual(factsOf(x, arrays), step.facts);
  if (step.owner !== undefined) assert.equal(ownerBytes(x), step.owner);
  if (step.keeps) arrays.push(x);
}

describe('random programs against NumPy', () => {
  it('do the same, step by step', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const programs = await askNumPy<readonly Step[]>('ndarray/chains.py', [CASES, SEED]);
    const wrong: string[] = [];
    for (const program of programs) {
      const arrays: np.NDArray[] = [];
      for (const [at, step] of program.entries()) {
        try {
          check(step, arrays);
        } catch (error) {
          wrong.push(report(program.slice(0, at + 1), error));
          break;
        }
      }
    }
    assert.ok(programs.flat().length >= CASES);
    assert.equal(
      wrong.length,
      0,
      `${wrong.length} of ${programs.length} programs differ:\n${wrong.slice(0, 60).join('\n\n')}`,
    );
  });
});

function report(steps: readonly Step[], error: unknown): string {
  const last = steps[steps.length - 1];
  const from = last.x === null ? undefined : steps.filter(step => step.keeps)[last.x];
  const what =
    error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 24).join('\n') : String(error);
  const told = from && { op: from.op, args: from.args, facts: from.facts };
  return `${JSON.stringify(last).slice(0, 700)}\n  on ${JSON.stringify(told)}\n  ${what}`;
}
