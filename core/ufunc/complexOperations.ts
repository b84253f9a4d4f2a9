/**
 * Arithmetic of complex numbers, in doubles: complex64 is rounded where it is stored.
 * Follows NumPy's `loops.c.src` (Smith's division) and the usual definitions of the functions.
 */
import type { Complex } from '../dtype/items/read';
import { hypot } from './hypot';

export type ComplexUnary = (a: Complex) => Complex | number;
export type ComplexBinary = (a: Complex, b: Complex) => Complex | number;

const { abs, atan2, cos, cosh, exp, log, sin, sinh, sqrt } = Math;
const bool = (value: boolean): number => (value ? 1 : 0);
const of = (re: number, im: number): Complex => ({ re, im });
const isNaN = ({ re, im }: Complex): boolean => Number.isNaN(re) || Number.isNaN(im);
const isZero = ({ re, im }: Complex): boolean => re === 0 && im === 0;

const multiply = (a: Complex, b: Complex): Complex =>
  of(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

function divide(a: Complex, b: Complex): Complex {
  const [re, im] = [abs(b.re), abs(b.im)];
  if (re >= im) {
    if (re === 0 && im === 0) return of(a.re / re, a.im / re);
    const ratio = b.im / b.re;
    const scale = 1 / (b.re + b.im * ratio);
    return of((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale);
  }
  const ratio = b.re / b.im;
  const scale = 1 / (b.im + b.re * ratio);
  return of((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale);
}

function squareRoot({ re, im }: Complex): Complex {
  if (re === 0 && im === 0) return of(0, im);
  if (abs(im) === Infinity) return of(Infinity, im);
  if (Number.isNaN(re)) return of(re, NaN);
  if (abs(re) === Infinity) {
    const other = Number.isNaN(im) ? NaN : 0;
    return re < 0
      ? of(other, Object.is(im, -0) || im < 0 ? -Infinity : Infinity)
      : of(re, other === 0 ? 0 * im : NaN);
  }
  const size = sqrt((abs(re) + hypot(re, im)) / 2);
  if (re >= 0) return of(size, im / (2 * size));
  return of(abs(im) / (2 * size), Object.is(im, -0) || im < 0 ? -size : size);
}

const exponential = ({ re, im }: Complex): Complex => {
  const size = exp(re);
  return im === 0 ? of(size, im) : of(size * cos(im), size * sin(im));
};
const logarithm = (a: Complex): Complex => of(logSize(a.re, a.im), atan2(a.im, a.re));

/** Near the unit circle the difference from it counts. */
function logSize(re: number, im: number): number {
  const [most, least] = abs(re) > abs(im) ? [abs(re), abs(im)] : [abs(im), abs(re)];
  const size = hypot(re, im);
  return size > 0.5 && size < 2 ? Math.log1p((most - 1) * (most + 1) + least * least) / 2 : log(size);
}

const scaled = (a: Complex, by: number): Complex => of(a.re * by, a.im * by);
const sine = ({ re, im }: Complex): Complex => of(sin(re) * cosh(im), cos(re) * sinh(im));
const cosine = ({ re, im }: Complex): Complex => of(cos(re) * cosh(im), -sin(re) * sinh(im));
const hyperbolicSine = ({ re, im }: Complex): Complex => of(sinh(re) * cos(im), cosh(re) * sin(im));
const hyperbolicCosine = ({ re, im }: Complex): Complex => of(cosh(re) * cos(im), sinh(re) * sin(im));
/** i·z, and back. */
const turned = ({ re, im }: Complex): Complex => of(-im, re);
const turnedBack = ({ re, im }: Complex): Complex => of(im, -re);

function hyperbolicTangent({ re, im }: Complex): Complex {
  if (abs(re) > 22) return of(Math.sign(re), 4 * sin(im) * cos(im) * exp(-2 * abs(re)));
  const scale = 1 / (sinh(re) ** 2 + cos(im) ** 2);
  return of(sinh(re) * cosh(re) * scale, sin(im) * cos(im) * scale);
}

function power(a: Complex, b: Complex): Complex {
  if (isZero(b)) return of(1, 0);
  if (isZero(a)) return b.re > 0 ? of(0, 0) : of(NaN, NaN);
  const whole = b.im === 0 && Number.isInteger(b.re) && abs(b.re) < 100 ? b.re : undefined;
  if (whole === undefined) return exponential(multiply(b, logarithm(a)));
  let [result, factor] = [of(1, 0), a];
  for (let rest = abs(whole); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, factor);
    factor = multiply(factor, factor);
  }
  return whole < 0 ? divide(of(1, 0), result) : result;
}

function signOf(a: Complex): Complex {
  const size = hypot(a.re, a.im);
  if (Number.isNaN(size)) return of(NaN, NaN);
  if (size === Infinity) {
    const [re, im] = [abs(a.re) === Infinity, abs(a.im) === Infinity];
    if (re && im) return of(NaN, NaN);
    return re ? of(Math.sign(a.re), 0) : of(0, Math.sign(a.im));
  }
  return size === 0 ? of(0, 0) : of(a.re / size, a.im / size);
}

/** As NumPy sorts: real parts first, then imaginary ones. */
const isLess = (a: Complex, b: Complex): boolean =>
  a.re === b.re ? a.im < b.im : a.re < b.re && !isOdd(a, b);
const isOdd = (a: Complex, b: Complex): boolean => Number.isNaN(a.im) || Number.isNaN(b.im);
const isLessEqual = (a: Complex, b: Complex): boolean =>
  a.re === b.re ? a.im <= b.im : a.re < b.re && !isOdd(a, b);
const isEqual = (a: Complex, b: Complex): boolean => a.re === b.re && a.im === b.im;

export const COMPLEX_UNARY: Readonly<Record<string, ComplexUnary>> = {
  negative: a => of(-a.re, -a.im),
  positive: a => a,
  absolute: a => hypot(a.re, a.im),
  sign: signOf,
  square: a => of(a.re * a.re - a.im * a.im, 2 * (a.re * a.im)),
  reciprocal: a => {
    if (abs(a.im) <= abs(a.re)) {
      const ratio = a.im / a.re;
      const scale = a.re + a.im * ratio;
      return of(1 / scale, -ratio / scale);
    }
    const ratio = a.re / a.im;
    const scale = a.re * ratio + a.im;
    return of(ratio / scale, -1 / scale);
  },
  conjugate: a => of(a.re, -a.im),
  sqrt: squareRoot,
  exp: exponential,
  exp2: a => exponential(scaled(a, Math.LN2)),
  expm1: a => {
    const half = sin(a.im / 2);
    return of(Math.expm1(a.re) * cos(a.im) - 2 * half * half, exp(a.re) * sin(a.im));
  },
  log: logarithm,
  log2: a => scaled(logarithm(a), Math.LOG2E),
  log10: a => scaled(logarithm(a), Math.LOG10E),
  log1p: a => of(log(hypot(a.re + 1, a.im)), atan2(a.im, a.re + 1)),
  sin: sine,
  cos: cosine,
  tan: a => turnedBack(hyperbolicTangent(turned(a))),
  sinh: hyperbolicSine,
  cosh: hyperbolicCosine,
  tanh: hyperbolicTangent,
  rint: a => of(nearest(a.re), nearest(a.im)),
  logicalNot: a => bool(isZero(a)),
  isnan: a => bool(isNaN(a)),
  isinf: a => bool(abs(a.re) === Infinity || abs(a.im) === Infinity),
  isfinite: a => bool(Number.isFinite(a.re) && Number.isFinite(a.im)),
};

const nearest = (a: number): number => {
  const rounded = Math.round(a);
  return abs(a % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

export const COMPLEX_BINARY: Readonly<Record<string, ComplexBinary>> = {
  add: (a, b) => of(a.re + b.re, a.im + b.im),
  subtract: (a, b) => of(a.re - b.re, a.im - b.im),
  multiply,
  divide,
  power,
  maximum: (a, b) => (isNaN(a) || (!isNaN(b) && isLessEqual(b, a)) ? a : b),
  minimum: (a, b) => (isNaN(a) || (!isNaN(b) && isLessEqual(a, b)) ? a : b),
  fmax: (a, b) => (isNaN(b) || isLessEqual(b, a) ? a : b),
  fmin: (a, b) => (isNaN(b) || isLessEqual(a, b) ? a : b),
  equal: (a, b) => bool(isEqual(a, b)),
  notEqual: (a, b) => bool(!isEqual(a, b)),
  less: (a, b) => bool(isLess(a, b)),
  lessEqual: (a, b) => bool(isLessEqual(a, b)),
  greater: (a, b) => bool(isLess(b, a)),
  greaterEqual: (a, b) => bool(isLessEqual(b, a)),
  logicalAnd: (a, b) => bool(!isZero(a) && !isZero(b)),
  logicalOr: (a, b) => bool(!isZero(a) || !isZero(b)),
  logicalXor: (a, b) => bool(isZero(a) !== isZero(b)),
};
