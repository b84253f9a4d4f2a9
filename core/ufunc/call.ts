/**
 * Universal functions: broadcasting, the choice of the loop, the output.
 * Follows `ufunc_generic_fastcall` and `PyUFunc_ValidateCasting` (ufunc_object.c).
 * Spec: https://numpy.org/doc/stable/reference/ufuncs.html
 */
import { InspectorError } from '../errors';
import { type DType, sameDType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { optionsOf } from '../layout/arguments';
import { broadcastTo } from '../layout/broadcast';
import { allocateFor } from '../ndarray/allocate';
import { canCast } from '../casting/rules';
import { asArray } from '../ndarray/create/array';
import { copyInto, detachedFrom } from '../ndarray/copy/copyInto';
import { get, set } from '../ndarray/items/getSet';
import { astype } from '../ndarray/create/astype';
import { dtypeRepr } from '../dtype/numpyNames';
import { toDType } from '../ndarray/dtypeLike';
import type { Casting } from '../casting/types';
import { overlapsItself } from '../ndarray/memory';
import { checkWriteable, type NDArray, viewOf } from '../ndarray/ndarray';
import { dtypeOfLetter, findLoop, letterOf, type LoopList, LOOPS, outLetter } from './loops';
import { commonShape, noLoop, type Operand, operandArray, operandDTypes, weakOf } from './operands';
import { classesOf, isByClass, noSignature } from './refusals';
import { runLoop } from './runLoop';
import { addText } from './textAdd';
import { compareText } from './textCompare';
import { isComparison } from './loops';
import { timeUfunc } from './timeUfunc';
import { allocateResult, outputRefusal, pythonName, type UfuncOptions } from './output';

const INT64 = numericDType('int64');
const OPTIONS = ['out', 'where', 'dtype', 'casting'] as const;

export function callUfunc(name: string, operands: readonly Operand[], given?: UfuncOptions): NDArray {
  const options = given ? optionsOf(given, OPTIONS) : {};
  const { where, out } = options;
  if (out) checkWriteable(out, 'output array');
  if (where !== undefined && where !== true) {
    const full = callUfunc(name, operands, { ...options, where: true, out: undefined });
    return storedWhere(full, asArray(where), out);
  }
  const dtypes = operandDTypes(operands);
  if (name.startsWith('logical') && needsTruths(operands, dtypes)) {
    return callTruths(name, operands, options);
  }
  if (dtypes.some(dtype => dtype.unit)) return timeUfunc(name, operands, dtypes, options);
  if (dtypes.every(({ kind }) => kind === 'S' || kind === 'U')) {
    if (name === 'add') return addedTexts(operands, options);
    if (isComparison(name) && dtypes[0].kind === dtypes[1].kind) return compareText(name, operands, options);
  }
  if (NO_BOOLEANS.has(name) && dtypes.every(({ kind }) => kind === 'b') && !options.dtype) {
    throw refusal(name, dtypes, operands);
  }
  const loops = LOOPS[name];
  const letter = letterFor(name, dtypes, options);
  if (letter === undefined) throw refusal(name, dtypes, operands);
  const loop = dtypeOfLetter(outLetter({ ...loops, out: loops.out === 'float' ? 'float' : 'same' }, letter));
  if (isComparison(name) && isBeyond(operands, dtypes)) return callBeyond(name, operands, dtypes, options);
  const inputs = operands.map((value, k) =>
    operandArray(value, weakOf(value) && loop.kind !== 'b' ? loop : dtypes[k]),
  );
  return computed(name, loop, dtypeOfLetter(outLetter(loops, letter)), inputs, options);
}

function letterFor(name: string, dtypes: readonly DType[], { dtype }: UfuncOptions): string | undefined {
  if (dtype) return forcedLoop(name, LOOPS[name], toDType(dtype));
  return isComparison(name) && areMixed(dtypes) ? letterOf(INT64) : findLoop(LOOPS[name], dtypes);
}

function addedTexts(operands: readonly Operand[], { out, casting = 'same_kind' }: UfuncOptions): NDArray {
  const result = addText(operands);
  if (!out) return result;
  checkCasts('add', result.dtype, result.dtype, [], out, casting, false);
  copyInto(out, viewOf(result, broadcastTo(result.layout, commonShape([result], out))));
  return out;
}

/** uint64 and signed integers, of which no integer holds all: they are compared exactly, each as what it is. */
const areMixed = (dtypes: readonly DType[]): boolean =>
  dtypes.some(({ format }) => format === 'uint64') &&
  dtypes.some(({ kind }) => kind === 'i') &&
  dtypes.every(({ kind }) => 'iu'.includes(kind));

/** Items of `full` where the mask is true, in `out` or a new array. */
function storedWhere(full: NDArray, mask: NDArray, out: NDArray | null | undefined): NDArray {
  const shape = commonShape([full, mask], out);
  const target = out ?? allocateFor([broadcastTo(full.layout, shape)], full.dtype);
  const seen = viewOf(full, broadcastTo(full.layout, shape));
  const chosen = viewOf(mask, broadcastTo(mask.layout, shape));
  set(target, [chosen], get(seen, [chosen]));
  return target;
}

/** Every operand is first made true or false, as a cast does. */
function callTruths(name: string, operands: readonly Operand[], options: UfuncOptions): NDArray {
  const arrays = operands.map(value => asArray(value));
  const shape = commonShape(arrays, options.out);
  const out = options.out ?? allocateResult(arrays, shape, x => x.dtype.kind !== 'b', dtypeOfLetter('?'));
  return callUfunc(
    name,
    arrays.map(x => astype(x, 'bool')),
    { ...options, out },
  );
}

/** Whether operands have nothing in common but that each is true or false. */
const needsTruths = (operands: readonly Operand[], dtypes: readonly DType[]): boolean =>
  operands.length > 1 &&
  (dtypes.some(({ format }) => format === undefined || format !== dtypes[0].format) ||
    operands.some(value => weakOf(value)));

/** Broadcasts, checks the output, and runs. */
export function computed(
  name: string,
  loop: DType,
  result: DType,
  inputs: readonly NDArray[],
  { out, dtype, casting = 'same_kind' }: UfuncOptions,
): NDArray {
  checkCasts(name, loop, result, inputs, out, casting, dtype !== undefined);
  const shape = commonShape(inputs, out);
  const views = inputs.map(x => {
    const cast = dtype !== undefined && !sameDType(x.dtype, loop) ? astype(x, loop) : x;
    const view = viewOf(cast, broadcastTo(cast.layout, shape));
    return out && !isItemByItem(out, view) ? detachedFrom(out, view) : view;
  });
  const isConverted = ({ dtype: own }: NDArray): boolean =>
    (own.format !== loop.format && !(own.format === 'uint64' && loop.format === 'int64')) ||
    own.byteOrder === '>';
  const target = out ?? allocateResult(inputs, shape, isConverted, result);
  runLoop(name, loop, views, target);
  return target;
}

/** Whether each item is read before it is written, and by nothing afterwards. */
const isItemByItem = (out: NDArray, view: NDArray): boolean => isSame(out, view) && !mayOverlapItself(out);

/** As NumPy asks: at the cost of one step, and where that does not tell, it may. */
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

function checkCasts(
  name: string,
  loop: DType,
  result: DType,
  inputs: readonly NDArray[],
  out: NDArray | null | undefined,
  casting: Casting,
  isForced: boolean,
): void {
  if (isForced) {
    inputs.forEach(({ dtype }, k) => {
      const which = inputs.length === 1 ? 'input' : `input ${k}`;
      if (!canCast(dtype, loop, casting)) throw outputRefusal(name, which, dtype, loop, casting);
    });
  }
  if (out && !canCast(result, out.dtype, casting))
    throw outputRefusal(name, 'output', result, out.dtype, casting);
}

/** The loop that puts out the dtype that was asked for. */
function forcedLoop(name: string, loops: LoopList, wanted: DType): string | undefined {
  const letter = letterOf(wanted);
  const found =
    letter && Array.from(loops.letters).find(one => outLetter(loops, one) === letter && one === letter);
  if (found) return found;
  throw noLoop(
    name,
    `No loop matching the specified signature and casting was found for ufunc ${pythonName(name)}`,
    'TypeError',
  );
}

const BOOLEANS: Readonly<Record<string, string>> = {
  subtract:
    'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the ' +
    'logical_xor function instead.',
  negative:
    'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not ' +
    'function instead.',
};

/** What booleans are not taken for, though they could be cast. */
const NO_BOOLEANS = new Set(['subtract', 'negative', 'positive', 'sign']);

/** Functions whose loops NumPy looks for by the classes of the dtypes. */
const BY_SIGNATURE = new Set(
  'add subtract multiply divide floorDivide remainder fmod power maximum minimum fmax fmin negative positive sign absolute'.split(
    ' ',
  ),
);

function refusal(name: string, dtypes: readonly DType[], operands: readonly Operand[]): InspectorError {
  const isBool = dtypes.every(({ kind }) => kind === 'b');
  const own = pythonName(name);
  if (isBool && name in BOOLEANS) return noLoop(name, BOOLEANS[name]);
  if (isByClass(name)) return noSignature(name, own, classesOf(operands, dtypes));
  if (BY_SIGNATURE.has(name) && dtypes.some(({ format }) => !format))
    return noSignature(name, own, dtypes.map(dtypeRepr));
  return noLoop(
    name,
    `ufunc '${own}' not supported for the input types, and the inputs could not be safely coerced to any supported ` +
      "types according to the casting rule ''safe''",
  );
}

/** Whether a whole number is compared with integers that cannot be it. */
const isBeyond = (operands: readonly Operand[], dtypes: readonly DType[]): boolean =>
  operands.some(value => weakOf(value) === undefined) &&
  operands.some((value, k) => weakOf(value) === 'int' && isOutside(BigInt(value as number), dtypes[k]));

/** Computed in doubles, but stored in the order of the arrays as they are. */
function callBeyond(
  name: string,
  operands: readonly Operand[],
  dtypes: readonly DType[],
  options: UfuncOptions,
): NDArray {
  const doubles = operands.map((value, k) => asDoubles(value, dtypes[k]));
  const arrays = operands.filter(value => weakOf(value) === undefined).map(value => asArray(value));
  const shape = commonShape(doubles, options.out);
  const isSwapped = ({ dtype }: NDArray): boolean => dtype.byteOrder === '>';
  const out = options.out ?? allocateResult(arrays, shape, isSwapped, dtypeOfLetter('?'));
  return callUfunc(name, doubles, { ...options, out });
}

/** Such a number as what is past all of them. */
function asDoubles(value: Operand, dtype: DType): NDArray {
  if (weakOf(value) !== 'int') return astype(asArray(value), 'float64');
  const past = BigInt(value as number) < 0n ? -Infinity : Infinity;
  return operandArray(isOutside(BigInt(value as number), dtype) ? past : value, dtypeOfLetter('d'));
}

function isOutside(value: bigint, { kind, itemsize }: DType): boolean {
  if (kind !== 'i' && kind !== 'u') return false;
  const bits = itemsize * 8;
  return (kind === 'i' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) !== value;
}
