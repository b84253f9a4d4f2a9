/**
 * Views with other axes over the same bytes, and copies where strides cannot express the result.
 * Spec: https://numpy.org/doc/stable/reference/routines.array-manipulation.html
 */
import { InspectorError } from '../../errors';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { numberList, optionsOf, shapeList } from '../../layout/arguments';
import { broadcastTo as broadcastLayout } from '../../layout/broadcast';
import { normalAxis, shapeError, tupleRepr } from '../../layout/errors';
import { Layout, type Order } from '../../layout/layout';
import { fullShape, reshape as reshapeLayout } from '../../layout/reshape';
import { applyIndex } from '../../layout/indexing/slice';
import { squeeze as squeezeLayout } from '../../layout/squeeze';
import { swapAxes as swapLayout, transpose as transposeLayout } from '../../layout/transpose';
import { allocate } from '../allocate';
import { asArray } from '../create/array';
import { copied } from '../create/copied';
import { copyInto } from '../copy/copyInto';
import { toDType } from '../dtypeLike';
import { scalarOf } from '../create/scalar';
import type { CopyOrder, AxisLike, ShapeLike, DTypeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray, viewOf } from '../ndarray';
import { axesInKOrder } from '../../layout/walk';
import { viewAsDType } from '../viewAsDType';

type Values = NDArray | Nested;

/** The arguments of `numpy.reshape`. */
export interface ReshapeOptions {
  readonly order?: Order | 'A';
  /** False never copies (`ValueError` if a copy is needed), true always does. Default: only if needed. */
  readonly copy?: boolean;
}

const isFOnly = ({ layout }: NDArray): boolean => isFContiguous(layout) && !isCContiguous(layout);

/**
 * Returns the items in another shape; one length may be −1. A view if strides can express it, else a copy.
 * `ValueError` if the sizes differ. Source: `numpy.reshape`.
 */
export function reshape(values: Values, shape: ShapeLike, options?: ReshapeOptions): NDArray {
  const { order = 'C', copy } = optionsOf(options, ['order', 'copy']);
  const x = asArray(values);
  const lengths = numberList(shape, 'lengths');
  const layout = reshapeLayout(x.layout, lengths, order);
  if (layout && copy !== true) return viewOf(x, layout);
  if (copy === false) {
    throw shapeError('Unable to avoid creating a copy while reshaping.', 'Allow the copy.');
  }
  const walk = order === 'A' ? (isFOnly(x) ? 'F' : 'C') : order;
  const fresh = copied(x, walk);
  return viewOf(fresh, reshapeLayout(fresh.layout, fullShape(x.size, lengths, x.itemsize), walk)!);
}

/**
 * Returns the view with the axes reversed, or in the given order. `ValueError` unless that is a permutation.
 * Source: `numpy.transpose`.
 */
export function transpose(values: Values, axes?: readonly number[] | null): NDArray {
  const x = asArray(values);
  return viewOf(x, transposeLayout(x.layout, axes ? numberList(axes, 'axes') : undefined));
}

/**
 * Returns the view with two axes exchanged. `AxisError` for an axis out of bounds. Source: `numpy.swapaxes`.
 */
export function swapaxes(values: Values, axis1: number, axis2: number): NDArray {
  const x = asArray(values);
  return viewOf(x, swapLayout(x.layout, axis1, axis2));
}

/** Returns the view without axes of length 1: all of them, or the given ones. Source: `numpy.squeeze`. */
export function squeeze(values: Values, axis?: AxisLike): NDArray {
  const x = asArray(values);
  if (axis === undefined || axis === null) {
    return x.shape.includes(1) ? viewOf(x, squeezeLayout(x.layout)) : x;
  }
  // NumPy accepts the axes 0 and −1 of a 0-d array.
  if (x.ndim === 0 && (axis === 0 || axis === -1)) return x;
  return viewOf(x, squeezeLayout(x.layout, numberList(axis, 'axes')));
}

/** Returns the given axes as non-negative numbers. `ValueError` for a repeated axis. */
function distinctAxes(axis: number | readonly number[], ndim: number, name: string): number[] {
  const axes = numberList(axis, 'axes').map(one => normalAxis(one, ndim, name && `${name}: `));
  if (new Set(axes).size === axes.length) return axes;
  throw shapeError(name ? `repeated axis in \`${name}\` argument` : 'repeated axis', 'Name each axis once.');
}

/**
 * Returns the view with axes moved to other positions; the others keep their order. Source: `numpy.moveaxis`.
 */
export function moveaxis(
  values: Values,
  source: number | readonly number[],
  destination: number | readonly number[],
): NDArray {
  const x = asArray(values);
  const from = distinctAxes(source, x.ndim, 'source');
  const to = distinctAxes(destination, x.ndim, 'destination');
  if (from.length !== to.length) {
    throw shapeError(
      '`source` and `destination` arguments must have the same number of elements',
      'Give a place for each axis.',
    );
  }
  const order = x.shape.map((_, axis) => axis).filter(axis => !from.includes(axis));
  const pairs = to.map((place, k) => [place, from[k]] as const).sort(([a], [b]) => a - b);
  for (const [place, axis] of pairs) order.splice(place, 0, axis);
  return transpose(x, order);
}

/**
 * Returns the view with new axes of length 1 at the given positions of the result. Source:
 * `numpy.expand_dims`.
 */
