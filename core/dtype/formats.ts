/**
 * The storage formats of numbers: NumPy's own on x86-64 Linux, and the narrow floats of ml_dtypes.
 * Invariant: one row for each format; every other table of formats is derived from `FORMATS`, or is a `Record` over a type
 * derived from it, so that the compiler names what a new row lacks.
 * Spec: https://numpy.org/doc/stable/reference/arrays.scalars.html, https://github.com/jax-ml/ml_dtypes
 */
import { type FloatBits, floatBits } from './floatBits';
import type { DTypeKind } from './kind';

/** JavaScript's arrays whose items are numbers. */
export type NumberArrayConstructor =
  | Int8ArrayConstructor
  | Uint8ArrayConstructor
  | Int16ArrayConstructor
  | Uint16ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Float32ArrayConstructor
  | Float64ArrayConstructor;

/** JavaScript's arrays whose items are bigints. */
export type BigIntArrayConstructor = BigInt64ArrayConstructor | BigUint64ArrayConstructor;

/** One format. Sizes in bytes. */
export interface FormatRow {
  readonly kind: Extract<DTypeKind, 'b' | 'i' | 'u' | 'f' | 'c'>;
  readonly itemsize: number;
  readonly alignment: number;
  /** The package that registers the format with NumPy; absent for NumPy's own formats. */
  readonly package?: string;
  /** `np.dtype.name`, where it is not the format's own name. */
  readonly name?: string;
  /** `np.dtype.str` without the byte order, where it is not kind and size. */
  readonly str?: string;
  /** Its class in `numpy.dtypes`, where the name does not give it. */
  readonly className?: string;
  /**
   * Further names that `np.dtype` takes, parted by blanks: NumPy's one-letter codes, then words. The first letter is that of
   * the ufunc loops.
   */
  readonly names?: string;
  /** How the bits of a float of up to 64 bits stand for its value. */
  readonly bits?: FloatBits;
  /** The format of the two parts of a complex number. */
  readonly part?: 'float32' | 'float64' | 'longdouble';
  /** JavaScript's array of such items, in native byte order. */
  readonly array?: NumberArrayConstructor | BigIntArrayConstructor;
  /** Characters that NumPy reserves for the text of an item. */
  readonly textLength: number;
  /** Whether it is suggested where a dtype is asked for, in the order of the rows. */
  readonly isSuggested: boolean;
}

const row = <const K extends FormatRow['kind'], const R extends Partial<FormatRow>>(
  kind: K,
  itemsize: number,
  rest: R,
) => ({ kind, itemsize, alignment: itemsize, isSuggested: true, ...rest });

/** A float of ml_dtypes: to NumPy it is a void of its size, unless `str` says otherwise. */
const mlFloat = (itemsize: number, bits: FloatBits, { str = `V${itemsize}`, isSuggested = false } = {}) =>
  row('f', itemsize, { package: 'ml_dtypes', str, bits, textLength: 32, isSuggested });

