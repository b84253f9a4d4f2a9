/** Shuffles and permutations, by the Fisher–Yates method from the last item down, as NumPy's. */
import { InspectorError } from '../errors';
import { numericDType } from '../dtype/make';
import { Layout } from '../layout/layout';
import { allocate, allocateLike } from '../ndarray/allocate';
import { copyInto } from '../ndarray/copy/copyInto';
import { type NDArray, viewOf } from '../ndarray/ndarray';

/** Returns a random integer in [0, max]. */
export type UpTo = (max: number) => number;

/** 0 … count − 1 in random order. */
function randomOrder(count: number, upTo: UpTo): Float64Array {
  const order = Float64Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = upTo(k);
    const kept = order[k];
    order[k] = order[other];
    order[other] = kept;
  }
  return order;
}

/** The subarray at `index` of the first axis. */
function rowOf(x: NDArray, index: number): NDArray {
  const { shape, strides, offset, itemsize } = x.layout;
  const at = offset + index * strides[0];
  return viewOf(x, Layout.of({ shape: shape.slice(1), strides: strides.slice(1), offset: at, itemsize }));
}

/** Shuffles `x` along its first axis, in place. `TypeError` for 0-d, `ValueError` if read-only. */
export function shuffleInPlace(x: NDArray, upTo: UpTo): void {
  if (x.ndim === 0) {
    throw new InspectorError('invalid-input', 'len() of unsized object', {
      numpyName: 'TypeError',
      action: 'Give an array of at least one axis.',
    });
  }
  if (!x.isWriteable) {
    throw new InspectorError('read-only', 'array is read-only', {
      numpyName: 'ValueError',
      action: 'Shuffle a copy of the array.',
    });
  }
  const before = allocateLike(x.layout, x.dtype);
  copyInto(before, x);
  randomOrder(x.shape[0], upTo).forEach((from, to) => copyInto(rowOf(x, to), rowOf(before, from)));
}

/** 0 … count − 1 as int64, or a copy of an array, in random order. */
export function permuted(x: number | NDArray, upTo: UpTo): NDArray {
  if (typeof x === 'number') {
    const result = allocate([Math.max(0, x)], numericDType('int64'));
    const items = new BigInt64Array(result.buffer);
    randomOrder(items.length, upTo).forEach((value, k) => (items[k] = BigInt(value)));
    return result;
  }
  if (x.ndim === 0) {
    throw new InspectorError('invalid-input', 'x must be an integer or at least 1-dimensional', {
      numpyName: 'IndexError',
      action: 'Give a number or an array of at least one axis.',
    });
  }
  const copy = allocate(x.shape, x.dtype);
  copyInto(copy, x);
  shuffleInPlace(copy, upTo);
  return copy;
}
