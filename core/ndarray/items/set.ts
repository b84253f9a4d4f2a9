/**
 * `x[index] = value`. Invariant: the result is as if the index and the value were read before the first item is written.
 * Follows `array_assign_subscript` (mapping.c).
 */
import { InspectorError } from '../../errors';
import { type DType, sameDType } from '../../dtype/dtype';
import { isCContiguous } from '../../layout/contiguity';
import { applyIndex } from '../../layout/indexing/slice';
import { itemAssign } from '../../casting/assignValue';
import { broadcastInput } from '../broadcastInput';
import { checkCast } from '../../casting/rules';
import { copyIfOverlapping, copyInto } from '../copy/copyInto';
import type { IndexLike } from '../indexLike';
import { tobytes } from './items';
import { copyItem, isWholeItem } from '../create/scalar';
import type { Nested } from '../../casting/nested';
import { checkWriteable, NDArray, viewOf } from '../ndarray';
import { basicOf, fieldsOf, isItem } from './basicSelection';
import { fancySet, valueFor } from './fancySet';

/**
 * Assigns `value`, broadcast and converted. `ValueError` for a read-only array or for shapes that do not
 * match. Source: `numpy.ndarray.__setitem__`.
 */
export function set(x: NDArray, index: IndexLike, value: NDArray | Nested): void {
  checkWriteable(x);
  const fields = fieldsOf(x, index);
  const basic = fields ? undefined : basicOf(index);
  if (fields) assign(fields, value);
  else if (basic) assign(viewOf(x, applyIndex(x.layout, basic.entries)), value, isItem(x, basic.entries));
  else fancySet(x, index, value);
}

/** Assigns to all items, as `x[...] = value`. `isItem`: `x` is a single item. */
export function assign(x: NDArray, value: NDArray | Nested, isItem = false): void {
  if (isItem && Array.isArray(value)) {
    itemAssign(x.dtype)(new DataView(x.buffer), x.byteOffset, value as Nested);
    return;
  }
  if (isItem && isWholeItem(value, x.dtype)) {
    copyItem(x, x.byteOffset, value);
    return;
  }
  const given = valueFor(x, value, x.ndim);
  const source = isReadFirst(x, given) ? copyIfOverlapping(x, given) : given;
  if (isItem && source.ndim > 0 && x.dtype.kind === 'V' && !x.dtype.fields) {
    if (!isCContiguous(source.layout)) throw notContiguous();
    itemAssign(x.dtype)(new DataView(x.buffer), x.byteOffset, tobytes(source));
    return;
  }
  // An array of one item is a boolean or a record.
  const isOne =
    source.size === 1 && (x.dtype.kind === 'b' || (x.dtype.fields && sameDType(source.dtype, x.dtype)));
  const isFine = source.ndim === 0 || isOne;
  if (isItem && !isFine) throw sequenceForItem(x.dtype);
  if (x.dtype.fields ?? source.dtype.fields)
    checkCast(source.dtype, x.dtype, 'unsafe', source.ndim === 0 ? 'scalar' : 'array data');
  const layout = broadcastInput(source.layout, x.shape);
  copyInto(x, viewOf(source, layout));
}

/**
 * Whether NumPy first copies a value that overlaps the array: a single value, or one with a stride of the
 * opposite sign, even if it has a single item.
 */
const isReadFirst = ({ ndim, strides }: NDArray, value: NDArray): boolean =>
  value.ndim === 0 || (ndim === 1 && value.strides.at(-1)! * strides[0] < 0);

const notContiguous = (): InspectorError =>
  new InspectorError('invalid-input', 'ndarray is not C-contiguous', {
    numpyName: 'ValueError',
    action: 'Copy the array first.',
  });

function sequenceForItem({ kind, itemsize, unit }: DType): InspectorError {
  const isOdd = kind === 'c' || (kind === 'f' && itemsize === 16);
  const noun = kind === 'M' ? 'datetime' : 'timedelta';
  const message = isOdd
    ? 'only 0-dimensional arrays can be converted to Python scalars'
    : `setting an array element with a sequence${kind === 'S' || kind === 'U' ? '' : '.'}`;
  return new InspectorError('invalid-input', unit ? `Could not convert object to NumPy ${noun}` : message, {
    numpyName: isOdd ? 'TypeError' : 'ValueError',
    action: 'Give one value, or index a slice.',
  });
}
