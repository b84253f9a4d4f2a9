/**
 * Datetimes and timedeltas from text, as casts and assignments read it: digits are a year in the former and ticks in the
 * latter, and values past 2^63 wrap around. `writeTime.ts` reads what a person types, and is less strict.
 * Follows `NpyDatetime_ParseISO8601Datetime` (datetime_strings.c) and `convert_pyobject_to_timedelta` (datetime.c).
 */
import type { DType, TimeUnit } from '../dtype';
import { parseIsoTime } from './isoTime';
import { NOT_A_TIME } from './read';
import { refused } from './writeError';
import { isoTicks } from './writeTime';

const isNone = (text: string): boolean => text === '' || text.toLowerCase() === 'nat';

const MAX_TICKS = (1n << 63n) - 1n;

/** As C's `strtoll`: leading blanks are allowed, and values out of range become the nearest limit. */
function integerTicks(text: string): bigint {
  if (!/^[\t-\r ]*[-+]?\d+$/.test(text))
    throw refused('Could not convert object to NumPy timedelta', 'Write a whole number of ticks, or NaT.');
  const ticks = BigInt(text);
  return ticks > MAX_TICKS ? MAX_TICKS : ticks < -MAX_TICKS ? NOT_A_TIME : ticks;
}

/** Parses the ticks of an item of `dtype`, of kind M or m. `ValueError` where `text` spells none. */
export function ticksOfText(text: string, { kind, unit }: DType): bigint {
  if (isNone(text)) return NOT_A_TIME;
  if (kind === 'm') return integerTicks(text);
  if (unit!.name === 'generic') {
    throw refused(
      'Cannot create a NumPy datetime other than NaT with generic units',
      'Give the dtype a unit: M8[s].',
    );
  }
  return BigInt.asIntN(64, isoTicks(parseIsoTime(text), unit!).ticks);
}

type UnitName = TimeUnit['name'];
const DATES: readonly UnitName[] = ['Y', 'M', 'D'];
const CLOCKS: readonly UnitName[] = ['h', 'm', 's'];
const FRACTIONS: readonly UnitName[] = ['ms', 'us', 'ns', 'ps', 'fs', 'as'];

/** The coarsest unit that holds all that is written: days of `2020-02-29`; undefined of NaT. */
export function unitOfText(text: string): UnitName | undefined {
  if (isNone(text)) return undefined;
  parseIsoTime(text);
  const [, date, clock, fraction] = /^\s*[-+]?([\d-]+)[T ]?([\d:]*)\.?(\d*)/.exec(text)!;
  if (fraction) return FRACTIONS[Math.ceil(fraction.length / 3) - 1];
  return clock ? CLOCKS[clock.split(':').length - 1] : DATES[date.split('-').length - 1];
}
