/** Ufuncs: comparisons. Texts are compared code by code, complex numbers by their real, then their imaginary parts. */
import type { Complex } from '../../dtype/items/read';
import { isEqualComplex, isLessComplex, isLessEqualComplex } from '../math/complex';
import { ALL_TYPES } from '../loopTypes';
import { byClass } from '../refusals';
import { type BinaryFunction, binary } from '../register';
import { compareText } from '../text/compareText';
import { compareTimes } from '../time/timeLoops';
import type { NumberBlock } from '../ufunc';

interface Comparison {
  readonly name: string;
  readonly number: (a: number, b: number) => boolean;
  readonly bigint: (a: bigint, b: bigint) => boolean;
  readonly complex: (a: Complex, b: Complex) => boolean;
  readonly block: NumberBlock;
  /** Whether it holds for NaT. */
  readonly ofNaT?: boolean;
}

function comparison({ name, number, bigint, complex, block, ofNaT = false }: Comparison): BinaryFunction {
  const compareBigints = (a: bigint, b: bigint): bigint => (bigint(a, b) ? 1n : 0n);
  return binary({
    name,
    types: ALL_TYPES,
    result: 'bool',
    refusal: byClass,
    isComparison: true,
    number: (a, b) => (number(a, b) ? 1 : 0),
    bigint: compareBigints,
    complex: (a, b) => (complex(a, b) ? 1 : 0),
    text: compareText(order => number(order, 0)),
    time: compareTimes(compareBigints, ofNaT ? 1n : 0n),
    numberBlocks: { bool: block, integer: block, half: block, float: block },
  });
}

/** x1 = x2 as bool; false of NaN. Source: `numpy.equal`. */
export const equal = comparison({
  name: 'equal',
  number: (a, b) => a === b,
  bigint: (a, b) => a === b,
  complex: isEqualComplex,
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] === x2[k] ? 1 : 0;
  },
});

/** x1 ≠ x2 as bool; true of NaN. Source: `numpy.not_equal`. */
export const notEqual = comparison({
  name: 'notEqual',
  number: (a, b) => a !== b,
  bigint: (a, b) => a !== b,
  complex: (a, b) => !isEqualComplex(a, b),
  ofNaT: true,
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] === x2[k] ? 0 : 1;
  },
});

/** x1 < x2 as bool. Source: `numpy.less`. */
export const less = comparison({
  name: 'less',
  number: (a, b) => a < b,
  bigint: (a, b) => a < b,
  complex: isLessComplex,
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] < x2[k] ? 1 : 0;
  },
});

/** x1 ≤ x2 as bool. Source: `numpy.less_equal`. */
export const lessEqual = comparison({
  name: 'lessEqual',
  number: (a, b) => a <= b,
  bigint: (a, b) => a <= b,
  complex: isLessEqualComplex,
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] <= x2[k] ? 1 : 0;
  },
});

/** x1 > x2 as bool. Source: `numpy.greater`. */
export const greater = comparison({
  name: 'greater',
  number: (a, b) => a > b,
  bigint: (a, b) => a > b,
  complex: (a, b) => isLessComplex(b, a),
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] > x2[k] ? 1 : 0;
  },
});

/** x1 ≥ x2 as bool. Source: `numpy.greater_equal`. */
export const greaterEqual = comparison({
  name: 'greaterEqual',
  number: (a, b) => a >= b,
  bigint: (a, b) => a >= b,
  complex: (a, b) => isLessEqualComplex(b, a),
  block: (x1, x2, to, count) => {
    for (let k = 0; k < count; k++) to[k] = x1[k] >= x2[k] ? 1 : 0;
  },
});
