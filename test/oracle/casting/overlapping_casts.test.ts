/**
 * Lines stored into lines of another dtype over the same bytes: NumPy copies nothing aside here, so that what it reads may
 * be what it has just written. `NDARRAY_ORACLE_CASES` sets how many cases, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

interface Line {
  readonly dtype: string;
  readonly offset: number;
  readonly stride: number;
}

interface Case {
  readonly count: number;
  /** What is read, and where it goes. */
  readonly lines: readonly [Line, Line];
  /** Hexadecimal, as `after`. */
  readonly before: string;
  readonly after: string;
}

const COUNT = Number(process.env.NDARRAY_ORACLE_CASES ?? 3000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20261126);

function afterwards({ count, lines, before }: Case): string {
  const bytes = Uint8Array.from(Buffer.from(before, 'hex'));
  const [source, target] = lines.map(({ dtype, offset, stride }) => {
    const first = np.frombuffer(bytes, { dtype, offset, count: 1 });
    return np.asStrided(first, { shape: [count], strides: [stride] });
  });
  target.set('...', source);
  return Buffer.from(bytes).toString('hex');
}

describe('lines of one dtype over those of another, against NumPy', () => {
  it('are read and written in the same order', async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const cases = await askNumPy<Case>('casting/overlapping_casts.py', [COUNT, SEED]);
    assert.equal(cases.length, COUNT);
    for (const one of cases) {
      const context = JSON.stringify({ count: one.count, lines: one.lines });
      assert.ok(afterwards(one) === one.after, context);
    }
  });
});
