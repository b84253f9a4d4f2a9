/** The dtype that operands promote to, of which Python scalars are weak. Spec: `PyArray_ResultType` (convert_datatype.c). */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { allocate } from '../ndarray/allocate';
import { toDType } from '../ndarray/dtypeLike';
import type { DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import { promoteTypes } from '../casting/promote';
import { type Operand, operandDTypes } from './operands';
import { classesOf } from './refusals';

/** The dtype that operands and dtypes promote to; a string is the name of a dtype. Source: `numpy.result_type`. */
export function resultType(...operands: readonly (NDArray | DTypeLike | number | bigint | boolean)[]): DType {
  const list = operands.map(one =>
    typeof one === 'string' || isDType(one) ? allocate([0], toDType(one)) : (one as Operand),
  );
  return commonDType(list, operandDTypes(list));
}

const isDType = (value: unknown): value is DTypeLike =>
  typeof value === 'object' && value !== null && 'isAlignedStruct' in value;

/** The dtype that the operands' dtypes promote to. `DTypePromotionError`, which names all of them, where there is none. */
export function commonDType(operands: readonly Operand[], dtypes: readonly DType[]): DType {
  return dtypes.reduce((a, b, k) => {
    try {
      return promoteTypes(a, b);
    } catch (error) {
      throw isUnlike(a, b) ? noneInCommon(classesOf(operands, dtypes), k) : error;
    }
  });
}

/** Whether the dtypes are of different classes; those of one class have an error of their own. */
const isUnlike = (a: DType, b: DType): boolean => a.kind !== b.kind;

function noneInCommon(classes: readonly string[], at: number): InspectorError {
  const [one, other] = at === 1 ? classes : [classes[at], classes[at - 1]];
  return new InspectorError(
    'unsupported-dtype',
    `The DType ${one} could not be promoted by ${other}. This means that no common DType exists for the given ` +
      'inputs. For example they cannot be stored in a single array unless the dtype is `object`. ' +
      `The full list of DTypes is: (${classes.join(', ')})`,
    { numpyName: 'DTypePromotionError', action: 'Convert one of them with astype first.' },
  );
}
