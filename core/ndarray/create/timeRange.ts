/** Evenly spaced datetimes and timedeltas. Follows `datetime_arange` (datetime.c). */
import { InspectorError } from '../../errors';
import type { DType, TimeUnit } from '../../dtype/dtype';
import { timeDType } from '../../dtype/make';
import { NOT_A_TIME } from '../../dtype/items/read';
import { allocate } from '../allocate';
import { asArray } from './array';
import { astype } from './astype';
import { itemAt } from './scalar';
import { NDArray } from '../ndarray';
import { promoteTypes } from '../../casting/promote';

const isTime = (bound: unknown): bound is NDArray =>
  bound instanceof NDArray && bound.dtype.unit !== undefined;

/** Whether a range with these bounds consists of datetimes or timedeltas. */
export const isTimeRange = (bounds: readonly unknown[], wanted: DType | undefined): boolean =>
  wanted === undefined ? bounds.some(isTime) : wanted.unit !== undefined;

function refusal(message: string): InspectorError {
  return new InspectorError('invalid-input', message, {
    numpyName: 'ValueError',
    action:
      "Give a start and a stop, such as '2024-01' and '2024-06', and a whole step that leads from one to the other.",
  });
}

/**
 * Returns the datetimes or timedeltas from `start` to below `stop`. Timedeltas start at 0 by default. If
 * `stop` is a number and `start` a date, it counts steps from the start. `ValueError` or `TypeError` as
 * NumPy.
 */
export function timeRange(start: unknown, stop: unknown, step: unknown, wanted: DType | undefined): NDArray {
  const kind = (wanted ?? [start, stop, step].find(isTime)!.dtype).kind as 'M' | 'm';
  if (kind === 'M' && stop === undefined) {
    throw refusal('arange requires both a start and a stop for NumPy datetime64 ranges');
  }
  const unit = unitOf([start, stop, step], wanted);
  const ticks = (bound: unknown, own: 'M' | 'm'): bigint => ticksOf(bound, timeDType(own, unit), own);
  const from = stop === undefined ? 0n : ticks(start, kind);
  const last = stop ?? start;
  const end = isDistance(last, kind) ? ticks(last, 'm') + (kind === 'M' ? from : 0n) : ticks(last, 'M');
  const by = step === undefined ? 1n : ticks(step, 'm');
  return filled(from, end, by, wanted?.unit === unit ? wanted : timeDType(kind, unit));
}

/** Whether the end of the range is counted from its start. */
const isDistance = (last: unknown, kind: 'M' | 'm'): boolean =>
  kind === 'm' ||
  typeof last === 'bigint' ||
  Number.isInteger(last) ||
  (isTime(last) && last.dtype.kind === 'm');

/** Returns the requested unit, or the coarsest unit that can express all bounds. */
function unitOf(bounds: readonly unknown[], wanted: DType | undefined): TimeUnit {
  if (wanted?.unit && wanted.unit.name !== 'generic') return wanted.unit;
  const units = bounds.flatMap(bound => {
    if (isTime(bound)) return [bound.dtype.unit!];
    return typeof bound === 'string' && wanted?.kind === 'M' ? [asArray(bound, wanted).dtype.unit!] : [];
  });
  const all = units.map(unit => timeDType('M', unit));
  return all.length === 0 ? { name: 'generic', count: 1 } : all.reduce(promoteTypes).unit!;
}

function ticksOf(bound: unknown, dtype: DType, kind: 'M' | 'm'): bigint {
  const ticks = isTime(bound)
    ? itemAt(astype(astype(bound, dtype), 'int64'))
    : plainTicks(bound, dtype, kind);
  if (ticks !== NOT_A_TIME) return ticks as bigint;
  throw refusal('arange: cannot use NaT (not-a-time) datetime values');
}

function plainTicks(bound: unknown, dtype: DType, kind: 'M' | 'm'): bigint {
  const isWhole = typeof bound === 'bigint' || Number.isInteger(bound);
  if (isWhole && kind === 'M' && dtype.unit!.name === 'generic') {
    throw refusal('Converting an integer to a NumPy datetime requires a specified unit');
  }
  if (isWhole) return BigInt(bound as number | bigint);
  if (typeof bound === 'string') return itemAt(astype(asArray(bound, dtype), 'int64')) as bigint;
  throw refusal(`Could not convert object to NumPy ${kind === 'M' ? 'datetime' : 'timedelta'}`);
}

function filled(from: bigint, end: bigint, step: bigint, like: DType): NDArray {
  if (step === 0n) throw refusal('arange: step cannot be zero');
  const span = end - from;
  const count = span > 0n === step > 0n ? (span + step - (step > 0n ? 1n : -1n)) / step : 0n;
  const native = timeDType(like.kind as 'M' | 'm', like.unit!);
  const x = allocate([Number(count)], native);
  const items = new BigInt64Array(x.buffer);
  for (let k = 0, tick = from; k < items.length; k++, tick += step) items[k] = tick;
  return like.byteOrder === native.byteOrder ? x : astype(x, like);
}
