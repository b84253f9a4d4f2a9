/** Operations on integers, as NumPy's `loops.c.src` has them: of up to 32 bits as numbers, of 64 bits as bigints. */
import { InspectorError } from '../../errors';

/** The remainder, with the sign of `b`; 0 where `b` is. */
export function remainderOfIntegers(a: number, b: number): number {
  if (b === 0) return 0;
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

/** `base` to the power `exponent` (≥ 0), modulo 2^32. */
export function powerOfIntegers(base: number, exponent: number): number {
  let [result, factor, rest] = [1, base, exponent];
  while (rest > 0) {
    if (rest % 2 === 1) result = Math.imul(result, factor);
    factor = Math.imul(factor, factor);
    rest = Math.floor(rest / 2);
  }
  return result;
}

/** The quotient rounded down; 0 where `b` is. */
export function floorDivideBigints(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The remainder, with the sign of `b`; 0 where `b` is. */
export function remainderOfBigints(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** `base` to the power `exponent` (≥ 0), modulo 2^64. */
export function powerOfBigints(base: bigint, exponent: bigint): bigint {
  let [result, factor, rest] = [1n, base, exponent];
  while (rest > 0n) {
    if ((rest & 1n) === 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
    rest >>= 1n;
  }
  return result;
}

/** `ValueError` for a negative exponent of integers. */
export function checkExponents(exponents: ArrayLike<number | bigint>, count: number): void {
  for (let k = 0; k < count; k++) {
    if (exponents[k] >= 0) continue;
    throw new InspectorError('invalid-input', 'Integers to negative integer powers are not allowed.', {
      numpyName: 'ValueError',
      action: 'Convert the base to floats first.',
    });
  }
}
