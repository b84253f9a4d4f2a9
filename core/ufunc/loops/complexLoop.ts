/** Loops over complex numbers, in doubles; results are rounded to the loop's dtype before they are cast to the output's. */
import type { DType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import type { Complex } from '../../dtype/items/read';
import { conversionOf } from '../../casting/conversion';
import type { NDArray } from '../../ndarray/ndarray';
import type { Ufunc } from '../ufunc';
import { BLOCK_ITEMS, type Compute, type Move, numberScratch, type Plan } from './plan';

const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

const scratch = [0, 1, 2].map(() => new Float64Array(2 * BLOCK_ITEMS));

const itemAt = (items: Float64Array, k: number): Complex => ({ re: items[2 * k], im: items[2 * k + 1] });

/** Plans a loop over complex numbers. */
export function complexPlan(ufunc: Ufunc, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  const [x1, x2, to] = scratch;
  const reals = numberScratch[2];
  const storeComplex = conversionOf(out.buffer, out.dtype, to.buffer, COMPLEX128);
  const storeReal = conversionOf(out.buffer, out.dtype, reals.buffer, FLOAT64);
  const round = loop.format === 'complex64' ? Math.fround : (value: number): number => value;
  let isReal = false;
  const put = (k: number, value: Complex | number): void => {
    isReal = typeof value === 'number';
    if (typeof value === 'number') reals[k] = round(value);
    else {
      to[2 * k] = round(value.re);
      to[2 * k + 1] = round(value.im);
    }
  };
  const store: Move = (at, step, count) =>
    isReal ? storeReal(at, step, 0, 8, count) : storeComplex(at, step, 0, 16, count);
  const loads = inputs.map((x, k) => loadOf(x, scratch[k]));
  return { loads, compute: computeOf(ufunc, x1, x2, put), store };
}

function computeOf(
  ufunc: Ufunc,
  x1: Float64Array,
  x2: Float64Array,
  put: (k: number, value: Complex | number) => void,
): Compute {
  if (ufunc.nin === 1) {
    const operation = ufunc.complex!;
    return count => {
      for (let k = 0; k < count; k++) put(k, operation(itemAt(x1, k)));
    };
  }
  const operation = ufunc.complex!;
  return count => {
    for (let k = 0; k < count; k++) put(k, operation(itemAt(x1, k), itemAt(x2, k)));
  };
}

function loadOf(x: NDArray, into: Float64Array): Move {
  const convert = conversionOf(into.buffer, COMPLEX128, x.buffer, x.dtype);
  return (at, step, count) => convert(0, 16, at, step, count);
}
