/**
 * Universal functions against a live NumPy: dtype, shape, strides and items; exact, but for functions whose last bits differ
 * between processors, which are within 2 units in the last place. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import * as np from '../../../core/index';
import { numpyName } from '../../../core/ufunc/refusals';
import { registeredUfuncs } from '../../../core/ufunc/register';
import { askNumPy, needsNumPy } from '../python';

interface Given {
  readonly value?: number | boolean;
  readonly dtype?: string;
  readonly bytes: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

type Told = string | readonly [re: string, im: string];

interface Case {
  readonly name: string;
  readonly operands: readonly Given[];
  readonly out?: { readonly dtype: string; readonly shape: readonly number[]; readonly order: 'C' | 'F' };
  readonly error?: readonly [name: string, message: string];
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly items: readonly Told[];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20251125);

/** Rounded differently by processors and libraries. */
const LOOSE =
  /^(cbrt|exp|exp2|expm1|log|log2|log10|log1p|sin|cos|tan|arcsin|arccos|arctan|sinh|cosh|tanh|arcsinh|arccosh|arctanh|power|arctan2|hypot|degrees|radians)$/;
const LOOSE_COMPLEX = /^(multiply|divide|absolute|square|reciprocal|sqrt|sign)$/;

const camelCase = (name: string): string => name.replace(/_[a-z]/g, two => two[1].toUpperCase());

function operandOf({ value, dtype, bytes, ...layout }: Given): np.NDArray | number | boolean {
  if (value !== undefined) return value;
  const { buffer } = Uint8Array.from(Buffer.from(bytes, 'base64'));
  const type = np.dtype(dtype!);
  return new np.NDArray({
    buffer,
    dtype: type,
    layout: np.Layout.of({ ...layout, itemsize: type.itemsize }),
  });
}

function numberOf(text: string): number {
  if (text === 'inf') return Infinity;
  return text === '-inf' ? -Infinity : Number(text);
}

/** Bits of precision, and the least exponent, of the parts. */
const PRECISION: Readonly<Record<string, readonly [number, number]>> = {
  f2: [11, -14],
  f4: [24, -126],
  c8: [24, -126],
  f8: [53, -1022],
  c16: [53, -1022],
};

function isNear(a: number, b: number, dtype: string, ulps: number): boolean {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const [bits, least] = PRECISION[dtype.slice(1)];
  const exponent = Math.max(Math.floor(Math.log2(Math.max(Math.abs(a), Math.abs(b)) || 1)), least);
  return Math.abs(a - b) <= ulps * 2 ** (exponent - bits + 1);
}

/** How far apart complex powers may be: the angle's last bit, which C libraries round in their own ways, times the exponent. */
const powerError = (dtype: string, exponent: number): number =>
  dtype === '<c8' ? Math.max(2 ** -14, exponent * 2 ** -22) : Math.max(2 ** -38, exponent * 2 ** -51);

/** The largest exponent by its size. */
function largestOf(operand: np.NDArray | np.Nested): number {
  const sizes = Array.from(np.asarray(operand).flat, value =>
    typeof value === 'object' && 're' in value
      ? Math.hypot(Number(value.re), Number(value.im))
      : Math.abs(Number(value)),
  );
  return Math.max(0, ...sizes.filter(Number.isFinite));
}

function checkItem(name: string, actual: np.Item, told: Told, dtype: string, exponent: number): void {
  // Complex powers of infinities and NaNs are what a C library makes of them.
  if (name === 'power' && typeof told !== 'string' && !told.every(part => Number.isFinite(numberOf(part))))
    return;
  if (name === 'power' && typeof actual === 'object' && 're' in actual && !Number.isFinite(actual.re)) return;
  const isExact = !LOOSE.test(name) && !(LOOSE_COMPLEX.test(name) && dtype.includes('c'));
  if (typeof told !== 'string') {
    const { re, im } = actual as { re: number; im: number };
    // Of a complex number the error counts by its size.
    const least = name.startsWith('log') || name === 'expm1' ? 1 : 0;
    const size = Math.max(least, Math.abs(numberOf(told[0])), Math.abs(numberOf(told[1])));
    for (const [part, own] of [
      [re, numberOf(told[0])],
      [im, numberOf(told[1])],
    ]) {
      const close =
        isNear(part, own, dtype, isExact ? 0 : 6) ||
        (!isExact &&
          Math.abs(part - own) <=
            size * (name === 'power' ? powerError(dtype, exponent) : 2 ** -(dtype === '<c8' ? 20 : 46)));
      assert.ok(close, `${part} is not ${own}`);
    }
  } else if (dtype.includes('f')) {
    const own = numberOf(told);
    const ulps = isExact && name !== 'absolute' ? 0 : 4;
    assert.ok(isNear(actual as number, own, dtype, ulps), `${actual as number} is not ${own}`);
  } else if (dtype === '|b1') assert.equal(actual, told === 'True');
  else if (actual instanceof Uint8Array) assert.equal(`b'${Buffer.from(actual).toString('latin1')}'`, told);
  else assert.equal(String(actual as bigint), told);
}

