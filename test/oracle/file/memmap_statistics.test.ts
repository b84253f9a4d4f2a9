/**
 * Statistics streamed from files against a live NumPy: bit for bit, over all items and along an axis.
 * `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { itemAssign } from '../../../core/casting/assignValue';
import type { Item } from '../../../core/dtype/items/read';
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import { scanLimits } from '../../../core/file/scan/parallelScan';
import { memmap, type MemMap } from '../../../core/file/memmap';
import { allocate } from '../../../core/ndarray/allocate';
import { NDArray } from '../../../core/ndarray/ndarray';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly path: string;
  readonly dtype: string;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly index: string;
  readonly axis: number | null;
  readonly name: 'sum' | 'mean' | 'std' | 'min' | 'max';
  readonly ddof: number | null;
  readonly error: readonly [string, string] | null;
  readonly result: {
    readonly shape: readonly number[];
    readonly strides: readonly number[] | null;
    readonly dtype: string;
    readonly bytes: string;
  };
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 120);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20250303);

const { leastBytes } = scanLimits;

describe('statistics of maps against NumPy', () => {
  const temporary = temporaryFolder();

  it('agree in every bit', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const folder = temporary();
    try {
      const cases = await askNumPy<Case>('file/memmap_statistics.py', [folder, CASES, SEED]);
      assert.equal(cases.length, CASES);
      for (const one of cases) await checkCase(one, JSON.stringify(one).slice(0, 800));
      // Small files are not given to threads otherwise.
      scanLimits.leastBytes = 0;
      for (const one of cases) await checkCase(one, `threads: ${JSON.stringify(one).slice(0, 800)}`);
    } finally {
      scanLimits.leastBytes = leastBytes;
    }
  });
});

async function checkCase(one: Case, context: string): Promise<void> {
  const { dtype, offset, shape, order, axis, ddof } = one;
  const map = await memmap(one.path, { dtype, offset, shape, order, mode: 'r' });
  try {
    const work = statistic(map.get(one.index), one.name, ddof === null ? { axis } : { axis, ddof });
    if (one.error) {
      const [numpyName, message] = one.error;
      await assert.rejects(work, (error: unknown) => {
        assert.ok(error instanceof InspectorError, `${String(error)} ${context}`);
        assert.deepEqual([error.numpyName, error.message], [numpyName, message], context);
        return true;
      });
    } else checkResult(await work, one, context);
  } finally {
    await map.close();
  }
}

const statistic = (map: MemMap, name: Case['name'], options: { axis: number | null; ddof?: number }) =>
  map[name](options);

function checkResult(result: NDArray | Item, { result: facts }: Case, context: string): void {
  const dtype = parseDType(facts.dtype);
  if (!(result instanceof NDArray)) {
    const value = allocate([], dtype);
    itemAssign(dtype)(new DataView(value.buffer), 0, result);
    assert.deepEqual(facts.shape, [], context);
    assert.equal(
      typeof result,
      dtype.itemsize === 8 && dtype.kind !== 'f' ? 'bigint' : typeof result,
      context,
    );
    assert.equal(bitsOf(value), withOneNaN(facts.bytes, facts.dtype), context);
    return;
  }
  assert.deepEqual(result.shape, facts.shape, context);
  // Strides of axes of length 1 take no step, and are NumPy's iterator's own affair.
  const taken = (strides: readonly number[]) => strides.filter((_, axis) => facts.shape[axis] > 1);
  if (facts.strides) assert.deepEqual(taken(result.strides), taken(facts.strides), context);
  // NumPy keeps the byte order of what it takes the least and greatest of; the numbers here are native.
  assert.equal(result.dtype.str.slice(1), facts.dtype.slice(1), context);
  assert.equal(bitsOf(result), withOneNaN(facts.bytes, facts.dtype), context);
}

/** Items in C order, little-endian; NaN has one form only. */
function bitsOf(array: NDArray): string {
  const { shape, strides, offset, itemsize } = array.layout;
  const buffer = Buffer.from(array.buffer as ArrayBuffer);
  const texts: string[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) texts.push(buffer.toString('hex', at, at + itemsize));
    else for (let k = 0; k < shape[axis]; k++) visit(axis + 1, at + k * strides[axis]);
  };
  visit(0, offset);
  return withOneNaN(texts.join(''), array.dtype.str);
}

function withOneNaN(hex: string, dtype: string): string {
  const { kind, itemsize, byteOrder } = parseDType(dtype);
  const digits = 2 * itemsize;
  const items = Array.from({ length: hex.length / digits }, (_, k) =>
    hex.slice(k * digits, (k + 1) * digits),
  );
  const forward = (item: string): string =>
    byteOrder === '>' ? item.match(/../g)!.reverse().join('') : item;
  const isNaNItem = (item: string): boolean => {
    const bits = BigInt(`0x${item.match(/../g)!.reverse().join('')}`);
    const mantissa = { 2: 10n, 4: 23n, 8: 52n }[itemsize]!;
    const exponent = BigInt(itemsize * 8 - 1) - mantissa;
    const all = (1n << exponent) - 1n;
    return ((bits >> mantissa) & all) === all && (bits & ((1n << mantissa) - 1n)) !== 0n;
  };
  return items
    .map(forward)
    .map(item => (kind === 'f' && isNaNItem(item) ? 'nan' : item))
    .join(' ');
}
