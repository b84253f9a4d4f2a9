/**
 * Days as dates and back, for years of any size. Invariant: `daysOf` and `dateOf` are inverses within 64 bits.
 * Spec: the proleptic Gregorian calendar, as `datetime.c` of NumPy counts it.
 */

/** A date of the proleptic Gregorian calendar. */
export interface CalendarDate {
  readonly year: bigint;
  /** 1 … 12. */
  readonly month: number;
  /** 1 … 31. */
  readonly day: number;
}

/** Days of each month of a common year. */
export const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** ⌊n / by⌋ for a positive `by`. */
export const floorDivide = (n: bigint, by: bigint): bigint => (n < 0n ? (n - by + 1n) / by : n / by);

/** Whether the year has a 29 February. */
export const isLeap = (year: bigint): boolean =>
  year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);

/** Days from 1970-01-01 to the first of January. */
function daysToYear(year: bigint): bigint {
  const before = year - 1n;
  const leaps = floorDivide(before, 4n) - floorDivide(before, 100n) + floorDivide(before, 400n);
  return 365n * before + leaps - 719162n;
}

/** Days from 1970-01-01 to this date. */
export function daysOf({ year, month, day }: CalendarDate): bigint {
  const before = DAYS_PER_MONTH.slice(0, month - 1).reduce<number>((sum, days) => sum + days, 0);
  return daysToYear(year) + BigInt(before + (month > 2 && isLeap(year) ? 1 : 0) + day - 1);
}

const DAYS_PER_400_YEARS = 146097n;
/** From 1970-01-01 to 2000-01-01, where NumPy counts from, and on to the first of March. */
const DAYS_TO_2000 = 10957n;
const DAYS_TO_MARCH = 60n;

/** The date `days` after 1970-01-01. Years run from March here, so that the leap day is a year's last. */
export function dateOf(days: bigint): CalendarDate {
  const sinceMarch = BigInt.asIntN(64, days - DAYS_TO_2000) - DAYS_TO_MARCH;
  const cycle = floorDivide(sinceMarch, DAYS_PER_400_YEARS);
  const inCycles = Number(sinceMarch - cycle * DAYS_PER_400_YEARS);
  const century = Math.min(Math.floor(inCycles / 36524), 3);
  const inCentury = inCycles - century * 36524;
  const leapCycle = Math.min(Math.floor(inCentury / 1461), 24);
  const inCycle = inCentury - leapCycle * 1461;
  const yearOfCycle = Math.min(Math.floor(inCycle / 365), 3);
  const dayOfYear = inCycle - yearOfCycle * 365;
  // March to January repeat as 31, 30, 31, 30, 31 days.
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const years = 100 * century + 4 * leapCycle + yearOfCycle + (month >= 10 ? 1 : 0);
  return {
    year: 2000n + 400n * cycle + BigInt(years),
    month: month >= 10 ? month - 9 : month + 3,
    day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}
