/**
 * Operations whose operands share bytes give what they would if they did not, as NumPy's do. `NDARRAY_ORACLE_CASES` sets
 * how many.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

interface View {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

interface Case {
  readonly dtype: string;
  readonly before: string;
  readonly name: string;
  /** The inputs, then the output. */
  readonly views: readonly View[];
  readonly after?: string;
  readonly error?: string;
}

type Function = (...operands: readonly unknown[]) => np.NDArray;

const COUNT = Number(process.env.NDARRAY_ORACLE_CASES ?? 3000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251126);

function run({ dtype, before, name, views }: Case): string {
  const block = np.frombuffer(Uint8Array.from(Buffer.from(before, 'hex')), { dtype });
  const made = views.map(({ shape, strides, offset }) => {
    const from = block.get(`${offset / block.itemsize}:`);
    return np.asStrided(from, { shape, strides });
  });
  const out = made.pop()!;
  if (name === 'assign') out.set('...', made[0]);
  else (np as unknown as Record<string, Function>)[name](...made, { out });
  return Buffer.from(block.tobytes()).toString('hex');
}

function outcome(one: Case): Pick<Case, 'after' | 'error'> {
  try {
    return { after: run(one) };
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    return { error: error.numpyName };
  }
}

describe('operands that lie in each other, against NumPy', () => {
  it('are read before they are written over', async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const cases = await askNumPy<Case>('layout/overlaps.py', [COUNT, SEED]);
    assert.equal(cases.length, COUNT);
    for (const one of cases) {
      const { after, error } = one;
      assert.deepEqual(outcome(one), error === undefined ? { after } : { error }, JSON.stringify(one));
    }
  });
});
