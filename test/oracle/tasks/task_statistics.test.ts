/**
 * The statistics that an editor shows against a live NumPy: every text, and every count of the histogram. Small files are
 * read by one thread, and once more by several. `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { memmap } from '../../../core/file/memmap';
import { scanLimits } from '../../../core/file/scan/parallelScan';
import type { Statistics } from '../../../extension/tasks/analysis/statistics';
import { statistics } from '../../../extension/tasks/analysis/statistics';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly path: string;
  readonly dtype: string;
  readonly index: string;
  readonly axis: number | null;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly found: unknown;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 150);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);
const { leastBytes } = scanLimits;

describe('statistics as an editor shows them against NumPy', () => {
  const temporary = temporaryFolder();

  it('agree in every text and count', async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const folder = temporary();
    try {
      const cases = await askNumPy<Case>('tasks/task_statistics.py', [folder, CASES, SEED]);
      assert.equal(cases.length, CASES);
      for (const least of [leastBytes, 0]) {
        scanLimits.leastBytes = least;
        for (const one of cases)
          await check(one, `threads from ${least}: ${JSON.stringify(one).slice(0, 600)}`);
      }
    } finally {
      scanLimits.leastBytes = leastBytes;
    }
  });
});

async function check(one: Case, context: string): Promise<void> {
  const { path, dtype, offset, shape, order } = one;
  const map = await memmap(path, { dtype, offset, shape, order, mode: 'r' });
  const layout = map.get(one.index).layout.toFields();
  await map.close();
  const place = { path, dtype, layout, unsaved: [] };
  const told: number[] = [];
  const found = await statistics(
    { place, axis: one.axis ?? undefined },
    {
      signal: new AbortController().signal,
      onProgress: (done, total) => told.push(done / total),
    },
  );
  assert.deepEqual(comparable(found), one.found, context);
  assert.ok(
    told.every((share, k) => share >= 0 && share <= 1 && (k === 0 || share >= told[k - 1])),
    context,
  );
}

/** What NumPy was asked for. */
function comparable(found: Statistics): unknown {
  if (found.kind === 'axis') return found.rows.map(({ texts }) => texts);
  const { nans, min, max, nanmin, nanmax, mean, std, histogram, count, seen } = found;
  assert.equal(seen, count);
  const all = { nans, min, max, nanmin, nanmax, mean, std, histogram };
  return JSON.parse(JSON.stringify(all));
}
