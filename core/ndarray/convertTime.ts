/**
 * Datetimes and timedeltas from one unit to another: to the tick before, modulo 2^64; NaT stays NaT.
 * Follows `get_datetime_conversion_factor` (datetime.c) and `_strided_to_strided_datetime_cast` (dtype_transfer.c).
 */
import { dateOf, daysOf, floorDivide } from '../dtype/calendar';
import { type DType, TIME_UNITS, type TimeUnit } from '../dtype/dtype';
import { NOT_A_TIME } from '../dtype/read';
import type { Conversion } from './convert';
import { unitFactor } from './promoteTime';

const rank = ({ name }: TimeUnit): number => TIME_UNITS.indexOf(name);
const isCalendar = (unit: TimeUnit): boolean => rank(unit) <= 1;

type Ticks = (ticks: bigint) => bigint;

/** `[num, denom]`: how many ticks of `to` one of `from` is; a year has 365.2425 days here. */
function factor(from: TimeUnit, to: TimeUnit): readonly [bigint, bigint] {
  if (from.name === 'generic' || to.name === 'generic') return [1n, 1n];
  const [one, two] = [BigInt(from.count), BigInt(to.count)];
  if (from.name === to.name) return [one, two];
  if (rank(from) > rank(to)) {
    const [num, denom] = factor({ ...to, count: 1 }, { ...from, count: 1 });
    return [one * denom, two * num];
  }
  if (!isCalendar(from)) return [one * unitFactor(from.name, to.name), two];
  if (to.name === 'M') return [one * 12n, two];
  const days = 97n + 400n * 365n;
  const years = from.name === 'Y' ? 400n : 4800n;
  if (to.name === 'W') return [one * days, two * years * 7n];
  return [(one * days * unitFactor('W', to.name)) / 7n, two * years];
}

function scale(from: TimeUnit, to: TimeUnit): Ticks {
  const [num, denom] = factor(from, to);
  return ticks => floorDivide(BigInt.asIntN(64, ticks * num), denom);
}

/** Between months or years and days or less there is a calendar. */
function throughCalendar(from: TimeUnit, to: TimeUnit): Ticks {
  if (isCalendar(from)) {
    const months = scale(from, { name: 'M', count: 1 });
    const rest = scale({ name: 'D', count: 1 }, to);
    return ticks => {
      const month = months(ticks);
      const year = 1970n + floorDivide(month, 12n);
      return rest(daysOf({ year, month: Number(month - (year - 1970n) * 12n) + 1, day: 1 }));
    };
  }
  const days = scale(from, { name: 'D', count: 1 });
  const rest = scale({ name: 'M', count: 1 }, to);
  return ticks => {
    const { year, month } = dateOf(days(ticks));
    return rest((year - 1970n) * 12n + BigInt(month - 1));
  };
}

/** Between two of one kind, M or m. */
export function timeConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion {
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const [one, two] = [from.unit!, to.unit!];
  const isPlain = from.kind === 'm' || isCalendar(one) === isCalendar(two) || one.name === 'generic';
  const change = isPlain ? scale(one, two) : throughCalendar(one, two);
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) {
      const ticks = source.getBigInt64(start + k * sourceStep, from.byteOrder !== '>');
      const changed = ticks === NOT_A_TIME ? ticks : BigInt.asIntN(64, change(ticks));
      target.setBigInt64(at + k * step, changed, to.byteOrder !== '>');
    }
  };
}
