/**
 * Arithmetic of datetimes and timedeltas, in ticks of the unit that the operands have in common. NaT makes NaT, and is
 * equal to nothing. Follows the `PyUFunc_*TypeResolver`s of ufunc_type_resolution.c and the loops of loops.c.src.
 */
import type { DType } from '../dtype/dtype';
import { numericDType, timeDType } from '../dtype/make';
import { NOT_A_TIME } from '../dtype/items/read';
import { broadcastTo } from '../layout/broadcast';
import { canCast } from '../casting/rules';
import { conversionOf } from '../casting/conversion';
import type { Casting } from '../casting/types';
import { dtypeRepr } from '../dtype/numpyNames';
import { astype } from '../ndarray/create/astype';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { promoteTypes } from '../casting/promote';
import { eachRun, walkOf } from '../layout/walk';
import { commonShape, noLoop, type Operand, operandArray } from './operands';
import { classesOf, isByClass, noSignature } from './refusals';
import { allocateResult } from './output';
import { outputRefusal } from './output';
import { pythonName } from './output';
import { type UfuncOptions } from './output';
import { isComparison } from './loops';
import { WIDE_BINARY } from './wideOperations';

const INT64 = numericDType('int64');
const FLOAT64 = numericDType('float64');
const BOOL = numericDType('bool');

/** What is computed: the dtypes operands are converted to, that of the result, and how. */
interface TimeLoop {
  readonly inputs: readonly DType[];
  readonly out: DType;
  readonly run: (...ticks: readonly (bigint | number)[]) => bigint | number;
}

const isNaT = (ticks: bigint | number): boolean => ticks === NOT_A_TIME;

/** NaT where one is. */
const sure =
  (run: (a: bigint, b: bigint) => bigint): TimeLoop['run'] =>
  (a, b) =>
    isNaT(a) || isNaT(b) ? NOT_A_TIME : run(a as bigint, b as bigint);

const ratio: TimeLoop['run'] = (a, b) => (isNaT(a) || isNaT(b) ? NaN : Number(a) / Number(b));

function scaledBy(by: number): bigint {
  return Number.isFinite(by) && Math.abs(by) < 2 ** 63 ? BigInt(Math.trunc(by)) : NOT_A_TIME;
}

const isCounted = ({ kind }: DType): boolean => 'biu'.includes(kind);

const isExtreme = (name: string): boolean => /^(maximum|minimum|fmax|fmin)$/.test(name);

function loopFor(name: string, dtypes: readonly DType[]): TimeLoop | undefined {
  const [a, b] = dtypes;
  if (dtypes.length === 1) return unaryLoop(name, a);
  const kinds = a.kind + b.kind;
  if (isComparison(name) || isExtreme(name)) {
    const isPair =
      kinds === 'MM' ||
      kinds === 'mm' ||
      (a.unit && b.unit && !isComparison(name)) ||
      (kinds.includes('m') && [a, b].some(one => isCounted(one) && one.str.slice(1) !== 'u8'));
    return isPair ? pairLoop(name, a, b) : undefined;
  }
  if (name === 'add' || name === 'subtract') return sumLoop(name, a, b);
  return productLoop(name, a, b);
}

function unaryLoop(name: string, a: DType): TimeLoop | undefined {
  const native = timeDType(a.kind as 'M' | 'm', a.unit!);
  const own = (run: TimeLoop['run'], out = native): TimeLoop => ({ inputs: [native], out, run });
  if (name === 'isnan') return own(x => (isNaT(x) ? 1n : 0n), BOOL);
  if (name === 'isfinite') return own(x => (isNaT(x) ? 0n : 1n), BOOL);
  if (name === 'isinf') return own(() => 0n, BOOL);
  if (a.kind !== 'm') return undefined;
  if (name === 'negative') return own(x => (isNaT(x) ? x : -(x as bigint)));
  if (name === 'positive') return own(x => x);
  if (name === 'absolute') return own(x => (isNaT(x) || x >= 0n ? x : -(x as bigint)));
  if (name === 'sign') return own(x => (x > 0n ? 1n : x < 0n ? -1n : 0n));
  return undefined;
}

