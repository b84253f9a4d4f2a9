/**
 * Which items of a block match: one matcher for each leaf dtype, made once for a search.
 * Invariant: a matcher is exact by the dtype's own rules: what is typed is stored as `np.array(value, dtype)` stores it,
 * and compared as NumPy compares; but `nan` and `NaT` find what is no number and no time.
 */
import type { DType } from '../../../core/dtype/dtype';
import { t } from '../../l10n';
import { byteMatcher } from './byteMatcher';
import { complexMatcher } from './complexMatcher';
import type { Matcher } from './items';
import { numberMatcher } from './numberMatcher';
import type { Query } from './query';
import { toleranceError } from './query';
import { isWide, wideMatcher } from './wideMatcher';

/** Throws `invalid-input` where no item of the dtype could be what is looked for. */
export function matcherOf(dtype: DType, query: Query): Matcher {
  if (dtype.kind === 'c') return complexMatcher(dtype, query);
  if (isWide(dtype)) return wideMatcher(dtype, query);
  if (dtype.format) return numberMatcher(dtype, query);
  if (query.tolerance === undefined) return byteMatcher(dtype, query);
  throw toleranceError(t('Items of {0} have no tolerance', dtype.name), t('Leave it empty.'));
}