export function expandDims(values: Values, axis: number | readonly number[]): NDArray {
  const x = asArray(values);
  const list = numberList(axis, 'axes');
  const places = distinctAxes(list, x.ndim + list.length, '');
  let own = 0;
  const shape = Array.from({ length: x.ndim + list.length }, (_, at) =>
    places.includes(at) ? 1 : x.shape[own++],
  );
  return reshape(x, shape);
}

/** Returns the view with the items reversed along the given axes, or along all. Source: `numpy.flip`. */
export function flip(values: Values, axis?: AxisLike): NDArray {
  const x = asArray(values);
  const axes =
    axis === undefined || axis === null ? x.shape.map((_, k) => k) : distinctAxes(axis, x.ndim, '');
  if (x.ndim === 0) return scalarOf(x);
  const entries = x.shape.map((_, k) => ({
    kind: 'slice' as const,
    step: axes.includes(k) ? -1 : undefined,
  }));
  return viewOf(x, applyIndex(x.layout, entries));
}

const flatShape = (x: NDArray): Layout =>
  Layout.of({ shape: [x.size], strides: [x.itemsize], offset: x.byteOffset, itemsize: x.itemsize });

/** Returns a 1-d view if the items are contiguous, else a copy. Source: `numpy.ravel`. */
export function ravel(values: Values, options?: { readonly order?: CopyOrder }): NDArray {
  const { order = 'C' } = optionsOf(options, ['order']);
  const x = asArray(values);
  const walk = order === 'A' ? (isFOnly(x) ? 'F' : 'C') : order;
  if (walk === 'K') return evenlySpaced(x) ?? flatten(x, { order });
  const isThere = walk === 'C' ? isCContiguous(x.layout) : isFContiguous(x.layout);
  return isThere ? reshape(x, -1, { order: walk }) : flatten(x, { order: walk });
}

/** Returns a 1-d view of the items in memory order, if they are evenly spaced; else undefined. */
function evenlySpaced(x: NDArray): NDArray | undefined {
  const axes = axesInKOrder([x.layout]).filter(axis => x.shape[axis] !== 1);
  if (axes.length === 0 || x.size === 0) return viewOf(x, flatShape(x));
  const isEven = axes.every((axis, k) => {
    const next = axes[k + 1];
    return x.strides[axis] === (k === axes.length - 1 ? x.itemsize : x.strides[next] * x.shape[next]);
  });
  return isEven ? viewOf(x, flatShape(x)) : undefined;
}

/** Returns a 1-d copy. Source: `numpy.ndarray.flatten`. */
export function flatten(x: NDArray, options?: { readonly order?: CopyOrder }): NDArray {
  const { order = 'C' } = optionsOf(options, ['order']);
  const fresh = allocate([x.size], x.dtype);
  const axes = order === 'K' ? axesInKOrder([x.layout]) : x.shape.map((_, axis) => axis);
  const isReversed = order === 'F' || (order === 'A' && isFOnly(x));
  const sorted = transposeLayout(x.layout, isReversed ? axes.reverse() : axes);
  copyInto(viewOf(fresh, reshapeLayout(fresh.layout, sorted.shape)!), viewOf(x, sorted));
  return fresh;
}

/**
 * Returns the same bytes as items of another dtype. `ValueError` if the sizes do not match. Source:
 * `numpy.ndarray.view`.
 */
export function view(x: NDArray, dtype?: DTypeLike): NDArray {
  if (dtype === undefined) return viewOf(x, x.layout);
  const seen = viewAsDType({ layout: x.layout, dtype: x.dtype }, toDType(dtype));
  return viewOf(x, seen.layout, { dtype: seen.dtype });
}

/**
 * Returns a read-only view of a larger shape, whose repeated axes have stride 0. `ValueError` if the shapes
 * do not match. Source: `numpy.broadcast_to`.
 */
export function broadcastTo(values: Values, shape: ShapeLike): NDArray {
  const x = asArray(values);
  const lengths = shapeList(shape);
  return viewOf(x, broadcastLayout(x.layout, lengths), { isWriteable: false });
}

/**
 * Returns the common shape that all shapes broadcast to. `ValueError` if there is none. Source:
 * `numpy.broadcast_shapes`.
 */
export function broadcastShapes(...given: readonly ShapeLike[]): number[] {
  const shapes = given.map(shapeList);
  const ndim = Math.max(0, ...shapes.map(shape => shape.length));
  const result = new Array<number>(ndim).fill(1);
  const owner = new Array<number>(ndim).fill(0);
  shapes.forEach((shape, k) => {
    shape.forEach((length, at) => {
      const axis = at + ndim - shape.length;
      if (length === 1 || length === result[axis]) return;
      if (result[axis] !== 1) throw noCommonShape(shapes, owner[axis], k);
      result[axis] = length;
      owner[axis] = k;
    });
  });
  return result;
}

function noCommonShape(shapes: readonly (readonly number[])[], one: number, two: number): InspectorError {
  return shapeError(
    'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between ' +
      `arg ${one} with shape ${tupleRepr(shapes[one])} and arg ${two} with shape ${tupleRepr(shapes[two])}.`,
    'Axes must match from the last one backwards; only an axis of length 1 can be repeated.',
  );
}

/** Returns views of the arrays, broadcast to one shape. Source: `numpy.broadcast_arrays`. */
export function broadcastArrays(...arrays: readonly Values[]): NDArray[] {
  const list = arrays.map(values => asArray(values));
  const shape = broadcastShapes(...list.map(x => x.shape));
  return list.map(x => {
    const isSame = x.ndim === shape.length && x.shape.every((length, axis) => length === shape[axis]);
    return isSame ? x : viewOf(x, broadcastLayout(x.layout, shape));
  });
}