function pairLoop(name: string, a: DType, b: DType): TimeLoop {
  const common = promoteTypes(a, b);
  const compare = WIDE_BINARY[name] as unknown as (x: bigint, y: bigint) => bigint;
  const inputs = [common, common];
  if (isComparison(name)) {
    const odd = name === 'notEqual' ? 1n : 0n;
    return {
      inputs,
      out: BOOL,
      run: (x, y) => (isNaT(x) || isNaT(y) ? odd : compare(x as bigint, y as bigint)),
    };
  }
  const skips = name === 'fmax' || name === 'fmin';
  const run: TimeLoop['run'] = (x, y) => {
    if (isNaT(x)) return skips ? y : x;
    return isNaT(y) ? (skips ? x : y) : compare(x as bigint, y as bigint);
  };
  return { inputs, out: common, run };
}

function sumLoop(name: string, a: DType, b: DType): TimeLoop | undefined {
  const run = sure(name === 'add' ? (x, y) => x + y : (x, y) => x - y);
  const kinds = a.kind + b.kind;
  const isSum = name === 'add';
  const valid = isSum ? /^(mm|Mm|mM)$/ : /^(mm|Mm|MM)$/;
  // Whole numbers count ticks of the other.
  if (isCounted(a) && b.unit) return sumLoop(name, timeDType('m', b.unit), b);
  if (isCounted(b) && a.unit) return sumLoop(name, a, timeDType('m', a.unit));
  if (!valid.test(kinds)) return undefined;
  const { unit } = promoteTypes(a, b);
  const inputs = [a, b].map(({ kind }) => timeDType(kind as 'M' | 'm', unit!));
  const isDate = kinds.includes('M') && kinds !== 'MM';
  return { inputs, out: timeDType(isDate ? 'M' : 'm', unit!), run };
}

function productLoop(name: string, a: DType, b: DType): TimeLoop | undefined {
  if (a.kind === 'm' && b.kind === 'm') {
    if (!/^(divide|floorDivide|remainder)$/.test(name)) return undefined;
    const common = promoteTypes(a, b);
    const inputs = [common, common];
    if (name === 'divide') return { inputs, out: FLOAT64, run: ratio };
    if (name === 'floorDivide')
      return { inputs, out: INT64, run: (x, y) => (isNaT(x) || isNaT(y) ? 0n : floor(x, y)) };
    if (name === 'remainder')
      return {
        inputs,
        out: common,
        run: sure((x, y) => (y === 0n ? NOT_A_TIME : WIDE_BINARY.remainder(x, y, { isUnsigned: false }))),
      };
    return undefined;
  }
  if (name === 'multiply' && b.kind === 'm') {
    const other = productLoop(name, b, a);
    return other && { ...other, inputs: [...other.inputs].reverse(), run: (x, y) => other.run(y, x) };
  }
  if (a.kind !== 'm') return undefined;
  const own = timeDType('m', a.unit!);
  if (isCounted(b)) {
    const inputs = [own, INT64];
    if (name === 'multiply')
      return { inputs, out: own, run: (x, y) => (isNaT(x) ? x : (x as bigint) * (y as bigint)) };
    if (b.kind === 'b') return undefined;
    if (name === 'divide')
      return {
        inputs,
        out: own,
        run: (x, y) => (isNaT(x) || y === 0n ? NOT_A_TIME : (x as bigint) / (y as bigint)),
      };
    if (name === 'floorDivide')
      return {
        inputs,
        out: own,
        run: (x, y) => (isNaT(x) || y === 0n ? NOT_A_TIME : (x as bigint) / (y as bigint)),
      };
  }
  if (b.kind !== 'f') return undefined;
  const inputs = [own, FLOAT64];
  if (name === 'multiply')
    return { inputs, out: own, run: (x, y) => (isNaT(x) ? x : scaledBy(Number(x) * Number(y))) };
  if (name === 'divide' || name === 'floorDivide')
    return { inputs, out: own, run: (x, y) => (isNaT(x) ? x : scaledBy(Number(x) / Number(y))) };
  return undefined;
}

const floor = (x: bigint | number, y: bigint | number): bigint =>
  WIDE_BINARY.floorDivide(x as bigint, y as bigint, { isUnsigned: false });

