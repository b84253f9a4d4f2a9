/**
 * Python's numbers: decimal, hexadecimal, octal and binary integers of any size, floats, underscores, signs.
 * Invariant: an int is exact. Its digits are bounded as Python bounds them, so that no text is slow to read.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals
 */
import type { Literal } from './literalValue';
import { literalError, take, type Cursor } from './literalCursor';

const SIGNS = /[-+][-+ \t]*/y;
const RADIX_INT = /0(?:[xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)/y;
const FLOAT =
  /(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.)(?:[eE][-+]?\d(?:_?\d)*)?|\d(?:_?\d)*[eE][-+]?\d(?:_?\d)*/y;
const INT = /\d(?:_?\d)*/y;

/** `sys.set_int_max_str_digits`. */
const MAX_DIGITS = 4300;

function readInt(cursor: Cursor): bigint | undefined {
  const start = cursor.at;
  const radix = take(cursor, RADIX_INT)?.[0];
  const digits = (radix ?? take(cursor, INT)?.[0])?.replaceAll('_', '');
  if (digits === undefined) return undefined;
  if (digits.length > MAX_DIGITS) throw literalError(`an integer of more than ${MAX_DIGITS} digits`, start);
  if (radix === undefined && /^0+[1-9]/.test(digits)) {
    throw literalError('leading zeros in decimal integer literals are not permitted', start);
  }
  return BigInt(digits);
}

/** The number here, with its signs; nothing is consumed where there is none. */
export function readNumber(cursor: Cursor): Literal | undefined {
  const start = cursor.at;
  const signs = take(cursor, SIGNS)?.[0] ?? '';
  const isNegative = signs.split('-').length % 2 === 0;
  const float = take(cursor, FLOAT)?.[0];
  if (float !== undefined) {
    const value = Number(float.replaceAll('_', ''));
    return { type: 'float', value: isNegative ? -value : value };
  }
  const int = readInt(cursor);
  if (int !== undefined) return { type: 'int', value: isNegative ? -int : int };
  cursor.at = start;
  return undefined;
}
