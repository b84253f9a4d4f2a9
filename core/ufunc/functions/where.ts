/** `np.where`: items chosen by a condition. */
import { sameDType } from '../../dtype/dtype';
import { itemCopier, liesOnWords } from '../../casting/convertBytes';
import { broadcastTo } from '../../layout/broadcast';
import { eachRun, walkOf } from '../../layout/walk';
import { allocateFor } from '../../ndarray/allocate';
import { asArray } from '../../ndarray/create/array';
import { copied } from '../../ndarray/create/copied';
import { type NDArray, viewOf } from '../../ndarray/ndarray';
import { commonShape, type Operand, operandArray, operandDTypes } from '../operands';
import { commonDType } from '../resultType';
import { notEqual } from './comparisons';
import { nonzero } from './nonzero';

/**
 * The items of `x` where the condition is true and of `y` elsewhere, in their common dtype; with the condition alone, the
 * indices where it is true, as `nonzero`. Source: `numpy.where`.
 */
export function where(condition: Operand): readonly NDArray[];
export function where(condition: Operand, x: Operand, y: Operand): NDArray;
export function where(condition: Operand, x?: Operand, y?: Operand): NDArray | readonly NDArray[] {
  if (x === undefined || y === undefined) return nonzero(condition);
  const dtypes = operandDTypes([x, y]);
  const dtype = commonDType([x, y], dtypes);
  const arrays = [x, y].map((value, k) => operandArray(value, dtypes[k]));
  const mask = asArray(condition);
  const test = notEqual(mask, false);
  const shape = commonShape([test, ...arrays], undefined);
  const broadcast = (one: NDArray): NDArray => viewOf(one, broadcastTo(one.layout, shape));
  const out = allocateFor(
    [mask, ...arrays].map(one => broadcast(one).layout),
    dtype,
  );
  const [a, b] = arrays.map(one => broadcast(sameDType(one.dtype, dtype) ? one : copied(one, 'K', dtype)));
  const c = broadcast(test);
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
