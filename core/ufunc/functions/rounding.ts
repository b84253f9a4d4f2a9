/** Ufuncs: rounding to integers. */
import { roundComplex } from '../math/complex';
import { roundHalfEven } from '../math/floats';
import { INEXACT, REALS_AND_BOOL } from '../loopTypes';
import { unary } from '../register';

/** The greatest integer that is not above x. Source: `numpy.floor`. */
export const floor = unary({
  name: 'floor',
  types: REALS_AND_BOOL,
  number: Math.floor,
  bigint: a => a,
});

/** The least integer that is not below x. Source: `numpy.ceil`. */
export const ceil = unary({ name: 'ceil', types: REALS_AND_BOOL, number: Math.ceil, bigint: a => a });

/** x rounded towards 0. Source: `numpy.trunc`. */
export const trunc = unary({ name: 'trunc', types: REALS_AND_BOOL, number: Math.trunc, bigint: a => a });

/** The nearest integer, halves to even. Source: `numpy.rint`. */
export const rint = unary({
  name: 'rint',
  types: INEXACT,
  number: a => roundHalfEven(a),
  complex: roundComplex,
});
