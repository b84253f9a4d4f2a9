/**
 * NumPy's names of the scalar types of C and C++, as compilers for 64-bit Linux and macOS lay them out (LP64).
 * https://numpy.org/doc/stable/reference/arrays.scalars.html
 */
import type { NumericFormat } from '../../../core/dtype/formats';

const NAMED: Readonly<Record<string, NumericFormat>> = {
  bool: 'bool',
  _Bool: 'bool',
  float: 'float32',
  double: 'float64',
  'long double': 'longdouble',
  _Float16: 'float16',
  __fp16: 'float16',
  float16_t: 'float16',
  float32_t: 'float32',
  float64_t: 'float64',
  __bf16: 'bfloat16',
  bfloat16_t: 'bfloat16',
  byte: 'uint8',
  char8_t: 'uint8',
  char16_t: 'uint16',
  char32_t: 'uint32',
  wchar_t: 'int32',
  size_t: 'uint64',
  __size_t: 'uint64',
  ssize_t: 'int64',
  ptrdiff_t: 'int64',
  intptr_t: 'int64',
  uintptr_t: 'uint64',
};

const COMPLEX: Readonly<Record<string, NumericFormat>> = {
  float: 'complex64',
  double: 'complex128',
  'long double': 'clongdouble',
};

const INTEGER_WORDS = new Set(['signed', 'unsigned', 'short', 'long', 'int', 'char']);

/** Returns the dtype of a C or C++ type name without qualifiers; undefined where it is not a scalar type. */
export function scalarDType(typeName: string): string | undefined {
  const name = typeName.replace(/^(?:::)?std::/, '');
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const fixed = /^(?:__)?(u?int(?:8|16|32|64))_t$/.exec(name);
  if (fixed) return fixed[1];
  const complex = /^complex<(.+?) ?>$/.exec(name) ?? /^(.+?) ?_?[Cc]omplex$/.exec(name);
  const part = complex?.[1] ?? /^_?[Cc]omplex (.+)$/.exec(name)?.[1];
  if (part !== undefined) return Object.hasOwn(COMPLEX, part) ? COMPLEX[part] : undefined;
  return integerDType(name.split(' '));
}

/** The words may come in any order: `unsigned long`, `long unsigned int`, `short`, … */
function integerDType(words: readonly string[]): string | undefined {
  if (!words.every(word => INTEGER_WORDS.has(word))) return undefined;
  const sign = words.includes('unsigned') ? 'uint' : 'int';
  if (words.includes('char')) return `${sign}8`;
  if (words.includes('short')) return `${sign}16`;
  return words.includes('long') ? `${sign}64` : `${sign}32`;
}
