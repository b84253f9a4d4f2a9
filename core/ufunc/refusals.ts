/** The errors of a ufunc that has no loop for its operands. NumPy words them by how it looks for a loop. */
import type { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { bytesDType, textDType } from '../dtype/make';
import { dtypeClass, dtypeRepr } from '../dtype/numpyNames';
import { noLoop, type Operand, weakOf } from './operands';

/** The name of a ufunc in NumPy: `floor_divide` for `floorDivide`. */
export const numpyName = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/** Makes the error for operands of these dtypes. */
export type Refusal = (
  name: string,
  operands: readonly Operand[],
  dtypes: readonly DType[],
) => InspectorError;

/** `UFuncTypeError`: no loop has the signature of these types. */
export const noSignature = (name: string, types: readonly string[]): InspectorError =>
  noLoop(
    name,
    `ufunc '${numpyName(name)}' did not contain a loop with signature matching types ` +
      `${types.length === 1 ? types[0] : `(${types.join(', ')})`} -> None`,
    'UFuncTypeError',
  );

const WEAK_CLASSES = { int: '_PyLongDType', float: '_PyFloatDType', complex: '_PyComplexDType' };

/** The classes of the operands' dtypes, as NumPy names them. */
export const classesOf = (operands: readonly Operand[], dtypes: readonly DType[]): string[] =>
  operands.map((value, k) => {
    const weak = weakOf(value);
    return weak ? `<class 'numpy.dtypes.${WEAK_CLASSES[weak]}'>` : dtypeClass(dtypes[k]);
  });

const isTime = ({ unit }: DType): boolean => unit !== undefined;
const isNotNumeric = ({ format }: DType): boolean => format === undefined;

const cannotUse = (name: string, dtypes: readonly DType[]): InspectorError =>
  noLoop(
    name,
    `ufunc '${numpyName(name)}' cannot use operands with types ${dtypes.map(dtypeRepr).join(' and ')}`,
    'UFuncTypeError',
  );

/** NumPy searched the list of loops and found none that is safe. */
export const notSupported: Refusal = name =>
  noLoop(
    name,
    `ufunc '${numpyName(name)}' not supported for the input types, and the inputs could not be safely coerced to any supported ` +
      "types according to the casting rule ''safe''",
  );

/** Of a ufunc whose loops NumPy finds by the classes of the dtypes. */
export const byClass: Refusal = (name, operands, dtypes) =>
  dtypes.length === 2 && dtypes.every(isTime)
    ? cannotUse(name, dtypes)
    : noSignature(name, classesOf(operands, dtypes));

/** Of a ufunc whose loops NumPy finds by the dtypes themselves. */
export const bySignature: Refusal = (name, operands, dtypes) =>
  !dtypes.some(isTime) && dtypes.some(isNotNumeric)
    ? noSignature(name, dtypes.map(dtypeRepr))
    : notSupported(name, operands, dtypes);

/** As `bySignature`, of a ufunc with a type resolver for times. */
export const byTimeResolver: Refusal = (name, operands, dtypes) =>
  dtypes.some(isTime) ? cannotUse(name, dtypes) : bySignature(name, operands, dtypes);

/** Of `maximum`, `minimum`, `fmax` and `fmin`. */
export const byExtreme: Refusal = (name, operands, dtypes) => {
  if (!dtypes.some(isTime)) return bySignature(name, operands, dtypes);
  if (dtypes.some(({ kind }) => 'SUV'.includes(kind))) return noSignature(name, dtypes.map(dtypeRepr));
  return dtypes.every(isTime)
    ? notSupported(name, operands, dtypes)
    : noSignature(name, classesOf(operands, dtypes));
};

/** The error of a reduction or accumulation by `add` or `multiply` over items of this dtype. */
export function notReduced(
  name: 'add' | 'multiply',
  dtype: DType,
  method: 'reduce' | 'accumulate',
): InspectorError {
  const one = dtypeRepr(dtype);
  if (isTime(dtype)) return cannotUse(name, [dtype, dtype]);
  if (name === 'multiply' || dtype.kind === 'V') return noSignature(name, [one, one]);
  // Joined texts are longer than the item that the result has room for.
  const both = dtype.kind === 'S' ? bytesDType(2 * dtype.itemsize) : textDType(dtype.itemsize / 2);
  const resolved = [one, one, dtypeRepr(both)].join(', ');
  return noLoop(name, `the resolved dtypes are not compatible with add.${method}. Resolved (${resolved})`);
}
