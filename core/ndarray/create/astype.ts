/** Arrays converted to another dtype. Spec: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.astype.html */
import { checkCast } from '../../casting/rules';
import { sameDType } from '../../dtype/dtype';
import { optionsOf } from '../../layout/arguments';
import { isCContiguous, isFContiguous } from '../../layout/contiguity';
import { toDType } from '../dtypeLike';
import type { NDArray } from '../ndarray';
import type { AstypeOptions, CopyOrder, DTypeLike } from '../types';
import { copied } from './copied';
import { sizedFor, withUnitFor } from './sizedDType';

/** Converts items as C does. `TypeError` if `casting` does not allow the cast. Source: `numpy.ndarray.astype`. */
export function astype(x: NDArray, like: DTypeLike, options?: AstypeOptions): NDArray {
  const names = ['order', 'casting', 'copy'] as const;
  const { order = 'K', casting = 'unsafe', copy: isCopied = true } = optionsOf(options, names);
  const dtype = withUnitFor(sizedFor(toDType(like), x.dtype), x);
  checkCast(x.dtype, dtype, casting, x.ndim === 0 ? 'scalar' : 'array data');
  if (!isCopied && sameDType(dtype, x.dtype) && isInOrder(x, order)) return x;
  return copied(x, order, dtype);
}

function isInOrder({ layout }: NDArray, order: CopyOrder): boolean {
  const [isC, isF] = [isCContiguous(layout), isFContiguous(layout)];
  return order === 'K' || (order === 'C' ? isC : order === 'F' ? isF : isC || isF);
}
