/**
 * Arrays as text against a live NumPy: every dtype, shape and print option. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: string;
  readonly options: Partial<np.PrintOptions>;
  readonly repr: string;
  readonly str: string;
  readonly string: string;
  readonly around: readonly [separator: string, prefix: string, suffix: string];
  /** `repr` and `str` of the first item. */
  readonly scalar?: readonly [string, string];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 3000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);

function check({ dtype, shape, bytes, options, around, ...told }: Case): void {
  const data = Uint8Array.from(Buffer.from(bytes, 'base64')).buffer;
  const type = np.dtype(dtype);
  const x = new np.NDArray({ buffer: data, dtype: type, layout: np.contiguousLayout(shape, type.itemsize) });
  const [separator, prefix, suffix] = around;
  np.printoptions(options, () => {
    assert.equal(np.arrayRepr(x), told.repr);
    assert.equal(np.arrayStr(x), told.str);
    assert.equal(String(x), told.str);
    assert.equal(np.array2string(x, { separator, prefix, suffix }), told.string);
    if (told.scalar) assert.deepEqual([np.scalarRepr(x.get('0')), np.scalarStr(x.get('0'))], told.scalar);
  });
}

describe('arrays as text against NumPy', () => {
  it('are printed the same', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const cases = await askNumPy<Case>('text/array_text.py', [CASES, SEED]);
    assert.ok(cases.length > CASES / 2);
    const wrong = cases.flatMap(one => {
      try {
        check(one);
        return [];
      } catch (error) {
        return [`${JSON.stringify({ ...one, bytes: one.bytes.slice(0, 60) })}\n${String(error)}`];
      }
    });
    assert.equal(
      wrong.length,
      0,
      `${wrong.length} of ${cases.length} differ:\n${wrong.slice(0, 10).join('\n\n')}`,
    );
  });
});
