/** Reductions by a ufunc, and the result of a reduction. Follows `PyUFunc_Reduce` (reduction.c). */
import { type DType, sameDType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import type { Complex } from '../dtype/items/read';
import { allocate } from '../ndarray/allocate';
import { itemAssign } from '../casting/assignValue';
import { copyInto } from '../ndarray/copy/copyInto';
import { optionsOf } from '../layout/arguments';
import { Layout } from '../layout/layout';
import { asArray } from '../ndarray/create/array';
import { itemAt } from '../ndarray/create/scalar';
import type { Reduced, ReduceOptions } from '../ndarray/reduceOptions';
import type { Nested } from '../casting/nested';
import { NDArray, viewOf } from '../ndarray/ndarray';
import { type Accumulators, foldInto } from './fold';
import { numpyName } from '../ufunc/refusals';
import { type BinaryFunction, ufuncOf } from '../ufunc/register';
import { checkOut, outOrItem, noIdentity, reducedAxes, type Reduction, reduceTarget } from './axes';

/** The operand of a reduction. */
export type Values = NDArray | Nested;

/** The names of the options of every reduction. */
export const REDUCE_OPTIONS = ['axis', 'keepdims', 'dtype', 'out'] as const;

/** The arguments of a reduction, checked but for the output's shape. */
export function reductionOf(values: Values, options: ReduceOptions): Reduction {
  const { axis, keepdims = false, out } = optionsOf(options, REDUCE_OPTIONS);
  const x = asArray(values);
  return { x, axes: reducedAxes(axis, x.ndim), keepdims, out };
}

/** Stores the results in `out`, or returns them as an array of `dtype` that owns its memory. */
export function storedResult(result: NDArray, reduction: Reduction, dtype: DType, name: string): NDArray {
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

/** A copy in another dtype, with the same order of axes. */
function retyped(x: NDArray, dtype: DType): NDArray {
  const fresh = allocate(x.shape, dtype);
  const strides = x.strides.map(stride => (stride / x.itemsize) * dtype.itemsize);
  const layout = Layout.of({ shape: x.shape, strides, offset: 0, itemsize: dtype.itemsize });
  const target = new NDArray({ buffer: fresh.buffer, dtype, layout });
  copyInto(target, x);
  return target;
}

/** Reduces by a ufunc over the axes, from its identity or the first item. */
export function reducedArray(by: BinaryFunction, reduction: Reduction, dtype: DType): NDArray {
  const ufunc = ufuncOf(by);
  const { identity: first } = ufunc;
  const name = numpyName(ufunc.name);
  const { x } = reduction;
  const { result, targets } = reduceTarget(reduction, dtype);
  if (first === undefined && reduction.axes.some(axis => x.shape[axis] === 0)) throw noIdentity(name);
  if (first === undefined && countOf(reduction) === 1) {
    // One item is its own result, to the last bit.
    copyInto(viewOf(result, targets), x);
    return storedResult(result, reduction, dtype, name);
  }
  const count = result.size;
  const start = first === undefined ? undefined : itemOfNumber(first, dtype);
  const accumulators: Accumulators = {
    values: new Array<number | bigint | Complex>(count).fill(start ?? 0),
    isStarted: new Array<boolean>(count).fill(start !== undefined),
  };
  foldInto(ufunc, accumulators, targets, x, dtype);
  const assign = itemAssign(dtype.unit ? numericDType('int64') : dtype);
  const view = new DataView(result.buffer);
  accumulators.values.forEach((value, k) => assign(view, k * dtype.itemsize, wrapAround(value, dtype)));
  return storedResult(result, reduction, dtype, name);
}

/** The number as the accumulators of this dtype hold it. */
function itemOfNumber(value: number, { kind, itemsize }: DType): number | bigint | Complex {
  if (itemsize === 8 && 'iumM'.includes(kind)) return BigInt(value);
  return kind === 'c' ? { re: value, im: 0 } : value;
}

function wrapAround(value: number | bigint | Complex, { kind, itemsize }: DType): number | bigint | Complex {
  if (typeof value !== 'number' || !'iu'.includes(kind)) return value;
  const shift = 32 - 8 * itemsize;
  return kind === 'i' ? (value << shift) >> shift : (value << shift) >>> shift;
}

/** Reduces by a ufunc in the dtype that `dtypeFor` chooses; returns a scalar where no axis is left. */
export const reduceBy = (
  by: BinaryFunction,
  values: Values,
  options: ReduceOptions | undefined,
  dtypeFor: (own: DType) => DType,
): Reduced => {
  const reduction = reductionOf(values, options ?? {});
  return outOrItem(reducedArray(by, reduction, dtypeFor(reduction.x.dtype)), reduction);
};

/** Copies the result to `out`; else returns it, as a scalar where no axis is left. */
export const outOrScalar = (x: NDArray, { keepdims, out }: ReduceOptions): Reduced => {
  if (out) {
    copyInto(out, x);
    return out;
  }
  return x.ndim === 0 && !keepdims ? itemAt(x) : x;
};

/** The number of items per result. */
export const countOf = ({ x, axes }: Reduction): number => axes.reduce((n, axis) => n * x.shape[axis], 1);
