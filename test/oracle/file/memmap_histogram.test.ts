/**
 * Histograms streamed from files against a live NumPy: counts, and edges in every bit.
 * `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { InspectorError } from '../../../core/errors';
import { scanLimits } from '../../../core/file/scan/parallelScan';
import { memmap } from '../../../core/file/memmap';
import type { HistogramOptions } from '../../../core/file/statistics/streamedHistogram';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly path: string;
  readonly dtype: string;
  readonly index: string;
  readonly options: HistogramOptions;
  readonly error: readonly [string, string] | null;
  readonly hist: readonly number[];
  readonly dtypeOfEdges: string;
  readonly edges: string;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 200);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20250304);

const { leastBytes } = scanLimits;

describe('histograms of maps against NumPy', () => {
  const temporary = temporaryFolder();

  it('have its counts and edges', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const folder = temporary();
    try {
      const cases = await askNumPy<Case>('file/memmap_histogram.py', [folder, CASES, SEED]);
      assert.equal(cases.length, CASES);
      for (const one of cases) await checkCase(one, JSON.stringify(one).slice(0, 600));
      // Small files are not given to threads otherwise.
      scanLimits.leastBytes = 0;
      for (const one of cases) await checkCase(one, `threads: ${JSON.stringify(one).slice(0, 600)}`);
    } finally {
      scanLimits.leastBytes = leastBytes;
    }
  });
});

async function checkCase(one: Case, context: string): Promise<void> {
  const map = await memmap(one.path, { dtype: one.dtype, mode: 'r' });
  try {
    const work = map.get(one.index).histogram(one.options);
    if (one.error) {
      await assert.rejects(work, (error: unknown) => {
        assert.ok(error instanceof InspectorError, `${String(error)} ${context}`);
        assert.deepEqual([error.numpyName, error.message], one.error, context);
        return true;
      });
      return;
    }
    const { hist, binEdges } = await work;
    assert.equal(binEdges.dtype.name, one.dtypeOfEdges, context);
    assert.equal(Buffer.from(binEdges.buffer as ArrayBuffer).toString('hex'), one.edges, context);
    assert.deepEqual([...new BigInt64Array(hist.buffer)].map(Number), one.hist, context);
  } finally {
    await map.close();
  }
}
