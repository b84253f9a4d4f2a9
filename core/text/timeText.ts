/**
 * `str` of datetime64 and timedelta64. Invariant: arithmetic wraps at 64 bits where NumPy's does, so that dates far
 * outside the range of the unit print as NumPy prints them.
 * Spec: ISO 8601 as `datetime_strings.c` and `datetime.c` of NumPy write it, proleptic Gregorian calendar, no zone.
 */
import { dateOf } from '../dtype/items/calendar';
import type { TimeUnit } from '../dtype/dtype';
import { NOT_A_TIME } from '../dtype/items/read';

type UnitName = TimeUnit['name'];

const UNIT_WORDS: Readonly<Record<UnitName, string>> = {
  Y: 'years',
  M: 'months',
  W: 'weeks',
  D: 'days',
  h: 'hours',
  m: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  ps: 'picoseconds',
  fs: 'femtoseconds',
  as: 'attoseconds',
  generic: 'generic time units',
};

/** Decimal places of the seconds. */
const PLACES: Readonly<Partial<Record<UnitName, number>>> = {
  s: 0,
  ms: 3,
  us: 6,
  ns: 9,
  ps: 12,
  fs: 15,
  as: 18,
};

const wrap = (n: bigint): bigint => BigInt.asIntN(64, n);
const floorDivide = (n: bigint, by: bigint): bigint => (n < 0n ? (n - by + 1n) / by : n / by);

const two = (n: number): string => String(n).padStart(2, '0');

function yearText(year: bigint): string {
  const digits = String(year < 0n ? -year : year);
  return year < 0n ? `-${digits.padStart(3, '0')}` : digits.padStart(4, '0');
}

function dateText(days: bigint): string {
  const { year, month, day } = dateOf(days);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

function clockText(unit: UnitName, inDay: bigint): string {
  if (unit === 'h') return `T${two(Number(inDay))}`;
  if (unit === 'm') return `T${two(Number(inDay / 60n))}:${two(Number(inDay % 60n))}`;
  const places = PLACES[unit] ?? 0;
  const second = 10n ** BigInt(places);
  const seconds = Number(inDay / second);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `T${clock}${places === 0 ? '' : `.${String(inDay % second).padStart(places, '0')}`}`;
}

function ticksPerDay(unit: UnitName): bigint {
  if (unit === 'h') return 24n;
  return unit === 'm' ? 1440n : 86400n * 10n ** BigInt(PLACES[unit] ?? 0);
}

/** `str` of a datetime64 of `ticks` units since 1970. NumPy cannot print one without a unit: that is its number. */
export function datetimeText(ticks: bigint, unit: TimeUnit): string {
  if (ticks === NOT_A_TIME) return 'NaT';
  const count = wrap(ticks * BigInt(unit.count));
  switch (unit.name) {
    case 'generic':
      return String(ticks);
    case 'Y':
      return yearText(wrap(1970n + count));
    case 'M': {
      const years = floorDivide(count, 12n);
      return `${yearText(1970n + years)}-${two(Number(count - years * 12n) + 1)}`;
    }
    case 'W':
      return dateText(wrap(count * 7n));
    case 'D':
      return dateText(count);
    default: {
      const perDay = ticksPerDay(unit.name);
      const days = floorDivide(count, perDay);
      return dateText(days) + clockText(unit.name, count - days * perDay);
    }
  }
}

/** `str` of a timedelta64: `5 days`. */
export function timedeltaText(ticks: bigint, unit: TimeUnit): string {
  if (ticks === NOT_A_TIME) return 'NaT';
  return `${wrap(ticks * BigInt(unit.count))} ${UNIT_WORDS[unit.name]}`;
}
