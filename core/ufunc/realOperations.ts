/**
 * Arithmetic of real numbers that a double holds: floats, booleans, integers of up to 32 bits. Results are exact or rounded
 * once to a double; the caller rounds floats to their format and wraps integers around.
 * Follows NumPy's `loops.c.src`, `loops_arithmetic.dispatch.c.src` and `npy_math_internal.h.src`.
 */
import { hypot } from './hypot';

/** What the loop is run for: functions that differ between kinds look at it. */
export interface RealKind {
  readonly kind: 'b' | 'i' | 'u' | 'f';
  /** Of integers: 8, 16 or 32. */
  readonly bits: number;
  /** Rounds to the format that a float is computed in: float32 for float16 too. */
  readonly round: (value: number) => number;
}

export type Unary = (a: number, kind: RealKind) => number;
export type Binary = (a: number, b: number, kind: RealKind) => number;

const isFloat = ({ kind }: RealKind): boolean => kind === 'f';
const isHalf = ({ kind, bits }: RealKind): boolean => kind === 'f' && bits === 16;
const isNegative = (a: number): boolean => a < 0 || Object.is(a, -0);
const copySign = (a: number, sign: number): number => (isNegative(a) === isNegative(sign) ? a : -a);

/** `npy_divmod`: the quotient rounded down, and what is left, with the sign of the divisor. */
function divideFloats(a: number, b: number, round: RealKind['round']): readonly [number, number] {
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

function floorRest(a: number, b: number): number {
  if (b === 0) return 0;
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

function power(a: number, b: number, kind: RealKind): number {
  if (!isFloat(kind)) return integerPower(a, b);
  if (a === 1 || b === 0) return 1;
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1;
  return a ** b;
}

/** Modulo 2^32. */
function integerPower(base: number, exponent: number): number {
  let [result, factor, rest] = [1, base, exponent];
  while (rest > 0) {
    if (rest % 2 === 1) result = Math.imul(result, factor);
    factor = Math.imul(factor, factor);
    rest = Math.floor(rest / 2);
  }
  return result;
}

/** To the nearest whole number, halves to even. */
export function rint(a: number): number {
  if (!(Math.abs(a) < 2 ** 52)) return a;
  const big = a < 0 ? -(2 ** 52) : 2 ** 52;
  return copySign(a + big - big, a);
}

const DEGREES = 180 / Math.PI;
const RADIANS = Math.PI / 180;
const bool = (value: boolean): number => (value ? 1 : 0);

export const UNARY: Readonly<Record<string, Unary>> = {
  negative: (a, kind) => (isFloat(kind) ? -a : 0 - a),
  positive: a => a,
  absolute: a => Math.abs(a),
  fabs: a => Math.abs(a),
  sign: a => (a > 0 ? 1 : a < 0 ? -1 : a === 0 ? 0 : NaN),
  square: (a, kind) => (isFloat(kind) ? a * a : Math.imul(a, a)),
  reciprocal: (a, kind) => (isFloat(kind) ? 1 / a : a === 0 ? integerOfZero(kind) : Math.trunc(1 / a)),
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  exp: Math.exp,
  exp2: a => 2 ** a,
  expm1: Math.expm1,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  arcsinh: Math.asinh,
  arccosh: Math.acosh,
  arctanh: Math.atanh,
  degrees: (a, { round }) => a * round(DEGREES),
  radians: (a, { round }) => a * round(RADIANS),
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  rint,
  conjugate: a => a,
  invert: (a, { kind }) => (kind === 'b' ? 1 - a : ~a),
  logicalNot: a => bool(a === 0),
  isnan: a => bool(Number.isNaN(a)),
  isinf: a => bool(a === Infinity || a === -Infinity),
  isfinite: a => bool(Number.isFinite(a)),
  signbit: a => bool(isNegative(a)),
};

/** What the conversion of 1/0 to an integer gives. */
const integerOfZero = ({ kind, bits }: RealKind): number => (kind === 'u' || bits < 32 ? 0 : -(2 ** 31));

export const BINARY: Readonly<Record<string, Binary>> = {
  add: (a, b, { kind }) => (kind === 'b' ? a | b : a + b),
  subtract: (a, b) => a - b,
  multiply: (a, b, kind) => (isFloat(kind) ? a * b : Math.imul(a, b)),
  divide: (a, b) => a / b,
  floorDivide: (a, b, kind) => {
    if (isFloat(kind)) return divideFloats(a, b, kind.round)[0];
    return b === 0 ? 0 : Math.floor(a / b);
  },
  remainder: (a, b, kind) => (isFloat(kind) ? divideFloats(a, b, kind.round)[1] : floorRest(a, b)),
  fmod: (a, b, kind) => (b === 0 && !isFloat(kind) ? 0 : a % b),
  power,
  arctan2: (a, b) => Math.atan2(a, b),
  hypot,
  copysign: copySign,
  // Of equal zeros the second; but for float16, whose loops are written out, the first.
  maximum: (a, b, kind) => (a > b || Number.isNaN(a) || (a === b && isHalf(kind)) ? a : b),
  minimum: (a, b, kind) => (a < b || Number.isNaN(a) || (a === b && isHalf(kind)) ? a : b),
  fmax: (a, b) => (a >= b || Number.isNaN(b) ? a : b),
  fmin: (a, b) => (a <= b || Number.isNaN(b) ? a : b),
  equal: (a, b) => bool(a === b),
  notEqual: (a, b) => bool(a !== b),
  less: (a, b) => bool(a < b),
  lessEqual: (a, b) => bool(a <= b),
  greater: (a, b) => bool(a > b),
  greaterEqual: (a, b) => bool(a >= b),
  logicalAnd: (a, b) => bool(a !== 0 && b !== 0),
  logicalOr: (a, b) => bool(a !== 0 || b !== 0),
  logicalXor: (a, b) => bool((a !== 0) !== (b !== 0)),
  bitwiseAnd: (a, b) => a & b,
  bitwiseOr: (a, b) => a | b,
  bitwiseXor: (a, b) => a ^ b,
  leftShift: (a, b, { bits }) => (b >= 0 && b < bits ? a << b : 0),
  rightShift: (a, b, { kind, bits }) => {
    const isPast = b < 0 || b >= bits;
    if (kind === 'u') return isPast ? 0 : a >>> b;
    return isPast ? (a < 0 ? -1 : 0) : a >> b;
  },
};

export { divideFloats };
