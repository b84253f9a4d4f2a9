/** `np.can_cast` and `np.promote_types` as callers use them: with dtypes or their text. */
import type { DType } from '../dtype/dtype';
import { canCast as canCastDTypes } from '../casting/rules';
import { toDType } from './dtypeLike';
import type { DTypeLike } from './types';
import type { Casting } from '../casting/types';
import { NDArray } from './ndarray';
import { promoteTypes as promoteDTypes } from '../casting/promote';

const dtypeOf = (like: DTypeLike | NDArray): DType => (like instanceof NDArray ? like.dtype : toDType(like));

/** Whether `from` can be cast to `to`. Default rule: `safe`. Source: `numpy.can_cast`. */
export const canCast = (from: DTypeLike | NDArray, to: DTypeLike, casting: Casting = 'safe'): boolean =>
  canCastDTypes(dtypeOf(from), toDType(to), casting);

/**
 * Returns the dtype that both cast to safely. `DTypePromotionError` if there is none. Source:
 * `numpy.promote_types`.
 */
export const promoteTypes = (a: DTypeLike, b: DTypeLike): DType => promoteDTypes(toDType(a), toDType(b));
