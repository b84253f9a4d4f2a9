/**
 * Matches items that do not fit a double: 64-bit integers, times, longdoubles. They are compared as integers in the same
 * order as the values.
 */
import type { DType } from '../../../core/dtype/dtype';
import { encodeItem, itemReader, parseDType } from '../../../core/index';
import { asDouble, type Extended } from './extended';
import type { Items, Matcher, Steps } from './items';
import { eachItem, viewOf } from './items';
import type { Query } from './query';

const NAT_TICKS = -(2n ** 63n);
const MAX = 2n ** 80n;

type Read<T> = (view: DataView, byteOffset: number) => T;

/** Whether the dtype needs this matcher. */
export const isWide = ({ kind, format }: DType): boolean =>
  kind === 'M' || kind === 'm' || format === 'int64' || format === 'uint64' || format === 'longdouble';

/** Throws `invalid-input` for text that is not a value of the dtype. */
export function wideMatcher(dtype: DType, query: Query): Matcher {
  const read = orderedReader(dtype);
  const isNegated = query.operator === '!=';
  if (isNaNQuery(dtype, query.text)) {
    const isAsked = isNegated || query.operator === '==';
    return eachItem((view, at) => isAsked && (read(view, at) === undefined) !== isNegated);
  }
  if (dtype.format === 'longdouble' && query.tolerance !== undefined) return nearLongdouble(dtype, query);
  const [low, high] = boundsOf(dtype, query, read);
  const slow = eachItem((view, at) => {
    const x = read(view, at);
    return (x !== undefined && x >= low && x <= high) !== isNegated;
  });
  if (low !== high || isNegated || dtype.byteOrder === '>') return slow;
  return (items, steps) => findEqual(dtype, items, steps, low) ?? slow(items, steps);
}

/** Whether the query is for NaN or NaT. */
const isNaNQuery = ({ kind, format }: DType, text: string): boolean =>
  format === 'longdouble'
    ? /^[-+]?nan$/i.test(text)
    : (kind === 'M' || kind === 'm') && text.toLowerCase() === 'nat';

/** Reads items as integers in the order of the values; undefined for NaN and NaT. */
function orderedReader(dtype: DType): Read<bigint | undefined> {
  if (dtype.format === 'longdouble') return longdoubleReader(dtype);
  const read = itemReader(dtype) as Read<bigint>;
  if (dtype.kind !== 'M' && dtype.kind !== 'm') return read;
  return (view, at) => {
    const ticks = read(view, at);
    return ticks === NAT_TICKS ? undefined : ticks;
  };
}

/** Exponent and significand of an x87 extended float, concatenated and signed, are in the order of the values. */
function longdoubleReader({ byteOrder }: DType): Read<bigint | undefined> {
  const isLittle = byteOrder !== '>';
  const [low, high] = isLittle ? [0, 8] : [8, 6];
  return (view, at) => {
    const significand = view.getBigUint64(at + low, isLittle);
    const top = view.getUint16(at + high, isLittle);
    const exponent = top & 0x7fff;
    if (exponent === 0x7fff && BigInt.asUintN(63, significand) !== 0n) return undefined;
    const size = (BigInt(exponent) << 64n) | significand;
    return top & 0x8000 ? -size : size;
  };
}

/** The smallest and the largest matching integer; for `!=`, those that do not match. */
function boundsOf(dtype: DType, query: Query, read: Read<bigint | undefined>): readonly [bigint, bigint] {
  const { operator, text, tolerance } = query;
  const isOrdered = operator !== '==' && operator !== '!=';
  const around = isOrdered ? wholeAround(dtype, text) : undefined;
  const floor = around?.[0] ?? valueOf(dtype, text, read);
  const ceiling = around?.[1] ?? floor;
  const within = BigInt(Math.floor(tolerance ?? 0));
  switch (operator) {
    case '>':
      return [floor + 1n, MAX];
    case '>=':
      return [ceiling, MAX];
    case '<':
      return [-MAX, ceiling - 1n];
    case '<=':
      return [-MAX, floor];
    default:
      return [floor - within, floor + within];
  }
}

function valueOf(dtype: DType, text: string, read: Read<bigint | undefined>): bigint {
  const { bytes } = encodeItem(dtype, text);
  return read(viewOf(bytes), 0)!;
}

/** The integers around a fraction that integers are compared with; otherwise undefined. */
function wholeAround({ format }: DType, text: string): readonly [bigint, bigint] | undefined {
  if (format !== 'int64' && format !== 'uint64') return undefined;
  if (!/^[-+]?[\d_]*\.[\d_]*$/.test(text)) return undefined;
  const value = doubleOf(text);
  return [BigInt(Math.floor(value)), BigInt(Math.ceil(value))];
}

function doubleOf(text: string): number {
  const { bytes } = encodeItem(parseDType('float64'), text);
  return viewOf(bytes).getFloat64(0, true);
}

/** Searches in a typed array; undefined where the items are not one. */
function findEqual(
  { format }: DType,
  { bytes, stride, offset }: Items,
  { first, end, step }: Steps,
  value: bigint,
): number | undefined {
  const start = bytes.byteOffset + offset;
  if (format === 'longdouble' || stride !== 8 || start % 8 !== 0) return undefined;
  const made = format === 'int64' ? BigInt64Array : BigUint64Array;
  const [from, to] = step > 0 ? [first, end] : [end + 1, first + 1];
  const items = new made(bytes.buffer, start + from * 8, to - from);
  const found = step > 0 ? items.indexOf(value) : items.lastIndexOf(value);
  return found < 0 ? -1 : from + found;
}

/** With a tolerance, longdoubles are compared as doubles. */
function nearLongdouble(dtype: DType, { text, tolerance, operator }: Query): Matcher {
  const read = itemReader(dtype) as unknown as Read<Extended>;
  const value = doubleOf(text);
  return eachItem((view, at) => {
    const x = asDouble(read(view, at));
    return (x === value || Math.abs(x - value) <= tolerance!) !== (operator === '!=');
  });
}
