/**
 * Matches items that are exact as JavaScript numbers: bools, integers of up to 32 bits, floats of up to 64 bits.
 * Contiguous items in native byte order are read as a typed array.
 */
import type { DType } from '../../../core/dtype/dtype';
import { numberArrayOf } from '../../../core/dtype/typedArrays';
import { encodeItem, itemReader, parseDType } from '../../../core/index';
import type { Items, Matcher } from './items';
import { eachItem, viewOf } from './items';
import type { Operator, Query } from './query';

/** `low ≤ x ≤ high`, or not: NaN is never inside. */
interface Between {
  readonly low: number;
  readonly high: number;
  readonly isNegated: boolean;
}
/** `|x − value| ≤ tolerance`, or not. */
interface Near {
  readonly value: number;
  readonly tolerance: number;
  readonly isNegated: boolean;
}
type Numbers =
  Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;

/** Throws `invalid-input` for text that is not a number. */
export function numberMatcher(dtype: DType, query: Query): Matcher {
  const { tolerance } = query;
  const isNegated = query.operator === '!=';
  const value = valueOf(dtype, query);
  const isNear = tolerance !== undefined && Number.isFinite(value);
  const near: Near = { value, tolerance: tolerance ?? 0, isNegated };
  const between = betweenOf(query.operator, value);
  const read = itemReader(dtype) as (view: DataView, at: number) => number | boolean;
  const slow = eachItem(
    isNear
      ? (view, at) => Math.abs(Number(read(view, at)) - value) <= near.tolerance !== isNegated
      : (view, at) => isBetween(Number(read(view, at)), between),
  );
  return (items, steps) => {
    const numbers = numbersOf(dtype, items);
    if (!numbers) return slow(items, steps);
    const { first, end, step } = steps;
    return isNear
      ? findNear(numbers, first, end, step, near)
      : findBetween(numbers, first, end, step, between);
  };
}

/**
 * Returns the value as the dtype stores it; as typed where a tolerance or an order makes values outside of the dtype
 * meaningful, such as `> 0.5` among integers.
 */
function valueOf(dtype: DType, { text, tolerance, operator }: Query): number {
  const asTyped = (): number => readItem(parseDType('float64'), text);
  if (tolerance !== undefined && dtype.kind !== 'b') return asTyped();
  const isInteger = dtype.kind === 'i' || dtype.kind === 'u';
  if (isInteger && operator !== '==' && operator !== '!=') return asTyped();
  const stored = readItem(dtype, text);
  // A value too large for the dtype would be stored as infinity.
  return dtype.kind === 'f' && !Number.isFinite(stored) ? asTyped() : stored;
}

function readItem(dtype: DType, text: string): number {
  const { bytes } = encodeItem(dtype, text);
  return Number(itemReader(dtype)(viewOf(bytes), 0));
}

/** NaN is what is not between the infinities. */
function betweenOf(operator: Operator, value: number): Between {
  if (Number.isNaN(value) && (operator === '==' || operator === '!='))
    return { low: -Infinity, high: Infinity, isNegated: operator === '==' };
  const isNegated = false;
  switch (operator) {
    case '==':
      return { low: value, high: value, isNegated };
    case '!=':
      return { low: value, high: value, isNegated: true };
    case '>=':
      return { low: value, high: Infinity, isNegated };
    case '<=':
      return { low: -Infinity, high: value, isNegated };
    case '>':
      return { low: nextAfter(value), high: Infinity, isNegated };
    case '<':
      return { low: -Infinity, high: -nextAfter(-value), isNegated };
  }
}

/** The next larger double; NaN after infinity, so that nothing matches. */
function nextAfter(value: number): number {
  if (value === Infinity || Number.isNaN(value)) return NaN;
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

const isBetween = (x: number, { low, high, isNegated }: Between): boolean =>
  (x >= low && x <= high) !== isNegated;

function findBetween(
  numbers: Numbers,
  first: number,
  end: number,
  step: number,
  { low, high, isNegated }: Between,
): number {
  for (let k = first; k !== end; k += step)
    if ((numbers[k] >= low && numbers[k] <= high) !== isNegated) return k;
  return -1;
}

function findNear(
  numbers: Numbers,
  first: number,
  end: number,
  step: number,
  { value, tolerance, isNegated }: Near,
): number {
  for (let k = first; k !== end; k += step)
    if (Math.abs(numbers[k] - value) <= tolerance !== isNegated) return k;
  return -1;
}

/** The items as a typed array; undefined where they have gaps, another byte order, or no typed array. */
function numbersOf(
  { format, itemsize, byteOrder }: DType,
  { bytes, stride, offset }: Items,
): Numbers | undefined {
  const made = numberArrayOf(format);
  const start = bytes.byteOffset + offset;
  if (!made || byteOrder === '>' || stride !== itemsize || start % itemsize !== 0) return undefined;
  return new made(bytes.buffer, start, Math.floor((bytes.length - offset) / itemsize));
}
