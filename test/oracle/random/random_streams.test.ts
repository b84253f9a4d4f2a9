/**
 * Random streams against a live NumPy: random seeds, and after each some calls whose results must be NumPy's to the bit
 * (legacy normal numbers: to the last bit but one, since they depend on the C library's logarithm).
 * `NDARRAY_ORACLE_CASES` sets how many seeds.
 */
import assert from 'node:assert/strict';
import { InspectorError } from '../../../core/errors';
import { numericDType } from '../../../core/dtype/make';
import { parseDType } from '../../../core/dtype/parse/parse';
import { allocate } from '../../../core/ndarray/allocate';
import { NDArray } from '../../../core/ndarray/ndarray';
import { defaultRng, type Generator } from '../../../core/random/generator';
import { RandomState } from '../../../core/random/randomState';
import { askNumPy, needsNumPy } from '../python';

interface Outcome {
  readonly error?: string;
  readonly message?: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly hex?: string;
}

interface Call extends Outcome {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options?: { readonly size?: number | number[] | null; readonly dtype?: string };
}

interface Case extends Outcome {
  readonly legacy: boolean;
  readonly seed: string | number | number[];
  readonly calls: readonly Call[];
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 1200);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20240611);

/** Whole numbers come as text, so that none is rounded on the way. */
const exact = (value: unknown): unknown => (typeof value === 'string' ? BigInt(value) : value);

function seeded({ legacy, seed }: Case): RandomState | Generator {
  const value = exact(seed) as bigint | number[] | number;
  if (!legacy) return defaultRng(value);
  return new RandomState(typeof value === 'bigint' ? Number(value) : value);
}

const camelCase = (name: string): string => name.replace(/_./g, two => two[1].toUpperCase());

function callOn(source: RandomState | Generator, { name, args, options }: Call): unknown {
  if (name === 'shuffle') {
    const x = allocate(args[0] as number[], numericDType('float64'));
    new Float64Array(x.buffer).forEach((_, k, items) => (items[k] = k));
    source.shuffle(x);
    return x;
  }
  const method = (source as unknown as Record<string, (...args: unknown[]) => unknown>)[camelCase(name)];
  return method.apply(source, options ? [...args.map(exact), options] : [...args]);
}

/** The bytes of a result: an array, or a value that is to be an item of `dtype`. */
function hexOf(result: unknown, dtype: string): string {
  if (result instanceof NDArray)
    return Buffer.from(result.buffer, result.byteOffset, result.nbytes).toString('hex');
  const type = parseDType(dtype);
  const bytes = Buffer.alloc(8);
  if (typeof result === 'bigint') bytes.writeBigUInt64LE(BigInt.asUintN(64, result));
  else if (dtype === '<f4') bytes.writeFloatLE(result as number);
  else if (dtype === '<f8') bytes.writeDoubleLE(result as number);
  else bytes.writeInt32LE(Number(result) | 0);
  return bytes.subarray(0, type.itemsize).toString('hex');
}

function check(
  expected: Outcome,
  run: () => unknown,
  normalScale: number | undefined,
  context: string,
): void {
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    assert.ok(error instanceof InspectorError, `${context}: ${String(error)}`);
    assert.equal(`${error.numpyName}: ${error.message}`, `${expected.error}: ${expected.message}`, context);
    return;
  }
  assert.equal(expected.error, undefined, `${context} does not throw`);
  if (result instanceof NDArray) {
    assert.deepEqual([...result.shape], expected.shape, context);
    assert.equal(result.dtype.str, expected.dtype, context);
  }
  const hex = hexOf(result, expected.dtype ?? '');
  if (hex === expected.hex) return;
  const near = normalScale !== undefined && isNear(hex, expected.hex ?? '', normalScale);
  assert.ok(near, `${context} gives ${hex.slice(0, 200)}`);
}

/** Whether doubles differ by no more than a few of their last bits, or of those of `scale`. */
function isNear(a: string, b: string, scale: number): boolean {
  const [x, y] = [a, b].map(hex => Buffer.from(hex, 'hex'));
  if (x.length !== y.length) return false;
  for (let at = 0; at < x.length; at += 8) {
    const difference = Math.abs(x.readDoubleLE(at) - y.readDoubleLE(at));
    if (difference > (Math.abs(y.readDoubleLE(at)) + Math.abs(scale)) * 1e-15) return false;
  }
  return true;
}

describe('random streams against NumPy', () => {
  it('gives the same numbers after the same seed and calls', async function () {
    needsNumPy(this);
    const cases = await askNumPy<Case>('random/random_streams.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    for (const one of cases) {
      const about = `${one.legacy ? 'RandomState' : 'default_rng'}(${JSON.stringify(one.seed)})`;
      let source: RandomState | Generator | undefined;
      check(
        { ...one, dtype: '<f8', hex: '00'.repeat(8) },
        () => ((source = seeded(one)), 0),
        undefined,
        about,
      );
      for (const call of one.calls) {
        const { name, args, options } = call;
        const context = `${about}.${name}(${JSON.stringify(args)}, ${JSON.stringify(options)}) of ${call.hex?.slice(0, 200)}`;
        const isNormal = one.legacy && /normal|randn/.test(name);
        const scale = isNormal ? (name === 'normal' ? Number(args[0]) : 0) : undefined;
        check(call, () => source && callOn(source, call), scale, context);
      }
    }
  });
});