function checkRoughly(actual: np.Item, told: Told): void {
  const parts = typeof actual === 'object' && 're' in actual ? [actual.re, actual.im] : [actual];
  parts.forEach((part, k) => {
    const own = numberOf(typeof told === 'string' ? told : told[k]);
    const near = Object.is(part, own) || Math.abs((part as number) - own) <= 2e-3 * Math.abs(own) + 1e-6;
    assert.ok(near || (Number.isNaN(part) && Number.isNaN(own)), `${part as number} is not ${own}`);
  });
}

function check(one: Case): void {
  const operation = (np as unknown as Record<string, (...args: unknown[]) => np.NDArray>)[
    camelCase(one.name)
  ];
  const out = one.out && np.zeros(one.out.shape, { dtype: one.out.dtype, order: one.out.order });
  let result: np.NDArray;
  try {
    result = operation(...one.operands.map(operandOf), ...(out ? [{ out }] : []));
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    assert.ok(one.error, `refused, NumPy does it: ${error.message}`);
    // Which of two sentences NumPy says of dtypes that a function is not for depends on how it looks for loops.
    const isOdd =
      /TypeError$/.test(one.error[0]) && one.operands.some(given => /[SUmM]/.test(given.dtype ?? ''));
    if (isOdd) assert.match(error.numpyName ?? '', /TypeError$/);
    else assert.deepEqual([error.numpyName, error.message], one.error);
    return;
  }
  assert.equal(one.error, undefined, 'NumPy refuses it');
  assert.equal(result.dtype.str, one.dtype);
  assert.deepEqual([...result.shape], one.shape);
  if (!out) assert.deepEqual([...result.strides], one.strides);
  // A sum of parts does not tell the sign of its zeros where one was converted.
  const isNarrow = one.operands.some(given => /f[24]$|c8$|[iu][12]$|b1$/.test(given.dtype ?? ''));
  const exponent = one.name === 'power' ? largestOf(operandOf(one.operands[1])) : 0;
  [...result.flat].forEach((item, k) => {
    // What was computed in few digits has no more of them in a wider output.
    if (out && isNarrow && !/^<?[|]?[biu]/.test(one.dtype)) checkRoughly(item, one.items[k]);
    else checkItem(one.name, item, one.items[k], result.dtype.str, exponent);
  });
}

/** NumPy's names of the registered ufuncs of so many operands. */
const namesOf = (nin: 1 | 2): string =>
  registeredUfuncs()
    .filter(ufunc => ufunc.nin === nin)
    .map(({ name }) => numpyName(name))
    .join(',');

describe('universal functions against NumPy', () => {
  it('give the same', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const cases = await askNumPy<Case>('ufunc/ufuncs.py', [CASES, SEED, namesOf(1), namesOf(2)]);
    assert.ok(cases.length > CASES * 0.9);
    const wrong = cases.flatMap(one => {
      try {
        check(one);
        return [];
      } catch (error) {
        const told = JSON.stringify({
          ...one,
          operands: one.operands.map(given => ({ ...given, bytes: undefined, items: shown(given) })),
        });
        return [
          `${one.name} ${told.slice(0, 600)}\n${String(error instanceof Error ? error.stack : error).slice(0, 400)}`,
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

function shown(given: Given): string {
  const x = operandOf(given);
  return x instanceof np.NDArray ? np.arrayRepr(x) : String(x);
}
