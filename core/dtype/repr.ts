/**
 * Python's `repr` of str and bytes. Invariant: the text is a literal that reads back as the same value.
 * Spec: https://docs.python.org/3/library/functions.html#repr (`unicode_repr`, `bytes_repr` of CPython).
 */

/** Characters that Python's `str.isprintable` rejects: everything but letters, marks, numbers, punctuation, symbols and ' '. */
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** `\x1b`, `\u2028`, `\U0010ffff`. */
export function escapeCode(code: number): string {
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const quoteFor = (text: string): string => (text.includes("'") && !text.includes('"') ? '"' : "'");

function charRepr(char: string, quote: string): string {
  if (char in SHORT) return SHORT[char];
  if (char === quote) return `\\${char}`;
  return char !== ' ' && NOT_PRINTABLE.test(char) ? escapeCode(char.codePointAt(0)!) : char;
}

/** The character of a code; a code past the last code point is shown as its escape. */
export const charOf = (code: number): string =>
  code > 0x10ffff ? escapeCode(code) : String.fromCodePoint(code);

/** `repr` of a Python str of these code points; a surrogate is shown by its escape. */
export function codesRepr(codes: readonly number[]): string {
  const chars = codes.map(charOf);
  const quote = quoteFor(chars.join(''));
  return (
    quote + chars.map((char, k) => (codes[k] > 0x10ffff ? char : charRepr(char, quote))).join('') + quote
  );
}

/** `repr` of a Python str. */
export const strRepr = (text: string): string => codesRepr(Array.from(text, char => char.codePointAt(0)!));

/** `repr` of Python bytes: `b'ab\x00'`. */
export function bytesRepr(bytes: Uint8Array): string {
  const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  const quote = quoteFor(text);
  const shown = Array.from(text, char =>
    char > '~' ? escapeCode(char.charCodeAt(0)) : charRepr(char, quote),
  );
  return `b${quote}${shown.join('')}${quote}`;
}
