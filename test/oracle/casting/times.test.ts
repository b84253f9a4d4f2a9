/** Datetimes and timedeltas of every unit, with each other and with numbers. `NDARRAY_ORACLE_CASES` sets how many cases. */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

interface Told {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Hexadecimal, in C order. */
  readonly bytes: string;
}

interface Case {
  /** NumPy's name of a function. */
  readonly name: string;
  /** What `astype` converts to. */
  readonly to?: string;
  /** Whether it folds all items into one, which is kept in an array. */
  readonly fold?: boolean;
  readonly operands: readonly Told[];
  readonly gives?: Told;
  readonly error?: readonly [name: string, message: string];
}

type Function = (...operands: readonly unknown[]) => unknown;

const COUNT = Number(process.env.NDARRAY_ORACLE_CASES ?? 5000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251126);

const arrayOf = ({ dtype, shape, bytes }: Told): np.NDArray =>
  np.frombuffer(Uint8Array.from(Buffer.from(bytes, 'hex')), { dtype }).reshape(shape);

/** `floor_divide` as the core writes it. */
const ownName = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function told(value: unknown): Told {
  const x = np.asarray(value as np.NDArray);
  const plain = x.dtype.kind === 'f' ? np.where(np.isnan(x), np.full([], NaN, { dtype: x.dtype }), x) : x;
  const items = plain.astype(x.dtype, { order: 'C' });
  return { dtype: x.dtype.str, shape: [...x.shape], bytes: Buffer.from(items.tobytes()).toString('hex') };
}

function outcome({ name, to, fold, operands }: Case): Pick<Case, 'gives' | 'error'> {
  const arrays = operands.map(arrayOf);
  try {
    if (to !== undefined) return { gives: told(arrays[0].astype(to)) };
    const run = (np as unknown as Record<string, Function>)[ownName(name)];
    return { gives: told(fold ? run(arrays[0], { keepdims: true }) : run(...arrays)) };
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    return { error: [error.numpyName!, error.message] };
  }
}

describe('datetimes and timedeltas against NumPy', () => {
  it('are computed, compared, folded and converted alike', async function () {
    needsNumPy(this);
    this.timeout(120_000);
    const cases = await askNumPy<Case>('casting/times.py', [COUNT, SEED]);
    assert.equal(cases.length, COUNT);
    for (const one of cases) {
      const { gives, error } = one;
      assert.deepEqual(outcome(one), error === undefined ? { gives } : { error }, JSON.stringify(one));
    }
  });
});
