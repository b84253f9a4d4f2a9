/**
 * Operations on complex numbers, in doubles: complex64 is rounded where it is stored.
 * Follows NumPy's `loops.c.src` (Smith's division) and the definitions of the functions in C.
 */
import type { Complex } from '../../dtype/items/read';
import { hypot } from './hypot';

const { abs, atan2, cos, cosh, exp, log, sin, sinh, sqrt } = Math;

/** A complex number of its parts. */
export const complex = (re: number, im: number): Complex => ({ re, im });
/** Whether a part is NaN. */
export const isComplexNaN = ({ re, im }: Complex): boolean => Number.isNaN(re) || Number.isNaN(im);
/** Whether both parts are 0. */
export const isComplexZero = ({ re, im }: Complex): boolean => re === 0 && im === 0;

/** The product. */
export const multiplyComplex = (a: Complex, b: Complex): Complex =>
  complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

/** The quotient, by Smith's method. */
export function divideComplex(a: Complex, b: Complex): Complex {
  const [re, im] = [abs(b.re), abs(b.im)];
  if (re >= im) {
    if (re === 0 && im === 0) return complex(a.re / re, a.im / re);
    const ratio = b.im / b.re;
    const scale = 1 / (b.re + b.im * ratio);
    return complex((a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale);
  }
  const ratio = b.re / b.im;
  const scale = 1 / (b.im + b.re * ratio);
  return complex((a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale);
}

/** The principal square root; of infinities and NaN as C's `csqrt`. */
export function sqrtComplex({ re, im }: Complex): Complex {
  if (re === 0 && im === 0) return complex(0, im);
  if (abs(im) === Infinity) return complex(Infinity, im);
  if (Number.isNaN(re)) return complex(re, NaN);
  if (abs(re) === Infinity) {
    const other = Number.isNaN(im) ? NaN : 0;
    return re < 0
      ? complex(other, Object.is(im, -0) || im < 0 ? -Infinity : Infinity)
      : complex(re, other === 0 ? 0 * im : NaN);
  }
  const length = sqrt((abs(re) + hypot(re, im)) / 2);
  if (re >= 0) return complex(length, im / (2 * length));
  return complex(abs(im) / (2 * length), Object.is(im, -0) || im < 0 ? -length : length);
}

/** e to the power of the number. */
export const expComplex = ({ re, im }: Complex): Complex => {
  const length = exp(re);
  return im === 0 ? complex(length, im) : complex(length * cos(im), length * sin(im));
};
/** The principal natural logarithm. */
export const logComplex = (a: Complex): Complex => complex(logLength(a.re, a.im), atan2(a.im, a.re));

/** The logarithm of the length, near the unit circle by the distance from it. */
function logLength(re: number, im: number): number {
  const [large, small] = abs(re) > abs(im) ? [abs(re), abs(im)] : [abs(im), abs(re)];
  const length = hypot(re, im);
  return length > 0.5 && length < 2 ? Math.log1p((large - 1) * (large + 1) + small * small) / 2 : log(length);
}

/** Both parts times a number. */
export const scaleComplex = (a: Complex, by: number): Complex => complex(a.re * by, a.im * by);
/** The sine. */
export const sinComplex = ({ re, im }: Complex): Complex => complex(sin(re) * cosh(im), cos(re) * sinh(im));
/** The cosine. */
export const cosComplex = ({ re, im }: Complex): Complex => complex(cos(re) * cosh(im), -sin(re) * sinh(im));
/** The hyperbolic sine. */
export const sinhComplex = ({ re, im }: Complex): Complex => complex(sinh(re) * cos(im), cosh(re) * sin(im));
/** The hyperbolic cosine. */
export const coshComplex = ({ re, im }: Complex): Complex => complex(cosh(re) * cos(im), sinh(re) * sin(im));

const timesI = ({ re, im }: Complex): Complex => complex(-im, re);
const byI = ({ re, im }: Complex): Complex => complex(im, -re);

/** The hyperbolic tangent. */
export function tanhComplex({ re, im }: Complex): Complex {
  if (abs(re) > 22) return complex(Math.sign(re), 4 * sin(im) * cos(im) * exp(-2 * abs(re)));
  const scale = 1 / (sinh(re) ** 2 + cos(im) ** 2);
  return complex(sinh(re) * cosh(re) * scale, sin(im) * cos(im) * scale);
}

/** a to the power b; integer powers below 100 by multiplication. */
export function powerComplex(a: Complex, b: Complex): Complex {
  if (isComplexZero(b)) return complex(1, 0);
  if (isComplexZero(a)) return b.re > 0 ? complex(0, 0) : complex(NaN, NaN);
  const integer = b.im === 0 && Number.isInteger(b.re) && abs(b.re) < 100 ? b.re : undefined;
  if (integer === undefined) return expComplex(multiplyComplex(b, logComplex(a)));
  let [result, factor] = [complex(1, 0), a];
  for (let rest = abs(integer); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyComplex(result, factor);
    factor = multiplyComplex(factor, factor);
  }
  return integer < 0 ? divideComplex(complex(1, 0), result) : result;
}

/** The number by its length, 0 for 0; of infinities as NumPy has it. */
export function signOfComplex(a: Complex): Complex {
  const length = hypot(a.re, a.im);
  if (Number.isNaN(length)) return complex(NaN, NaN);
  if (length === Infinity) {
    const [re, im] = [abs(a.re) === Infinity, abs(a.im) === Infinity];
    if (re && im) return complex(NaN, NaN);
    return re ? complex(Math.sign(a.re), 0) : complex(0, Math.sign(a.im));
  }
  return length === 0 ? complex(0, 0) : complex(a.re / length, a.im / length);
}

/** The tangent. */
export const tanComplex = (a: Complex): Complex => byI(tanhComplex(timesI(a)));

/** e to the power of the number, less 1, accurate near 0. */
export function expm1Complex({ re, im }: Complex): Complex {
  const half = sin(im / 2);
  return complex(Math.expm1(re) * cos(im) - 2 * half * half, exp(re) * sin(im));
}

/** 1 by the number, by Smith's method. */
export function reciprocalComplex({ re, im }: Complex): Complex {
  if (abs(im) <= abs(re)) {
    const ratio = im / re;
    const scale = re + im * ratio;
    return complex(1 / scale, -ratio / scale);
  }
  const ratio = re / im;
  const scale = re * ratio + im;
  return complex(ratio / scale, -1 / scale);
}

/** Both parts rounded to the nearest integer, halves to even. */
export const roundComplex = ({ re, im }: Complex): Complex => complex(nearest(re), nearest(im));

const nearest = (a: number): number => {
  const rounded = Math.round(a);
  return abs(a % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

const hasNaNPart = (a: Complex, b: Complex): boolean => Number.isNaN(a.im) || Number.isNaN(b.im);

/** Whether a sorts before b: by real parts, then by imaginary ones. */
export const isLessComplex = (a: Complex, b: Complex): boolean =>
  a.re === b.re ? a.im < b.im : a.re < b.re && !hasNaNPart(a, b);

/** Whether a sorts before b or equals it. */
export const isLessEqualComplex = (a: Complex, b: Complex): boolean =>
  a.re === b.re ? a.im <= b.im : a.re < b.re && !hasNaNPart(a, b);

/** Whether both parts are equal. */
export const isEqualComplex = (a: Complex, b: Complex): boolean => a.re === b.re && a.im === b.im;
