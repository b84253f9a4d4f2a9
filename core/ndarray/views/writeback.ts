/**
 * Copies that are written back: WRITEBACKIFCOPY, as NumPy's C API has it. The original is read-only meanwhile.
 * Follows `PyArray_FromArray`, `PyArray_ResolveWritebackIfCopy` and `PyArray_DiscardWritebackIfCopy`.
 */
import { sameDType } from '../../dtype/dtype';
import { optionsOf } from '../../layout/arguments';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import type { Order } from '../../layout/layout';
import { copyInto } from '../copy/copyInto';
import { copied } from '../create/array';
import { toDType } from '../dtypeLike';
import type { DTypeLike } from '../types';
import { checkArray, checkWriteable, type NDArray } from '../ndarray';

/** What the copy that is to be written back is made as. */
export interface WritebackOptions {
  /** That of the array unless told. */
  readonly dtype?: DTypeLike;
  /** `K` unless told. */
  readonly order?: Order;
}

/** `x` where it is as asked for; else a copy whose flag WRITEBACKIFCOPY is set. `ValueError` for a read-only array. */
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

/** Writes the copy back, whatever was done to it; the original can be written to again. False where nothing is pending. */
export function resolveWriteback(copy: NDArray): boolean {
  const original = discarded(copy);
  if (original) copyInto(original, copy);
  return original !== undefined;
}

/** Forgets the copy; the original can be written to again. */
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
