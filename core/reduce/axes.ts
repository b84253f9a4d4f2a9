/** The axes of a reduction and the shape of its result. Follows `PyArray_ConvertMultiAxis` and `ufunc_reduce`. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { numberList } from '../layout/arguments';
import { normalAxis, shapeError, tupleText } from '../layout/errors';
import { Layout } from '../layout/layout';
import { allocateInOrder } from '../ndarray/allocate';
import { itemAt } from '../ndarray/create/scalar';
import type { Reduced } from '../ndarray/reduceOptions';
import type { AxisLike } from '../ndarray/types';
import { checkWriteable, NDArray } from '../ndarray/ndarray';
import { axesInKOrder } from '../layout/walk';

/** The axes as indices into the shape. `AxisError` for one out of range, `ValueError` for a duplicate. */
export function reducedAxes(axis: AxisLike | undefined, ndim: number): readonly number[] {
  if (axis === undefined || axis === null) return Array.from({ length: ndim }, (_, k) => k);
  // NumPy accepts the axes 0 and −1 of a 0-d array.
  if (ndim === 0 && (axis === 0 || axis === -1)) return [];
  const axes = numberList(axis, 'axes').map(one => normalAxis(one, ndim));
  if (new Set(axes).size === axes.length) return axes;
  throw shapeError("duplicate value in 'axis'", 'Name each axis once.');
}

/** The arguments of a reduction, checked. */
export interface Reduction {
  readonly x: NDArray;
  readonly axes: readonly number[];
  readonly keepdims: boolean;
  readonly out?: NDArray | null;
}

/** The shape of the result; with `keepdims` the reduced axes stay, with length 1. */
export function resultShape({ x, axes, keepdims }: Reduction): number[] {
  const shape = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  return keepdims ? shape : shape.filter((_, axis) => !axes.includes(axis));
}

/** The array of the results. `targets` has the shape of `x` and leads from each item to its result: reduced axes have stride 0. */
export interface ReduceTarget {
  readonly result: NDArray;
  readonly targets: Layout;
}

/** Allocates the results, with the axes in the memory order of `x`. */
export function reduceTarget(reduction: Reduction, dtype: DType): ReduceTarget {
  const { x, axes, keepdims } = reduction;
  const isReduced = (axis: number): boolean => axes.includes(axis);
  const lengths = x.shape.map((length, axis) => (isReduced(axis) ? 1 : length));
  const ordered = allocateInOrder(lengths, dtype, axesInKOrder([x.layout]));
  const fields = { offset: 0, itemsize: dtype.itemsize };
  const targetStrides = ordered.strides.map((stride, axis) => (isReduced(axis) ? 0 : stride));
  const kept = <T>(list: readonly T[]): readonly T[] =>
    keepdims ? list : list.filter((_, axis) => !isReduced(axis));
  const layout = Layout.of({ shape: kept(lengths), strides: kept(ordered.strides), ...fields });
  return {
    result: new NDArray({ buffer: ordered.buffer, dtype, layout }),
    targets: Layout.of({ shape: x.shape, strides: targetStrides, ...fields }),
  };
}

/** Throws NumPy's `ValueError`s for an output that does not fit. */
export function checkOut(out: NDArray, reduction: Reduction, name: string): void {
  checkWriteable(out, 'output array');
  const shape = resultShape(reduction);
  const refusal = (message: string): InspectorError =>
    shapeError(message, `Give an output of shape ${tupleText(shape)}.`);
  if (out.ndim !== shape.length) {
    const hint = reduction.keepdims ? " (must match the operand's when keepdims=True)" : '';
    throw refusal(
      `output parameter for reduction operation ${name} has the wrong number of dimensions: ` +
        `Found ${out.ndim} but expected ${shape.length}${hint}`,
    );
  }
  const wrong = mismatch(out, reduction);
  if (wrong) throw refusal(wrong);
}

/** NumPy's message about an output with as many axes as the result; undefined where it fits. */
function mismatch(out: NDArray, { x, axes, keepdims }: Reduction): string | undefined {
  const isKept = (axis: number): boolean => keepdims || !axes.includes(axis);
  const kept = x.shape.map((_, axis) => axis).filter(isKept);
  const isApart = kept.some((axis, k) => out.shape[k] !== 1 && out.shape[k] !== x.shape[axis]);
  if (isApart) {
    const places = x.shape.map((_, axis) => (isKept(axis) ? out.shape[kept.indexOf(axis)] : 'newaxis'));
    const first = places.findIndex(place => place !== 'newaxis');
    return (
      'operands could not be broadcast together with remapped shapes [original->remapped]: ' +
      `${tupleText(out.shape)}->(${places.slice(first).join(',')}) ${tupleText(x.shape)} `
    );
  }
  const folded = kept.findIndex((axis, k) => axes.includes(axis) && out.shape[k] !== 1);
  if (folded >= 0) {
    return (
      `operand was set up as a reduction along axis ${kept[folded]}, but the length of the axis is ` +
      `${out.shape[folded]} (it has to be 1)`
    );
  }
  const missing = kept.findIndex((axis, k) => !axes.includes(axis) && out.shape[k] !== x.shape[axis]);
  if (missing < 0) return undefined;
  return (
    `output operand requires a reduction along dimension ${missing}, but the reduction is not enabled. ` +
    'The dimension size of 1 does not match the expected output shape.'
  );
}

/** The result as NumPy returns it: `out` where given, a scalar where no axis is left. */
export function outOrItem(result: NDArray, { keepdims, out }: Reduction): Reduced {
  if (out) return out;
  return result.ndim === 0 && !keepdims ? itemAt(result) : result;
}

/** The error of a reduction of no items by a ufunc without identity. */
export const noIdentity = (name: string): InspectorError =>
  new InspectorError(
    'invalid-input',
    `zero-size array to reduction operation ${name} which has no identity`,
    {
      numpyName: 'ValueError',
      action: 'Choose a part that has items.',
    },
  );
