/** The universal functions by name, and those made of them. */
import { sameDType } from '../dtype/dtype';
import { partDType } from '../dtype/make';
import { broadcastTo } from '../layout/broadcast';
import { complexPart } from '../layout/complexPart';
import { allocateFor } from '../ndarray/allocate';
import { itemCopier, liesOnWords } from '../casting/convertBytes';
import { asArray, copied } from '../ndarray/create/array';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { eachRun, walkOf } from '../layout/walk';
import { nonzero } from './nonzero';
import { commonShape, type Operand, operandArray, operandDTypes } from './operands';
import { commonDType } from './resultType';
import { callUfunc } from './call';
import { type UfuncOptions } from './output';

/**
 * A universal function of one operand: result of its shape; `TypeError` (`_UFuncNoLoopError`) where NumPy has
 * no loop for its dtype, `ValueError` where `out` does not fit.
 */
export type UnaryFunction = (x: Operand, options?: UfuncOptions) => NDArray;
/**
 * A universal function of two operands: broadcast shape, dtype by NEP 50; `ValueError` where shapes do not
 * broadcast, `TypeError` where NumPy has no loop for the dtypes.
 */
export type BinaryFunction = (x1: Operand, x2: Operand, options?: UfuncOptions) => NDArray;

const unary =
  (name: string): UnaryFunction =>
  (x, options) =>
    callUfunc(name, [x], options);

const binary =
  (name: string): BinaryFunction =>
  (x1, x2, options) =>
    callUfunc(name, [x1, x2], options);

/** −x; unsigned integers wrap around, bool is refused. Source: `numpy.negative`. */
export const negative = unary('negative');
/** A copy of x; bool is refused. Source: `numpy.positive`. */
export const positive = unary('positive');
/** |x|; of complex numbers their length, as a float. Source: `numpy.absolute`. */
export const absolute = unary('absolute');
export { absolute as abs };
/** |x| as a float; complex numbers are refused. Source: `numpy.fabs`. */
export const fabs = unary('fabs');
/** −1, 0 or 1; of a complex number x/|x|; NaN of NaN. Source: `numpy.sign`. */
export const sign = unary('sign');
/** x·x. Source: `numpy.square`. */
export const square = unary('square');
/** 1/x; of integers the whole part. Source: `numpy.reciprocal`. */
export const reciprocal = unary('reciprocal');
/** The square root, rounded correctly; NaN below 0. Source: `numpy.sqrt`. */
export const sqrt = unary('sqrt');
/** The cube root, within 2 ulp. Source: `numpy.cbrt`. */
export const cbrt = unary('cbrt');
/** eˣ, within 2 ulp. Source: `numpy.exp`. */
export const exp = unary('exp');
/** 2ˣ, within 2 ulp. Source: `numpy.exp2`. */
export const exp2 = unary('exp2');
/** eˣ − 1, within 2 ulp near 0 too. Source: `numpy.expm1`. */
export const expm1 = unary('expm1');
/** The natural logarithm, within 2 ulp; −inf at 0, NaN below. Source: `numpy.log`. */
export const log = unary('log');
/** The logarithm to base 2, within 2 ulp. Source: `numpy.log2`. */
export const log2 = unary('log2');
/** The logarithm to base 10, within 2 ulp. Source: `numpy.log10`. */
export const log10 = unary('log10');
/** log(1 + x), within 2 ulp near 0 too. Source: `numpy.log1p`. */
export const log1p = unary('log1p');
/** The sine of radians, within 2 ulp. Source: `numpy.sin`. */
export const sin = unary('sin');
/** The cosine of radians, within 2 ulp. Source: `numpy.cos`. */
export const cos = unary('cos');
/** The tangent of radians, within 2 ulp. Source: `numpy.tan`. */
export const tan = unary('tan');
/** The angle in radians, −π/2 to π/2; NaN outside −1 to 1. Source: `numpy.arcsin`. */
export const arcsin = unary('arcsin');
/** The angle in radians, 0 to π; NaN outside −1 to 1. Source: `numpy.arccos`. */
export const arccos = unary('arccos');
/** The angle in radians, −π/2 to π/2. Source: `numpy.arctan`. */
export const arctan = unary('arctan');
/** The hyperbolic sine. Source: `numpy.sinh`. */
export const sinh = unary('sinh');
/** The hyperbolic cosine. Source: `numpy.cosh`. */
export const cosh = unary('cosh');
/** The hyperbolic tangent. Source: `numpy.tanh`. */
export const tanh = unary('tanh');
/** The inverse hyperbolic sine. Source: `numpy.arcsinh`. */
export const arcsinh = unary('arcsinh');
/** The inverse hyperbolic cosine; NaN below 1. Source: `numpy.arccosh`. */
export const arccosh = unary('arccosh');
/** The inverse hyperbolic tangent; NaN outside −1 to 1. Source: `numpy.arctanh`. */
export const arctanh = unary('arctanh');
/** Radians as degrees. Source: `numpy.degrees`. */
export const degrees = unary('degrees');
/** Degrees as radians. Source: `numpy.radians`. */
export const radians = unary('radians');
/** The greatest whole number not above x. Source: `numpy.floor`. */
export const floor = unary('floor');
/** The least whole number not below x. Source: `numpy.ceil`. */
export const ceil = unary('ceil');
/** The whole part of x. Source: `numpy.trunc`. */
export const trunc = unary('trunc');
/** The nearest whole number, the even one of two. Source: `numpy.rint`. */
export const rint = unary('rint');
/** The complex conjugate; x itself for real numbers. Source: `numpy.conjugate`. */
export const conjugate = unary('conjugate');
/** Every bit turned; logical not of bool. Floats are refused. Source: `numpy.invert`. */
export const invert = unary('invert');
/** Whether x is 0, as bool. Source: `numpy.logical_not`. */
export const logicalNot = unary('logicalNot');
/** Whether x is NaN (or NaT), as bool. Source: `numpy.isnan`. */
export const isnan = unary('isnan');
/** Whether x is infinite, as bool. Source: `numpy.isinf`. */
export const isinf = unary('isinf');
/** Whether x is neither infinite nor NaN, as bool. Source: `numpy.isfinite`. */
export const isfinite = unary('isfinite');
/** Whether the sign bit is set (of −0.0 it is), as bool. Source: `numpy.signbit`. */
export const signbit = unary('signbit');

