/**
 * Sequences of evenly spaced values. Follows `arange` (ctors.c), `datetime_arange` (datetime.c) and
 * `linspace` (function_base.py).
 */
import { InspectorError } from '../../errors';
import type { DType } from '../../dtype/dtype';
import { numericDType, textDType } from '../../dtype/make';
import { roundHalf } from '../../dtype/items/half';
import { putInteger } from '../../dtype/integers';
import { notAnInteger, numberList, placed, pythonType, wrongType } from '../../layout/arguments';
import { allocate } from '../allocate';
import { sizedFor } from './sizedDType';
import { copyInto } from '../copy/copyInto';
import { toDType } from '../dtypeLike';
import { dtypeClass } from '../../dtype/numpyNames';
import type { NewOptions } from './filled';
import { itemAt } from './scalar';
import type { DTypeLike } from '../types';
import { NDArray, viewOf } from '../ndarray';
import { isTimeRange, timeRange } from './timeRange';

type Plain = number | bigint;
/** A bound of a range: a number, or for datetimes also a text or a 0-d array. */
export type Bound = Plain | string | NDArray;

const isFloat = (bound: Plain): boolean =>
  typeof bound === 'number' && (!Number.isInteger(bound) || Object.is(bound, -0));

/**
 * Returns `start`, `start + step`, … below `stop`. The default dtype is int64 for integers, else float64;
 * datetimes if `dtype` or a bound is one. `ValueError` for too many items, `ZeroDivisionError` for a step of
 * 0. Source: `numpy.arange`.
 */
export function arange(start: Bound, stop?: Bound, step?: Bound, options?: NewOptions): NDArray;
export function arange(start: Bound, stop: Bound, options?: NewOptions): NDArray;
export function arange(stop: Bound, options?: NewOptions): NDArray;
export function arange(start: Bound, ...rest: readonly (Bound | NewOptions | undefined)[]): NDArray {
  const { values, options } = placed<NewOptions>(rest, ['dtype', 'order']);
  const [stop, step] = values.map(one => one ?? undefined);
  const like = options.dtype ?? undefined;
  const wanted = like === undefined ? undefined : toDType(like);
  if (isTimeRange([start, stop, step], wanted)) return timeRange(start, stop, step, wanted);
  if (wanted && 'SUV'.includes(wanted.kind)) throw noRange(wanted);
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  return numberRange(numberOf(from), numberOf(to), numberOf(step ?? 1), wanted);
}

const noRange = (dtype: DType): InspectorError =>
  wrongType(
    `arange() not supported for inputs with DType ${dtypeClass(dtype)}.`,
    'Give numbers; with a datetime64 dtype, dates.',
  );

/** Returns a bound as a number. */
function numberOf(bound: unknown): Plain {
  if (typeof bound === 'number' || typeof bound === 'bigint') return bound;
  if (typeof bound === 'boolean') return bound ? 1 : 0;
  if (typeof bound === 'string') throw noRange(textDType(0));
  if (bound instanceof NDArray && bound.ndim === 0 && 'biuf'.includes(bound.dtype.kind))
    return numberOf(itemAt(bound));
  throw wrongType(`unsupported operand type(s) for -: '${pythonType(bound)}' and 'int'`, 'Give numbers.');
}

function numberRange(from: Plain, to: Plain, step: Plain, wanted: DType | undefined): NDArray {
  const whole = ![from, to, step].some(isFloat);
  const dtype = wanted ?? numericDType(whole ? 'int64' : 'float64');
  const length = lengthOf(from, to, step, whole);
  const x = allocate([length], numericDType(whole ? 'int64' : 'float64'));
  if (whole) fillWhole(x, BigInt(from), BigInt(step));
  if (dtype.kind === 'f' || !whole) fillFloat(new Float64Array(x.buffer), Number(from), Number(step), dtype);
  const isFloats = dtype.kind === 'f' || !whole;
  return asArrayOf(isFloats ? viewOf(x, x.layout, { dtype: numericDType('float64') }) : x, dtype);
}

const asArrayOf = (x: NDArray, dtype: DType): NDArray => {
  const converted = allocate(x.shape, dtype.itemsize > 0 || dtype.fields ? dtype : sizedFor(dtype, x.dtype));
  copyInto(converted, x);
  return converted;
};

