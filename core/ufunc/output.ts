/** The output of a universal function: its options, its allocation, its errors. Follows ufunc_object.c. */
import { InspectorError } from '../errors';
import { dtypeRepr } from '../dtype/numpyNames';
import type { DType } from '../dtype/dtype';
import type { Casting } from '../casting/types';
import type { DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import { broadcastTo } from '../layout/broadcast';
import { isAligned, isCContiguous, isFContiguous } from '../layout/contiguity';
import { allocate, allocateFor } from '../ndarray/allocate';

/** The keyword arguments of a universal function. */
export interface UfuncOptions {
  /** The array that receives the result, and is returned. */
  readonly out?: NDArray | null;
  /** A mask: only where it is true is the result stored; a new output is 0 elsewhere. */
  readonly where?: NDArray | boolean;
  /** The dtype of the loop. */
  readonly dtype?: DTypeLike;
  /** Which casts are allowed; `same_kind` by default. */
  readonly casting?: Casting;
}

/** `floorDivide` as NumPy writes it. */
export const pythonName = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** NumPy's error for a cast of an input or the output that the casting rule forbids. */
export const outputRefusal = (
  name: string,
  what: string,
  from: DType,
  to: DType,
  casting: Casting,
): InspectorError =>
  new InspectorError(
    'invalid-dtype',
    `Cannot cast ufunc '${pythonName(name)}' ${what} from ${dtypeRepr(from)} to ${dtypeRepr(to)} with casting rule '${casting}'`,
    { numpyName: 'UFuncTypeError', action: "Convert first, or allow the cast with { casting: 'unsafe' }." },
  );

/**
 * Where nothing has to be converted or aligned and all inputs are contiguous in one order, the result is too; else it has the order in
 * which an iterator walks the inputs. They differ in the strides of axes of length 1.
 */
export function allocateResult(
  inputs: readonly NDArray[],
  shape: readonly number[],
  isConverted: (x: NDArray) => boolean,
  result: DType,
): NDArray {
  const full = inputs.filter(x => x.ndim > 0);
  const isPlain = full.every(
    x => sameShape(x, shape) && !isConverted(x) && isAligned(x.layout, x.dtype.alignment),
  );
  if (isPlain && full.every(x => isCContiguous(x.layout))) return allocate(shape, result);
  if (isPlain && full.every(x => isFContiguous(x.layout))) return allocate(shape, result, 'F');
  return allocateFor(
    inputs.map(x => broadcastTo(x.layout, shape)),
    result,
  );
}

const sameShape = (x: NDArray, shape: readonly number[]): boolean =>
  x.ndim === shape.length && x.shape.every((length, axis) => length === shape[axis]);
