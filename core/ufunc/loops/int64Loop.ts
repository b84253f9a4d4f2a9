/** Loops over 64-bit integers, as bigints, which wrap around where they are stored. */
import type { DType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import { conversionOf } from '../../casting/conversion';
import type { NDArray } from '../../ndarray/ndarray';
import type { BigintKind, BinaryUfunc, NumberBlock, Ufunc } from '../ufunc';
import { BLOCK_ITEMS, type Compute, type Move, numberScratch, numberStore, type Plan } from './plan';

const FLOAT64 = numericDType('float64');
const UINT64 = numericDType('uint64');

const scratch = [0, 1, 2].map(() => new BigInt64Array(BLOCK_ITEMS));

type Int64Items = BigInt64Array | BigUint64Array;

/** Whether a loop of this dtype computes in 64-bit integers. */
export const isInt64Loop = ({ kind, itemsize }: DType): boolean => itemsize === 8 && 'iu'.includes(kind);

const itemsOf = (items: BigInt64Array, { kind }: DType): Int64Items =>
  kind === 'u' ? new BigUint64Array(items.buffer) : items;

/** Plans a loop over 64-bit integers. */
export function int64Plan(ufunc: Ufunc, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  // Compared operands keep their dtypes: no integer dtype holds both uint64 and int64.
  const isComparison = ufunc.nin === 2 && ufunc.isComparison === true;
  const own = inputs.map(({ dtype }) => (isComparison && dtype.kind === 'u' ? UINT64 : loop));
  const operands = own.map((dtype, k) => itemsOf(scratch[k], dtype));
  const results = itemsOf(scratch[2], loop);
  const isTest = out.dtype.kind === 'b';
  const bools = numberScratch[2];
  const put = isTest ? boolPut(bools) : bigintPut(results);
  const kind: BigintKind = { isUnsigned: loop.kind === 'u' };
  const compute =
    ufunc.nin === 1
      ? unaryCompute(ufunc.bigint!, kind, operands[0], put)
      : (blockCompute(ufunc, own, isTest ? bools : undefined) ?? binaryCompute(ufunc, kind, operands, put));
  const loads = inputs.map((x, k) => loadOf(x, operands[k], own[k]));
  return { loads, compute, store: isTest ? numberStore(out, FLOAT64, bools) : storeOf(out, results, loop) };
}

/** Keeps the result of an operation as item `k`. */
type Put = (k: number, value: bigint) => void;

const boolPut =
  (to: Float64Array): Put =>
  (k, value) => {
    to[k] = value === 0n ? 0 : 1;
  };

const bigintPut =
  (to: Int64Items): Put =>
  (k, value) => {
    to[k] = value;
  };

function unaryCompute(
  operation: (a: bigint, kind: BigintKind) => bigint,
  kind: BigintKind,
  x: Int64Items,
  put: Put,
): Compute {
  return count => {
    for (let k = 0; k < count; k++) put(k, operation(x[k], kind));
  };
}

function binaryCompute(
  { bigint: operation, checkIntegers }: BinaryUfunc,
  kind: BigintKind,
  [x1, x2]: readonly Int64Items[],
  put: Put,
): Compute {
  return count => {
    checkIntegers?.(x2, count);
    for (let k = 0; k < count; k++) put(k, operation!(x1[k], x2[k], kind));
  };
}

/** A loop without an allocation for each item; `bools` are the results of a test. Undefined where there is none. */
function blockCompute(
  { bigintBlock, isComparison, numberBlocks }: BinaryUfunc,
  [own1, own2]: readonly DType[],
  bools: Float64Array | undefined,
): Compute | undefined {
  const [x1, x2, to] = scratch;
  if (!bools) return bigintBlock && (count => bigintBlock(x1, x2, to, count));
  const compare = numberBlocks?.integer;
  if (!isComparison || !compare || own1 !== own2) return undefined;
  const test = int64Comparison(compare, own1.kind === 'u', x1, x2);
  return count => test(bools, count);
}

const ZEROS = new Float64Array(BLOCK_ITEMS);

/**
 * Compares 64-bit integers of one dtype by their halves, a block at a time, since a bigint for each would be allocated:
 * `compare` gets a number that has the sign of x1 − x2, and 0. Writes 1 and 0.
 */
export function int64Comparison(
  compare: NumberBlock,
  isUnsigned: boolean,
  x1: BigInt64Array,
  x2: BigInt64Array,
): (to: Float64Array, count: number) => void {
  const [a, b] = [new Uint32Array(x1.buffer), new Uint32Array(x2.buffer)];
  const flip = isUnsigned ? 2 ** 31 : 0;
  return (to, count) => {
    for (let k = 0; k < 2 * count; k += 2) {
      const high = (a[k + 1] ^ flip) - (b[k + 1] ^ flip);
      to[k / 2] = high === 0 ? a[k] - b[k] : high;
    }
    compare(to, ZEROS, to, count);
  };
}

function loadOf(x: NDArray, into: Int64Items, dtype: DType): Move {
  const convert = conversionOf(into.buffer, dtype, x.buffer, x.dtype);
  return (at, step, count) => convert(0, 8, at, step, count);
}

function storeOf(out: NDArray, from: Int64Items, loop: DType): Move {
  const convert = conversionOf(out.buffer, out.dtype, from.buffer, loop);
  return (at, step, count) => convert(at, step, 0, 8, count);
}