function lengthOf(from: Plain, to: Plain, step: Plain, isWhole: boolean): number {
  const span = isWhole ? Number(BigInt(to) - BigInt(from)) : Number(to) - Number(from);
  const length = Math.ceil(span / Number(step));
  if (Number(step) === 0)
    throw rangeError(isWhole ? 'division by zero' : 'float division by zero', 'ZeroDivisionError');
  if (Number.isNaN(length)) throw rangeError('arange: cannot compute length');
  if (length > Number.MAX_SAFE_INTEGER) throw rangeError('Maximum allowed size exceeded');
  return Math.max(0, length);
}

const rangeError = (message: string, numpyName = 'ValueError'): InspectorError =>
  new InspectorError('invalid-input', message, {
    numpyName,
    action: 'Give a step that leads from start to stop.',
  });

function fillWhole(x: NDArray, from: bigint, step: bigint): void {
  const last = from + BigInt(x.size) * step;
  if ([from, last, step].every(one => Number.isSafeInteger(Number(one)))) {
    const words = new Uint32Array(x.buffer);
    for (let k = 0, item = Number(from); k < x.size; k++, item += Number(step))
      putInteger(words, 2 * k, item);
    return;
  }
  const items = new BigInt64Array(x.buffer);
  let item = from;
  for (let k = 0; k < items.length; k++, item += step) items[k] = item;
}

/** Computes items as NumPy does: the index times the difference of the first two items, in their precision. */
function fillFloat(items: Float64Array, from: number, step: number, { format, kind }: DType): void {
  const own =
    format === 'float32' ? Math.fround : format === 'float16' ? roundHalf : (value: number) => value;
  const round = kind === 'f' && format !== 'float64' ? Math.fround : (value: number) => value;
  const start = own(from);
  const delta = round(own(from + step) - start);
  items[0] = start;
  if (items.length > 1) items[1] = own(from + step);
  for (let k = 2; k < items.length; k++) items[k] = own(round(start + round(k * delta)));
}

/** The arguments of `numpy.linspace`. */
export interface LinspaceOptions {
  /** The number of items, if not given as the third argument. Default: 50. */
  readonly num?: number;
  /** Whether `stop` is the last item. Default: true. */
  readonly endpoint?: boolean;
  /** Default: float64. For integer dtypes, items are rounded down. */
  readonly dtype?: DTypeLike;
}

const wrongEnd = (end: unknown): InspectorError =>
  wrongType(`unsupported operand type(s) for -: '${pythonType(end)}' and 'int'`, 'Give two numbers.');

/**
 * Returns `count` numbers from `start` to `stop` at equal distances, bit for bit as NumPy. `ValueError` for a
 * negative count. Source: `numpy.linspace`.
 */
export function linspace(start: number, stop: number, count?: number, options?: LinspaceOptions): NDArray;
export function linspace(start: number, stop: number, options?: LinspaceOptions): NDArray;
export function linspace(
  start: number,
  stop: number,
  ...rest: readonly (number | LinspaceOptions | undefined)[]
): NDArray {
  const { values, options } = placed<LinspaceOptions>(rest, ['num', 'endpoint', 'dtype']);
  const { num = 50, endpoint = true, dtype: like = 'float64' } = options;
  const [count] = numberList(values[0] ?? num, 'the number of samples');
  for (const end of [start, stop]) if (typeof end !== 'number') throw wrongEnd(end);
  if (!Number.isInteger(count)) throw notAnInteger('the number of samples', count);
  if (count < 0) throw rangeError(`Number of samples, ${count}, must be non-negative.`);
  const x = allocate([count], numericDType('float64'));
  const items = new Float64Array(x.buffer);
  const parts = endpoint ? count - 1 : count;
  const delta = stop - start;
  const step = delta / parts;
  const isPlain = parts > 0 && step !== 0;
  for (let k = 0; k < count; k++) {
    const along = isPlain ? k * step : parts > 0 ? (k / parts) * delta : k * delta;
    items[k] = along + start;
  }
  if (endpoint && count > 1) items[count - 1] = stop;
  const dtype = toDType(like);
  // Items of integer dtypes are rounded down.
  if ('iu'.includes(dtype.kind)) items.forEach((item, k) => (items[k] = Math.floor(item)));
  // NumPy computes in place, in a view of its `arange`.
  return dtype.format === 'float64' && parts > 0 ? viewOf(x, x.layout) : asArrayOf(x, dtype);
}
