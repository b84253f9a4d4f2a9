/**
 * Reductions along axes: sums, products, extremes, truths; and what is made of them.
 * Follows `PyUFunc_Reduce` (reduction.c) and `_core/_methods.py`.
 * Spec: https://numpy.org/doc/stable/reference/ufuncs.html#numpy.ufunc.reduce
 */
import { type DType, sameDType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import type { Complex } from '../dtype/items/read';
import { allocate, allocateFor } from '../ndarray/allocate';
import { itemAssign } from '../casting/assignValue';
import { copyInto } from '../ndarray/copy/copyInto';
import { optionsOf } from '../layout/arguments';
import { normalAxis } from '../layout/errors';
import { Layout } from '../layout/layout';
import { array, asArray } from '../ndarray/create/array';
import { dtypeRepr } from '../dtype/numpyNames';
import { toDType } from '../ndarray/dtypeLike';
import { astype } from '../ndarray/create/astype';
import { itemAt } from '../ndarray/create/scalar';
import type { Reduced, ReduceOptions, VarianceOptions } from '../ndarray/reduceOptions';
import type { Nested } from '../casting/nested';
import { NDArray, viewOf } from '../ndarray/ndarray';
import { fastSum } from './fastSum';
import { type Accumulators, foldInto } from './fold';
import { add, divide, multiply, subtract } from '../ufunc/functions/arithmetic';
import { conjugate, real as realParts } from '../ufunc/functions/complexParts';
import { maximum, minimum } from '../ufunc/functions/extremes';
import { logicalAnd, logicalOr } from '../ufunc/functions/logic';
import { sqrt } from '../ufunc/functions/powers';
import { longdoubleRefusal } from '../ufunc/operands';
import { nativeDType } from '../casting/promote';
import { noSignature, notReduced, numpyName } from '../ufunc/refusals';
import { type BinaryFunction, ufuncOf } from '../ufunc/register';
import { checkOut, outOrItem, noIdentity, reducedAxes, type Reduction, reduceTarget } from './axes';
import { sumInto } from './sum';

type Values = NDArray | Nested;

const INT64 = numericDType('int64');
const UINT64 = numericDType('uint64');
const BOOL = numericDType('bool');

const REDUCE_OPTIONS = ['axis', 'keepdims', 'dtype', 'out'] as const;

function reductionOf(values: Values, options: ReduceOptions): Reduction {
  const { axis, keepdims = false, out } = optionsOf(options, REDUCE_OPTIONS);
  const x = asArray(values);
  return { x, axes: reducedAxes(axis, x.ndim), keepdims, out };
}

/** Small integers and booleans are added up, and multiplied, as 64-bit ones. */
function sumDType(dtype: DType, like: ReduceOptions['dtype']): DType {
  if (like !== undefined && like !== null) return toDType(like);
  if (dtype.kind === 'b' || dtype.kind === 'i') return INT64;
  return dtype.kind === 'u' ? UINT64 : nativeDType(dtype);
}

/** The sum of items, bit for bit NumPy's; of integers modulo 2^64. */
export function sum(values: Values, options?: ReduceOptions): Reduced {
  const fast = options === undefined ? fastSum(values) : undefined;
  if (fast !== undefined) return fast;
  const given = options ?? {};
  const reduction = reductionOf(values, given);
  const dtype = sumDType(reduction.x.dtype, given.dtype);
  return outOrItem(summed(reduction, dtype), reduction);
}

/** The sums as an array. */
function summed(reduction: Reduction, dtype: DType): NDArray {
  checkSummable(reduction.x.dtype);
  const { x } = reduction;
  const isInteger = 'iu'.includes(dtype.kind);
  if (dtype.unit || (isInteger && dtype.itemsize < 8) || dtype.kind === 'b')
    return folded(add, reduction, dtype);
  if (isExtendedFormat(dtype.format)) throw longdoubleRefusal('sum', 'items');
  const own = isInteger && x.dtype.kind === 'f' ? astype(x, dtype) : x;
  const scratch = numericDType(isInteger ? 'int64' : dtype.kind === 'c' ? 'complex128' : 'float64');
  const { result, targets } = reduceTarget(reduction, scratch);
  const sums = isInteger ? new BigInt64Array(result.buffer) : new Float64Array(result.buffer);
  sumInto(sums, targets, own, isInteger ? nativeDType(own.dtype) : dtype);
  const exact = isInteger ? viewOf(result, result.layout, { dtype }) : result;
  return finished(exact, reduction, dtype, 'add');
}

function checkSummable(dtype: DType): void {
  if (dtype.kind !== 'M' && (dtype.format ?? dtype.unit)) return;
  throw notReduced('add', dtype, 'reduce');
}

/** The results in `out`, or in an array of `dtype` that owns its bytes. */
function finished(result: NDArray, reduction: Reduction, dtype: DType, name: string): NDArray {
  const { out } = reduction;
  if (out) {
    checkOut(out, reduction, name);
    copyInto(out, result);
    return out;
  }
  if (sameDType(result.dtype, dtype) && result.base === null) return result;
  if (sameDType(result.dtype, dtype))
    return new NDArray({ buffer: result.buffer, dtype, layout: result.layout });
  return retyped(result, dtype);
}

/** Converted, with the axes in the order that they have. */
function retyped(x: NDArray, dtype: DType): NDArray {
  const fresh = allocate(x.shape, dtype);
  const strides = x.strides.map(stride => (stride / x.itemsize) * dtype.itemsize);
  const layout = Layout.of({ shape: x.shape, strides, offset: 0, itemsize: dtype.itemsize });
  const target = new NDArray({ buffer: fresh.buffer, dtype, layout });
  copyInto(target, x);
  return target;
}

/** Reduces by a ufunc over the axes, from its identity or the first item. */
function folded(by: BinaryFunction, reduction: Reduction, dtype: DType): NDArray {
  const ufunc = ufuncOf(by);
  const { identity: first } = ufunc;
  const name = numpyName(ufunc.name);
  const { x } = reduction;
  const { result, targets } = reduceTarget(reduction, dtype);
  if (first === undefined && reduction.axes.some(axis => x.shape[axis] === 0)) throw noIdentity(name);
  if (first === undefined && countOf(reduction) === 1) {
    // One item is its own result, to the last bit.
    copyInto(viewOf(result, targets), x);
    return finished(result, reduction, dtype, name);
  }
  const count = result.size;
  const isBig = dtype.itemsize === 8 && 'iumM'.includes(dtype.kind);
  const start =
    first === undefined
      ? undefined
      : isBig
        ? BigInt(first)
        : dtype.kind === 'c'
          ? { re: first, im: 0 }
          : first;
  const accumulators: Accumulators = {
    values: new Array<number | bigint | Complex>(count).fill(start ?? 0),
    isStarted: new Array<boolean>(count).fill(start !== undefined),
  };
  foldInto(ufunc, accumulators, targets, x, dtype);
  const assign = itemAssign(dtype.unit ? numericDType('int64') : dtype);
  const view = new DataView(result.buffer);
  accumulators.values.forEach((value, k) => assign(view, k * dtype.itemsize, wrapped(value, dtype)));
  return finished(result, reduction, dtype, name);
}

function wrapped(value: number | bigint | Complex, { kind, itemsize }: DType): number | bigint | Complex {
  if (typeof value !== 'number' || !'iu'.includes(kind)) return value;
  const shift = 32 - 8 * itemsize;
  return kind === 'i' ? (value << shift) >> shift : (value << shift) >>> shift;
}

const reduceBy = (
  by: BinaryFunction,
  values: Values,
  options: ReduceOptions | undefined,
  dtypeFor: (own: DType) => DType,
): Reduced => {
  const reduction = reductionOf(values, options ?? {});
  return outOrItem(folded(by, reduction, dtypeFor(reduction.x.dtype)), reduction);
};

/** The product of the items; small integers as 64-bit ones, which wrap around. Source: `numpy.prod`. */
export const prod = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(multiply, values, options, own => multipliable(sumDType(own, options?.dtype)));

/** The least item, NaN where one is. `ValueError` for no items. Source: `numpy.min`. */
export const min = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(minimum, values, options, own => comparable('minimum', own));

/** The greatest item, NaN where one is. `ValueError` for no items. Source: `numpy.max`. */
export const max = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(maximum, values, options, own => comparable('maximum', own));

function multipliable(dtype: DType): DType {
  if (dtype.format) return dtype;
  throw notReduced('multiply', dtype, 'reduce');
}

function comparable(name: string, dtype: DType): DType {
  if (dtype.format || dtype.unit) return nativeDType(dtype);
  const one = dtypeRepr(dtype);
  throw noSignature(name, [one, one]);
}

/** In the order in which an iterator walks the items: that of the result is theirs. */
function truths(values: Values): NDArray {
  const x = asArray(values);
  // Without items there is nothing to convert, and the strides tell the order of the result.
  if (x.size === 0) return viewOf(x, Layout.of({ ...x.layout.toFields(), itemsize: 1 }), { dtype: BOOL });
  const found = allocateFor([x.layout], BOOL);
  copyInto(found, x);
  return found;
}

/** Whether all items are true (NaN is); true of none. Source: `numpy.all`. */
export const all = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(logicalAnd, truths(values), options, () => BOOL);

/** Whether some item is true (NaN is); false of none. Source: `numpy.any`. */
export const any = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(logicalOr, truths(values), options, () => BOOL);

/** The largest less the least. */
export function ptp(values: Values, options?: ReduceOptions): Reduced {
  const given = optionsOf(options, REDUCE_OPTIONS);
  if (given.out) checkOut(given.out, reductionOf(values, given), 'maximum');
  return valueOf(subtract(arrayOf(max, values, given), arrayOf(min, values, given)), given);
}

/** The result as an array of its own dtype, a single one too. */
function arrayOf(reduce: typeof max, values: Values, options: ReduceOptions): NDArray {
  const x = asArray(values);
  const result = reduce(x, { ...options, out: undefined });
  return result instanceof NDArray ? result : array(result, { dtype: nativeDType(x.dtype) });
}

const valueOf = (x: NDArray, { keepdims, out }: ReduceOptions): Reduced => {
  if (out) {
    copyInto(out, x);
    return out;
  }
  return x.ndim === 0 && !keepdims ? itemAt(x) : x;
};

/** How many items go into each result. */
const countOf = ({ x, axes }: Reduction): number => axes.reduce((n, axis) => n * x.shape[axis], 1);

const float = (format: 'float16' | 'float32' | 'float64'): DType => numericDType(format);

/** Sum by count, in the dtype of the sum; of integers in float64, of float16 in float32 and rounded at the end. */
export function mean(values: Values, options?: ReduceOptions): Reduced {
  const given = optionsOf(options, REDUCE_OPTIONS);
  const reduction = countable(values, given);
  const own = reduction.x.dtype;
  const like = given.dtype ?? undefined;
  const isHalf = own.format === 'float16' && like === undefined;
  const dtype =
    like !== undefined
      ? toDType(like)
      : 'biu'.includes(own.kind)
        ? float('float64')
        : isHalf
          ? float('float32')
          : nativeDType(own);
  const divided = dividedBy(summed(reduction, dtype), countOf(reduction));
  return valueOf(isHalf ? astype(divided, float('float16')) : divided, given);
}

/** A 0-d array has no axis to count along. */
function countable(values: Values, options: ReduceOptions): Reduction {
  const reduction = reductionOf(values, { ...options, out: undefined });
  const { axis, out } = options;
  if (out) checkOut(out, reduction, 'add');
  if (reduction.x.ndim === 0 && axis !== undefined && axis !== null) {
    for (const one of typeof axis === 'number' ? [axis] : axis) normalAxis(one, 0);
  }
  return reduction;
}

/** In place, as NumPy divides: by an int64, so that small floats are divided as doubles. */
function dividedBy(sums: NDArray, count: number): NDArray {
  if (sums.dtype.unit) return divide(sums, count, { out: sums });
  const divisor = array(count, { dtype: Number.isInteger(count) ? 'int64' : 'float64' });
  return divide(sums, divisor, { out: sums, casting: 'unsafe' });
}

const VARIANCE_OPTIONS = [...REDUCE_OPTIONS, 'ddof'] as const;

/** The mean of squared deviations from the mean. */
export function variance(values: Values, options?: VarianceOptions): Reduced {
  const given = optionsOf(options, VARIANCE_OPTIONS);
  return valueOf(deviation(values, given), given);
}

/** The square root of the variance; float64 of integers. Source: `numpy.std`. */
export function std(values: Values, options?: VarianceOptions): Reduced {
  const given = optionsOf(options, VARIANCE_OPTIONS);
  const x = deviation(values, given);
  return valueOf(sqrt(x, { out: x }), given);
}

function deviation(values: Values, { ddof = 0, dtype: like, ...options }: VarianceOptions): NDArray {
  const reduction = countable(values, options);
  const { x } = reduction;
  const isInteger = 'biu'.includes(x.dtype.kind);
  const dtype =
    like !== undefined && like !== null ? toDType(like) : isInteger ? float('float64') : nativeDType(x.dtype);
  const means = dividedBy(summed({ ...reduction, keepdims: true }, dtype), countOf(reduction));
  const apart = subtract(x, means);
  const squares =
    apart.dtype.kind === 'c'
      ? realParts(multiply(apart, conjugate(apart)))
      : multiply(apart, apart, { out: apart });
  const sums = summed(
    { ...reduction, x: squares },
    apart.dtype.kind === 'c' ? nativeDType(squares.dtype) : dtype.kind === 'c' ? squares.dtype : dtype,
  );
  return dividedBy(sums, Math.max(countOf(reduction) - ddof, 0));
}
