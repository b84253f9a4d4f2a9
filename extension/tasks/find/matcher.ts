/**
 * Chooses the matcher for a dtype; one is made for each leaf field of a search.
 * Invariant: matchers are exact. The value is stored as by `np.array(value, dtype)` and compared as NumPy compares, except
 * that `nan` and `NaT` match themselves.
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

/** Throws `invalid-input` where no item of the dtype can match the query. */
export function matcherOf(dtype: DType, query: Query): Matcher {
  if (dtype.kind === 'c') return complexMatcher(dtype, query);
  if (isWide(dtype)) return wideMatcher(dtype, query);
  if (dtype.format) return numberMatcher(dtype, query);
  if (query.tolerance === undefined) return byteMatcher(dtype, query);
  throw toleranceError(t('Items of {0} have no tolerance', dtype.name), t('Leave the tolerance empty.'));
}
