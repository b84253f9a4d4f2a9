/** `np.can_cast` and `np.promote_types` as callers write them: with dtypes or NumPy's text of them. */
import type { DType } from '../dtype/dtype';
import { canCast as canCastDTypes } from '../casting/rules';
import { toDType } from './dtypeLike';
import type { DTypeLike } from './types';
import type { Casting } from '../casting/types';
import { NDArray } from './ndarray';
import { promoteTypes as promoteDTypes } from '../casting/promote';

const dtypeOf = (like: DTypeLike | NDArray): DType => (like instanceof NDArray ? like.dtype : toDType(like));

/** Whether `from` may be cast to `to`; `safe` unless told. */
export const canCast = (from: DTypeLike | NDArray, to: DTypeLike, casting: Casting = 'safe'): boolean =>
  canCastDTypes(dtypeOf(from), toDType(to), casting);

/** The dtype that both cast to safely. `DTypePromotionError` where there is none. */
export const promoteTypes = (a: DTypeLike, b: DTypeLike): DType => promoteDTypes(toDType(a), toDType(b));
