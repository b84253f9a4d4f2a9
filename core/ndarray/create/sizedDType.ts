/**
 * Dtypes whose size or unit NumPy takes from the values: `S`, `U`, `V` and generic times.
 * Follows `PyArray_AdaptDescriptorToArray` (array_coercion.c).
 */
import type { DType, TimeUnit } from '../../dtype/dtype';
import { bytesDType, textDType, timeDType } from '../../dtype/make';
import { unitOfText } from '../../dtype/items/parseTimeText';
import { allocate } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { numberTextLength } from '../../casting/rules';
import type { Nested } from '../../casting/nested';
import { NDArray } from '../ndarray';
import { promoteTypes } from '../../casting/promote';

/**
 * Returns `wanted` with the missing size of `S` and `U`, or the missing unit of a time, taken from the dtype
 * that is converted.
 */
export function sizedFor(wanted: DType, from: DType): DType {
  if (wanted.unit?.name === 'generic') {
    return wanted.kind === from.kind ? from : timeDType(wanted.kind as 'M' | 'm', from.unit ?? wanted.unit);
  }
  if (wanted.itemsize > 0) return wanted;
  if (wanted.kind !== 'S' && wanted.kind !== 'U' && wanted.kind !== 'V') return wanted;
  if (wanted.fields || wanted.subarray) return wanted;
  if (wanted.kind !== 'V' && wanted.kind === from.kind) return from;
  const length = textRoom(from);
  if (wanted.kind === 'V') return { ...wanted, ...sizedVoid(from.itemsize) };
  return wanted.kind === 'S' ? bytesDType(length) : textDType(length, wanted.byteOrder);
}

const sizedVoid = (itemsize: number): Partial<DType> => ({
  itemsize,
  name: `void${itemsize * 8}`,
  str: `|V${itemsize}`,
});

/**
 * Returns a generic datetime dtype with the unit that shows every text in `x` completely. Other dtypes are
 * returned unchanged.
 */
export function withUnitFor(wanted: DType, x: NDArray): DType {
  const isAsked = wanted.kind === 'M' && wanted.unit!.name === 'generic' && 'SU'.includes(x.dtype.kind);
  return isAsked ? withUnitOf(wanted, textsIn(x.tolist())) : wanted;
}

export const withUnitIn = (wanted: DType, values: Nested): DType =>
  wanted.kind === 'M' && wanted.unit!.name === 'generic' ? withUnitOf(wanted, textsIn(values)) : wanted;

function withUnitOf(wanted: DType, texts: readonly string[]): DType {
  const units = texts.map(unitOfText).filter(name => name !== undefined);
  const dtypes = [...new Set(units)].map(name => timeDType('M', { name, count: 1 }));
  if (dtypes.length === 0) return wanted;
  return timeDType('M', dtypes.reduce(promoteTypes).unit!, wanted.byteOrder);
}

/** Returns all texts in nested lists. */
function textsIn(values: unknown): string[] {
  if (typeof values === 'string') return [values];
  if (values instanceof Uint8Array) return [String.fromCharCode(...values)];
  return Array.isArray(values) ? values.flatMap(textsIn) : [];
}

/** The length that NumPy reserves for the text of a datetime of each unit (`get_datetime_iso_8601_strlen`). */
const DATE_LENGTHS: Readonly<Record<TimeUnit['name'], number>> = {
  generic: 28,
  Y: 22,
  M: 25,
  W: 28,
  D: 28,
  h: 32,
  m: 35,
  s: 38,
  ms: 42,
  us: 45,
  ns: 48,
  ps: 51,
  fs: 54,
  as: 57,
};

function textRoom(from: DType): number {
  if (from.kind === 'U') return from.itemsize / 4;
  if (from.unit) return from.kind === 'M' ? DATE_LENGTHS[from.unit.name] : 21;
  return from.format ? numberTextLength(from) : from.itemsize;
}

/** Returns the text dtype that holds the text of every value. */
export function textDTypeFor(wanted: DType, values: Nested, found: DType | undefined): DType {
  const length = Math.max(1, longest(values, found));
  return wanted.kind === 'S' ? bytesDType(length) : textDType(length, wanted.byteOrder);
}

function longest(values: Nested, found: DType | undefined): number {
  if (Array.isArray(values)) {
    return (values as readonly Nested[]).reduce<number>(
      (most, value) => Math.max(most, longest(value, found)),
      0,
    );
  }
  const scratch = allocate([], textDType(96));
  itemAssign(scratch.dtype)(new DataView(scratch.buffer), 0, values);
  const codes = new Uint32Array(scratch.buffer);
  const text =
    typeof values === 'string' ? Array.from(values).length : codes.findLastIndex(code => code !== 0) + 1;
  return ArrayBuffer.isView(values) ? values.byteLength : text;
}
