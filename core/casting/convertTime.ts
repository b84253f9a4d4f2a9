/**
 * Conversion of datetimes and timedeltas between units: rounded down to the previous tick, modulo 2^64. NaT
 * stays NaT.
 * Follows `get_datetime_conversion_factor` (datetime.c) and `_strided_to_strided_datetime_cast`
 * (dtype_transfer.c).
 */
import { dateOf, daysOf, floorDivide } from '../dtype/items/calendar';
import { type DType, TIME_UNITS, type TimeUnit } from '../dtype/dtype';
import { InspectorError } from '../errors';
import { NOT_A_TIME } from '../dtype/items/read';
import type { Conversion } from './types';
import { gcd, MAX_FACTOR, unitFactor } from './promoteTime';

const rank = ({ name }: TimeUnit): number => TIME_UNITS.indexOf(name);
const isCalendar = (unit: TimeUnit): boolean => rank(unit) <= 1;

type Ticks = (ticks: bigint) => bigint;

type Fraction = readonly [num: bigint, denom: bigint];

/**
 * Returns the number of `to` ticks in one `from` tick, in lowest terms. `OverflowError` if the units are too
 * far apart.
 */
function factor(from: TimeUnit, to: TimeUnit): Fraction {
  if (from.name === 'generic' || to.name === 'generic') return [1n, 1n];
  const [num, denom] = rank(from) <= rank(to) ? baseFactor(from, to) : swapped(baseFactor(to, from));
  const [one, two] = [num * BigInt(from.count), denom * BigInt(to.count)].map(one => BigInt.asUintN(64, one));
  const common = gcd(one, two);
  return [one / common, two / common];
}

const swapped = ([num, denom]: Fraction): Fraction => [denom, num];

/** Returns the number of small units in one large unit. A year counts as 365.2425 days. */
function baseFactor(large: TimeUnit, small: TimeUnit): Fraction {
  if (large.name === small.name) return [1n, 1n];
  if (large.name === 'Y' && small.name === 'M') return [12n, 1n];
  const parts = (name: TimeUnit['name']): bigint => {
    const found = unitFactor(name, small.name);
    if (found >= MAX_FACTOR) throw tooFarApart(large, small);
    return found;
  };
  if (!isCalendar(large)) return [parts(large.name), 1n];
  const days = 97n + 400n * 365n;
  const years = large.name === 'Y' ? 400n : 4800n;
  return small.name === 'W' ? [days, years * 7n] : [days * parts('D'), years];
}

function tooFarApart(large: TimeUnit, small: TimeUnit): InspectorError {
  return new InspectorError(
    'out-of-bounds',
    `Integer overflow while computing the conversion factor between NumPy datetime units ${large.name} and ${small.name}`,
    { numpyName: 'OverflowError', action: 'Use units that are closer to each other.' },
  );
}

function scale(from: TimeUnit, to: TimeUnit): Ticks {
  const [num, denom] = factor(from, to);
  // Rounds down, unless the product wrapped around.
  return ticks =>
    ticks < 0n ? BigInt.asIntN(64, ticks * num - denom + 1n) / denom : BigInt.asIntN(64, ticks * num) / denom;
}

/**
 * Converts between months or years and days or smaller units with the calendar. Units that are too far apart
 * raise the same error as without it.
 */
function throughCalendar(from: TimeUnit, to: TimeUnit): Ticks {
  factor(from, to);
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

function changeOf(from: TimeUnit, to: TimeUnit, isDate: boolean): Ticks {
  if (!isDate || isCalendar(from) === isCalendar(to)) return scale(from, to);
  if (from.name !== 'generic') return throughCalendar(from, to);
  return () => {
    throw new InspectorError(
      'invalid-input',
      'Cannot convert a NumPy datetime value other than NaT with generic units',
      { numpyName: 'ValueError', action: 'Give the datetimes a unit first, with view.' },
    );
  };
}

const noUnit = (): InspectorError =>
  new InspectorError(
    'invalid-dtype',
    'Cannot convert from specific units to generic units in NumPy datetimes or timedeltas',
    { numpyName: 'ValueError', action: 'Give the dtype a unit: M8[s].' },
  );

/**
 * Returns the loop between two datetime dtypes, or between two timedelta dtypes. `ValueError` if only `to`
 * has generic units, `OverflowError` if the units are too far apart.
 */
export function timeConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion {
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const [one, two] = [from.unit!, to.unit!];
  if (two.name === 'generic' && one.name !== 'generic') throw noUnit();
  const change = changeOf(one, two, from.kind === 'M');
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) {
      const ticks = source.getBigInt64(start + k * sourceStep, from.byteOrder !== '>');
      const changed = ticks === NOT_A_TIME ? ticks : BigInt.asIntN(64, change(ticks));
      target.setBigInt64(at + k * step, changed, to.byteOrder !== '>');
    }
  };
}
