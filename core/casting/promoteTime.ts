/**
 * The common unit of two datetimes or timedeltas: the largest unit that divides both.
 * Follows `compute_datetime_metadata_greatest_common_divisor` of NumPy's datetime.c.
 */
import { InspectorError } from '../errors';
import { TIME_UNITS, type TimeUnit } from '../dtype/dtype';
import { unitText } from '../dtype/make';

type UnitName = TimeUnit['name'];

/** How many of the next smaller unit make one unit. Months and years have no fixed length. */
const PARTS: Readonly<Partial<Record<UnitName, number>>> = {
  W: 7,
  D: 24,
  h: 60,
  m: 60,
  s: 1000,
  ms: 1000,
  us: 1000,
  ns: 1000,
  ps: 1000,
  fs: 1000,
};

const MAX_COUNT = 2n ** 31n - 1n;

/** NumPy rejects conversion factors of this size and above. */
export const MAX_FACTOR = 2n ** 56n;

/** Returns the number of `small` units in one `large` unit, for weeks and smaller units. */
export function unitFactor(large: UnitName, small: UnitName): bigint {
  let factor = 1n;
  for (let at = TIME_UNITS.indexOf(large); at < TIME_UNITS.indexOf(small); at++) {
    factor *= BigInt(PARTS[TIME_UNITS[at]] ?? 1);
  }
  return factor;
}

/** Returns the greatest common divisor. */
export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

const bracketed = (unit: TimeUnit): string => unitText(unit) || '[generic]';

function incompatible(a: TimeUnit, b: TimeUnit): InspectorError {
  return new InspectorError(
    'unsupported-dtype',
    `Cannot get a common metadata divisor for Numpy datetime metadata ${bracketed(a)} and ${bracketed(b)} ` +
      'because they have incompatible nonlinear base time units.',
    { numpyName: 'TypeError', action: 'Convert one of the two to the unit of the other first.' },
  );
}

function overflow(a: TimeUnit, b: TimeUnit): InspectorError {
  return new InspectorError(
    'out-of-bounds',
    `Integer overflow getting a common metadata divisor for NumPy datetime metadata ${bracketed(a)} and ${bracketed(b)}.`,
    { numpyName: 'OverflowError', action: 'Use units that are closer to each other.' },
  );
}

const isCalendar = ({ name }: TimeUnit): boolean => name === 'Y' || name === 'M';

/**
 * Returns the common unit. If strict, as for two timedeltas, years and months have no common unit with the
 * others (`TypeError`). `OverflowError` if the units are too far apart.
 */
export function commonUnit(a: TimeUnit, b: TimeUnit, isStrict: boolean): TimeUnit {
  if (a.name === 'generic') return b;
  if (b.name === 'generic') return a;
  let [x, y] = [BigInt(a.count), BigInt(b.count)];
  const rank = TIME_UNITS.indexOf(a.name) - TIME_UNITS.indexOf(b.name);
  const [large, small] = rank <= 0 ? [a, b] : [b, a];
  if (rank !== 0) {
    const isBetween = isCalendar(large) && !isCalendar(small);
    if (isBetween && isStrict) throw incompatible(a, b);
    // Months and years have no fixed length: NumPy counts them as weeks here.
    const factor = isCalendar(small) ? 12n : unitFactor(large.name, small.name);
    if (factor >= MAX_FACTOR) throw overflow(a, b);
    if (rank < 0) x = BigInt.asUintN(64, x * factor);
    else y = BigInt.asUintN(64, y * factor);
  }
  const count = gcd(x, y);
  if (count > MAX_COUNT || count === 0n) throw overflow(a, b);
  return { name: small.name, count: Number(count) };
}
