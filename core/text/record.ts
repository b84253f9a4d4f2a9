/**
 * Items as NumPy prints them inside arrays and records, lined up with all that are printed together; structured ones as
 * `(1.5, b'ab', [1, 2])`. Invariant: only the bytes of the items printed are read.
 * Spec: `_get_format_function`, `StructuredVoidFormat` and `SubArrayFormat` of NumPy's `_core/arrayprint.py`.
 */
import type { DType, Field } from '../dtype/dtype';
import { isNumPyFloat, type NumPyFloat, partFormat } from '../dtype/formats';
import { isInvalidExtended, readExtendedBits } from '../dtype/items/extended';
import { NOT_A_TIME, bytesAt, codesAt, itemReader, strippedBytes } from '../dtype/items/read';
import { bytesRepr, codesRepr } from '../dtype/repr';
import { decodeHalf } from '../dtype/items/half';
import { complexColumn, type ComplexFloat, floatColumn } from './floatColumns';
import { formatterFor } from './formatter';
import { floatOf, type Float } from './floatLayout';
import { extendedFloat } from './floatText';
import { scalarFormatter } from './scalar';
import { DEFAULT_STYLE, type NumberStyle } from './style';
import { datetimeText } from './timeText';
import { voidText } from './voidText';

/** The positions of all items of one field: one for a plain field, many inside a subarray. */
export interface Column {
  readonly view: DataView;
  readonly places: () => Iterable<number>;
  /** Inside no subarray: NumPy's 0-d array. */
  readonly isSingle: boolean;
  readonly style: NumberStyle;
  /** Floats as they print alone, as in a record by itself. */
  readonly isPlain: boolean;
}

/** Prints the item that starts at byte `at` of the view. */
export type Printer = (at: number) => string;

