/** Ufuncs: trigonometric and hyperbolic functions, degrees and radians. */
import { cosComplex, coshComplex, sinComplex, sinhComplex, tanComplex, tanhComplex } from '../math/complex';
import { FLOATS, INEXACT } from '../loopTypes';
import { binary, unary } from '../register';

const DEGREES_PER_RADIAN = 180 / Math.PI;
const RADIANS_PER_DEGREE = Math.PI / 180;

/** The sine of radians, within 2 ulp. Source: `numpy.sin`. */
export const sin = unary({ name: 'sin', types: INEXACT, number: Math.sin, complex: sinComplex });

/** The cosine of radians, within 2 ulp. Source: `numpy.cos`. */
export const cos = unary({ name: 'cos', types: INEXACT, number: Math.cos, complex: cosComplex });

/** The tangent of radians, within 2 ulp. Source: `numpy.tan`. */
export const tan = unary({ name: 'tan', types: INEXACT, number: Math.tan, complex: tanComplex });

/** The inverse sine in radians, −π/2 to π/2; NaN outside −1 to 1. Source: `numpy.arcsin`. */
export const arcsin = unary({ name: 'arcsin', types: FLOATS, number: Math.asin });

/** The inverse cosine in radians, 0 to π; NaN outside −1 to 1. Source: `numpy.arccos`. */
export const arccos = unary({ name: 'arccos', types: FLOATS, number: Math.acos });

/** The inverse tangent in radians, −π/2 to π/2. Source: `numpy.arctan`. */
export const arctan = unary({ name: 'arctan', types: FLOATS, number: Math.atan });

/** The angle of the point (x2, x1) in radians, −π to π. Source: `numpy.arctan2`. */
export const arctan2 = binary({ name: 'arctan2', types: FLOATS, number: (a, b) => Math.atan2(a, b) });

/** The hyperbolic sine. Source: `numpy.sinh`. */
export const sinh = unary({ name: 'sinh', types: INEXACT, number: Math.sinh, complex: sinhComplex });

/** The hyperbolic cosine. Source: `numpy.cosh`. */
export const cosh = unary({ name: 'cosh', types: INEXACT, number: Math.cosh, complex: coshComplex });

/** The hyperbolic tangent. Source: `numpy.tanh`. */
export const tanh = unary({ name: 'tanh', types: INEXACT, number: Math.tanh, complex: tanhComplex });

/** The inverse hyperbolic sine. Source: `numpy.arcsinh`. */
export const arcsinh = unary({ name: 'arcsinh', types: FLOATS, number: Math.asinh });

/** The inverse hyperbolic cosine; NaN below 1. Source: `numpy.arccosh`. */
export const arccosh = unary({ name: 'arccosh', types: FLOATS, number: Math.acosh });

/** The inverse hyperbolic tangent; NaN outside −1 to 1. Source: `numpy.arctanh`. */
export const arctanh = unary({ name: 'arctanh', types: FLOATS, number: Math.atanh });

/** Radians in degrees. Source: `numpy.degrees`. */
export const degrees = unary({
  name: 'degrees',
  types: FLOATS,
  number: (a, { round }) => a * round(DEGREES_PER_RADIAN),
});

/** Degrees in radians. Source: `numpy.radians`. */
export const radians = unary({
  name: 'radians',
  types: FLOATS,
  number: (a, { round }) => a * round(RADIANS_PER_DEGREE),
});
