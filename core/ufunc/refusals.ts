/** What is said where a function has no loop for its operands: NumPy names them by the classes of their dtypes. */
import type { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { bytesDType, textDType } from '../dtype/make';
import { dtypeClass, dtypeRepr } from '../dtype/numpyNames';
import { noLoop, type Operand, weakOf } from './operands';
import { isComparison } from './loops';

/** Of functions whose loops NumPy finds by the classes of dtypes. */
export const isByClass = (name: string): boolean =>
  isComparison(name) || ['negative', 'positive', 'absolute', 'sign'].includes(name);

/** Nothing is computed of these types; `own` is the function as NumPy writes it. */
export const noSignature = (name: string, own: string, types: readonly string[]): InspectorError =>
  noLoop(
    name,
    `ufunc '${own}' did not contain a loop with signature matching types ` +
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

/** Items of this dtype are not folded by `own`: `add`, `multiply`. */
export function notFolded(
  own: 'add' | 'multiply',
  dtype: DType,
  how: 'reduce' | 'accumulate',
): InspectorError {
  const one = dtypeRepr(dtype);
  if (dtype.unit) {
    return noLoop(own, `ufunc '${own}' cannot use operands with types ${one} and ${one}`, 'UFuncTypeError');
  }
  if (own === 'multiply' || dtype.kind === 'V') return noSignature(own, own, [one, one]);
  // Texts are joined: the longer result would have to be added to.
  const both = dtype.kind === 'S' ? bytesDType(2 * dtype.itemsize) : textDType(dtype.itemsize / 2);
  const resolved = [one, one, dtypeRepr(both)].join(', ');
  return noLoop(own, `the resolved dtypes are not compatible with add.${how}. Resolved (${resolved})`);
}
