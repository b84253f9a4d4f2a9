/** Ufuncs: absolute values, signs and lengths. */
import { hypot as hypotOf } from '../math/hypot';
import { signOfComplex } from '../math/complex';
import { copySign, hasSign } from '../math/floats';
import { ALL_TYPES, FLOATS, NUMBERS } from '../loopTypes';
import { byClass } from '../refusals';
import { binary, unary } from '../register';
import { mapTimedelta, signOfTimedelta } from '../time/timeLoops';

/** |x|; of complex numbers their length, as a float. Source: `numpy.absolute`. */
export const absolute = unary({
  name: 'absolute',
  types: ALL_TYPES,
  result: 'real',
  refusal: byClass,
  number: a => Math.abs(a),
  bigint: a => (a < 0n ? -a : a),
  complex: a => hypotOf(a.re, a.im),
  time: mapTimedelta(ticks => (ticks < 0n ? -ticks : ticks)),
});
export { absolute as abs };

/** |x| as a float; complex numbers are refused. Source: `numpy.fabs`. */
export const fabs = unary({ name: 'fabs', types: FLOATS, number: a => Math.abs(a) });

/** −1, 0 or 1; of a complex number x/|x|; NaN of NaN. Source: `numpy.sign`. */
export const sign = unary({
  name: 'sign',
  types: NUMBERS,
  refusal: byClass,
  refusesBool: true,
  number: a => (a > 0 ? 1 : a < 0 ? -1 : a === 0 ? 0 : NaN),
  bigint: a => (a > 0n ? 1n : a < 0n ? -1n : 0n),
  complex: signOfComplex,
  time: signOfTimedelta,
});

/** Whether the sign bit is set (it is for −0.0), as bool. Source: `numpy.signbit`. */
export const signbit = unary({
  name: 'signbit',
  types: FLOATS,
  result: 'bool',
  number: a => (hasSign(a) ? 1 : 0),
});

/** x1 with the sign of x2. Source: `numpy.copysign`. */
export const copysign = binary({ name: 'copysign', types: FLOATS, number: (a, b) => copySign(a, b) });

/** √(x1² + x2²), without overflow on the way. Source: `numpy.hypot`. */
export const hypot = binary({
  name: 'hypot',
  types: FLOATS,
  identity: 0,
  number: (a, b) => hypotOf(a, b),
});
