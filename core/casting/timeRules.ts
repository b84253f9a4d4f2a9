/**
 * Casting rules between datetimes, between timedeltas, and from numbers to timedeltas.
 * Follows `can_cast_datetime64_metadata` and `datetime_metadata_divides` (datetime.c).
 */
import { type DType, TIME_UNITS, type TimeUnit } from '../dtype/dtype';
import { unitFactor } from './promoteTime';
import type { Casting } from './types';

const rank = ({ name }: TimeUnit): number => TIME_UNITS.indexOf(name);
/** Years and months have no fixed number of days. */
const isCalendar = (unit: TimeUnit): boolean => rank(unit) <= TIME_UNITS.indexOf('M');

/** Whether each tick of `from` is an integer number of ticks of `to`. */
function divides(from: TimeUnit, to: TimeUnit, isTimedelta: boolean): boolean {
  if (from.name === 'generic') return true;
  if (to.name === 'generic') return false;
  let [one, two] = [BigInt(from.count), BigInt(to.count)];
  if (from.name !== to.name) {
    if (isCalendar(from) && isCalendar(to)) {
      if (from.name === 'Y') one *= 12n;
      else two *= 12n;
    } else if (isCalendar(from) || isCalendar(to)) {
      return !isTimedelta;
    } else if (rank(from) > rank(to)) two *= unitFactor(to.name, from.name);
    else one *= unitFactor(from.name, to.name);
  }
  return two !== 0n && one % two === 0n;
}

function unitLevel(from: TimeUnit, to: TimeUnit, isTimedelta: boolean): Casting {
  if (from.name === to.name && from.count === to.count) return 'no';
  if (to.name === 'generic') return 'unsafe';
  if (from.name === 'generic') return 'safe';
  if (isTimedelta && isCalendar(from) !== isCalendar(to)) return 'unsafe';
  return rank(from) <= rank(to) && divides(from, to, isTimedelta) ? 'safe' : 'same_kind';
}

/** Returns the strictest rule that allows a cast from or to a datetime or timedelta dtype. */
export function timeLevel(from: DType, to: DType): Casting {
  if (from.unit && to.unit && from.kind === to.kind) {
    const level = unitLevel(from.unit, to.unit, from.kind === 'm');
    return level === 'no' && from.byteOrder !== to.byteOrder ? 'equiv' : level;
  }
  if (to.kind !== 'm' || !'biu'.includes(from.kind)) return 'unsafe';
  return from.kind === 'u' && from.itemsize === 8 ? 'same_kind' : 'safe';
}
