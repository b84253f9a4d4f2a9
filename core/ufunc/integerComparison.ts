/** Comparisons of integers that have no dtype in common: uint64 with signed ones, and Python integers out of range. */
import type { DType } from '../dtype/dtype';
import { asArray } from '../ndarray/create/array';
import { astype } from '../ndarray/create/astype';
import type { NDArray } from '../ndarray/ndarray';
import { dtypeOfLetter } from './loopTypes';
import { type Operand, operandArray, weakOf } from './operands';

/** Whether uint64 is compared with signed integers: no integer dtype holds both, so each keeps its own. */
export const mixesSigns = (dtypes: readonly DType[]): boolean =>
  dtypes.some(({ format }) => format === 'uint64') &&
  dtypes.some(({ kind }) => kind === 'i') &&
  dtypes.every(({ kind }) => 'iu'.includes(kind));

/** Whether a weak integer is compared with integers whose dtype does not hold it. */
export const isOutOfRange = (operands: readonly Operand[], dtypes: readonly DType[]): boolean =>
  operands.some(value => weakOf(value) === undefined) &&
  operands.some((value, k) => weakOf(value) === 'int' && isOutside(BigInt(value as number), dtypes[k]));

/** The operand in float64; an integer out of range of `dtype` as an infinity of its sign. */
export function asDoubles(value: Operand, dtype: DType): NDArray {
  if (weakOf(value) !== 'int') return astype(asArray(value), 'float64');
  const infinity = BigInt(value as number) < 0n ? -Infinity : Infinity;
  return operandArray(isOutside(BigInt(value as number), dtype) ? infinity : value, dtypeOfLetter('d'));
}

function isOutside(value: bigint, { kind, itemsize }: DType): boolean {
  if (kind !== 'i' && kind !== 'u') return false;
  const bits = itemsize * 8;
  return (kind === 'i' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) !== value;
}
