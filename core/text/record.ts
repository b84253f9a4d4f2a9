/**
 * Structured items as NumPy prints them: `(1.5, b'ab', [1, 2])`. Numbers of a subarray are lined up with each other.
 * Invariant: the text depends on the bytes of this one item only. Work grows with the item's size where widths do.
 * Spec: `StructuredVoidFormat` and `SubArrayFormat` of NumPy's `_core/arrayprint.py`, with the default print options.
 */
import type { DType, Field } from '../dtype/dtype';
import { isInvalidExtended, readExtendedBits } from '../dtype/extended';
import { NOT_A_TIME, bytesAt, codesAt, itemReader, strippedBytes } from '../dtype/read';
import { bytesRepr, codesRepr } from '../dtype/repr';
import { complexColumn, type ComplexFloat, type PartFormat } from './complexColumns';
import { floatOf, type Float } from './floatLayout';
import { extendedFloat } from './floatText';
import { scalarFormatter } from './scalar';
import { datetimeText } from './timeText';
import { voidText } from './voidText';

/** Where in the view all items of one field are: one for a plain field, many inside a subarray. */
interface Column {
  readonly view: DataView;
  readonly places: () => Iterable<number>;
  /** Inside no subarray: NumPy's 0-d array. */
  readonly isSingle: boolean;
}

type Printer = (at: number) => string;

/** Default print options: `threshold` and `edgeitems`. */
const THRESHOLD = 1000;
const EDGE_ITEMS = 3;

function integerPrinter(dtype: DType, { view, places }: Column): Printer {
  const read = itemReader(dtype) as (view: DataView, at: number) => number | bigint;
  let width = 0;
  let [min, max]: (number | bigint)[] = [Infinity, -Infinity];
  for (const at of places()) {
    const value = read(view, at);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min <= max) width = Math.max(String(min).length, String(max).length);
  return at => String(read(view, at)).padStart(width);
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

const PART_FORMATS = {
  complex64: 'float32',
  complex128: 'float64',
  clongdouble: 'longdouble',
} as const;

function partReader(format: PartFormat, view: DataView, isLittle: boolean): (at: number) => Float {
  switch (format) {
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

function complexPrinter(dtype: DType, { view, places }: Column): Printer {
  const format = PART_FORMATS[dtype.format as keyof typeof PART_FORMATS];
  const readPart = partReader(format, view, dtype.byteOrder !== '>');
  const read = (at: number): ComplexFloat => ({ re: readPart(at), im: readPart(at + dtype.itemsize / 2) });
  const print = complexColumn(Array.from(places(), read), format);
  return at => print(read(at));
}

function leafPrinter(dtype: DType, column: Column): Printer {
  const { view, isSingle } = column;
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
    case 'f': {
      const format = scalarFormatter(dtype);
      return at => format(view, at);
    }
  }
}

function recordPrinter(fields: readonly Field[], { view, places, isSingle }: Column): Printer {
  const printers = fields.map(({ dtype, offset }) => {
    const moved = function* () {
      for (const at of places()) yield at + offset;
    };
    return { offset, print: printerOf(dtype, { view, places: moved, isSingle }) };
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

/** `[1, 2, 3]`, with `...` in the middle of long axes where `isLong`. */
function listText(
  shape: readonly number[],
  at: number,
  itemsize: number,
  isLong: boolean,
  print: Printer,
): string {
  if (shape.length === 0) return print(at);
  const [length, ...inner] = shape;
  const step = inner.reduce((n, k) => n * k, itemsize);
  const text = (k: number) => listText(inner, at + k * step, itemsize, isLong, print);
  if (!isLong || length <= 2 * EDGE_ITEMS) return `[${Array.from({ length }, (_, k) => text(k)).join(', ')}]`;
  const edge = Array.from({ length: EDGE_ITEMS }, (_, k) => k);
  const last = edge.map(k => text(length - EDGE_ITEMS + k));
  return `[${[...edge.map(text), '...', ...last].join(', ')}]`;
}

function subarrayPrinter(dtype: DType, { view, places }: Column): Printer {
  const { base, shape } = flattened(dtype);
  const count = shape.reduce((n, length) => n * length, 1);
  const each = function* () {
    for (const at of places()) for (let k = 0; k < count; k++) yield at + k * base.itemsize;
  };
  const print = printerOf(base, { view, places: each, isSingle: false });
  return at => listText(shape, at, base.itemsize, count > THRESHOLD, print);
}

function printerOf(dtype: DType, column: Column): Printer {
  if (dtype.subarray) return subarrayPrinter(dtype, column);
  return dtype.fields ? recordPrinter(dtype.fields, column) : leafPrinter(dtype, column);
}

/** The text of the structured item (or subarray) at `byteOffset`. */
export function recordText(dtype: DType, view: DataView, byteOffset: number): string {
  return printerOf(dtype, { view, places: () => [byteOffset], isSingle: true })(byteOffset);
}
