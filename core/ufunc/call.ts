/**
 * The call of a ufunc: chooses the loop, broadcasts the operands, allocates or checks the output, runs the loop.
 * Follows `ufunc_generic_fastcall` and `PyUFunc_ValidateCasting` (ufunc_object.c).
 * Spec: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import type { InspectorError } from '../errors';
import { type DType, sameDType } from '../dtype/dtype';
import { optionsOf } from '../layout/arguments';
import { broadcastTo } from '../layout/broadcast';
import { allocateFor } from '../ndarray/allocate';
import { asArray } from '../ndarray/create/array';
import { copyIfOverlapping } from '../ndarray/copy/copyInto';
import { toDType } from '../ndarray/dtypeLike';
import { get } from '../ndarray/items/get';
import { set } from '../ndarray/items/set';
import { astype } from '../ndarray/create/astype';
import { overlapsItself } from '../ndarray/memory';
import { checkWriteable, type NDArray, viewOf } from '../ndarray/ndarray';
import { asDoubles, isOutOfRange, mixesSigns } from './integerComparison';
import { dtypeOfLetter, findLoop, letterOf, resultLetter } from './loopTypes';
import { runLoop } from './loops/runLoop';
import { commonShape, noLoop, type Operand, operandArray, operandDTypes, weakOf } from './operands';
import { allocateResult, checkInput, checkOutput, type UfuncOptions } from './output';
import { notSupported, numpyName } from './refusals';
import { callOnTimes } from './time/callOnTimes';
import type { BinaryUfunc, Ufunc } from './ufunc';

const OPTIONS = ['out', 'where', 'dtype', 'casting'] as const;

/** Calls the ufunc with as many operands as it takes. Returns `out` where it is given, else a new array. */
export function callUfunc(ufunc: Ufunc, operands: readonly Operand[], given?: UfuncOptions): NDArray {
  const options = given ? optionsOf(given, OPTIONS) : {};
  const { where, out } = options;
  if (out) checkWriteable(out, 'output array');
  if (where !== undefined && where !== true) {
    const full = callUfunc(ufunc, operands, { ...options, where: true, out: undefined });
    return storedWhere(full, asArray(where), out);
  }
  const dtypes = operandDTypes(operands);
  if (ufunc.nin === 2) {
    if (ufunc.castsToBool && differ(operands, dtypes)) return callOnBools(ufunc, operands, options);
    const texts = dtypes.every(isText) ? ufunc.text?.(operands, options) : undefined;
    if (texts) return texts;
  }
  if (dtypes.some(dtype => dtype.unit)) return callOnTimes(ufunc, operands, dtypes, options);
  return callOnNumbers(ufunc, operands, dtypes, options);
}

const isText = ({ kind }: DType): boolean => kind === 'S' || kind === 'U';

function callOnNumbers(
  ufunc: Ufunc,
  operands: readonly Operand[],
  dtypes: readonly DType[],
  options: UfuncOptions,
): NDArray {
  if (ufunc.refusesBool && !options.dtype && dtypes.every(({ kind }) => kind === 'b'))
    throw boolRefusal(ufunc, operands, dtypes);
  const letter = letterFor(ufunc, dtypes, options);
  if (letter === undefined) throw (ufunc.refusal ?? notSupported)(ufunc.name, operands, dtypes);
  const { result = 'same' } = ufunc;
  const loop = dtypeOfLetter(result === 'float' ? resultLetter(result, letter) : letter);
  if (ufunc.nin === 2 && ufunc.isComparison && isOutOfRange(operands, dtypes))
    return callOnDoubles(ufunc, operands, dtypes, options);
  const inputs = operands.map((value, k) =>
    operandArray(value, weakOf(value) && loop.kind !== 'b' ? loop : dtypes[k]),
  );
  return computed(ufunc, loop, dtypeOfLetter(resultLetter(result, letter)), inputs, options);
}

function boolRefusal(
  { name, refusesBool, refusal = notSupported }: Ufunc,
  operands: readonly Operand[],
  dtypes: readonly DType[],
): InspectorError {
  return typeof refusesBool === 'string' ? noLoop(name, refusesBool) : refusal(name, operands, dtypes);
}

/** The type character of the loop; undefined where there is none. */
function letterFor(ufunc: Ufunc, dtypes: readonly DType[], { dtype }: UfuncOptions): string | undefined {
  if (dtype) return forcedLetter(ufunc, toDType(dtype));
  const isExact = ufunc.nin === 2 && ufunc.isComparison && mixesSigns(dtypes);
  return isExact ? 'l' : findLoop(ufunc.types, dtypes);
}

