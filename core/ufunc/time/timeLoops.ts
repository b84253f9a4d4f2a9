/**
 * The loops of ufuncs for datetimes (`M`) and timedeltas (`m`): which dtypes the operands are cast to, and the operation
 * on their ticks. NaT makes NaT. Follows the `PyUFunc_*TypeResolver`s of ufunc_type_resolution.c and loops.c.src.
 */
import type { DType } from '../../dtype/dtype';
import { numericDType, timeDType } from '../../dtype/make';
import { NOT_A_TIME } from '../../dtype/items/read';
import { promoteTypes } from '../../casting/promote';
import { floorDivideBigints, remainderOfBigints } from '../math/integers';

const INT64 = numericDType('int64');
const FLOAT64 = numericDType('float64');
const BOOL = numericDType('bool');

/** Ticks, integers and bools are bigints; floats are numbers. */
type Ticks = bigint | number;

/** A loop for times. */
export interface TimeLoop {
  /** The dtypes that the operands are cast to. */
  readonly inputs: readonly DType[];
  readonly result: DType;
  readonly operation: (...ticks: readonly Ticks[]) => Ticks;
}

/** Chooses the loop for operands of these dtypes, at least one of which is a time; undefined where there is none. */
export type TimeRule = (...dtypes: readonly DType[]) => TimeLoop | undefined;

type BigintOperation = (a: bigint, b: bigint) => bigint;

const isNaT = (ticks: Ticks): boolean => ticks === NOT_A_TIME;
const isInteger = ({ kind }: DType): boolean => 'biu'.includes(kind);
const nativeTime = ({ kind, unit }: DType): DType => timeDType(kind as 'M' | 'm', unit!);

/** NaT where an operand is. */
const orNaT =
  (operation: BigintOperation): TimeLoop['operation'] =>
  (a, b) =>
    isNaT(a) || isNaT(b) ? NOT_A_TIME : operation(a as bigint, b as bigint);

/** A test of one time. */
export const testTime =
  (test: (isNaT: boolean) => boolean): TimeRule =>
  a => ({ inputs: [nativeTime(a)], result: BOOL, operation: x => (test(isNaT(x)) ? 1n : 0n) });

/** A function of one timedelta that is not NaT. */
export const mapTimedelta =
  (operation: (ticks: bigint) => bigint): TimeRule =>
  a => {
    if (a.kind !== 'm') return undefined;
    const own = nativeTime(a);
    return { inputs: [own], result: own, operation: x => (isNaT(x) ? x : operation(x as bigint)) };
  };

/** The sign of a timedelta, of which NaT has −1. */
export const signOfTimedelta: TimeRule = a => {
  if (a.kind !== 'm') return undefined;
  const own = nativeTime(a);
  return { inputs: [own], result: own, operation: x => (x > 0n ? 1n : x < 0n ? -1n : 0n) };
};

/** Whether two dtypes are both datetimes, both timedeltas, or a timedelta and integers other than uint64. */
const areComparable = (a: DType, b: DType): boolean =>
  (a.unit !== undefined && a.kind === b.kind) ||
  ([a, b].some(({ kind }) => kind === 'm') && [a, b].some(one => isInteger(one) && one.format !== 'uint64'));

/** A comparison, which is `ofNaT` (1n or 0n) where an operand is NaT. */
export const compareTimes =
  (compare: BigintOperation, ofNaT: bigint): TimeRule =>
  (a, b) => {
    if (!areComparable(a, b)) return undefined;
    const common = promoteTypes(a, b);
    const operation: TimeLoop['operation'] = (x, y) =>
      isNaT(x) || isNaT(y) ? ofNaT : compare(x as bigint, y as bigint);
    return { inputs: [common, common], result: BOOL, operation };
  };

/** The greater or the lesser of two times; of NaT and a time, the time where `skipsNaT`. */
export const extremeOfTimes =
  (choose: BigintOperation, skipsNaT: boolean): TimeRule =>
  (a, b) => {
    if (!(a.unit && b.unit) && !areComparable(a, b)) return undefined;
    const common = promoteTypes(a, b);
    const operation: TimeLoop['operation'] = (x, y) => {
      if (isNaT(x)) return skipsNaT ? y : x;
      return isNaT(y) ? (skipsNaT ? x : y) : choose(x as bigint, y as bigint);
    };
    return { inputs: [common, common], result: common, operation };
  };

