/**
 * Reductions along axes: products, extremes, truth values.
 * Spec: https://numpy.org/doc/stable/reference/ufuncs.html#numpy.ufunc.reduce
 */
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { allocateFor } from '../ndarray/allocate';
import { copyInto } from '../ndarray/copy/copyInto';
import { optionsOf } from '../layout/arguments';
import { Layout } from '../layout/layout';
import { array, asArray } from '../ndarray/create/array';
import { dtypeRepr } from '../dtype/numpyNames';
import type { Reduced, ReduceOptions } from '../ndarray/reduceOptions';
import { NDArray, viewOf } from '../ndarray/ndarray';
import { multiply, subtract } from '../ufunc/functions/arithmetic';
import { maximum, minimum } from '../ufunc/functions/extremes';
import { logicalAnd, logicalOr } from '../ufunc/functions/logic';
import { nativeDType } from '../casting/promote';
import { noSignature, notReduced } from '../ufunc/refusals';
import { checkOut } from './axes';
import { REDUCE_OPTIONS, reduceBy, reductionOf, outOrScalar, type Values } from './reduceBy';
import { sumDType } from './sum';

const BOOL = numericDType('bool');

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

/** The items as bools, with the axes in memory order, which the result keeps. */
function truths(values: Values): NDArray {
  const x = asArray(values);
  // Without items there is nothing to cast, but the strides give the order of the result.
  if (x.size === 0) return viewOf(x, Layout.of({ ...x.layout.toFields(), itemsize: 1 }), { dtype: BOOL });
  const found = allocateFor([x.layout], BOOL);
  copyInto(found, x);
  return found;
}

/** Whether all items are true (NaN is); true of no items. Source: `numpy.all`. */
export const all = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(logicalAnd, truths(values), options, () => BOOL);

/** Whether any item is true (NaN is); false of no items. Source: `numpy.any`. */
export const any = (values: Values, options?: ReduceOptions): Reduced =>
  reduceBy(logicalOr, truths(values), options, () => BOOL);

/** The range: maximum less minimum. Source: `numpy.ptp`. */
export function ptp(values: Values, options?: ReduceOptions): Reduced {
  const given = optionsOf(options, REDUCE_OPTIONS);
  if (given.out) checkOut(given.out, reductionOf(values, given), 'maximum');
  return outOrScalar(subtract(arrayOf(max, values, given), arrayOf(min, values, given)), given);
}

/** The result as an array of its dtype, also where it is a scalar. */
function arrayOf(reduce: typeof max, values: Values, options: ReduceOptions): NDArray {
  const x = asArray(values);
  const result = reduce(x, { ...options, out: undefined });
  return result instanceof NDArray ? result : array(result, { dtype: nativeDType(x.dtype) });
}
