/**
 * JavaScript values stored as items, as NumPy stores Python values. Values out of bounds and text that is not
 * a number raise NumPy's errors. Excess precision is rounded, and text that is too long is truncated.
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { extendedBitsOf, type ExtendedFloat, writeExtendedBits } from '../dtype/items/extended';
import { isExtendedFormat } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import { bytesAt, type Item, NOT_A_TIME } from '../dtype/items/read';
import { ticksOfText } from '../dtype/items/parseTimeText';
import { integerRange, storeInteger } from '../dtype/integers';
import { encodeItem } from '../dtype/items/write';
import { checkReal, checkInteger, refused } from '../dtype/items/writeError';
import { pythonType } from '../layout/arguments';
import { conversionOf } from './conversion';
import { doubleOfExtended, extendedOf } from './convertExtended';
import { storeCodes } from './convertText';
import { itemText } from './itemText';
import type { Nested } from './nested';

/** Stores one value at a byte offset of a view. */
export type Assign = (view: DataView, byteOffset: number, value: Nested) => void;

const INT64 = numericDType('int64');
const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

const scratch = new DataView(new ArrayBuffer(32));

type Parts = { readonly re: unknown; readonly im: unknown };
const isComplex = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && 're' in value;
const isExtended = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'significand' in value;

const typeError = (message: string): InspectorError =>
  refused(message, 'Give a value that the dtype can hold.', 'TypeError');

const asText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? String.fromCharCode(...value) : undefined;
};

/** Returns the text that Python's `str` gives for a value. */
function textOf(value: unknown): string {
  const text = asText(value);
  if (text !== undefined) return text;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint' || (Number.isSafeInteger(value) && !Object.is(value, -0)))
    return String(value);
  if (isComplex(value)) {
    scratch.setFloat64(0, Number(value.re), true);
    scratch.setFloat64(8, Number(value.im), true);
    return itemText(COMPLEX128, scratch, 0);
  }
  if (Array.isArray(value)) throw refused('setting an array element with a sequence', 'Give one value.');
  if (typeof value !== 'number') throw typeError(`cannot make text of '${pythonType(value)}'`);
  scratch.setFloat64(0, value, true);
  return itemText(FLOAT64, scratch, 0);
}

/** Returns a value as a real number, or throws the error of Python's `float`. */
function realOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') {
    const double = Number(value);
    if (Number.isFinite(double)) return double;
    throw refused('int too large to convert to float', 'Give a smaller number.', 'OverflowError');
  }
  if (isExtended(value)) return doubleOfExtended(value as ExtendedFloat);
  if (Array.isArray(value)) throw refused('setting an array element with a sequence.', 'Give one value.');
  throw noFloat(value);
}

const noFloat = (value: unknown): InspectorError =>
  typeError(`float() argument must be a string or a real number, not '${pythonType(value)}'`);

function integerAssign(dtype: DType): Assign {
  const [least, end] = integerRange(dtype);
  // A double holds integers of up to 53 bits exactly.
  const [lowest, highest] = [Math.max(least, -(2 ** 53)), Math.min(end - 1, 2 ** 53)];
  const into = new DataView(new ArrayBuffer(8));
  const store = conversionOf(into.buffer, dtype, scratch.buffer, INT64);
  return (view, at, value) => {
    if (typeof value === 'number' && value >= lowest && value <= highest) {
      storeInteger(scratch, 0, Math.trunc(value), true);
      store(0, 0, 0, 0, 1);
      for (let k = 0; k < dtype.itemsize; k++) view.setUint8(at + k, into.getUint8(k));
      return;
    }
    const { bytes } = encodeItem(dtype, integerText(value));
    bytesAt(view, at, bytes.length).set(bytes);
  };
}

/** Returns the decimal text of the integer that Python's `int` makes of a value. */
function integerText(value: unknown): string {
  const text = asText(value);
  if (text !== undefined) return checkInteger(text);
  if (typeof value === 'boolean') return String(Number(value));
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(BigInt(Math.trunc(value))) : String(value);
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${pythonType(value)}'`,
  );
}

/** Stores floats and complex numbers, converted from doubles. */
function floatAssign(dtype: DType): Assign {
  const isComplexType = dtype.kind === 'c';
  const cached = new WeakMap<ArrayBufferLike, ReturnType<typeof conversionOf>>();
  return (view, at, value) => {
    const text = asText(value);
    if (text !== undefined) {
      checkReal(text, dtype.format!);
      const { bytes } = encodeItem(dtype, text);
      bytesAt(view, at, bytes.length).set(bytes);
      return;
    }
    if (isComplexType && Array.isArray(value)) throw typeError('must be real number, not list');
    if (dtype.itemsize === 16 && Array.isArray(value)) throw noFloat(value);
    const isBoth = isComplexType && isComplex(value);
    scratch.setFloat64(0, realOf(isBoth ? value.re : value), true);
    scratch.setFloat64(8, isBoth ? realOf(value.im) : 0, true);
    let store = cached.get(view.buffer);
    if (!store) {
      store = conversionOf(view.buffer, dtype, scratch.buffer, isComplexType ? COMPLEX128 : FLOAT64);
      cached.set(view.buffer, store);
    }
    store(view.byteOffset + at, 0, 0, 0, 1);
  };
}

