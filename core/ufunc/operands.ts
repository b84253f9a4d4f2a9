/**
 * The operands of ufuncs, and their dtypes: a number, bigint or complex value by itself is weak, it takes the dtype of the
 * arrays beside it.
 * Spec: NEP 50, https://numpy.org/neps/nep-0050-scalar-promotion.html
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { shapeError, tupleText } from '../layout/errors';
import { allocate } from '../ndarray/allocate';
import { itemAssign } from '../casting/assignValue';
import { asArray } from '../ndarray/create/array';
import { valueDType } from '../ndarray/create/inferShape';
import type { Nested } from '../casting/nested';
import { NDArray } from '../ndarray/ndarray';
import { promoteTypes } from '../casting/promote';

/** An array, a value, or nested lists of values. */
export type Operand = NDArray | Nested;

/** The Python type of a weak value; undefined for an operand with a dtype of its own. */
export type Weak = 'int' | 'float' | 'complex' | undefined;

/** Returns the Python type of a weak value; undefined for an operand with a dtype of its own. */
export function weakOf(value: Operand): Weak {
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? 'int' : 'float';
  const given: unknown = value;
  const isPlain =
    typeof given === 'object' && given !== null && !(given instanceof NDArray) && !ArrayBuffer.isView(given);
  return isPlain && 're' in given ? 'complex' : undefined;
}

const INT64 = numericDType('int64');
const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

/** The dtype of a weak value beside operands of the dtype `strong`. */
function weakDType(weak: Weak, strong: DType | undefined): DType {
  const kind = strong?.kind ?? 'b';
  if (weak === 'int') {
    if (kind === 'm' || kind === 'M') return INT64;
    return kind === 'b' || !strong || !'iufc'.includes(kind) ? INT64 : strong;
  }
  if (weak === 'float') return strong && 'fc'.includes(kind) ? strong : FLOAT64;
  if (kind === 'c') return strong!;
  return strong?.format === 'float32' || strong?.format === 'float16'
    ? numericDType('complex64')
    : COMPLEX128;
}

/** The dtype that the operands that aren't weak promote to; undefined where all are weak. */
export function strongDType(operands: readonly Operand[]): DType | undefined {
  return operands
    .filter(value => weakOf(value) === undefined)
    .map(value => dtypeOf(value))
    .reduce<DType | undefined>((common, dtype) => (common ? promoteTypes(common, dtype) : dtype), undefined);
}

/** The dtype of an operand by itself. */
export function dtypeOf(value: Operand): DType {
  if (value instanceof NDArray) return value.dtype;
  return Array.isArray(value) || ArrayBuffer.isView(value) ? asArray(value).dtype : valueDType(value);
}

/** The dtype of each operand; weak ones adapt to the others. */
export function operandDTypes(operands: readonly Operand[]): DType[] {
  const weak = operands.map(weakOf);
  const isAllWeak = weak.every(one => one !== undefined);
  if (isAllWeak) {
    const common = weak.includes('complex') ? 'complex' : weak.includes('float') ? 'float' : 'int';
    return weak.map(() => weakDType(common, undefined));
  }
  const strong = weak.includes('int') || weak.includes('float') || weak.includes('complex');
  const common = strong ? weakBase(operands) : undefined;
  return operands.map((value, k) => (weak[k] ? weakDType(weak[k], common) : dtypeOf(value)));
}

/** The dtype that weak values adapt to: that of the numeric operands, or of any other. */
function weakBase(operands: readonly Operand[]): DType | undefined {
  const numbers = operands.filter(value => weakOf(value) === undefined && dtypeOf(value).format);
  if (numbers.length > 0) return strongDType(numbers);
  const other = operands.find(value => weakOf(value) === undefined);
  return other === undefined ? undefined : dtypeOf(other);
}

/** The operand as an array of its dtype. `OverflowError` for a weak integer out of its range. */
export function operandArray(value: Operand, dtype: DType): NDArray {
  if (value instanceof NDArray) return value;
  if (weakOf(value) === undefined) return asArray(value);
  const x = allocate([], dtype);
  itemAssign(dtype)(new DataView(x.buffer), 0, value);
  return x;
}

/** The error of a ufunc without a loop for its operands. */
export const noLoop = (name: string, message: string, numpyName = 'TypeError'): InspectorError =>
  new InspectorError('unsupported-dtype', message, {
    numpyName,
    action: `Convert the operands of ${name} with astype first.`,
  });

/** The error of a computation in longdouble. */
export const longdoubleRefusal = (name: string, operands: 'operands' | 'items'): InspectorError =>
  new InspectorError(
    'unsupported-dtype',
    `${name} of longdouble is not computed: it has more bits than a double`,
    { numpyName: 'TypeError', action: `Convert the ${operands} to float64 first.` },
  );

/** The shape that all inputs broadcast to; `out` must have it. `ValueError` where there is none. */
export function commonShape(inputs: readonly NDArray[], out?: NDArray | null): readonly number[] {
  const all = out ? [...inputs, out] : inputs;
  const ndim = Math.max(...all.map(x => x.ndim));
  const shape = new Array<number>(ndim).fill(1);
  for (const x of all) {
    x.shape.forEach((length, at) => {
      const axis = at + ndim - x.ndim;
      if (length === 1 || shape[axis] === length) return;
      if (shape[axis] !== 1) throw mismatch(all);
      shape[axis] = length;
    });
  }
  const fits = !out || (out.ndim === ndim && out.shape.every((length, axis) => length === shape[axis]));
  if (fits) return shape;
  throw shapeError(
    `non-broadcastable output operand with shape ${tupleText(out.shape)} doesn't match the broadcast shape ${tupleText(shape)}`,
    'Give an output of that shape.',
  );
}

const mismatch = (arrays: readonly NDArray[]): InspectorError =>
  shapeError(
    `operands could not be broadcast together with shapes ${arrays.map(x => `${tupleText(x.shape)} `).join('')}`,
    'Axes must match from the last one backwards; only an axis of length 1 can be repeated.',
  );
