/** Arithmetic of 64-bit integers, as bigints: results wrap around where they are stored. */

export interface WideKind {
  readonly isUnsigned: boolean;
}

export type WideUnary = (a: bigint, kind: WideKind) => bigint;
export type WideBinary = (a: bigint, b: bigint, kind: WideKind) => bigint;

const bool = (value: boolean): bigint => (value ? 1n : 0n);
const LEAST = -(2n ** 63n);

function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function remainder(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, factor, rest] = [1n, base, exponent];
  while (rest > 0n) {
    if ((rest & 1n) === 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
    rest >>= 1n;
  }
  return result;
}

export const WIDE_UNARY: Readonly<Record<string, WideUnary>> = {
  negative: a => -a,
  positive: a => a,
  absolute: a => (a < 0n ? -a : a),
  sign: a => (a > 0n ? 1n : a < 0n ? -1n : 0n),
  square: a => a * a,
  reciprocal: (a, { isUnsigned }) => (a === 0n ? (isUnsigned ? 0n : LEAST) : 1n / a),
  conjugate: a => a,
  floor: a => a,
  ceil: a => a,
  trunc: a => a,
  invert: a => ~a,
  logicalNot: a => bool(a === 0n),
  isnan: () => 0n,
  isinf: () => 0n,
  isfinite: () => 1n,
};

export const WIDE_BINARY: Readonly<Record<string, WideBinary>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  floorDivide,
  remainder,
  fmod: (a, b) => (b === 0n ? 0n : a % b),
  power,
  maximum: (a, b) => (a > b ? a : b),
  minimum: (a, b) => (a < b ? a : b),
  fmax: (a, b) => (a > b ? a : b),
  fmin: (a, b) => (a < b ? a : b),
  equal: (a, b) => bool(a === b),
  notEqual: (a, b) => bool(a !== b),
  less: (a, b) => bool(a < b),
  lessEqual: (a, b) => bool(a <= b),
  greater: (a, b) => bool(a > b),
  greaterEqual: (a, b) => bool(a >= b),
  logicalAnd: (a, b) => bool(a !== 0n && b !== 0n),
  logicalOr: (a, b) => bool(a !== 0n || b !== 0n),
  logicalXor: (a, b) => bool((a !== 0n) !== (b !== 0n)),
  bitwiseAnd: (a, b) => a & b,
  bitwiseOr: (a, b) => a | b,
  bitwiseXor: (a, b) => a ^ b,
  leftShift: (a, b) => (b >= 0n && b < 64n ? a << b : 0n),
  rightShift: (a, b) => (b >= 0n && b < 64n ? a >> b : a < 0n ? -1n : 0n),
};
