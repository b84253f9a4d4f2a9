/**
 * Conversion of a run of items to another dtype: numbers as C converts them, text as Python reads and prints
 * it, structured items field by field. `rules.ts` decides which casts are allowed.
 */
import { type DType, sameDType } from '../dtype/dtype';
import { numericDType } from '../dtype/make';
import { castLevel, noSuchCast } from './rules';
import { byteConversion } from './convertBytes';
import { extendedConversion } from './convertExtended';
import { fieldsConversion, subarrayConversion } from './convertFields';
import { floatBitsConversion } from './convertFloatBits';
import { isBlockNumber, numberConversion } from './convertNumbers';
import { textConversion } from './convertText';
import { timeConversion } from './convertTime';
import type { Conversion } from './types';

/**
 * Returns the loop that converts items of dtype `from` in the buffer `bytes` and stores them as `to` in the
 * buffer `into`. `TypeError` if no cast exists, not even an unsafe one.
 */
export function conversionOf(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion {
  if (isBytewise(to, from)) return byteConversion(into, bytes, to.itemsize);
  const between = (one: DType, two: DType): Conversion => conversionOf(into, one, bytes, two);
  if (to.subarray || from.subarray) return subarrayConversion(to, from, between, into);
  if ((to.fields || from.fields) && castLevel(from, to) === undefined) noSuchCast(from, to);
  if (to.fields || from.fields) return fieldsConversion(to, from, between);
  if (to.unit && from.unit && to.kind === from.kind) return timeConversion(into, to, bytes, from);
  const [one, two] = [asNumber(to), asNumber(from)];
  const byBits = floatBitsConversion(into, to, bytes, from);
  if (byBits) return byBits;
  if (isBlockNumber(one) && isBlockNumber(two)) return numberConversion(into, one, bytes, two);
  if (one.format && two.format) return extendedConversion(into, one, bytes, two);
  return textConversion(into, to, bytes, from) ?? noSuchCast(from, to);
}

/**
 * Whether a conversion copies the items' bytes unchanged. Never true for structured dtypes: padding between
 * fields is not copied.
 */
export const isBytewise = (to: DType, from: DType): boolean => sameDType(to, from) && !hasFields(to);

const hasFields = ({ fields, subarray }: DType): boolean =>
  fields !== undefined || (subarray !== undefined && hasFields(subarray.base));

/** Datetimes and timedeltas convert to and from numbers as int64 ticks. */
const asNumber = (dtype: DType): DType => (dtype.unit ? numericDType('int64', dtype.byteOrder) : dtype);