/** Stores longdouble and clongdouble values. Integers and extended floats keep more bits than a double has. */
function extendedAssign(dtype: DType): Assign {
  const plain = floatAssign(dtype);
  const isLittle = dtype.byteOrder !== '>';
  return (view, at, value) => {
    if (typeof value !== 'bigint' && !isExtended(value)) {
      plain(view, at, value);
      return;
    }
    const extended = typeof value === 'bigint' ? extendedOf(value) : (value as ExtendedFloat);
    bytesAt(view, at, dtype.itemsize).fill(0);
    writeExtendedBits(view, at, extendedBitsOf(extended), isLittle);
    if (dtype.kind === 'c') writeExtendedBits(view, at + 16, extendedBitsOf(extendedOf(0)), isLittle);
  };
}

function timeAssign(dtype: DType): Assign {
  const noun = dtype.kind === 'M' ? 'datetime' : 'timedelta';
  return (view, at, value: unknown) => {
    let ticks: bigint;
    if (value === null || value === undefined) ticks = NOT_A_TIME;
    else if (typeof value === 'bigint') ticks = value;
    else if (typeof value === 'boolean') ticks = BigInt(value);
    else if (typeof value === 'number' && Number.isInteger(value)) ticks = BigInt(value);
    else {
      const text = asText(value);
      if (text === undefined)
        throw refused(`Could not convert object to NumPy ${noun}`, 'Give ticks or text.');
      ticks = ticksOfText(text, dtype);
    }
    view.setBigInt64(at, ticks, dtype.byteOrder !== '>');
  };
}

function textAssign(dtype: DType): Assign {
  return (view, at, value) => {
    const isBytes = value instanceof Uint8Array && dtype.kind === 'S';
    const codes = isBytes ? value : Array.from(textOf(value), char => char.codePointAt(0)!);
    const wrong = dtype.kind === 'S' && !isBytes ? Array.from(codes).findIndex(code => code > 0x7f) : -1;
    if (wrong >= 0) encodeItem({ ...dtype, itemsize: 4 * codes.length }, textOf(value));
    storeCodes(view, at, dtype, codes);
  };
}

function voidAssign({ itemsize }: DType): Assign {
  return (view, at, value) => {
    if (!ArrayBuffer.isView(value)) {
      throw typeError(`a bytes-like object is required, not '${pythonType(value)}'`);
    }
    const bytes = new Uint8Array(value.buffer, value.byteOffset, Math.min(itemsize, value.byteLength));
    const target = bytesAt(view, at, itemsize);
    target.fill(0);
    target.set(bytes);
  };
}

/**
 * Stores structured items. A list stands for a Python tuple, with one value for each field; an object names
 * its fields; any other value is stored in every field.
 */
function recordAssign({ fields = [] }: DType): Assign {
  const parts = fields.map(field => ({ ...field, assign: itemAssign(field.dtype) }));
  return (view, at, value) => {
    if (Array.isArray(value)) {
      const values = value as readonly Nested[];
      if (values.length !== parts.length) {
        throw refused(
          `could not assign tuple of length ${values.length} to structure with ${parts.length} fields.`,
          'Give a value for each field.',
        );
      }
      parts.forEach((part, k) => part.assign(view, at + part.offset, values[k]));
      return;
    }
    const record = recordOf(value);
    for (const part of parts) part.assign(view, at + part.offset, record ? record[part.name] : value);
  };
}

function recordOf(value: Nested): Readonly<Record<string, Item>> | undefined {
  const isPlain = typeof value === 'object' && !ArrayBuffer.isView(value) && !isComplex(value);
  return isPlain && !isExtended(value) ? (value as Readonly<Record<string, Item>>) : undefined;
}

function subarrayAssign({
  base,
  shape,
}: {
  readonly base: DType;
  readonly shape: readonly number[];
}): Assign {
  const [length, ...rest] = shape;
  const inner = rest.length > 0 ? subarrayAssign({ base, shape: rest }) : itemAssign(base);
  const size = rest.reduce((n, k) => n * k, base.itemsize);
  return (view, at, value) => {
    const list = Array.isArray(value) ? (value as readonly Nested[]) : undefined;
    if (list && list.length !== length && list.length !== 1) {
      throw refused(
        `could not broadcast input array from shape (${list.length},) into shape (${shape.join(',')}${rest.length === 0 ? ',' : ''})`,
        'Give as many values as the field has items.',
      );
    }
    for (let k = 0; k < length; k++) {
      inner(view, at + k * size, list ? list[list.length === 1 ? 0 : k] : value);
    }
  };
}

/**
 * Returns the function that stores values as items of `dtype`. Call it once for many values. The function
 * throws NumPy's `OverflowError`, `ValueError` or `TypeError` if the dtype cannot hold a value.
 */
export function itemAssign(dtype: DType): Assign {
  if (dtype.fields) return recordAssign(dtype);
  if (dtype.subarray) return subarrayAssign(dtype.subarray);
  switch (dtype.kind) {
    case 'b':
      return (view, at, value) => view.setUint8(at, isTrue(value) ? 1 : 0);
    case 'i':
    case 'u':
      return integerAssign(dtype);
    case 'f':
    case 'c':
      return isExtendedFormat(dtype.format) ? extendedAssign(dtype) : floatAssign(dtype);
    case 'M':
    case 'm':
      return timeAssign(dtype);
    case 'V':
      return voidAssign(dtype);
    default:
      return textAssign(dtype);
  }
}

function isTrue(value: Nested): boolean {
  if (typeof value === 'number') return value !== 0;
  if (isComplex(value)) return value.re !== 0 || value.im !== 0;
  if (ArrayBuffer.isView(value)) return value.byteLength > 0;
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}
