/** A longdouble (x87 extended precision), decoded. */
export interface Extended {
  readonly class: 'finite' | 'infinite' | 'nan';
  readonly isNegative: boolean;
  readonly significand: bigint;
  readonly exponent: number;
}

/** Rounds to the nearest double; used for comparisons with a tolerance. */
export function asDouble({ class: kind, isNegative, significand, exponent }: Extended): number {
  if (kind === 'nan') return NaN;
  // In two steps: 2^exponent alone may be no double where the number is one.
  const half = Math.trunc(exponent / 2);
  const size = kind === 'infinite' ? Infinity : Number(significand) * 2 ** half * 2 ** (exponent - half);
  return isNegative ? -size : size;
}
