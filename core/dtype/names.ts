/**
 * NumPy's names of scalar dtypes: single characters, kind and size, and words.
 * Invariant: looking a name up never throws; an unknown one is `undefined`.
 * Spec: `np.sctypeDict`, `np.typecodes` and `_convert_from_str` of NumPy's descriptor.c, on x86-64 Linux.
 */
import type { ByteOrder, DType } from './dtype';
import { FORMAT_NAMES, FORMATS, formatOfSize, type NumericFormat } from './formats';
import { bytesDType, checkedSize, MAX_ITEMSIZE, numericDType, textDType, timeDType, voidDType } from './make';

/** The meaning of a name, without byte order; `object` and `string` hold pointers. */
export type Named = NumericFormat | 'S' | 'U' | 'V' | 'M' | 'm' | 'object' | 'string';

/** The further names of all formats that `isWanted` takes. */
const numberNames = (isWanted: (name: string) => boolean): (readonly [string, Named])[] =>
  FORMAT_NAMES.flatMap(format =>
    (FORMATS[format].names?.split(' ') ?? []).filter(isWanted).map(name => [name, format] as const),
  );

const CODES: ReadonlyMap<string, Named> = new Map<string, Named>([
  ['S', 'S'],
  ['U', 'U'],
  ['V', 'V'],
  ['M', 'M'],
  ['m', 'm'],
  ['O', 'object'],
  ['T', 'string'],
  ...numberNames(name => name.length === 1),
]);

const WORDS: ReadonlyMap<string, Named> = new Map<string, Named>([
  ['a', 'S'],
  ['bytes', 'S'],
  ['bytes_', 'S'],
  ['str', 'U'],
  ['str_', 'U'],
  ['unicode', 'U'],
  ['void', 'V'],
  ['object', 'object'],
  ['object_', 'object'],
  ...FORMAT_NAMES.map(format => [format, format] as const),
  ...numberNames(name => name.length > 1),
]);

/** A word: `float32`, `intp`, `bfloat16`, … */
export const namedWord = (word: string): Named | undefined => WORDS.get(word);

/** A character or a kind and a size: `d`, `f8`, `S10`; the size counts characters for U, bytes for the rest. */
export function namedCode(code: string): { named: Named; size: number } | undefined {
  if (code === 'c') return { named: 'S', size: 1 };
  if (code.length === 1) {
    const named = CODES.get(code);
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
  const named = formatOfSize(kind, size);
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
