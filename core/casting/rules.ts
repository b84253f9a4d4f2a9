/**
 * NumPy's casting rules for every supported dtype, as in `np.can_cast(from, to, casting)`, and their errors.
 * Invariant: each rule allows every cast that a stricter one allows. Undefined means that not even `unsafe`
 * allows the cast.
 * Spec: `can_cast` and the cast resolvers in NumPy's convert_datatype.c and datetime.c.
 */
import { InspectorError } from '../errors';
import { textCapacity } from '../dtype/codes';
import { type DType, sameDType } from '../dtype/dtype';
import { FORMATS, isCustomFormat } from '../dtype/formats';
import { quoted } from '../layout/arguments';
import { fieldsLevel, subarrayLevel } from './fieldRules';
import { CASTINGS, weakest } from './levels';
import { timeLevel } from './timeRules';
import { dtypeRepr } from '../dtype/numpyNames';
import type { Casting } from './types';

/**
 * Returns the number of characters that NumPy reserves for the text of a number. The dtype must have a
 * `format`.
 */
export const numberTextLength = ({ format }: DType): number => FORMATS[format!].textLength;

const isNative = ({ byteOrder }: DType): boolean => byteOrder !== '>';

/** The rule for bool, integers, floats and complex numbers. */
function numberLevel(from: DType, to: DType): Casting {
  if (from.format === to.format) return isNative(from) === isNative(to) ? 'no' : 'equiv';
  if (isSafeNumber(from, to)) return 'safe';
  const rank = 'biufc';
  const order = (x: DType): number => rank.indexOf(x.kind === 'u' ? 'i' : x.kind);
  // Signed to unsigned is not `same_kind`.
  if (order(from) < order(to) || (order(from) === order(to) && !(from.kind === 'i' && to.kind === 'u'))) {
    return 'same_kind';
  }
  return 'unsafe';
}

/** The size of a part in bytes. A complex number has two parts. */
const partSize = ({ kind, itemsize }: DType): number => (kind === 'c' ? itemsize / 2 : itemsize);

function isSafeNumber(from: DType, to: DType): boolean {
  const [size, room] = [partSize(from), partSize(to)];
  switch (to.kind) {
    case 'u':
      return from.kind === 'b' || (from.kind === 'u' && size <= room);
    case 'i':
      return from.kind === 'b' || (from.kind === 'i' ? size <= room : from.kind === 'u' && size < room);
    case 'f':
    case 'c':
      if (from.kind === 'b') return true;
      if (from.kind === 'i' || from.kind === 'u') return size < room || (size === 8 && room === 8);
      return (from.kind === 'f' || to.kind === 'c') && size <= room;
    default:
      return false;
  }
}

/** The rule for casts to S, U or V. `need` is the length that holds every item. */
const roomLevel = (need: number, room: number): Casting => (need <= room ? 'safe' : 'same_kind');

function textLevel(from: DType, to: DType): Casting {
  const room = textCapacity(to);
  if (to.itemsize === 0 && from.kind !== to.kind && from.kind !== 'M' && from.kind !== 'm') {
    return (from.format ?? (from.kind === 'S' && to.kind === 'U')) ? 'safe' : 'unsafe';
  }
  if (from.format) return roomLevel(numberTextLength(from), room);
  if (from.kind === to.kind) {
    if (from.itemsize !== to.itemsize) return roomLevel(from.itemsize, to.itemsize);
    return isNative(from) === isNative(to) ? 'no' : 'equiv';
  }
  return from.kind === 'S' && to.kind === 'U' ? roomLevel(from.itemsize, room) : 'unsafe';
}

/** The rule for casts to raw bytes. */
function voidLevel(from: DType, to: DType): Casting {
  if (from.kind === 'V') {
    return from.itemsize === to.itemsize ? 'no' : roomLevel(from.itemsize, to.itemsize);
  }
  return to.itemsize === 0 || from.itemsize <= to.itemsize ? 'safe' : 'unsafe';
}

const isCustom = ({ format }: DType): boolean => format !== undefined && isCustomFormat(format);

/** Returns the strictest rule in `CASTINGS` that allows the cast, or undefined if none does. */
export function castLevel(from: DType, to: DType): Casting | undefined {
  if (from.subarray || to.subarray) return subarrayLevel(from, to, castLevel);
  if (from.fields || to.fields) return fieldsLevel(from, to, castLevel);
  if (isCustom(from) || isCustom(to)) return customLevel(from, to);
  if (to.kind === 'S' || to.kind === 'U') return textLevel(from, to);
  if (to.kind === 'V') return voidLevel(from, to);
  if (from.kind === 'S' || from.kind === 'U' || from.kind === 'V') return 'unsafe';
  if (from.kind === 'M' || from.kind === 'm' || to.kind === 'M' || to.kind === 'm')
    return timeLevel(from, to);
  return numberLevel(from, to);
}

/** The rule for the dtypes of ml_dtypes, which declares few casts safe. */
function customLevel(from: DType, to: DType): Casting | undefined {
  if (sameDType(from, to)) return 'no';
  if (from.format === to.format) return 'equiv';
  if (!from.format || !to.format) return undefined;
  if (from.kind === 'b' && to.kind === 'f') return 'safe';
  const isWide = to.kind === 'c' || (to.kind === 'f' && to.itemsize >= 4);
  return isCustom(from) && isWide ? 'safe' : 'unsafe';
}

/** Whether a rule allows a cast. `ValueError` for an unknown rule. Source: `numpy.can_cast`. */
export function canCast(from: DType, to: DType, casting: Casting = 'safe'): boolean {
  if (!CASTINGS.includes(casting)) throw badCasting(casting, "'unsafe'");
  const level = castLevel(from, to);
  return level !== undefined && weakest(level, casting) === casting;
}

/** Throws NumPy's `TypeError` unless the rule allows the cast. `what` names the operand in the message. */
export function checkCast(from: DType, to: DType, casting: Casting, what = 'array data'): void {
  if (!CASTINGS.includes(casting)) throw badCasting(casting, "'unsafe', 'same_value'");
  if (canCast(from, to, casting)) return;
  throw new InspectorError(
    'invalid-dtype',
    `Cannot cast ${what} from ${dtypeRepr(from)} to ${dtypeRepr(to)} according to the rule '${casting}'`,
    {
      numpyName: 'TypeError',
      action: "Convert with astype first, or allow the cast with { casting: 'unsafe' }.",
    },
  );
}

/** Throws NumPy's `TypeError` for a cast that not even `unsafe` allows. */
export function noSuchCast(from: DType, to: DType): never {
  throw new InspectorError(
    'unsupported-dtype',
    `Cannot cast array data from ${dtypeRepr(from)} to ${dtypeRepr(to)} according to the rule 'unsafe'`,
    { numpyName: 'TypeError', action: 'Cast between numbers, times and text, or fields of the same number.' },
  );
}

function badCasting(casting: string, last: string): InspectorError {
  return new InspectorError(
    'invalid-input',
    `casting must be one of 'no', 'equiv', 'safe', 'same_kind', ${last} (got ${quoted(casting)})`,
    { numpyName: 'ValueError', action: "Give one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe'." },
  );
}
