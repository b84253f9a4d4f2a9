/**
 * What is found in files against a live NumPy: comparisons, `np.isclose`, `np.isnan`, in the order of `np.flatnonzero`.
 * `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { parseQuery } from '../../../extension/tasks/find/query';
import type { SearchStart } from '../../../extension/tasks/find/findValue';
import { findValue } from '../../../extension/tasks/find/findValue';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly path: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly offset: number;
  readonly index: string;
  readonly text: string;
  readonly tolerance: string;
  /** In C order. */
  readonly found: readonly number[];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 300);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20260301);
const context = { signal: new AbortController().signal, onProgress: () => undefined };

async function everything(one: Case): Promise<number[]> {
  const { path, index, text, tolerance, dtype, shape, order, offset } = one;
  const whole = await np.memmap(path, { dtype, shape, order, offset, mode: 'r' });
  const map = whole.get(index);
  const found: number[] = [];
  for (let from: SearchStart | undefined; ;) {
    const next = await findValue(map, parseQuery(text, tolerance), from, false, context, 40);
    if (!next || next.isWrapped) break;
    found.push(np.ravelIndex(next.index, map.shape));
    from = next;
  }
  await whole.close();
  return found;
}

describe('what is found against NumPy', () => {
  const temporary = temporaryFolder();

  it('is where NumPy finds it', async function () {
    needsNumPy(this);
    const folder = temporary();
    const cases = await askNumPy<Case>('tasks/find_values.py', [folder, CASES, SEED]);
    assert.equal(cases.length, CASES);
    for (const one of cases) assert.deepEqual(await everything(one), one.found, JSON.stringify(one));
  });
});
