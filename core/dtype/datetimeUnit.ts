/**
 * The unit in the brackets of `datetime64[25s]`. Invariant: `count` is at least 0 and fits a C int.
 * Spec: https://numpy.org/doc/stable/reference/arrays.datetime.html#datetime-units and `datetime.c` of NumPy
 * (`parse_datetime_metadata_from_metastr`), whose messages these are.
 */
import { TIME_UNITS, type TimeUnit } from './dtype';
import { invalidDType, MAX_ITEMSIZE, shortened } from './make';

type UnitName = TimeUnit['name'];

/** Smaller units that make up one of a larger: a divisor (`[D/24]`) is taken from the first that it divides. */
const PARTS: Readonly<Record<string, readonly (readonly [number, UnitName])[]>> = {
  Y: [
    [12, 'M'],
    [52, 'W'],
    [365, 'D'],
  ],
  M: [
    [4, 'W'],
    [30, 'D'],
    [720, 'h'],
  ],
  W: [
    [7, 'D'],
    [168, 'h'],
    [10080, 'm'],
  ],
  D: [
    [24, 'h'],
    [1440, 'm'],
    [86400, 's'],
  ],
  h: [
    [60, 'm'],
    [3600, 's'],
  ],
  m: [
    [60, 's'],
    [60000, 'ms'],
  ],
  s: [
    [1000, 'ms'],
    [1e6, 'us'],
  ],
  ms: [
    [1000, 'us'],
    [1e6, 'ns'],
  ],
  us: [
    [1000, 'ns'],
    [1e6, 'ps'],
  ],
  ns: [
    [1000, 'ps'],
    [1e6, 'fs'],
  ],
  ps: [
    [1000, 'fs'],
    [1e6, 'as'],
  ],
  fs: [[1000, 'as']],
  as: [],
};

const ACTION = 'Write the unit as NumPy does: [ns], [25s], [D], one of Y M W D h m s ms us ns ps fs as.';
const badUnit = (message: string, numpyName = 'TypeError') => invalidDType(message, numpyName, ACTION);

function unitName(text: string, meta: string): UnitName {
  if (text === 'μs') return 'us';
  const name = TIME_UNITS.find(unit => unit === text);
  if (!name) throw badUnit(`Invalid datetime unit in metadata string "${meta}"`);
  return name;
}

function divide(name: UnitName, count: number, divisor: number, meta: string): TimeUnit {
  if (name === 'generic') throw badUnit("Can't use 'den' divisor with generic units", 'ValueError');
  const part = PARTS[name].find(([parts]) => divisor > 0 && parts % divisor === 0);
  if (!part || (count * part[0]) / divisor > MAX_ITEMSIZE) {
    throw badUnit(
      `divisor (${divisor}) is not a multiple of a lower-unit in datetime metadata "${meta}"`,
      'ValueError',
    );
  }
  return { name: part[1], count: (count * part[0]) / divisor };
}

/** Characters of the shortest unit: `[s]`. */
const MIN_LENGTH = 3;
/** More characters than any unit needs. */
const MAX_LENGTH = 1000;

/** Parses a unit: `[ns]`, or nothing for generic units. Throws `invalid-dtype` in NumPy's words. */
export function parseTimeUnit(meta: string): TimeUnit {
  if (meta.length > MAX_LENGTH) throw badUnit(`Invalid datetime metadata string "${shortened(meta)}"`);
  if (meta === '') return { name: 'generic', count: 1 };
  const bad = (at: number) =>
    badUnit(`Invalid datetime metadata string "${meta}"${at > 0 ? ` at position ${at}` : ''}`);
  if (meta.length < MIN_LENGTH) throw bad(0);
  if (!meta.startsWith('[')) throw bad(1);
  const close = meta.indexOf(']');
  if (close <= 1) throw bad(close < 0 ? meta.length : close);
  const inside = meta.slice(1, close);
  const number = /^[ \t\n\v\f\r]*[-+]?\d+/.exec(inside)?.[0] ?? '';
  const count = number === '' ? 1 : Number(number);
  if (count > MAX_ITEMSIZE || count < 0) throw bad(1);
  const [text, ...divisors] = inside.slice(number.length).split('/');
  if (text === '') throw bad(1 + number.length);
  const name = unitName(text, meta);
  const afterUnit = 1 + number.length + text.length;
  const divisor = divisors.length === 1 ? /^[ \t\n\v\f\r]*[-+]?\d{1,10}$/.exec(divisors[0])?.[0] : undefined;
  if (divisors.length > 0 && divisor === undefined) throw bad(afterUnit + 1);
  const unit =
    divisor === undefined || Number(divisor) === 1
      ? { name, count }
      : divide(name, count, Number(divisor), meta);
  if (close + 1 !== meta.length) throw bad(close + 1);
  return unit.name === 'generic' ? { name: 'generic', count: 1 } : unit;
}
