/** Operations on floats, as NumPy's `npy_math_internal.h.src` has them. */

/** Rounds to the precision of the computation. */
export type Round = (value: number) => number;

/** Whether the sign bit is set, which it is of −0. NaN counts as positive. */
export const hasSign = (a: number): boolean => a < 0 || Object.is(a, -0);

/** `a` with the sign of `sign`. */
export const copySign = (a: number, sign: number): number => (hasSign(a) === hasSign(sign) ? a : -a);

/** Returns [a // b, a % b]: the quotient rounded down, and the remainder with the sign of `b`. Follows `npy_divmod`. */
export function divmodFloats(a: number, b: number, round: Round): readonly [number, number] {
  let rest = a % b;
  if (b === 0) return [round(a / b), rest];
  let quotient = round(round(a - rest) / b);
  if (rest === 0) rest = copySign(0, b);
  else if (Number.isNaN(rest) || b < 0 !== rest < 0) {
    rest = round(rest + b);
    quotient = round(quotient - 1);
  }
  if (quotient === 0) return [copySign(0, round(a / b)), rest];
  const floor = Math.floor(quotient);
  return [round(quotient - floor) > 0.5 ? round(floor + 1) : floor, rest];
}

/** `a` to the power `b`, with C's results where JavaScript gives NaN. */
export function powerOfFloats(a: number, b: number): number {
  if (a === 1 || b === 0) return 1;
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1;
  return a ** b;
}

/** Rounds to the nearest integer, halves to even. */
export function roundHalfEven(a: number): number {
  if (!(Math.abs(a) < 2 ** 52)) return a;
  const big = a < 0 ? -(2 ** 52) : 2 ** 52;
  return copySign(a + big - big, a);
}
