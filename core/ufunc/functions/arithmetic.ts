/** Ufuncs: sums, differences, products and quotients. */
import type { NDArray } from '../../ndarray/ndarray';
import { complex, divideComplex, multiplyComplex, reciprocalComplex } from '../math/complex';
import { divmodFloats } from '../math/floats';
import { floorDivideBigints, remainderOfBigints, remainderOfIntegers } from '../math/integers';
import { ALL_TYPES, NUMBERS, NUMBERS_IN_FLOATS, REALS } from '../loopTypes';
import type { Operand } from '../operands';
import { byClass, bySignature, byTimeResolver } from '../refusals';
import { binary, unary } from '../register';
import { concatenate } from '../text/concatenate';
import {
  divideTimes,
  floorDivideTimes,
  mapTimedelta,
  multiplyTimes,
  remainderOfTimes,
  sumOfTimes,
} from '../time/timeLoops';
import type { NumberBlock, NumberKind } from '../ufunc';

const addBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] + x2[k];
};

/** x1 + x2, bit for bit; integers wrap around, texts are concatenated. Source: `numpy.add`. */
export const add = binary({
  name: 'add',
  types: ALL_TYPES,
  identity: 0,
  refusal: byTimeResolver,
  number: (a, b, { kind }) => (kind === 'b' ? a | b : a + b),
  bigint: (a, b) => a + b,
  complex: (a, b) => complex(a.re + b.re, a.im + b.im),
  text: concatenate,
  time: sumOfTimes(['mm', 'Mm', 'mM'], (a, b) => a + b),
  kernel: 'add',
  numberBlocks: { integer: addBlock, float: addBlock },
  bigintBlock: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x1[k] + x2[k]);
  },
});

const subtractBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] - x2[k];
};

/** x1 − x2, bit for bit; integers wrap around, bool is refused. Source: `numpy.subtract`. */
export const subtract = binary({
  name: 'subtract',
  types: NUMBERS,
  refusal: byTimeResolver,
  refusesBool:
    'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the ' +
    'logical_xor function instead.',
  number: (a, b) => a - b,
  bigint: (a, b) => a - b,
  complex: (a, b) => complex(a.re - b.re, a.im - b.im),
  time: sumOfTimes(['mm', 'Mm', 'MM'], (a, b) => a - b),
  kernel: 'subtract',
  numberBlocks: { integer: subtractBlock, half: subtractBlock, float: subtractBlock },
  bigintBlock: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x1[k] - x2[k]);
  },
});

const multiplyBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] * x2[k];
};
const multiplyIntegerBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = Math.imul(x1[k], x2[k]);
};

/** x1 · x2, bit for bit; integers wrap around. Source: `numpy.multiply`. */
export const multiply = binary({
  name: 'multiply',
  types: ALL_TYPES,
  identity: 1,
  refusal: byTimeResolver,
  number: (a, b, { kind }) => (kind === 'f' ? a * b : Math.imul(a, b)),
  bigint: (a, b) => a * b,
  complex: multiplyComplex,
  time: multiplyTimes,
  kernel: 'multiply',
  numberBlocks: {
    bool: multiplyIntegerBlock,
    integer: multiplyIntegerBlock,
    half: multiplyBlock,
    float: multiplyBlock,
  },
  bigintBlock: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = BigInt.asIntN(64, x1[k] * x2[k]);
  },
});

const divideBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] / x2[k];
};

/** x1 / x2, bit for bit; integers are divided in float64. Source: `numpy.divide`. */
export const divide = binary({
  name: 'divide',
  types: NUMBERS_IN_FLOATS,
  result: 'float',
  refusal: byTimeResolver,
  number: (a, b) => a / b,
  complex: divideComplex,
  time: divideTimes,
  kernel: 'divide',
  numberBlocks: { half: divideBlock, float: divideBlock },
});
export { divide as trueDivide };

/** x1 / x2 rounded down; 0 where integers are divided by 0. Source: `numpy.floor_divide`. */
export const floorDivide = binary({
  name: 'floorDivide',
  types: REALS,
  refusal: byTimeResolver,
  number: (a, b, { kind, round }) => {
    if (kind === 'f') return divmodFloats(a, b, round)[0];
    return b === 0 ? 0 : Math.floor(a / b);
  },
  bigint: floorDivideBigints,
  time: floorDivideTimes,
});

/** The remainder of `floorDivide`, with the sign of x2. Source: `numpy.remainder`. */
export const remainder = binary({
  name: 'remainder',
  types: REALS,
  refusal: byTimeResolver,
  number: (a, b, { kind, round }) =>
    kind === 'f' ? divmodFloats(a, b, round)[1] : remainderOfIntegers(a, b),
  bigint: remainderOfBigints,
  time: remainderOfTimes,
});
export { remainder as mod };

/** The remainder of the division rounded towards 0, with the sign of x1. Source: `numpy.fmod`. */
export const fmod = binary({
  name: 'fmod',
  types: REALS,
  refusal: bySignature,
  number: (a, b, { kind }) => (b === 0 && kind !== 'f' ? 0 : a % b),
  bigint: (a, b) => (b === 0n ? 0n : a % b),
});

/** The quotient rounded down, and the remainder. Source: `numpy.divmod`. */
export const divmod = (x1: Operand, x2: Operand): readonly [NDArray, NDArray] => [
  floorDivide(x1, x2),
  remainder(x1, x2),
];

/** −x; unsigned integers wrap around, bool is refused. Source: `numpy.negative`. */
export const negative = unary({
  name: 'negative',
  types: NUMBERS,
  refusal: byClass,
  refusesBool:
    'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not ' +
    'function instead.',
  number: (a, { kind }) => (kind === 'f' ? -a : 0 - a),
  bigint: a => -a,
  complex: a => complex(-a.re, -a.im),
  time: mapTimedelta(ticks => -ticks),
});

/** A copy of x; bool is refused. Source: `numpy.positive`. */
export const positive = unary({
  name: 'positive',
  types: NUMBERS,
  refusal: byClass,
  refusesBool: true,
  number: a => a,
  bigint: a => a,
  complex: a => a,
  time: mapTimedelta(ticks => ticks),
});

const MIN_INT64 = -(2n ** 63n);

/** 1/0 cast to an integer, as NumPy's loops do it. */
const reciprocalOfZero = ({ kind, bits }: NumberKind): number => (kind === 'u' || bits < 32 ? 0 : -(2 ** 31));

/** 1/x; of integers rounded towards 0. Source: `numpy.reciprocal`. */
export const reciprocal = unary({
  name: 'reciprocal',
  types: NUMBERS,
  number: (a, kind) => (kind.kind === 'f' ? 1 / a : a === 0 ? reciprocalOfZero(kind) : Math.trunc(1 / a)),
  bigint: (a, { isUnsigned }) => (a === 0n ? (isUnsigned ? 0n : MIN_INT64) : 1n / a),
  complex: reciprocalComplex,
});
