/** Ufuncs: the greater and the lesser of two; `clip`, made of them. */
import type { NDArray } from '../../ndarray/ndarray';
import { isComplexNaN, isLessEqualComplex } from '../math/complex';
import { ALL_TYPES } from '../loopTypes';
import { int64Extreme, numberExtreme } from '../loops/extremes';
import type { Operand } from '../operands';
import type { UfuncOptions } from '../output';
import { byExtreme } from '../refusals';
import { binary } from '../register';
import { extremeOfTimes } from '../time/timeLoops';
import type { NumberBlock, NumberKind, RunExtreme } from '../ufunc';

const isHalf = ({ kind, bits }: NumberKind): boolean => kind === 'f' && bits === 16;
const greaterBigint = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const lesserBigint = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const runExtreme = (isMax: boolean): RunExtreme => ({
  number: (items, count) => numberExtreme(items, isMax, count),
  bigint: (run, byteOffset, step, count) => int64Extreme(run, isMax, byteOffset, step, count),
});

const maximumBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] > x2[k] || x1[k] !== x1[k] ? x1[k] : x2[k];
};

/** The greater of the two; NaN where one is. Source: `numpy.maximum`. */
export const maximum = binary({
  name: 'maximum',
  types: ALL_TYPES,
  refusal: byExtreme,
  // Of equal zeros NumPy's loops give x2, but that of float16 gives x1.
  number: (a, b, kind) => (a > b || Number.isNaN(a) || (a === b && isHalf(kind)) ? a : b),
  bigint: greaterBigint,
  complex: (a, b) => (isComplexNaN(a) || (!isComplexNaN(b) && isLessEqualComplex(b, a)) ? a : b),
  time: extremeOfTimes(greaterBigint, false),
  numberBlocks: { integer: maximumBlock, float: maximumBlock },
  runExtreme: runExtreme(true),
});

const minimumBlock: NumberBlock = (x1, x2, to, count) => {
  for (let k = 0; k < count; k++) to[k] = x1[k] < x2[k] || x1[k] !== x1[k] ? x1[k] : x2[k];
};

/** The lesser of the two; NaN where one is. Source: `numpy.minimum`. */
export const minimum = binary({
  name: 'minimum',
  types: ALL_TYPES,
  refusal: byExtreme,
  number: (a, b, kind) => (a < b || Number.isNaN(a) || (a === b && isHalf(kind)) ? a : b),
  bigint: lesserBigint,
  complex: (a, b) => (isComplexNaN(a) || (!isComplexNaN(b) && isLessEqualComplex(a, b)) ? a : b),
  time: extremeOfTimes(lesserBigint, false),
  numberBlocks: { integer: minimumBlock, float: minimumBlock },
  runExtreme: runExtreme(false),
});

/** The greater of the two; a number rather than NaN. Source: `numpy.fmax`. */
export const fmax = binary({
  name: 'fmax',
  types: ALL_TYPES,
  refusal: byExtreme,
  number: (a, b) => (a >= b || Number.isNaN(b) ? a : b),
  bigint: greaterBigint,
  complex: (a, b) => (isComplexNaN(b) || isLessEqualComplex(b, a) ? a : b),
  time: extremeOfTimes(greaterBigint, true),
});

/** The lesser of the two; a number rather than NaN. Source: `numpy.fmin`. */
export const fmin = binary({
  name: 'fmin',
  types: ALL_TYPES,
  refusal: byExtreme,
  number: (a, b) => (a <= b || Number.isNaN(b) ? a : b),
  bigint: lesserBigint,
  complex: (a, b) => (isComplexNaN(b) || isLessEqualComplex(a, b) ? a : b),
  time: extremeOfTimes(lesserBigint, true),
});

/** Limits items to between two bounds, either of which may be null. Source: `numpy.clip`. */
export function clip(x: Operand, low: Operand | null, high: Operand | null, options?: UfuncOptions): NDArray {
  const isOnly = high === null;
  const raised = low === null ? x : maximum(x, low, isOnly ? options : undefined);
  return isOnly ? (raised as NDArray) : minimum(raised, high, options);
}
