/**
 * Copies that are written back to their original (WRITEBACKIFCOPY), as in NumPy's C API. The original is
 * read-only until then.
 * Follows `PyArray_FromArray`, `PyArray_ResolveWritebackIfCopy` and `PyArray_DiscardWritebackIfCopy`.
 */
import { sameDType } from '../../dtype/dtype';
import { optionsOf } from '../../layout/arguments';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import type { Order } from '../../layout/layout';
import { copyInto } from '../copy/copyInto';
import { copied } from '../create/copied';
import { toDType } from '../dtypeLike';
import type { DTypeLike } from '../types';
import { checkArray, checkWriteable, type NDArray } from '../ndarray';

/** The dtype and memory order of the copy. */
export interface WritebackOptions {
  /** Default: the dtype of the array. */
  readonly dtype?: DTypeLike;
  /** Default: `K`. */
  readonly order?: Order;
}

/**
 * Returns `x` if it meets the options, else a copy with the flag WRITEBACKIFCOPY. `ValueError` for a
 * read-only array.
 */
export function withWriteback(x: NDArray, options?: WritebackOptions): NDArray {
  checkArray(x);
  const { dtype: like, order } = optionsOf(options, ['dtype', 'order']);
  const dtype = like === undefined || like === null ? x.dtype : toDType(like);
  const isInOrder = order === 'C' ? isCContiguous(x.layout) : order === 'F' ? isFContiguous(x.layout) : true;
  if (sameDType(dtype, x.dtype) && isInOrder) return x;
  checkWriteable(x);
  const copy = copied(x, order ?? 'K', dtype);
  copy.writebackTo = x;
  x.setflags({ write: false });
  return copy;
}

/** Writes the copy back, and makes the original writeable again. Returns false if nothing is pending. */
export function resolveWriteback(copy: NDArray): boolean {
  const original = discarded(copy);
  if (original) copyInto(original, copy);
  return original !== undefined;
}

/** Discards the copy, and makes the original writeable again. */
export function discardWriteback(copy: NDArray): void {
  discarded(copy);
}

function discarded(copy: NDArray): NDArray | undefined {
  checkArray(copy);
  const original = copy.writebackTo;
  copy.writebackTo = undefined;
  original?.setflags({ write: true });
  return original;
}
