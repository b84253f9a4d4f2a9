/** Ufuncs: truth values, and tests for NaN, infinities and NaT. */
import { isComplexNaN, isComplexZero } from '../math/complex';
import { ALL_TYPES } from '../loopTypes';
import { binary, unary } from '../register';
import { testTime } from '../time/timeLoops';
import type { NumberBlock } from '../ufunc';

const bool = (value: boolean): number => (value ? 1 : 0);
const bigBool = (value: boolean): bigint => (value ? 1n : 0n);
const everyKind = (block: NumberBlock) => ({ bool: block, integer: block, half: block, float: block });

/** Whether both are true, as bool. Source: `numpy.logical_and`. */
export const logicalAnd = binary({
  name: 'logicalAnd',
  types: ALL_TYPES,
  result: 'bool',
  identity: 1,
  castsToBool: true,
  number: (a, b) => bool(a !== 0 && b !== 0),
  bigint: (a, b) => bigBool(a !== 0n && b !== 0n),
  complex: (a, b) => bool(!isComplexZero(a) && !isComplexZero(b)),
  numberBlocks: everyKind((x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] !== 0 && x2[k] !== 0 ? 1 : 0;
  }),
});

/** Whether one or both are true, as bool. Source: `numpy.logical_or`. */
export const logicalOr = binary({
  name: 'logicalOr',
  types: ALL_TYPES,
  result: 'bool',
  identity: 0,
  castsToBool: true,
  number: (a, b) => bool(a !== 0 || b !== 0),
  bigint: (a, b) => bigBool(a !== 0n || b !== 0n),
  complex: (a, b) => bool(!isComplexZero(a) || !isComplexZero(b)),
  numberBlocks: everyKind((x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] !== 0 || x2[k] !== 0 ? 1 : 0;
  }),
});

/** Whether exactly one is true, as bool. Source: `numpy.logical_xor`. */
export const logicalXor = binary({
  name: 'logicalXor',
  types: ALL_TYPES,
  result: 'bool',
  identity: 0,
  castsToBool: true,
  number: (a, b) => bool((a !== 0) !== (b !== 0)),
  bigint: (a, b) => bigBool((a !== 0n) !== (b !== 0n)),
  complex: (a, b) => bool(isComplexZero(a) !== isComplexZero(b)),
});

/** Whether x is 0, as bool. Source: `numpy.logical_not`. */
export const logicalNot = unary({
  name: 'logicalNot',
  types: ALL_TYPES,
  result: 'bool',
  number: a => bool(a === 0),
  bigint: a => bigBool(a === 0n),
  complex: a => bool(isComplexZero(a)),
});

/** Whether x is NaN or NaT, as bool. Source: `numpy.isnan`. */
export const isnan = unary({
  name: 'isnan',
  types: ALL_TYPES,
  result: 'bool',
  number: a => bool(Number.isNaN(a)),
  bigint: () => 0n,
  complex: a => bool(isComplexNaN(a)),
  time: testTime(isNaT => isNaT),
});

const isInfinite = (a: number): boolean => a === Infinity || a === -Infinity;

/** Whether x is infinite, as bool. Source: `numpy.isinf`. */
export const isinf = unary({
  name: 'isinf',
  types: ALL_TYPES,
  result: 'bool',
  number: a => bool(isInfinite(a)),
  bigint: () => 0n,
  complex: a => bool(isInfinite(a.re) || isInfinite(a.im)),
  time: testTime(() => false),
});

/** Whether x is neither infinite nor NaN nor NaT, as bool. Source: `numpy.isfinite`. */
export const isfinite = unary({
  name: 'isfinite',
  types: ALL_TYPES,
  result: 'bool',
  number: a => bool(Number.isFinite(a)),
  bigint: () => 1n,
  complex: a => bool(Number.isFinite(a.re) && Number.isFinite(a.im)),
  time: testTime(isNaT => !isNaT),
});