/** x1 + x2, bit for bit; integers wrap around. Source: `numpy.add`. */
export const add = binary('add');
/** x1 − x2, bit for bit; integers wrap around, bool is refused. Source: `numpy.subtract`. */
export const subtract = binary('subtract');
/** x1 · x2, bit for bit; integers wrap around. Source: `numpy.multiply`. */
export const multiply = binary('multiply');
/** x1 / x2 as floats, bit for bit. Source: `numpy.divide`. */
export const divide = binary('divide');
export { divide as trueDivide };
/**
 * The whole part of x1 / x2, rounded down; 0 where integers are divided by 0. Source: `numpy.floor_divide`.
 */
export const floorDivide = binary('floorDivide');
/** What `floorDivide` leaves, with the sign of x2. Source: `numpy.remainder`. */
export const remainder = binary('remainder');
export { remainder as mod };
/** What division leaves, with the sign of x1. Source: `numpy.fmod`. */
export const fmod = binary('fmod');
/** x1 to the power x2; `ValueError` for integers to negative powers. Source: `numpy.power`. */
export const power = binary('power');
/** The angle of (x2, x1) in radians, −π to π. Source: `numpy.arctan2`. */
export const arctan2 = binary('arctan2');
/** √(x1² + x2²) without overflow on the way. Source: `numpy.hypot`. */
export const hypot = binary('hypot');
/** x1 with the sign of x2. Source: `numpy.copysign`. */
export const copysign = binary('copysign');
/** The greater of the two; NaN where one is. Source: `numpy.maximum`. */
export const maximum = binary('maximum');
/** The lesser of the two; NaN where one is. Source: `numpy.minimum`. */
export const minimum = binary('minimum');
/** The greater of the two; a number rather than NaN. Source: `numpy.fmax`. */
export const fmax = binary('fmax');
/** The lesser of the two; a number rather than NaN. Source: `numpy.fmin`. */
export const fmin = binary('fmin');
/** x1 = x2 as bool; false of NaN. Source: `numpy.equal`. */
export const equal = binary('equal');
/** x1 ≠ x2 as bool; true of NaN. Source: `numpy.not_equal`. */
export const notEqual = binary('notEqual');
/** x1 < x2 as bool. Source: `numpy.less`. */
export const less = binary('less');
/** x1 ≤ x2 as bool. Source: `numpy.less_equal`. */
export const lessEqual = binary('lessEqual');
/** x1 > x2 as bool. Source: `numpy.greater`. */
export const greater = binary('greater');
/** x1 ≥ x2 as bool. Source: `numpy.greater_equal`. */
export const greaterEqual = binary('greaterEqual');
/** Whether both are true, as bool. Source: `numpy.logical_and`. */
export const logicalAnd = binary('logicalAnd');
/** Whether one is true, as bool. Source: `numpy.logical_or`. */
export const logicalOr = binary('logicalOr');
/** Whether just one is true, as bool. Source: `numpy.logical_xor`. */
export const logicalXor = binary('logicalXor');
/** The bits that both have; floats are refused. Source: `numpy.bitwise_and`. */
export const bitwiseAnd = binary('bitwiseAnd');
/** The bits that one has; floats are refused. Source: `numpy.bitwise_or`. */
export const bitwiseOr = binary('bitwiseOr');
/** The bits that just one has; floats are refused. Source: `numpy.bitwise_xor`. */
export const bitwiseXor = binary('bitwiseXor');
/** The bits of x1 moved up by x2 places; 0 past the width. Source: `numpy.left_shift`. */
export const leftShift = binary('leftShift');
/** The bits of x1 moved down by x2 places, the sign kept. Source: `numpy.right_shift`. */
export const rightShift = binary('rightShift');

