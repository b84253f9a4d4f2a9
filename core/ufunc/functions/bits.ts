/** Ufuncs: bits of integers and bools; floats are refused. */
import { INTEGERS, INTEGERS_AND_BOOL } from '../loopTypes';
import { binary, unary } from '../register';

/** Every bit inverted; of bool the logical not. Source: `numpy.invert`. */
export const invert = unary({
  name: 'invert',
  types: INTEGERS_AND_BOOL,
  number: (a, { kind }) => (kind === 'b' ? 1 - a : ~a),
  bigint: a => ~a,
});

/** The bits that are set in both. Source: `numpy.bitwise_and`. */
export const bitwiseAnd = binary({
  name: 'bitwiseAnd',
  types: INTEGERS_AND_BOOL,
  identity: -1,
  number: (a, b) => a & b,
  bigint: (a, b) => a & b,
});

/** The bits that are set in one or both. Source: `numpy.bitwise_or`. */
export const bitwiseOr = binary({
  name: 'bitwiseOr',
  types: INTEGERS_AND_BOOL,
  identity: 0,
  number: (a, b) => a | b,
  bigint: (a, b) => a | b,
});

/** The bits that are set in exactly one. Source: `numpy.bitwise_xor`. */
export const bitwiseXor = binary({
  name: 'bitwiseXor',
  types: INTEGERS_AND_BOOL,
  identity: 0,
  number: (a, b) => a ^ b,
  bigint: (a, b) => a ^ b,
});

/** The bits of x1 shifted left by x2; 0 for shifts by the width or more. Source: `numpy.left_shift`. */
export const leftShift = binary({
  name: 'leftShift',
  types: INTEGERS,
  number: (a, b, { bits }) => (b >= 0 && b < bits ? a << b : 0),
  bigint: (a, b) => (b >= 0n && b < 64n ? a << b : 0n),
});

/** The bits of x1 shifted right by x2, keeping the sign. Source: `numpy.right_shift`. */
export const rightShift = binary({
  name: 'rightShift',
  types: INTEGERS,
  number: (a, b, { kind, bits }) => {
    const isPast = b < 0 || b >= bits;
    if (kind === 'u') return isPast ? 0 : a >>> b;
    return isPast ? (a < 0 ? -1 : 0) : a >> b;
  },
  bigint: (a, b) => (b >= 0n && b < 64n ? a >> b : a < 0n ? -1n : 0n),
});