export function timeUfunc(
  name: string,
  operands: readonly Operand[],
  dtypes: readonly DType[],
  { out, casting = 'same_kind' }: UfuncOptions,
): NDArray {
  const loop = loopFor(name, dtypes);
  if (!loop) throw refusal(name, dtypes, operands);
  checkInputs(name, dtypes, loop, casting);
  const arrays = operands
    .map((value, k) => operandArray(value, dtypes[k]))
    .map((x, k) =>
      isMeasured(x) || !loop.inputs[k].unit ? astype(x, loop.inputs[k]) : asTicks(x, loop.inputs[k]),
    );
  if (out && !canCast(loop.out, out.dtype, casting))
    throw outputRefusal(name, 'output', loop.out, out.dtype, casting);
  const given = operands.map((value, k) => operandArray(value, dtypes[k]));
  const shape = commonShape(given, out);
  const views = arrays.map(x => viewOf(x, broadcastTo(x.layout, shape)));
  const target =
    out ?? allocateResult(given, shape, x => x.dtype.str !== loop.inputs[given.indexOf(x)].str, loop.out);
  run(loop, views, target);
  return target;
}

/** Months and years are no number of days, and a timedelta is no datetime. */
function checkInputs(name: string, dtypes: readonly DType[], { inputs }: TimeLoop, casting: Casting): void {
  dtypes.forEach((dtype, k) => {
    if (dtype.unit && !canCast(dtype, inputs[k], casting))
      throw outputRefusal(name, dtypes.length === 1 ? 'input' : `input ${k}`, dtype, inputs[k], casting);
  });
}

/** Whether it has a unit of its own: generic times count ticks of any, as whole numbers do. */
const isMeasured = ({ dtype }: NDArray): boolean => dtype.unit !== undefined && dtype.unit.name !== 'generic';

const asTicks = (x: NDArray, dtype: DType): NDArray => {
  const ticks = astype(x, INT64);
  return viewOf(ticks, ticks.layout, { dtype });
};

function run(loop: TimeLoop, views: readonly NDArray[], target: NDArray): void {
  const isFloat = loop.out.kind === 'f';
  const item = new DataView(new ArrayBuffer(8));
  const store = conversionOf(
    target.buffer,
    target.dtype,
    item.buffer,
    isFloat ? FLOAT64 : loop.out.kind === 'b' ? INT64 : loop.out,
  );
  const reads = views.map(({ buffer, dtype }) => {
    const view = new DataView(buffer);
    return dtype.kind === 'f'
      ? (at: number) => view.getFloat64(at, true)
      : (at: number) => view.getBigInt64(at, true);
  });
  eachRun(walkOf([target.layout, ...views.map(view => view.layout)]), (offsets, steps, count) => {
    for (let k = 0; k < count; k++) {
      const value = loop.run(...reads.map((read, n) => read(offsets[n + 1] + k * steps[n + 1])));
      if (typeof value === 'number') item.setFloat64(0, value, true);
      else item.setBigInt64(0, value, true);
      store(offsets[0] + k * steps[0], 0, 0, 0, 1);
    }
  });
}

/** Functions that know times. */
const RESOLVED = new Set(['add', 'subtract', 'multiply', 'divide', 'floorDivide', 'remainder']);

function refusal(name: string, dtypes: readonly DType[], operands: readonly Operand[]): Error {
  const own = pythonName(name);
  const isPair = dtypes.length === 2 && dtypes.every(({ unit }) => unit);
  const isByRepr = isExtreme(name) && dtypes.some(({ kind }) => 'SUV'.includes(kind));
  if (isByRepr) return noSignature(name, own, dtypes.map(dtypeRepr));
  if ((isByClass(name) || isExtreme(name)) && !isPair)
    return noSignature(name, own, classesOf(operands, dtypes));
  if (isComparison(name) || RESOLVED.has(name)) {
    return noLoop(
      name,
      `ufunc '${own}' cannot use operands with types ${dtypes.map(dtypeRepr).join(' and ')}`,
      'UFuncTypeError',
    );
  }
  return noLoop(
    name,
    `ufunc '${own}' not supported for the input types, and the inputs could not be safely coerced to any supported ` +
      "types according to the casting rule ''safe''",
  );
}
