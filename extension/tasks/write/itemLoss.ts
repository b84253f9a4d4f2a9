/** What would become of one number as another dtype: how it would not survive. */
import type { ExactValues } from '../walkTiles';

/** In the order in which they are said. */
export const LOSSES = ['range', 'nonfinite', 'fraction', 'imaginary', 'precision', 'truth', 'other'] as const;
export type Loss = (typeof LOSSES)[number];

type Value = ExactValues[number];

/** `before` as it is, and `after` it was converted to a dtype of `kind`; undefined where it is the same. */
export function itemLoss(before: Value, after: Value, kind: string): Loss | undefined {
  // Numbers and big ones compare as what they are, exactly.
  // eslint-disable-next-line eqeqeq
  if (before == after || (before !== before && after !== after)) return undefined;
  if (kind === 'b') return 'truth';
  if (kind !== 'i' && kind !== 'u') return Number.isFinite(Number(after)) ? 'precision' : 'range';
  if (typeof before === 'bigint') return 'range';
  if (!Number.isFinite(before)) return 'nonfinite';
  // eslint-disable-next-line eqeqeq
  return Math.trunc(before) == after ? 'fraction' : 'range';
}
