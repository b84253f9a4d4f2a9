/**
 * `str` of datetime64 and timedelta64. Invariant: arithmetic wraps at 64 bits where NumPy's does, so that dates far
 * outside the range of the unit print as NumPy prints them.
 * Spec: ISO 8601 as `datetime_strings.c` and `datetime.c` of NumPy write it, proleptic Gregorian calendar, no zone.
 */
import type { TimeUnit } from '../dtype/dtype';
import { NOT_A_TIME } from '../dtype/read';

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

const DAYS_PER_400_YEARS = 146097n;
/** From 1970-01-01 to 2000-01-01, where NumPy counts from, and on to the first of March. */
const DAYS_TO_2000 = 10957n;
const DAYS_TO_MARCH = 60n;

const two = (n: number): string => String(n).padStart(2, '0');

function yearText(year: bigint): string {
  const digits = String(year < 0n ? -year : year);
  return year < 0n ? `-${digits.padStart(3, '0')}` : digits.padStart(4, '0');
}

/** The date `days` after 1970-01-01. Years run from March here, so that the leap day is a year's last. */
function dateText(days: bigint): string {
  const sinceMarch = wrap(days - DAYS_TO_2000) - DAYS_TO_MARCH;
  const cycle = floorDivide(sinceMarch, DAYS_PER_400_YEARS);
  const day = Number(sinceMarch - cycle * DAYS_PER_400_YEARS);
  const century = Math.min(Math.floor(day / 36524), 3);
  const inCentury = day - century * 36524;
  const leapCycle = Math.min(Math.floor(inCentury / 1461), 24);
  const inCycle = inCentury - leapCycle * 1461;
  const yearOfCycle = Math.min(Math.floor(inCycle / 365), 3);
  const dayOfYear = inCycle - yearOfCycle * 365;
  // March to January repeat as 31, 30, 31, 30, 31 days.
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const years = 100 * century + 4 * leapCycle + yearOfCycle + (month >= 10 ? 1 : 0);
  const year = 2000n + 400n * cycle + BigInt(years);
  return `${yearText(year)}-${two(month >= 10 ? month - 9 : month + 3)}-${two(dayOfMonth)}`;
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
