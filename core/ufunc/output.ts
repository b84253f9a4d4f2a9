/** The output of a universal function: its options, its allocation, its errors. Follows ufunc_object.c. */
import { InspectorError } from '../errors';
import { dtypeRepr } from '../dtype/numpyNames';
import type { DType } from '../dtype/dtype';
import type { Casting } from '../casting/types';
import type { DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import { broadcastTo } from '../layout/broadcast';
import { isAligned, isCContiguous, isFContiguous } from '../layout/contiguity';
import { canCast } from '../casting/rules';
import { numpyName } from './refusals';
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

/** NumPy's error for a cast of an input or the output that the casting rule forbids. */
const castRefusal = (
  name: string,
  operand: string,
  from: DType,
  to: DType,
  casting: Casting,
): InspectorError =>
  new InspectorError(
    'invalid-dtype',
    `Cannot cast ufunc '${numpyName(name)}' ${operand} from ${dtypeRepr(from)} to ${dtypeRepr(to)} with casting rule '${casting}'`,
    { numpyName: 'UFuncTypeError', action: "Convert first, or allow the cast with { casting: 'unsafe' }." },
  );

/** Throws where the casting rule forbids that operand `k` of `count` is cast to `to`. */
export function checkInput(
  name: string,
  [k, count]: readonly [number, number],
  from: DType,
  to: DType,
  casting: Casting = 'same_kind',
): void {
  if (canCast(from, to, casting)) return;
  throw castRefusal(name, count === 1 ? 'input' : `input ${k}`, from, to, casting);
}

/** Throws where the casting rule forbids that the result is cast to the output's dtype. */
export function checkOutput(
  name: string,
  result: DType,
  out: NDArray | null | undefined,
  casting: Casting = 'same_kind',
): void {
  if (!out || canCast(result, out.dtype, casting)) return;
  throw castRefusal(name, 'output', result, out.dtype, casting);
}

/**
 * Allocates the result. It is contiguous in the order of the inputs where all of them are in one order, aligned and not
 * converted; else its axes are in the order in which an iterator walks the inputs. The two differ in the strides of axes
 * of length 1.
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
