/**
 * Reductions against a live NumPy: dtype, shape, strides, and every bit. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { askNumPy, needsNumPy } from '../python';

interface Facts {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly bytes: string;
}

interface Case {
  readonly name: string;
  readonly options: {
    readonly axis?: number | readonly number[] | null;
    readonly keepdims?: boolean;
    readonly dtype?: string;
  };
  readonly x: Facts & { readonly offset: number };
  readonly result: Facts;
  readonly error?: readonly [name: string, message: string];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 4000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);

type Reduce = (x: np.NDArray, options: Case['options']) => np.Reduced;

function run({ name, options, x }: Case): np.Reduced {
  const { buffer } = Uint8Array.from(Buffer.from(x.bytes, 'base64'));
  const dtype = np.dtype(x.dtype);
  const layout = np.Layout.of({
    shape: x.shape,
    strides: x.strides,
    offset: x.offset,
    itemsize: dtype.itemsize,
  });
  return (np as unknown as Record<string, Reduce>)[name](new np.NDArray({ buffer, dtype, layout }), options);
}

/**
 * Which of two zeros is the greatest depends on the order in which they are compared, and that, in NumPy, on the width of the
 * processor's registers.
 */
const isAnyZero = ({ name, x }: Case): boolean =>
  ['min', 'max', 'ptp'].includes(name) && /f[48]$/.test(x.dtype);

/** In native byte order, every NaN the same, and zeros too where it is all the same. */
function bytesOf(x: np.NDArray, isAnyZero: boolean): Uint8Array {
  const { kind, itemsize } = x.dtype;
  const bytes = x.tobytes();
  if (kind !== 'f' && kind !== 'c') return bytes;
  const size = kind === 'c' ? itemsize / 2 : itemsize;
  const part = np.frombuffer(bytes, { dtype: `<f${size}` });
  [...part.flat].forEach((value, k) => {
    if (Number.isNaN(value)) part.set(k, NaN);
    if (isAnyZero && value === 0) part.set(k, 0);
  });
  return bytes;
}

/** Products of complex numbers and roots of them are rounded differently by processors. */
const isLoose = ({ name, x }: Case): boolean =>
  x.dtype.includes('c') && ['prod', 'std', 'var', 'mean'].includes(name);

function check(one: Case): void {
  let result: np.Reduced;
  try {
    result = run(one);
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    assert.ok(one.error, `refused, NumPy does it: ${error.message}`);
    if (/AxisError|ValueError/.test(one.error[0]))
      assert.deepEqual([error.numpyName, error.message], one.error);
    else assert.match(error.numpyName ?? '', /TypeError|PromotionError/);
    return;
  }
  assert.equal(one.error, undefined, 'NumPy refuses it');
  const told = one.result;
  const x = result instanceof np.NDArray ? result : np.array(result, { dtype: told.dtype });
  assert.equal(x.dtype.str, told.dtype);
  assert.deepEqual([...x.shape], told.shape);
  if (result instanceof np.NDArray) assert.deepEqual([...x.strides], told.strides);
  const expected = Buffer.from(told.bytes, 'base64');
  if (isLoose(one)) near(x, expected);
  else {
    const zeros = isAnyZero(one);
    const theirs = bytesOf(np.frombuffer(Uint8Array.from(expected), { dtype: told.dtype }), zeros);
    const [ours, wanted] = [bytesOf(x, zeros), theirs].map(bytes => Buffer.from(bytes).toString('hex'));
    assert.ok(ours === wanted, `${ours.slice(0, 400)} is not ${wanted.slice(0, 400)}`);
  }
}

function near(x: np.NDArray, expected: Buffer): void {
  const own = np.frombuffer(Uint8Array.from(expected), { dtype: x.dtype });
  const values = [...own.flat];
  // What is past the greatest number is infinite or no number, depending on the order.
  const isPast = values.some(
    value => typeof value === 'object' && 're' in value && !Number.isFinite(value.re),
  );
  if (isPast) return;
  [...x.flat].forEach((value, k) => {
    const [a, b] = [value, values[k]].map(one =>
      typeof one === 'object' && 're' in one ? [one.re, one.im] : [one],
    ) as number[][];
    const isDouble = x.dtype.itemsize > 8 || x.dtype.format === 'float64';
    // Numbers below the least normal one have fewer digits.
    const [digits, leastNormal] = isDouble ? [1e-13, 2 ** -1022] : [1e-5, 2 ** -126];
    const most = Math.max(Math.hypot(...b), leastNormal) * digits;
    a.forEach((part, n) =>
      assert.ok(Object.is(part, b[n]) || Math.abs(part - b[n]) <= most, `${part} is not ${b[n]}`),
    );
  });
}

describe('reductions against NumPy', () => {
  it('give the same bits', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const cases = await askNumPy<Case>('reduce/reductions.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    const wrong = cases.flatMap(one => {
      try {
        check(one);
        return [];
      } catch (error) {
        const { bytes, ...x } = one.x;
        const told = JSON.stringify({ ...one, x, result: { ...one.result, bytes: undefined } });
        return [
          `${one.name} ${told} ${bytes.length}\n${String(error instanceof Error ? error.stack : error).slice(0, 500)}`,
        ];
      }
    });
    assert.equal(
      wrong.length,
      0,
      `${wrong.length} of ${cases.length} differ:\n${wrong.slice(0, 60).join('\n\n')}`,
    );
  });
});