/** The loop whose result has the dtype that the caller asks for. */
function forcedLetter(ufunc: Ufunc, wanted: DType): string | undefined {
  const letter = letterOf(wanted);
  const { types, result = 'same' } = ufunc;
  if (letter && types.letters.includes(letter) && resultLetter(result, letter) === letter) return letter;
  throw noLoop(
    ufunc.name,
    `No loop matching the specified signature and casting was found for ufunc ${numpyName(ufunc.name)}`,
    'TypeError',
  );
}

/** Stores the items of `full` where the mask is true, in `out` or a new array. */
function storedWhere(full: NDArray, mask: NDArray, out: NDArray | null | undefined): NDArray {
  const shape = commonShape([full, mask], out);
  const target = out ?? allocateFor([broadcastTo(full.layout, shape)], full.dtype);
  const source = viewOf(full, broadcastTo(full.layout, shape));
  const chosen = viewOf(mask, broadcastTo(mask.layout, shape));
  set(target, [chosen], get(source, [chosen]));
  return target;
}

/** Whether the operands have no dtype in common but bool. */
const differ = (operands: readonly Operand[], dtypes: readonly DType[]): boolean =>
  dtypes.some(({ format }) => format === undefined || format !== dtypes[0].format) ||
  operands.some(value => weakOf(value));

/** Casts the operands to bool first. */
function callOnBools(ufunc: BinaryUfunc, operands: readonly Operand[], options: UfuncOptions): NDArray {
  const arrays = operands.map(value => asArray(value));
  const shape = commonShape(arrays, options.out);
  const out = options.out ?? allocateResult(arrays, shape, x => x.dtype.kind !== 'b', dtypeOfLetter('?'));
  return callUfunc(
    ufunc,
    arrays.map(x => astype(x, 'bool')),
    { ...options, out },
  );
}

/** Compares as doubles, of which infinity stands for integers out of range; the result has the order of the arrays. */
function callOnDoubles(
  ufunc: BinaryUfunc,
  operands: readonly Operand[],
  dtypes: readonly DType[],
  options: UfuncOptions,
): NDArray {
  const doubles = operands.map((value, k) => asDoubles(value, dtypes[k]));
  const arrays = operands.filter(value => weakOf(value) === undefined).map(value => asArray(value));
  const shape = commonShape(doubles, options.out);
  const isSwapped = ({ dtype }: NDArray): boolean => dtype.byteOrder === '>';
  const out = options.out ?? allocateResult(arrays, shape, isSwapped, dtypeOfLetter('?'));
  return callUfunc(ufunc, doubles, { ...options, out });
}

/** Broadcasts the inputs, checks the casts, and runs the loop. */
function computed(
  ufunc: Ufunc,
  loop: DType,
  result: DType,
  inputs: readonly NDArray[],
  { out, dtype, casting }: UfuncOptions,
): NDArray {
  const isForced = dtype !== undefined;
  const { name } = ufunc;
  if (isForced) inputs.forEach((x, k) => checkInput(name, [k, inputs.length], x.dtype, loop, casting));
  checkOutput(name, result, out, casting);
  const shape = commonShape(inputs, out);
  const views = inputs.map(x => {
    const cast = isForced && !sameDType(x.dtype, loop) ? astype(x, loop) : x;
    const view = viewOf(cast, broadcastTo(cast.layout, shape));
    return out && !isItemByItem(out, view) ? copyIfOverlapping(out, view) : view;
  });
  const isConverted = ({ dtype: own }: NDArray): boolean =>
    (own.format !== loop.format && !(own.format === 'uint64' && loop.format === 'int64')) ||
    own.byteOrder === '>';
  const target = out ?? allocateResult(inputs, shape, isConverted, result);
  runLoop(ufunc, loop, views, target);
  return target;
}

/** Whether each item is read before it is overwritten, and never after. */
const isItemByItem = (out: NDArray, view: NDArray): boolean => isSame(out, view) && !mayOverlapItself(out);

/** As NumPy asks: one step of work, and where that does not decide, it may. */
function mayOverlapItself(x: NDArray): boolean {
  try {
    return overlapsItself(x, { maxWork: 1 });
  } catch {
    return true;
  }
}

const isSame = (a: NDArray, b: NDArray): boolean =>
  a.buffer === b.buffer &&
  a.byteOffset === b.byteOffset &&
  sameDType(a.dtype, b.dtype) &&
  a.strides.every((stride, axis) => stride === b.strides[axis]);
