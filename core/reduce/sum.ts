/** `np.sum`. Follows `umr_sum` (_core/_methods.py) and `PyUFunc_Reduce` (reduction.c). */
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import { toDType } from '../ndarray/dtypeLike';
import { astype } from '../ndarray/create/astype';
import type { Reduced, ReduceOptions } from '../ndarray/reduceOptions';
import { NDArray, viewOf } from '../ndarray/ndarray';
import { fastSum } from './fastSum';
import { add } from '../ufunc/functions/arithmetic';
import { longdoubleRefusal } from '../ufunc/operands';
import { nativeDType } from '../casting/promote';
import { notReduced } from '../ufunc/refusals';
import { outOrItem, type Reduction, reduceTarget } from './axes';
import { sumInto } from './adders';
import { storedResult, reducedArray, reductionOf, type Values } from './reduceBy';

const INT64 = numericDType('int64');
const UINT64 = numericDType('uint64');

/** The dtype of sums and products: 64-bit for bool and integers, by default. */
export function sumDType(dtype: DType, like: ReduceOptions['dtype']): DType {
  if (like !== undefined && like !== null) return toDType(like);
  if (dtype.kind === 'b' || dtype.kind === 'i') return INT64;
  return dtype.kind === 'u' ? UINT64 : nativeDType(dtype);
}

/** The sum of the items: NumPy's, bit for bit; of integers modulo 2^64. Source: `numpy.sum`. */
export function sum(values: Values, options?: ReduceOptions): Reduced {
  const fast = options === undefined ? fastSum(values) : undefined;
  if (fast !== undefined) return fast;
  const given = options ?? {};
  const reduction = reductionOf(values, given);
  const dtype = sumDType(reduction.x.dtype, given.dtype);
  return outOrItem(sumArray(reduction, dtype), reduction);
}

/** The sums as an array, also where no axis is left. */
export function sumArray(reduction: Reduction, dtype: DType): NDArray {
  checkSummable(reduction.x.dtype);
  const { x } = reduction;
  const isInteger = 'iu'.includes(dtype.kind);
  if (dtype.unit || (isInteger && dtype.itemsize < 8) || dtype.kind === 'b')
    return reducedArray(add, reduction, dtype);
  if (isExtendedFormat(dtype.format)) throw longdoubleRefusal('sum', 'items');
  const own = isInteger && x.dtype.kind === 'f' ? astype(x, dtype) : x;
  const scratch = numericDType(isInteger ? 'int64' : dtype.kind === 'c' ? 'complex128' : 'float64');
  const { result, targets } = reduceTarget(reduction, scratch);
  const sums = isInteger ? new BigInt64Array(result.buffer) : new Float64Array(result.buffer);
  sumInto(sums, targets, own, isInteger ? nativeDType(own.dtype) : dtype);
  const exact = isInteger ? viewOf(result, result.layout, { dtype }) : result;
  return storedResult(exact, reduction, dtype, 'add');
}

function checkSummable(dtype: DType): void {
  if (dtype.kind !== 'M' && (dtype.format ?? dtype.unit)) return;
  throw notReduced('add', dtype, 'reduce');
}
