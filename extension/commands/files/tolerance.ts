/** Parses a tolerance in the notation of `np.isclose`. Independent of VS Code. */
import { InspectorError } from '../../../core/errors';
import { t } from '../../l10n';
import type { Tolerance } from '../../tasks/compare/compare';

/** NumPy's defaults. */
export const DEFAULT_TOLERANCE = 'rtol=1e-05, atol=1e-08, equal_nan=False';

/** Parses the tolerance. Omitted parts have NumPy's defaults; `0` alone means no tolerance. */
export function parseTolerance(text: string): Tolerance {
  const found = { rtol: 1e-5, atol: 1e-8, equalNan: false };
  const trimmed = text.trim();
  if (trimmed === '0') return { ...found, rtol: 0, atol: 0 };
  for (const part of trimmed.split(/[\s,;]+(?=[a-z])|,\s*$/).filter(Boolean)) {
    const [, name, value] = /^(rtol|atol|equal_nan)\s*=\s*(\S+)$/.exec(part.trim()) ?? [];
    const number = Number(value);
    if (name === 'equal_nan' && /^(true|false)$/i.test(value)) found.equalNan = /^true$/i.test(value);
    else if ((name === 'rtol' || name === 'atol') && Number.isFinite(number) && number >= 0)
      found[name] = number;
    else {
      throw new InspectorError('invalid-input', t("'{0}' is not a tolerance", part.trim()), {
        action: t('Enter it as {0}; 0 for none.', DEFAULT_TOLERANCE),
      });
    }
  }
  return found;
}
