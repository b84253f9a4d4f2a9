/**
 * The names NumPy knows scalar dtypes by: single characters, kind and size, and words.
 * Invariant: looking a name up never throws; an unknown one is `undefined`.
 * Spec: `np.sctypeDict`, `np.typecodes` and `_convert_from_str` of NumPy's descriptor.c, on x86-64 Linux.
 */
import type { ByteOrder, DType } from './dtype';
import { FORMATS, isCustomFormat, type NumericFormat } from './formats';
import { bytesDType, checkedSize, MAX_ITEMSIZE, numericDType, textDType, timeDType, voidDType } from './make';

/** What a name stands for before the byte order is known; `object` and `string` hold pointers. */
export type Named = NumericFormat | 'S' | 'U' | 'V' | 'M' | 'm' | 'object' | 'string';

const CHARACTERS: Readonly<Record<string, Named>> = {
  '?': 'bool',
  b: 'int8',
  B: 'uint8',
  h: 'int16',
  H: 'uint16',
  i: 'int32',
  I: 'uint32',
  l: 'int64',
  L: 'uint64',
  q: 'int64',
  Q: 'uint64',
  p: 'int64',
  P: 'uint64',
  n: 'int64',
  N: 'uint64',
  e: 'float16',
  f: 'float32',
  d: 'float64',
  g: 'longdouble',
  F: 'complex64',
  D: 'complex128',
  G: 'clongdouble',
  S: 'S',
  U: 'U',
  V: 'V',
  M: 'M',
  m: 'm',
  O: 'object',
  T: 'string',
};

const WORDS: Readonly<Record<string, Named>> = {
  a: 'S',
  bool_: 'bool',
  byte: 'int8',
  short: 'int16',
  intc: 'int32',
  int: 'int64',
  int_: 'int64',
  intp: 'int64',
  long: 'int64',
  longlong: 'int64',
  ubyte: 'uint8',
  ushort: 'uint16',
  uintc: 'uint32',
  uint: 'uint64',
  uintp: 'uint64',
  ulong: 'uint64',
  ulonglong: 'uint64',
  half: 'float16',
  single: 'float32',
  float: 'float64',
  double: 'float64',
  float128: 'longdouble',
  csingle: 'complex64',
  complex: 'complex128',
  cdouble: 'complex128',
  complex256: 'clongdouble',
  bytes: 'S',
  bytes_: 'S',
  str: 'U',
  str_: 'U',
  unicode: 'U',
  void: 'V',
  object: 'object',
  object_: 'object',
};

/** `f4`, `i8`, `c16`, …: what NumPy itself has, by kind and size. */
const SIZED: ReadonlyMap<string, NumericFormat> = new Map(
  (Object.keys(FORMATS) as NumericFormat[])
    .filter(format => !isCustomFormat(format))
    .map(format => [`${FORMATS[format].kind}${FORMATS[format].itemsize}`, format]),
);

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** A word: `float32`, `intp`, `bfloat16`, … */
export const namedWord = (word: string): Named | undefined =>
  own(WORDS, word) ?? (Object.hasOwn(FORMATS, word) ? (word as NumericFormat) : undefined);

/** A character or a kind and a size: `d`, `f8`, `S10`; the size counts characters for U, bytes for the rest. */
export function namedCode(code: string): { named: Named; size: number } | undefined {
  if (code === 'c') return { named: 'S', size: 1 };
  if (code.length === 1) {
    const named = own(CHARACTERS, code);
    return named && { named, size: 0 };
  }
  // As C's strtol reads a number: blanks and a sign are fine, where it is not negative.
  const digits = /^.[ \t\n\v\f\r]*(\+?\d{1,20}|-0{1,20})$/su.exec(code)?.[1];
  const size = Math.abs(Number(digits ?? NaN));
  if (Number.isNaN(size) || size > MAX_ITEMSIZE) return undefined;
  const kind = code[0];
  if (kind === 'O' && (size === 4 || size === 8)) return { named: 'object', size };
  if (kind === 'S' || kind === 'a' || kind === 'V') return { named: kind === 'V' ? 'V' : 'S', size };
  if ((kind === 'M' || kind === 'm') && size === 8) return { named: kind, size: 0 };
  if (kind === 'U') return size * 4 > MAX_ITEMSIZE ? undefined : { named: 'U', size };
  const named = SIZED.get(`${kind}${size}`);
  return named && { named, size };
}

/** The dtype of a name; `length` is for S, U and V. */
export function scalarDType(named: Exclude<Named, 'object' | 'string'>, order: ByteOrder, length = 0): DType {
  switch (named) {
    case 'S':
      return bytesDType(length);
    case 'U':
      return textDType(checkedSize(length), order);
    case 'V':
      return voidDType(length);
    case 'M':
    case 'm':
      return timeDType(named, { name: 'generic', count: 1 }, order);
    default:
      return numericDType(named, order);
  }
}