function integerPrinter(dtype: DType, { view, places, style }: Column): Printer {
  const read = itemReader(dtype) as (view: DataView, at: number) => number | bigint;
  let [min, max]: (number | bigint)[] = [Infinity, -Infinity];
  for (const at of places()) {
    const value = read(view, at);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const sign = style.sign === '-' || (style.sign === ' ' && min < 0) ? '' : style.sign;
  const text = (value: number | bigint): string => (value >= 0 ? sign : '') + String(value);
  const width = min <= max ? Math.max(String(min).length, text(max).length) : 0;
  return at => text(read(view, at)).padStart(width);
}

/** Datetimes in quotes, timedeltas as bare counts, lined up with the least and the greatest that is not NaT. */
function timePrinter(dtype: DType, { view, places }: Column): Printer {
  const isLittle = dtype.byteOrder !== '>';
  const read = (at: number) => view.getBigInt64(at, isLittle);
  const text = (ticks: bigint) =>
    dtype.kind === 'M' ? `'${datetimeText(ticks, dtype.unit!)}'` : String(ticks);
  let [min, max]: (bigint | undefined)[] = [undefined, undefined];
  let width = 0;
  for (const at of places()) {
    const ticks = read(at);
    if (ticks === NOT_A_TIME) width = "'NaT'".length;
    else {
      if (min === undefined || ticks < min) min = ticks;
      if (max === undefined || ticks > max) max = ticks;
    }
  }
  for (const ticks of [min, max]) if (ticks !== undefined) width = Math.max(width, text(ticks).length);
  return at => (read(at) === NOT_A_TIME ? "'NaT'" : text(read(at))).padStart(width);
}

function partReader(format: NumPyFloat, view: DataView, isLittle: boolean): (at: number) => Float {
  switch (format) {
    case 'float16':
      return at => floatOf(decodeHalf(view.getUint16(at, isLittle)), format);
    case 'float32':
      return at => floatOf(view.getFloat32(at, isLittle), format);
    case 'float64':
      return at => floatOf(view.getFloat64(at, isLittle), format);
    case 'longdouble':
      return at => {
        const bits = readExtendedBits(view, at, isLittle);
        const float = extendedFloat(bits);
        return isInvalidExtended(bits) ? { ...float, class: 'nan' } : float;
      };
  }
}

function complexPrinter(dtype: DType, { view, places, style }: Column): Printer {
  const format = partFormat(dtype.format!) as NumPyFloat;
  const readPart = partReader(format, view, dtype.byteOrder !== '>');
  const read = (at: number): ComplexFloat => ({ re: readPart(at), im: readPart(at + dtype.itemsize / 2) });
  const print = complexColumn(Array.from(places(), read), format, style);
  return at => print(read(at));
}

function leafPrinter(dtype: DType, column: Column): Printer {
  const { view, isSingle, style, isPlain } = column;
  const own = isPlain ? undefined : formatterFor(dtype, style.formatter);
  if (own) {
    const read = itemReader(dtype);
    return at => own(read(view, at));
  }
  switch (dtype.kind) {
    case 'b':
      return at => (view.getUint8(at) === 0 ? 'False' : isSingle ? 'True' : ' True');
    case 'i':
    case 'u':
      return integerPrinter(dtype, column);
    case 'c':
      return complexPrinter(dtype, column);
    case 'M':
    case 'm':
      return timePrinter(dtype, column);
    case 'S':
      return at => bytesRepr(strippedBytes(view, at, dtype.itemsize));
    case 'U':
      return at => codesRepr(codesAt(view, at, dtype));
    case 'V':
      return at => voidText(bytesAt(view, at, dtype.itemsize));
    case 'f':
      return floatPrinter(dtype, column);
  }
}

function floatPrinter(dtype: DType, { view, places, style, isPlain }: Column): Printer {
  const { format } = dtype;
  if (isPlain || !isNumPyFloat(format!)) {
    const print = scalarFormatter(dtype);
    return at => print(view, at);
  }
  const read = partReader(format, view, dtype.byteOrder !== '>');
  const print = floatColumn(Array.from(places(), read), format, style);
  return at => print(read(at));
}

function recordPrinter(fields: readonly Field[], column: Column): Printer {
  const { places } = column;
  const printers = fields.map(({ dtype, offset }) => {
    const moved = function* () {
      for (const at of places()) yield at + offset;
    };
    return { offset, print: printerOf(dtype, { ...column, places: moved }) };
  });
  return at => {
    const texts = printers.map(({ offset, print }) => print(at + offset));
    return texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`;
  };
}

/** Nested subarrays are one array of all their axes. */
function flattened(dtype: DType): { base: DType; shape: readonly number[] } {
  if (!dtype.subarray) return { base: dtype, shape: [] };
  const { base, shape } = flattened(dtype.subarray.base);
  return { base, shape: [...dtype.subarray.shape, ...shape] };
}

/** `[1, 2, 3]`, with `...` in the middle of axes longer than two edges. */
function listText(
  shape: readonly number[],
  at: number,
  itemsize: number,
  edge: number,
  print: Printer,
): string {
  if (shape.length === 0) return print(at);
  const [length, ...inner] = shape;
  const step = inner.reduce((n, k) => n * k, itemsize);
  const text = (k: number) => listText(inner, at + k * step, itemsize, edge, print);
  if (length <= 2 * edge) return `[${Array.from({ length }, (_, k) => text(k)).join(', ')}]`;
  const first = Array.from({ length: edge }, (_, k) => text(k));
  const last = Array.from({ length: edge }, (_, k) => text(length - edge + k));
  return `[${[...first, '...', ...last].join(', ')}]`;
}

function subarrayPrinter(dtype: DType, column: Column): Printer {
  const { places, style } = column;
  const { base, shape } = flattened(dtype);
  const count = shape.reduce((n, length) => n * length, 1);
  const each = function* () {
    for (const at of places()) for (let k = 0; k < count; k++) yield at + k * base.itemsize;
  };
  const print = printerOf(base, { ...column, places: each, isSingle: false });
  const edge = count > style.threshold ? style.edgeitems : Infinity;
  return at => listText(shape, at, base.itemsize, edge, print);
}

/** Returns the printer of the items of a column, made once for all of them. */
export function printerOf(dtype: DType, column: Column): Printer {
  if (dtype.subarray) return subarrayPrinter(dtype, column);
  return dtype.fields ? recordPrinter(dtype.fields, column) : leafPrinter(dtype, column);
}

/** The text of the structured item (or subarray) at `byteOffset`, by itself; in NumPy's own style by default. */
export function recordText(dtype: DType, view: DataView, byteOffset: number, style = DEFAULT_STYLE): string {
  const column = { view, places: () => [byteOffset], isSingle: true, style, isPlain: true };
  return printerOf(dtype, column)(byteOffset);
}