const ROWS = {
  float32: row('f', 4, { bits: floatBits(8, 23), array: Float32Array, textLength: 32, names: 'f single' }),
  float64: row('f', 8, {
    bits: floatBits(11, 52),
    array: Float64Array,
    textLength: 32,
    names: 'd float double',
  }),
  float16: row('f', 2, { bits: floatBits(5, 10), textLength: 32, names: 'e half' }),
  bfloat16: mlFloat(2, floatBits(8, 7, { viaFloat32: true }), { isSuggested: true }),
  uint8: row('u', 1, { array: Uint8Array, textLength: 3, names: 'B ubyte' }),
  int8: row('i', 1, { array: Int8Array, textLength: 4, names: 'b byte' }),
  uint16: row('u', 2, { array: Uint16Array, textLength: 5, names: 'H ushort' }),
  int16: row('i', 2, { array: Int16Array, textLength: 6, names: 'h short' }),
  uint32: row('u', 4, { array: Uint32Array, textLength: 10, names: 'I uintc' }),
  int32: row('i', 4, { array: Int32Array, textLength: 11, names: 'i intc' }),
  uint64: row('u', 8, { array: BigUint64Array, textLength: 20, names: 'L Q P N uint uintp ulong ulonglong' }),
  int64: row('i', 8, { array: BigInt64Array, textLength: 21, names: 'l q p n int int_ intp long longlong' }),
  bool: row('b', 1, { className: 'BoolDType', textLength: 5, names: '? bool_' }),
  complex64: row('c', 8, { alignment: 4, part: 'float32', textLength: 64, names: 'F csingle' }),
  complex128: row('c', 16, { alignment: 8, part: 'float64', textLength: 64, names: 'D complex cdouble' }),
  /** x87 80-bit extended precision in 16 bytes; see `items/extended.ts`. */
  longdouble: row('f', 16, {
    ...{ name: 'float128', className: 'LongDoubleDType', textLength: 48, names: 'g float128' },
    isSuggested: false,
  }),
  clongdouble: row('c', 32, {
    ...{ name: 'complex256', className: 'CLongDoubleDType', textLength: 96, names: 'G complex256' },
    ...{ alignment: 16, part: 'longdouble', isSuggested: false },
  }),
  float8_e3m4: mlFloat(1, floatBits(3, 4)),
  float8_e4m3: mlFloat(1, floatBits(4, 3)),
  float8_e4m3b11fnuz: mlFloat(1, floatBits(4, 3, { specials: 'fnuz', bias: 11 })),
  float8_e4m3fn: mlFloat(1, floatBits(4, 3, { specials: 'fn' })),
  float8_e4m3fnuz: mlFloat(1, floatBits(4, 3, { specials: 'fnuz', bias: 8 })),
  float8_e5m2: mlFloat(1, floatBits(5, 2), { str: 'f1' }),
  float8_e5m2fnuz: mlFloat(1, floatBits(5, 2, { specials: 'fnuz', bias: 16 })),
  float8_e8m0fnu: mlFloat(1, floatBits(8, 0, { specials: 'fnu' })),
} satisfies Readonly<Record<string, FormatRow>>;

/** The name of a format: NumPy's name of the type, `longdouble` for `float128`. */
export type NumericFormat = keyof typeof ROWS;

/** The formats whose rows are of this form. */
type FormatsWith<Row> = {
  [F in NumericFormat]: (typeof ROWS)[F] extends Row ? F : never;
}[NumericFormat];

/** Real formats that JavaScript reads as numbers by itself. */
export type NumberFormat = FormatsWith<{ array: NumberArrayConstructor }>;
/** Formats that JavaScript has an array of. */
export type ArrayFormat = NumberFormat | FormatsWith<{ array: BigIntArrayConstructor }>;
/** Floats that are decoded from their `bits`. */
export type SmallFloat = Exclude<FormatsWith<{ bits: FloatBits }>, NumberFormat>;
/** Complex formats: two parts, one after the other. */
export type ComplexFormat = FormatsWith<{ part: string }>;
/** NumPy's own floats. */
export type NumPyFloat = Exclude<FormatsWith<{ kind: 'f' }>, FormatsWith<{ package: string }>>;

/** Every format, by name. */
export const FORMATS: Readonly<Record<NumericFormat, FormatRow>> = ROWS;
/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(ROWS) as NumericFormat[];

/** Whether `word` names a format. */
export const isFormat = (word: string): word is NumericFormat => Object.hasOwn(FORMATS, word);

/** Whether the format is one of ml_dtypes: NumPy knows its name only where that package was imported. */
export const isCustomFormat = (format: NumericFormat): boolean => FORMATS[format].package !== undefined;

/** Whether the format is a float of NumPy's own. */
export const isNumPyFloat = (format: NumericFormat): format is NumPyFloat =>
  FORMATS[format].kind === 'f' && !isCustomFormat(format);

/** Whether JavaScript has an array of such items. */
export const isArrayFormat = (format: NumericFormat): format is ArrayFormat =>
  FORMATS[format].array !== undefined;

/** The format of one part: of complex numbers that of the real and imaginary part, of others the format itself. */
export const partFormat = (format: NumericFormat): Exclude<NumericFormat, ComplexFormat> =>
  FORMATS[format].part ?? (format as Exclude<NumericFormat, ComplexFormat>);

/** Whether numbers of the format, or their parts, are of 80 bits, more than a double has. */
export const isExtendedFormat = (format: NumericFormat | undefined): boolean =>
  format !== undefined && partFormat(format) === 'longdouble';

const BY_CODE: ReadonlyMap<string, NumericFormat> = new Map(
  FORMAT_NAMES.filter(format => !isCustomFormat(format)).map(format => [
    `${FORMATS[format].kind}${FORMATS[format].itemsize}`,
    format,
  ]),
);

/** NumPy's own format of this kind and size in bytes, such as `f4`. */
export const formatOfSize = (kind: string, itemsize: number): NumericFormat | undefined =>
  BY_CODE.get(`${kind}${itemsize}`);
