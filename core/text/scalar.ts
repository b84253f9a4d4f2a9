/**
 * `str(x[i])` of every unstructured dtype. Invariant: no state between items.
 * Spec: https://numpy.org/doc/stable/reference/arrays.scalars.html; each kind has its own file.
 */
import type { DType } from '../dtype/dtype';
import { isExtendedFormat, isNumPyFloat } from '../dtype/formats';
import { readExtendedBits } from '../dtype/items/extended';
import { bytesAt, codesAt, itemReader, numberReader, strippedBytes } from '../dtype/items/read';
import { partDType } from '../dtype/make';
import { bytesRepr, charOf } from '../dtype/repr';
import { customFloatText } from './customFloatText';
import { extendedComplexText, extendedText, floatText, nativeComplexText } from './floatText';
import type { NativeFormat } from './floatLayout';
import { datetimeText, timedeltaText } from './timeText';
import { voidText } from './voidText';

/** Prints the item that starts at `byteOffset` of the view. */
export type Formatter = (view: DataView, byteOffset: number) => string;

function floatFormatter(dtype: DType): Formatter {
  const { format } = dtype;
  const isLittle = dtype.byteOrder !== '>';
  if (format === 'longdouble') return (view, at) => extendedText(readExtendedBits(view, at, isLittle));
  const read = numberReader(dtype)!;
  if (isNumPyFloat(format!)) return (view, at) => floatText(read(view, at), format);
  return (view, at) => customFloatText(read(view, at));
}

function complexFormatter(dtype: DType): Formatter {
  const part = partDType(dtype);
  if (isExtendedFormat(part.format)) {
    const little = dtype.byteOrder !== '>';
    return (view, at) =>
      extendedComplexText(readExtendedBits(view, at, little), readExtendedBits(view, at + 16, little));
  }
  const read = numberReader(part)!;
  const format = part.format as NativeFormat;
  return (view, at) => nativeComplexText(read(view, at), read(view, at + part.itemsize), format);
}

function timeFormatter({ kind, unit, byteOrder }: DType): Formatter {
  const isLittle = byteOrder !== '>';
  const text = kind === 'M' ? datetimeText : timedeltaText;
  return (view, at) => text(view.getBigInt64(at, isLittle), unit!);
}

/** Returns a formatter of the items of `dtype`, which has neither fields nor elements. */
export function scalarFormatter(dtype: DType): Formatter {
  const { itemsize } = dtype;
  switch (dtype.kind) {
    case 'b':
      return (view, at) => (view.getUint8(at) === 0 ? 'False' : 'True');
    case 'i':
    case 'u': {
      const read = itemReader(dtype) as (view: DataView, at: number) => number | bigint;
      return (view, at) => String(read(view, at));
    }
    case 'f':
      return floatFormatter(dtype);
    case 'c':
      return complexFormatter(dtype);
    case 'S':
      return (view, at) => bytesRepr(strippedBytes(view, at, itemsize));
    case 'U':
      return (view, at) => codesAt(view, at, dtype).map(charOf).join('');
    case 'V':
      return (view, at) => voidText(bytesAt(view, at, itemsize));
    case 'M':
    case 'm':
      return timeFormatter(dtype);
  }
}
