/** `np.mean`, `np.var` and `np.std`. Follows `_mean` and `_var` (_core/_methods.py). */
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { optionsOf } from '../layout/arguments';
import { normalAxis } from '../layout/errors';
import { array } from '../ndarray/create/array';
import { toDType } from '../ndarray/dtypeLike';
import { astype } from '../ndarray/create/astype';
import type { Reduced, ReduceOptions, VarianceOptions } from '../ndarray/reduceOptions';
import { NDArray } from '../ndarray/ndarray';
import { divide, multiply, subtract } from '../ufunc/functions/arithmetic';
import { conjugate, real as realParts } from '../ufunc/functions/complexParts';
import { sqrt } from '../ufunc/functions/powers';
import { nativeDType } from '../casting/promote';
import { checkOut, type Reduction } from './axes';
import { countOf, REDUCE_OPTIONS, reductionOf, outOrScalar, type Values } from './reduceBy';
import { sumArray } from './sum';

const float = (format: 'float16' | 'float32' | 'float64'): DType => numericDType(format);

/**
 * The mean: float64 for integers; for float16 computed in float32 and rounded at the end. Source: `numpy.mean`.
 */
export function mean(values: Values, options?: ReduceOptions): Reduced {
  const given = optionsOf(options, REDUCE_OPTIONS);
  const reduction = checkedReduction(values, given);
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
  const divided = dividedBy(sumArray(reduction, dtype), countOf(reduction));
  return outOrScalar(isHalf ? astype(divided, float('float16')) : divided, given);
}

/** The reduction without its output, which is checked. `AxisError` for an axis of a 0-d array. */
function checkedReduction(values: Values, options: ReduceOptions): Reduction {
  const reduction = reductionOf(values, { ...options, out: undefined });
  const { axis, out } = options;
  if (out) checkOut(out, reduction, 'add');
  if (reduction.x.ndim === 0 && axis !== undefined && axis !== null) {
    for (const one of typeof axis === 'number' ? [axis] : axis) normalAxis(one, 0);
  }
  return reduction;
}

/** Divides in place by an int64, as NumPy: float16 and float32 are divided in float64. */
function dividedBy(sums: NDArray, count: number): NDArray {
  if (sums.dtype.unit) return divide(sums, count, { out: sums });
  const divisor = array(count, { dtype: Number.isInteger(count) ? 'int64' : 'float64' });
  return divide(sums, divisor, { out: sums, casting: 'unsafe' });
}

const VARIANCE_OPTIONS = [...REDUCE_OPTIONS, 'ddof'] as const;

/** The variance: mean of the squared deviations from the mean. Source: `numpy.var`. */
export function variance(values: Values, options?: VarianceOptions): Reduced {
  const given = optionsOf(options, VARIANCE_OPTIONS);
  return outOrScalar(deviation(values, given), given);
}

/** The square root of the variance; float64 of integers. Source: `numpy.std`. */
export function std(values: Values, options?: VarianceOptions): Reduced {
  const given = optionsOf(options, VARIANCE_OPTIONS);
  const x = deviation(values, given);
  return outOrScalar(sqrt(x, { out: x }), given);
}

function deviation(values: Values, { ddof = 0, dtype: like, ...options }: VarianceOptions): NDArray {
  const reduction = checkedReduction(values, options);
  const { x } = reduction;
  const isInteger = 'biu'.includes(x.dtype.kind);
  const dtype =
    like !== undefined && like !== null ? toDType(like) : isInteger ? float('float64') : nativeDType(x.dtype);
  const means = dividedBy(sumArray({ ...reduction, keepdims: true }, dtype), countOf(reduction));
  const deviations = subtract(x, means);
  const squares =
    deviations.dtype.kind === 'c'
      ? realParts(multiply(deviations, conjugate(deviations)))
      : multiply(deviations, deviations, { out: deviations });
  const sums = sumArray(
    { ...reduction, x: squares },
    deviations.dtype.kind === 'c' ? nativeDType(squares.dtype) : dtype.kind === 'c' ? squares.dtype : dtype,
  );
  return dividedBy(sums, Math.max(countOf(reduction) - ddof, 0));
}
