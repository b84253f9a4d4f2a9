/** Fast path of `sum`: all items of native floats that are evenly spaced in memory. */
import { NDArray } from '../ndarray/ndarray';
import type { Nested } from '../casting/nested';
import { pairwiseSum } from './pairwise';

/** Typed arrays over whole buffers, kept for the next sum. */
const doubles = new WeakMap<ArrayBufferLike, Float64Array>();
const singles = new WeakMap<ArrayBufferLike, Float32Array>();

function typedOver(x: NDArray, isDouble: boolean): Float64Array | Float32Array {
  const known = isDouble ? doubles.get(x.buffer) : singles.get(x.buffer);
  if (known) return known;
  const count = Math.floor(x.buffer.byteLength / x.dtype.itemsize);
  if (isDouble) {
    const made = new Float64Array(x.buffer, 0, count);
    doubles.set(x.buffer, made);
    return made;
  }
  const made = new Float32Array(x.buffer, 0, count);
  singles.set(x.buffer, made);
  return made;
}

/** The step in bytes between items in memory order; undefined where they are not evenly spaced. */
function evenStep({ layout }: NDArray): number | undefined {
  const { shape, strides, ndim, itemsize } = layout;
  if (ndim === 1) return strides[0];
  let isC = true;
  let isF = true;
  let size = itemsize;
  for (let axis = ndim - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== size) isC = false;
    size *= shape[axis];
  }
  size = itemsize;
  for (let axis = 0; axis < ndim; axis++) {
    if (shape[axis] !== 1 && strides[axis] !== size) isF = false;
    size *= shape[axis];
  }
  return isC || isF ? itemsize : undefined;
}

/** The sum of all items; undefined for arrays that this path is not for. */
export function fastSum(x: NDArray | Nested): number | undefined {
  if (!(x instanceof NDArray)) return undefined;
  const { dtype, layout } = x;
  const isDouble = dtype.format === 'float64';
  if ((!isDouble && dtype.format !== 'float32') || dtype.byteOrder === '>') return undefined;
  const step = evenStep(x);
  const size = dtype.itemsize;
  if (step === undefined || step % size !== 0 || layout.offset % size !== 0 || layout.size === 0)
    return undefined;
  const sum = pairwiseSum(typedOver(x, isDouble), layout.offset / size, layout.size, step / size);
  // As NumPy, adds to 0: a sum of −0 is 0.
  return 0 + sum;
}
