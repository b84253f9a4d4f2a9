/** How the conversion of a number to another dtype changes it. */
import type { ExactValues } from '../walkTiles';

/** The kinds of loss. */
export const LOSSES = ['range', 'nonfinite', 'fraction', 'imaginary', 'precision', 'truth', 'other'] as const;
/** A kind of loss. */
export type Loss = (typeof LOSSES)[number];

type Value = ExactValues[number];

/** Classifies the change from `before` to `after`, its conversion to a dtype of `kind`; undefined where they are equal. */
export function itemLoss(before: Value, after: Value, kind: string): Loss | undefined {
  // `==` compares numbers with bigints exactly.
  // eslint-disable-next-line eqeqeq
  if (before == after || (before !== before && after !== after)) return undefined;
  if (kind === 'b') return 'truth';
  if (kind !== 'i' && kind !== 'u') return Number.isFinite(Number(after)) ? 'precision' : 'range';
  if (typeof before === 'bigint') return 'range';
  if (!Number.isFinite(before)) return 'nonfinite';
  // eslint-disable-next-line eqeqeq
  return Math.trunc(before) == after ? 'fraction' : 'range';
}
