/**
 * Typed datetimes and timedeltas as stored: a 64-bit count of ticks. Invariant: a time outside the range of the unit is
 * refused, where NumPy wraps around; a time between two ticks goes to the earlier one, as in NumPy, and is not exact.
 */
import type { DType, TimeUnit } from '../dtype';
import { ATTOSECONDS_PER_SECOND, type IsoTime, parseIsoTime } from './isoTime';
import { NOT_A_TIME } from './read';
import { parseReal, integerOf } from './real';
import { quoted, refused } from './writeError';
import type { TextWriter } from './writeNumber';

type UnitName = TimeUnit['name'];

const SECOND = ATTOSECONDS_PER_SECOND;
const DAY = 86400n * SECOND;

/** In attoseconds; years and months have no fixed length. */
const LENGTHS: Readonly<Partial<Record<UnitName, bigint>>> = {
  W: 7n * DAY,
  D: DAY,
  h: 3600n * SECOND,
  m: 60n * SECOND,
  s: SECOND,
  ms: SECOND / 10n ** 3n,
  us: SECOND / 10n ** 6n,
  ns: SECOND / 10n ** 9n,
  ps: SECOND / 10n ** 12n,
  fs: SECOND / 10n ** 15n,
  as: 1n,
};

/** The words for units in the `str` of a timedelta64. */
const WORDS: Readonly<Record<string, UnitName>> = {
  year: 'Y',
  month: 'M',
  week: 'W',
  day: 'D',
  hour: 'h',
  minute: 'm',
  second: 's',
  millisecond: 'ms',
  microsecond: 'us',
  nanosecond: 'ns',
  picosecond: 'ps',
  femtosecond: 'fs',
  attosecond: 'as',
};

interface Ticks {
  readonly ticks: bigint;
  readonly exact: boolean;
}

function ticksOf(amount: bigint, by: bigint): Ticks {
  const rest = ((amount % by) + by) % by;
  return { ticks: (amount - rest) / by, exact: rest === 0n };
}

/** An integer, which may have a base or underscores. */
function typedTicks(text: string): Ticks | undefined {
  const real = parseReal(text);
  const ticks = real && integerOf(real);
  return ticks === undefined ? undefined : { ticks, exact: true };
}

/** The ticks of a unit from 1970 to this time. */
export function isoTicks({ year, month, day, days, attoseconds }: IsoTime, { name, count }: TimeUnit): Ticks {
  const by = BigInt(count);
  if (name === 'Y' || name === 'M') {
    const months = (year - 1970n) * 12n + BigInt(month - 1);
    const { ticks, exact } = ticksOf(months, name === 'Y' ? 12n * by : by);
    // The first of a month, at midnight: nothing was cut off.
    return { ticks, exact: exact && attoseconds === 0n && day === 1 };
  }
  return ticksOf(days * DAY + attoseconds, LENGTHS[name]! * by);
}

/** Four digits are a year, and so is every year as NumPy prints it where the ticks are years; other digits are ticks. */
function isYear(text: string, { name }: TimeUnit): boolean {
  return name === 'Y' ? /^(?:\d{4,}|-\d{3,})$/.test(text) : name !== 'generic' && /^\d{4}$/.test(text);
}

function datetimeTicks(text: string, unit: TimeUnit): Ticks {
  const typed = isYear(text, unit) ? undefined : typedTicks(text);
  if (typed) return typed;
  if (unit.name !== 'generic') return isoTicks(parseIsoTime(text), unit);
  throw refused(
    'Cannot convert a NumPy datetime value other than NaT with generic units',
    'Write NaT or a whole number of ticks: this dtype does not say of what.',
  );
}

const DELTA = /^([-+]?\d[\d_]*)\s*([A-Za-z]+(?: time units)?)$/;

function unitOf(word: string): UnitName | undefined {
  if (word === 'generic time units') return 'generic';
  if (Object.hasOwn(LENGTHS, word) || word === 'Y' || word === 'M') return word as UnitName;
  const singular = word.toLowerCase().replace(/s$/, '');
  return Object.hasOwn(WORDS, singular) ? WORDS[singular] : undefined;
}

/** The length of `from` in `to`, as a fraction; undefined where that depends on the date. */
function ratioOf(from: UnitName, to: UnitName): readonly [bigint, bigint] | undefined {
  if (from === to) return [1n, 1n];
  if (from === 'Y' && to === 'M') return [12n, 1n];
  if (from === 'M' && to === 'Y') return [1n, 12n];
  const lengths = [LENGTHS[from], LENGTHS[to]] as const;
  return lengths[0] && lengths[1] ? [lengths[0], lengths[1]] : undefined;
}

/** Ticks, or an amount of a unit: `90 minutes`, `5 D`. */
function timedeltaTicks(text: string, unit: TimeUnit): Ticks {
  const typed = typedTicks(text);
  if (typed) return typed;
  const [, amount = '', word = ''] = DELTA.exec(text) ?? [];
  const from = unitOf(word);
  const whole = parseReal(amount);
  const action = 'Write a whole number of ticks, NaT, or an amount as 5 days, 90 m.';
  if (from === undefined || !whole)
    throw refused(`Could not convert ${quoted(text)} to NumPy timedelta`, action);
  const ratio = ratioOf(from, unit.name);
  const by = ratio && ratio[1] * BigInt(unit.count);
  const ticks = ratio && ticksOf(integerOf(whole)! * ratio[0], by!);
  if (ticks?.exact) return ticks;
  const tick = `${unit.count === 1 ? '' : unit.count}${unit.name}`;
  throw refused(`${quoted(text)} is not a whole number of [${tick}]`, action);
}

/** Returns a writer of typed datetimes or timedeltas. */
export const timeWriter = ({ kind, name, unit, byteOrder }: DType): TextWriter => {
  const read = kind === 'M' ? datetimeTicks : timedeltaTicks;
  return (text, view, at) => {
    const word = text.trim();
    const isNone = word.toLowerCase() === 'nat';
    const { ticks, exact } = isNone ? { ticks: NOT_A_TIME, exact: true } : read(word, unit!);
    if (BigInt.asIntN(64, ticks) !== ticks || (ticks === NOT_A_TIME && !isNone)) {
      throw refused(
        `${quoted(word)} is out of bounds for ${name}`,
        `Write a time of at most 2^63 − 1 ticks before or after ${kind === 'M' ? '1970' : '0'}, or NaT.`,
        'OverflowError',
      );
    }
    view.setBigInt64(at, ticks, byteOrder !== '>');
    return exact;
  };
};
