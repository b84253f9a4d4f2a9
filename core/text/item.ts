/**
 * One item's text, exactly as NumPy prints `x[i]`: `str` of the scalar or record.
 * Invariant: never throws on any bytes. Items that NumPy itself cannot print have a substitute: the escape of a code
 * past U+10FFFF, the number of a datetime of generic units.
 */
import type { DType } from '../dtype/dtype';
import { recordText } from './record';
import { scalarFormatter, type Formatter } from './scalar';

export type { Formatter };

/** A formatter for the items of `dtype`, to be made once and used for many items inside the view. */
export function itemFormatter(dtype: DType): Formatter {
  if (dtype.fields || dtype.subarray) return (view, at) => recordText(dtype, view, at);
  return scalarFormatter(dtype);
}

/** `str(x[i])` of the item whose bytes start at `byteOffset` of the view. */
export const formatItem = (dtype: DType, view: DataView, byteOffset: number): string =>
  itemFormatter(dtype)(view, byteOffset);
