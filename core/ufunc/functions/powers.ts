/** Ufuncs: powers, roots, exponentials and logarithms. */
import { hypot } from '../math/hypot';
import {
  complex,
  expComplex,
  expm1Complex,
  logComplex,
  powerComplex,
  scaleComplex,
  sqrtComplex,
} from '../math/complex';
import { powerOfFloats } from '../math/floats';
import { checkExponents, powerOfBigints, powerOfIntegers } from '../math/integers';
import { FLOATS, INEXACT, NUMBERS } from '../loopTypes';
import { bySignature } from '../refusals';
import { binary, unary } from '../register';

/** x1 to the power x2; `ValueError` for integers to negative powers. Source: `numpy.power`. */
export const power = binary({
  name: 'power',
  types: NUMBERS,
  refusal: bySignature,
  number: (a, b, { kind }) => (kind === 'f' ? powerOfFloats(a, b) : powerOfIntegers(a, b)),
  bigint: powerOfBigints,
  complex: powerComplex,
  checkIntegers: checkExponents,
});

/** x·x. Source: `numpy.square`. */
export const square = unary({
  name: 'square',
  types: NUMBERS,
  number: (a, { kind }) => (kind === 'f' ? a * a : Math.imul(a, a)),
  bigint: a => a * a,
  complex: a => complex(a.re * a.re - a.im * a.im, 2 * (a.re * a.im)),
});

/** The square root, correctly rounded; NaN below 0. Source: `numpy.sqrt`. */
export const sqrt = unary({ name: 'sqrt', types: INEXACT, number: Math.sqrt, complex: sqrtComplex });

/** The cube root, within 2 ulp. Source: `numpy.cbrt`. */
export const cbrt = unary({ name: 'cbrt', types: FLOATS, number: Math.cbrt });

/** eˣ, within 2 ulp. Source: `numpy.exp`. */
export const exp = unary({ name: 'exp', types: INEXACT, number: Math.exp, complex: expComplex });

/** 2ˣ, within 2 ulp. Source: `numpy.exp2`. */
export const exp2 = unary({
  name: 'exp2',
  types: INEXACT,
  number: a => 2 ** a,
  complex: a => expComplex(scaleComplex(a, Math.LN2)),
});

/** eˣ − 1, within 2 ulp near 0 too. Source: `numpy.expm1`. */
export const expm1 = unary({ name: 'expm1', types: INEXACT, number: Math.expm1, complex: expm1Complex });

/** The natural logarithm, within 2 ulp; −inf at 0, NaN below. Source: `numpy.log`. */
export const log = unary({ name: 'log', types: INEXACT, number: Math.log, complex: logComplex });

/** The logarithm to base 2, within 2 ulp. Source: `numpy.log2`. */
export const log2 = unary({
  name: 'log2',
  types: INEXACT,
  number: Math.log2,
  complex: a => scaleComplex(logComplex(a), Math.LOG2E),
});

/** The logarithm to base 10, within 2 ulp. Source: `numpy.log10`. */
export const log10 = unary({
  name: 'log10',
  types: INEXACT,
  number: Math.log10,
  complex: a => scaleComplex(logComplex(a), Math.LOG10E),
});

/** log(1 + x), within 2 ulp near 0 too. Source: `numpy.log1p`. */
export const log1p = unary({
  name: 'log1p',
  types: INEXACT,
  number: Math.log1p,
  complex: a => complex(Math.log(hypot(a.re + 1, a.im)), Math.atan2(a.im, a.re + 1)),
});
