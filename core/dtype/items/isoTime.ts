/**
 * Dates and times of day as text. Invariant: exact to the attosecond, for years of any size.
 * Spec: ISO 8601 as `datetime_strings.c` of NumPy reads it (proleptic Gregorian calendar), whose messages these are;
 * of the time zones, which NumPy no longer has, only `Z` is taken.
 */
import type { InspectorError } from '../../errors';
import { type CalendarDate, DAYS_PER_MONTH, daysOf, isLeap } from './calendar';
import { type Cursor, take } from '../parse/literalCursor';
import { shortened } from '../make';
import { refused } from './writeError';

/** A date and a time of day. */
export interface IsoTime extends CalendarDate {
  /** Since 1970-01-01. */
  readonly days: bigint;
  /** Since the start of the day. */
  readonly attoseconds: bigint;
}

const ACTION = 'Write a date as 2024-02-29 or 2024-02-29T12:30:59.5, NaT, or a whole number of ticks.';
const wrong = (message: string): InspectorError => refused(message, ACTION);

/** The finest unit of NumPy in a second. */
export const ATTOSECONDS_PER_SECOND = 10n ** 18n;
/** Reads on in one text; every miss is an error with its position. */
class TimeReader {
  readonly #cursor: Cursor;

  constructor(text: string) {
    this.#cursor = { text, at: 0 };
  }

  need(pattern: RegExp): string {
    return take(this.#cursor, pattern)?.[0] ?? this.fail();
  }

  has(pattern: RegExp): boolean {
    return take(this.#cursor, pattern) !== null;
  }

  get isDone(): boolean {
    return this.#cursor.at === this.#cursor.text.length;
  }

  /** Two digits from `least` to `most`. */
  part(name: string, least: number, most: number): number {
    const value = Number(this.need(/\d\d/y));
    if (value >= least && value <= most) return value;
    throw wrong(`${name} out of range in datetime string "${shortened(this.#cursor.text)}"`);
  }

  fail(): never {
    const { text, at } = this.#cursor;
    throw wrong(`Error parsing datetime string "${shortened(text)}" at position ${at}`);
  }
}

/** Attoseconds of `12`, `12:30`, `12:30:59.5`. */
function readClock(reader: TimeReader): bigint {
  const hours = reader.part('Hours', 0, 23);
  const minutes = reader.has(/:/y) ? reader.part('Minutes', 0, 59) : undefined;
  const seconds = minutes !== undefined && reader.has(/:/y) ? reader.part('Seconds', 0, 59) : undefined;
  const fraction = seconds !== undefined && reader.has(/\./y) ? reader.need(/\d{0,18}/y) : '';
  reader.has(/Z/y);
  const whole = BigInt((hours * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0));
  return whole * ATTOSECONDS_PER_SECOND + BigInt(fraction.padEnd(18, '0'));
}

/** The time that `text` spells, from `2024` to `2024-02-29T12:30:59.123456789`. `invalid-input` where it spells none. */
export function parseIsoTime(text: string): IsoTime {
  const reader = new TimeReader(text);
  const sign = reader.need(/[\t-\r ]*[-+]?/y);
  const year = BigInt(sign + reader.need(/\d{1,21}/y));
  const month = reader.has(/-/y) ? reader.part('Month', 1, 12) : undefined;
  const most = month === 2 && isLeap(year) ? 29 : DAYS_PER_MONTH[(month ?? 1) - 1];
  const day = month !== undefined && reader.has(/-/y) ? reader.part('Day', 1, most) : undefined;
  const attoseconds = day !== undefined && reader.has(/[T ]/y) ? readClock(reader) : 0n;
  if (!reader.isDone) reader.fail();
  const date = { year, month: month ?? 1, day: day ?? 1 };
  return { ...date, days: daysOf(date), attoseconds };
}
