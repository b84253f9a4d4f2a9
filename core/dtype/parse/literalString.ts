/**
 * Python's strings: single and triple quotes, the prefixes r, b, u, br, rb, and all escapes but `\N{…}`.
 * Invariant: a bytes literal holds no character past U+00FF, so each is one byte.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
import { literalError, take, type Cursor } from './literalCursor';

const PREFIXES = new Set(['', 'r', 'u', 'b', 'br', 'rb']);
const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const PLAIN = /[^\\'"\r\n]+/y;
const PLAIN_ASCII = /[^\\'"\r\n\x80-\uffff]+/y;
const OCTAL = /[0-7]{1,3}/y;

function readHex(cursor: Cursor, digits: number): string {
  const text = cursor.text.slice(cursor.at, cursor.at + digits);
  const code = /^[0-9a-fA-F]+$/.test(text) && text.length === digits ? parseInt(text, 16) : Infinity;
  if (code > 0x10ffff) throw literalError(`an escape needs ${digits} hexadecimal digits`, cursor.at);
  cursor.at += digits;
  return String.fromCodePoint(code);
}

/** The value of the escape whose backslash is before the cursor. */
function readEscape(cursor: Cursor, isBytes: boolean): string {
  const octal = take(cursor, OCTAL);
  if (octal) return String.fromCharCode(parseInt(octal[0], 8) & (isBytes ? 0xff : 0x1ff));
  const char = cursor.text.charAt(cursor.at++);
  if (char in SIMPLE) return SIMPLE[char];
  if (char === 'x') return readHex(cursor, 2);
  if (!isBytes && char === 'u') return readHex(cursor, 4);
  if (!isBytes && char === 'U') return readHex(cursor, 8);
  if (!isBytes && char === 'N') throw literalError('named escapes (\\N{…}) are not supported', cursor.at);
  return `\\${char}`;
}

/** The backslash at the cursor: in a raw string it stands for itself, and for a quote after it. */
function readBackslash(cursor: Cursor, isRaw: boolean, isBytes: boolean): string {
  cursor.at++;
  if (cursor.at >= cursor.text.length) throw literalError('unterminated string literal', cursor.at);
  return isRaw ? `\\${cursor.text.charAt(cursor.at++)}` : readEscape(cursor, isBytes);
}

/** The string whose opening quote is at the cursor; `prefix` has been read. */
export function readString(cursor: Cursor, prefix: string): { value: string; isBytes: boolean } {
  const flags = prefix.toLowerCase();
  if (!PREFIXES.has(flags)) throw literalError(`invalid string prefix ${prefix}`, cursor.at);
  const isBytes = flags.includes('b');
  const quote = take(cursor, /'''|"""|['"]/y)![0];
  const parts: string[] = [];
  while (!cursor.text.startsWith(quote, cursor.at)) {
    const char = cursor.text.charAt(cursor.at);
    if (char === '' || (quote.length === 1 && (char === '\n' || char === '\r'))) {
      throw literalError('unterminated string literal', cursor.at);
    }
    if (char === '\\') parts.push(readBackslash(cursor, flags.includes('r'), isBytes));
    else if (isBytes && char > '\x7f') {
      throw literalError('bytes can only contain ASCII literal characters', cursor.at);
    } else parts.push(take(cursor, isBytes ? PLAIN_ASCII : PLAIN)?.[0] ?? cursor.text.charAt(cursor.at++));
  }
  cursor.at += quote.length;
  return { value: parts.join(''), isBytes };
}
