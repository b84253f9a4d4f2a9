/**
 * Typed items against a live NumPy: random values of every dtype, as a person might type them, encode to the bytes of
 * `np.array(value, dtype)` or fail in its words. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import { InspectorError } from '../../../core/errors';
import { FORMAT_NAMES, isCustomFormat } from '../../../core/dtype/formats';
import { parseDType } from '../../../core/dtype/parse/parse';
import { encodeItem } from '../../../core/dtype/items/write';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly dtype: string;
  readonly text: string;
  /** Hexadecimal. */
  readonly bytes?: string;
  readonly error?: string;
  readonly name?: string;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 20_000);
const SEED = process.env.NDARRAY_ORACLE_SEED ?? 'typed';

function encode({ dtype, text }: Case): Omit<Case, 'dtype' | 'text'> {
  try {
    return { bytes: Buffer.from(encodeItem(parseDType(dtype), text).bytes).toString('hex') };
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    return { error: error.message, name: error.numpyName };
  }
}

/** NumPy leaves what it likes in the six bytes of padding of a longdouble. */
function meaningful(dtype: string, bytes: string | undefined): string | undefined {
  if (!dtype.endsWith('f16')) return bytes;
  return dtype.startsWith('>') ? bytes?.slice(12) : bytes?.slice(0, 20);
}

describe('typed items and NumPy', () => {
  it('agree in the bytes and in what is out of bounds', async function () {
    needsNumPy(this);
    const cases = await askNumPy<Case>('dtype/write_items.py', [
      CASES,
      SEED,
      ...FORMAT_NAMES.filter(isCustomFormat),
    ]);
    assert.equal(cases.length, CASES);
    let refused = 0;
    for (const one of cases) {
      const { dtype, text, bytes, ...said } = one;
      const got = encode(one);
      const context = `${dtype} ${JSON.stringify(text)}`;
      if (bytes === undefined) {
        assert.deepEqual(got, said, context);
        refused++;
      } else assert.equal(meaningful(dtype, got.bytes ?? got.error), meaningful(dtype, bytes), context);
    }
    assert.ok(refused > CASES / 50, `only ${refused} were out of bounds`);
  });
});
