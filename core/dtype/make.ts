/**
 * Makes scalar dtypes and subarrays. Invariant: no dtype is larger than a C int can say, 2^31-1 bytes, which is
 * NumPy's own limit.
 * Spec: https://numpy.org/doc/stable/reference/arrays.dtypes.html
 */
import { InspectorError } from '../errors';
import type { ByteOrder, DType, TimeUnit } from './dtype';
import { FORMATS, isCustomFormat, type NumericFormat, partFormat } from './formats';

/** The largest item, in bytes. */
export const MAX_ITEMSIZE = 2 ** 31 - 1;
/** NumPy's limit on the number of axes. */
export const MAX_AXES = 64;

const MAX_QUOTED = 200;

/** Text to quote in a message, cut after 200 characters. */
export const shortened = (text: string): string =>
  text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;

/** An `invalid-dtype` error in NumPy's words. */
export function invalidDType(message: string, numpyName = 'ValueError', action?: string): InspectorError {
  return new InspectorError('invalid-dtype', message, {
    numpyName,
    action:
      action ??
      "Write a dtype as NumPy does: float32, <i2, S10, datetime64[ns], [('x', '<f4'), ('y', '>i2')].",
  });
}

const TOO_BIG = 'dtype size in bytes must fit into a C int.';

/** `itemsize` unless it is more bytes than a dtype can have. */
export function checkedSize(itemsize: number, message = TOO_BIG): number {
  if (itemsize <= MAX_ITEMSIZE) return itemsize;
  throw invalidDType(message, 'ValueError', `Keep one item below 2 GiB (this one has ${itemsize} bytes).`);
}

/** The dtype of a format; `order` is ignored for items of one byte. */
export function numericDType(format: NumericFormat, order: ByteOrder = '<'): DType {
  const { kind, itemsize, alignment, name = format, str = `${kind}${itemsize}` } = FORMATS[format];
  // NumPy writes `<` before every type of ml_dtypes, even those of one byte.
  const byteOrder = itemsize === 1 ? '|' : order;
  const prefix = isCustomFormat(format) && itemsize === 1 ? '<' : byteOrder;
  return {
    kind,
    itemsize,
    alignment,
    byteOrder,
    name,
    str: prefix + str,
    format,
    isAlignedStruct: false,
  };
}

/** The dtype of the real and imaginary parts of a complex dtype, in its byte order. */
export const partDType = ({ format, byteOrder }: DType): DType =>
  numericDType(partFormat(format!), byteOrder);

const bits = (stem: string, itemsize: number): string => (itemsize === 0 ? stem : `${stem}${itemsize * 8}`);

/** `S<length>`: bytes, padded with NULs. */
export const bytesDType = (length: number): DType => ({
  kind: 'S',
  itemsize: checkedSize(length),
  alignment: 1,
  byteOrder: '|',
  name: bits('bytes', length),
  str: `|S${length}`,
  isAlignedStruct: false,
});

/** `U<length>`: code points of 4 bytes each, padded with NULs. */
export const textDType = (length: number, order: ByteOrder = '<'): DType => ({
  kind: 'U',
  itemsize: checkedSize(length * 4),
  alignment: 4,
  byteOrder: order,
  name: bits('str', length * 4),
  str: `${order}U${length}`,
  isAlignedStruct: false,
});

/** `V<length>`: bytes of no meaning. */
export const voidDType = (length: number): DType => ({
  kind: 'V',
  itemsize: checkedSize(length),
  alignment: 1,
  byteOrder: '|',
  name: bits('void', length),
  str: `|V${length}`,
  isAlignedStruct: false,
});

/** `[25s]`, or nothing for generic units. */
export const unitText = ({ name, count }: TimeUnit): string =>
  name === 'generic' ? '' : `[${count === 1 ? '' : count}${name}]`;

/** `datetime64` (`'M'`) or `timedelta64` (`'m'`), a 64-bit count of `unit`. */
export const timeDType = (kind: 'M' | 'm', unit: TimeUnit, order: ByteOrder = '<'): DType => ({
  kind,
  itemsize: 8,
  alignment: 8,
  byteOrder: order,
  name: `${kind === 'M' ? 'datetime64' : 'timedelta64'}${unitText(unit)}`,
  str: `${order}${kind}8${unitText(unit)}`,
  unit,
  isAlignedStruct: false,
});

/** A fixed-shape array of `base` in each item; `base` itself where `shape` has no axes. */
export function subarrayDType(base: DType, shape: readonly number[]): DType {
  const wrong = 'invalid shape in fixed-type tuple';
  if (shape.length === 0) return base;
  if (shape.length > MAX_AXES || !shape.every(Number.isSafeInteger)) throw invalidDType(`${wrong}.`);
  // NumPy's own spelling.
  if (shape.some(length => length < 0)) throw invalidDType(`${wrong}: dimension smaller then zero.`);
  if (shape.some(length => length > MAX_ITEMSIZE)) {
    throw invalidDType(`${wrong}: dimension does not fit into a C int.`);
  }
  const count = shape.reduce((product, length) => product * length, 1);
  const itemsize = checkedSize(count * base.itemsize, `${wrong}: ${TOO_BIG}`);
  const { alignment, isAlignedStruct } = base;
  return { ...voidDType(itemsize), alignment, isAlignedStruct, subarray: { base, shape } };
}
