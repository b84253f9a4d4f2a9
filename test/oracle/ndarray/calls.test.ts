/**
 * Random calls against a live NumPy, a program of `calls/` a kind of them: dtype, shape, strides and every bit of what they
 * give, every byte around what they change, and the words of what is refused. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import { type Call, check, type Own, shown } from './calls/calls';
import { OWN } from './calls/own';
import { askNumPy, needsNumPy } from '../python';

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 1500);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);

function difference(one: Call, own: Own): string[] {
  try {
    check(one, own);
    return [];
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [`${shown(one)}\n${JSON.stringify(one.result ?? one.error)}\n${why.slice(0, 700)}`];
  }
}

function compares(what: string, program: string): void {
  it(what, async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const cases = await askNumPy<Call>(`ndarray/calls/${program}.py`, [CASES, SEED]);
    assert.equal(cases.length, CASES);
    const wrong = cases.flatMap(one => difference(one, OWN));
    const told = wrong.slice(0, 40).join('\n\n');
    assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${told}`);
  });
}

describe('random calls against NumPy', () => {
  compares('datetimes and timedeltas reckon as there', 'times');
  compares('every dtype converts to every other as there', 'casts');
});
