/**
 * Items as JavaScript values. Invariant: nothing is lost: 64-bit integers are bigints, a longdouble keeps all its bits.
 * Spec: https://numpy.org/doc/stable/reference/arrays.scalars.html
 */
import type { DType, Field } from '../dtype';
import { partDType } from '../make';
import { extendedValue, readExtendedBits, type ExtendedFloat } from './extended';
import {
  type ComplexFormat,
  FORMATS,
  type NumberFormat,
  type NumericFormat,
  type SmallFloat,
} from '../formats';
import { isSmallFloat, smallFloatDecoder } from './smallFloat';

/** A complex number: its real and imaginary part. */
export interface Complex<Part = number> {
  readonly re: Part;
  readonly im: Part;
}

/** A structured item: its fields by name, in the dtype's order. */
export interface ItemRecord {
  readonly [name: string]: Item;
}

/**
 * One item. bigint for 64-bit integers, datetimes and timedeltas (ticks; NaT is −2^63); string for U (a code that is
 * no code point reads as U+FFFD); Uint8Array for S (without trailing NULs) and raw V; arrays for subarrays.
 */
export type Item =
  | number
  | bigint
  | boolean
  | string
  | Complex
  | ExtendedFloat
  | Complex<ExtendedFloat>
  | Uint8Array
  | readonly Item[]
  | ItemRecord;

/** Reads the item that starts at `byteOffset` of the view. */
export type Reader<T> = (view: DataView, byteOffset: number) => T;

/** `NaT`, as a count of ticks. */
export const NOT_A_TIME = -(2n ** 63n);

type ReaderOf<T> = (little: boolean) => Reader<T>;

/** Integers of up to 32 bits and the floats JavaScript has. */
const NUMBER_READERS: Readonly<Record<NumberFormat, ReaderOf<number>>> = {
  int8: () => (view, at) => view.getInt8(at),
  uint8: () => (view, at) => view.getUint8(at),
  int16: little => (view, at) => view.getInt16(at, little),
  uint16: little => (view, at) => view.getUint16(at, little),
  int32: little => (view, at) => view.getInt32(at, little),
  uint32: little => (view, at) => view.getUint32(at, little),
  float32: little => (view, at) => view.getFloat32(at, little),
  float64: little => (view, at) => view.getFloat64(at, little),
};

/** Real formats whose items are not JavaScript numbers. */
const OTHER_READERS: Readonly<
  Record<Exclude<NumericFormat, NumberFormat | SmallFloat | ComplexFormat>, ReaderOf<Item>>
> = {
  bool: () => (view, at) => view.getUint8(at) !== 0,
  int64: little => (view, at) => view.getBigInt64(at, little),
  uint64: little => (view, at) => view.getBigUint64(at, little),
  longdouble: little => (view, at) => extendedValue(readExtendedBits(view, at, little)),
};

const isNumberFormat = (format: NumericFormat): format is NumberFormat => format in NUMBER_READERS;

function smallReader(format: SmallFloat, little: boolean): Reader<number> {
  const decode = smallFloatDecoder(format);
  if (FORMATS[format].itemsize === 2) return (view, at) => decode(view.getUint16(at, little));
  return (view, at) => decode(view.getUint8(at));
}

/** Reads the real dtypes that are one JavaScript number: integers of up to 32 bits and floats of up to 64. */
export function numberReader({ format, byteOrder }: DType): Reader<number> | undefined {
  if (format === undefined) return undefined;
  const little = byteOrder !== '>';
  if (isNumberFormat(format)) return NUMBER_READERS[format](little);
  return isSmallFloat(format) ? smallReader(format, little) : undefined;
}

function numericReader(dtype: DType): Reader<Item> {
  if (dtype.kind === 'c') return complexReader(dtype);
  const format = dtype.format as keyof typeof OTHER_READERS;
  return numberReader(dtype) ?? OTHER_READERS[format](dtype.byteOrder !== '>');
}

function complexReader(dtype: DType): Reader<Item> {
  const part = partDType(dtype);
  const read = numericReader(part) as Reader<number>;
  return (view, at) => ({ re: read(view, at), im: read(view, at + part.itemsize) });
}
/** The bytes of `length` at `byteOffset`, not copied. */
export const bytesAt = (view: DataView, byteOffset: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + byteOffset, length);

/** The bytes of an S item: all, less the NULs at the end. Not copied. */
export function strippedBytes(view: DataView, byteOffset: number, length: number): Uint8Array {
  const bytes = bytesAt(view, byteOffset, length);
  let end = length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

/** The codes of a U item, 4 bytes each, less the NULs at the end. */
export function codesAt(view: DataView, byteOffset: number, dtype: DType): number[] {
  const little = dtype.byteOrder !== '>';
  let length = dtype.itemsize >> 2;
  while (length > 0 && view.getUint32(byteOffset + (length - 1) * 4, little) === 0) length--;
  return Array.from({ length }, (_, k) => view.getUint32(byteOffset + k * 4, little));
}

const textOf = (codes: readonly number[]): string =>
  codes.map(code => String.fromCodePoint(code > 0x10ffff ? 0xfffd : code)).join('');

function subarrayReader(base: DType, shape: readonly number[]): Reader<readonly Item[]> {
  const [length, ...inner] = shape;
  const step = inner.reduce((n, k) => n * k, base.itemsize);
  const read = inner.length > 0 ? subarrayReader(base, inner) : itemReader(base);
  return (view, at) => Array.from({ length }, (_, k) => read(view, at + k * step));
}

function recordReader(fields: readonly Field[]): Reader<ItemRecord> {
  const readers = fields.map(({ name, offset, dtype }) => ({ name, offset, read: itemReader(dtype) }));
  return (view, at) =>
    Object.fromEntries(readers.map(({ name, offset, read }) => [name, read(view, at + offset)]));
}

/** A reader of the items of `dtype`, whose bytes have to lie inside the view. */
export function itemReader(dtype: DType): Reader<Item> {
  const { kind, itemsize, fields, subarray } = dtype;
  const little = dtype.byteOrder !== '>';
  if (fields) return recordReader(fields);
  if (subarray) return subarrayReader(subarray.base, subarray.shape);
  switch (kind) {
    case 'S':
      return (view, at) => strippedBytes(view, at, itemsize).slice();
    case 'U':
      return (view, at) => textOf(codesAt(view, at, dtype));
    case 'V':
      return (view, at) => bytesAt(view, at, itemsize).slice();
    case 'M':
    case 'm':
      return (view, at) => view.getBigInt64(at, little);
    default:
      return numericReader(dtype);
  }
}