/** A sum or difference, of the pairs of kinds in `kinds`: `mm`, `Mm`, … Integers count ticks of the other operand. */
export function sumOfTimes(kinds: readonly string[], operation: BigintOperation): TimeRule {
  const rule: TimeRule = (a, b) => {
    if (isInteger(a) && b.unit) return rule(timeDType('m', b.unit), b);
    if (isInteger(b) && a.unit) return rule(a, timeDType('m', a.unit));
    const pair = a.kind + b.kind;
    if (!kinds.includes(pair)) return undefined;
    const { unit } = promoteTypes(a, b);
    const inputs = [a, b].map(({ kind }) => timeDType(kind as 'M' | 'm', unit!));
    const isDate = pair.includes('M') && pair !== 'MM';
    return { inputs, result: timeDType(isDate ? 'M' : 'm', unit!), operation: orNaT(operation) };
  };
  return rule;
}

function truncated(ticks: number): bigint {
  return Number.isFinite(ticks) && Math.abs(ticks) < 2 ** 63 ? BigInt(Math.trunc(ticks)) : NOT_A_TIME;
}

/** A timedelta times or by a float, truncated to ticks. */
function scaledLoop(own: DType, scale: (ticks: number, by: number) => number): TimeLoop {
  const operation: TimeLoop['operation'] = (x, y) => (isNaT(x) ? x : truncated(scale(Number(x), Number(y))));
  return { inputs: [own, FLOAT64], result: own, operation };
}

/** A timedelta times a number, or the other way round. */
export const multiplyTimes: TimeRule = (a, b) => {
  if (a.kind === 'm' && b.kind === 'm') return undefined;
  if (b.kind === 'm') {
    const swapped = multiplyTimes(b, a);
    return (
      swapped && {
        ...swapped,
        inputs: [...swapped.inputs].reverse(),
        operation: (x, y) => swapped.operation(y, x),
      }
    );
  }
  if (a.kind !== 'm') return undefined;
  const own = nativeTime(a);
  if (b.kind === 'f') return scaledLoop(own, (ticks, by) => ticks * by);
  if (!isInteger(b)) return undefined;
  const operation: TimeLoop['operation'] = (x, y) => (isNaT(x) ? x : (x as bigint) * (y as bigint));
  return { inputs: [own, INT64], result: own, operation };
};

/** A timedelta by an integer or a float, truncated to ticks. */
function quotientByNumber(a: DType, b: DType): TimeLoop | undefined {
  if (a.kind !== 'm') return undefined;
  const own = nativeTime(a);
  if (b.kind === 'f') return scaledLoop(own, (ticks, by) => ticks / by);
  if (!isInteger(b) || b.kind === 'b') return undefined;
  const operation: TimeLoop['operation'] = (x, y) =>
    isNaT(x) || y === 0n ? NOT_A_TIME : (x as bigint) / (y as bigint);
  return { inputs: [own, INT64], result: own, operation };
}

/** The dtype that two timedeltas have in common; undefined for other operands. */
const commonTimedelta = (a: DType, b: DType): DType | undefined =>
  a.kind === 'm' && b.kind === 'm' ? promoteTypes(a, b) : undefined;

/** The ratio of two timedeltas in float64, or a timedelta by a number. */
export const divideTimes: TimeRule = (a, b) => {
  const common = commonTimedelta(a, b);
  if (!common) return quotientByNumber(a, b);
  const operation: TimeLoop['operation'] = (x, y) => (isNaT(x) || isNaT(y) ? NaN : Number(x) / Number(y));
  return { inputs: [common, common], result: FLOAT64, operation };
};

/** The ratio of two timedeltas rounded down, int64, or a timedelta by a number. */
export const floorDivideTimes: TimeRule = (a, b) => {
  const common = commonTimedelta(a, b);
  if (!common) return quotientByNumber(a, b);
  const operation: TimeLoop['operation'] = (x, y) =>
    isNaT(x) || isNaT(y) ? 0n : floorDivideBigints(x as bigint, y as bigint);
  return { inputs: [common, common], result: INT64, operation };
};

/** The remainder of two timedeltas; NaT where the divisor is 0. */
export const remainderOfTimes: TimeRule = (a, b) => {
  const common = commonTimedelta(a, b);
  const operation = orNaT((x, y) => (y === 0n ? NOT_A_TIME : remainderOfBigints(x, y)));
  return common && { inputs: [common, common], result: common, operation };
};