/** The quotient rounded down, and what is left. */
export const divmod = (x1: Operand, x2: Operand): readonly [NDArray, NDArray] => [
  floorDivide(x1, x2),
  remainder(x1, x2),
];

/** Between two bounds, either of which may be missing. */
export function clip(x: Operand, low: Operand | null, high: Operand | null, options?: UfuncOptions): NDArray {
  const isOnly = high === null;
  const raised = low === null ? x : maximum(x, low, isOnly ? options : undefined);
  return isOnly ? (raised as NDArray) : minimum(raised, high, options);
}

/** Items of `x` where the condition is true, of `y` elsewhere; alone, the places where it is true. */
export function where(condition: Operand): readonly NDArray[];
export function where(condition: Operand, x: Operand, y: Operand): NDArray;
export function where(condition: Operand, x?: Operand, y?: Operand): NDArray | readonly NDArray[] {
  if (x === undefined || y === undefined) return nonzero(condition);
  const dtypes = operandDTypes([x, y]);
  const dtype = commonDType([x, y], dtypes);
  const arrays = [x, y].map((value, k) => operandArray(value, dtypes[k]));
  const asked = asArray(condition);
  const test = callUfunc('notEqual', [asked, false]);
  const shape = commonShape([test, ...arrays], undefined);
  const seen = (one: NDArray): NDArray => viewOf(one, broadcastTo(one.layout, shape));
  const out = allocateFor(
    [asked, ...arrays].map(one => seen(one).layout),
    dtype,
  );
  const [a, b] = arrays.map(one => seen(sameDType(one.dtype, dtype) ? one : copied(one, 'K', dtype)));
  const c = seen(test);
  const [fromA, fromB] = [a, b].map(one =>
    itemCopier(out.buffer, one.buffer, out.itemsize, liesOnWords(out.layout) && liesOnWords(one.layout)),
  );
  const bools = new Uint8Array(c.buffer);
  eachRun(
    walkOf([out.layout, a.layout, b.layout, c.layout]),
    ([to, atA, atB, atC], [step, stepA, stepB, stepC], count) => {
      for (let k = 0; k < count; k++) {
        if (bools[atC + k * stepC]) fromA(to + k * step, atA + k * stepA);
        else fromB(to + k * step, atB + k * stepB);
      }
    },
  );
  return out;
}

/** The real parts: a view of complex numbers, the array itself of others. */
export function real(values: Operand): NDArray {
  const x = asArray(values);
  return x.dtype.kind === 'c' ? part(x, 0) : x;
}

/** The imaginary parts: a view of complex numbers, zeros of others. */
export function imag(values: Operand): NDArray {
  const x = asArray(values);
  if (x.dtype.kind === 'c') return part(x, 1);
  const zeros = copied(x);
  new Uint8Array(zeros.buffer).fill(0);
  return zeros;
}

const part = (x: NDArray, which: 0 | 1): NDArray =>
  viewOf(x, complexPart(x.layout, which), { dtype: partDType(x.dtype) });
