/**
 * A Python literal, read and never evaluated: what `ast.literal_eval` takes, less sets and complex numbers. A caller
 * may allow names and calls too (`np.float32`, `np.dtype(…, align=True)`); they come back as syntax, nothing is called.
 * Invariant: time is linear in the text, depth and length are bounded, and the whole text is consumed.
 * Spec: https://docs.python.org/3/reference/lexical_analysis.html#literals
 */
import { literalError, take, type Cursor } from './literalCursor';
import { readNumber } from './literalNumber';
import { readString } from './literalString';
import type { Literal } from './literalValue';

/** What `parseLiteral` accepts. */
export interface LiteralOptions {
  /** Accepts dotted names and calls of them as syntax; otherwise only True, False and None are names. */
  readonly names?: boolean;
  /** In characters; 2^20 by default. */
  readonly maxLength?: number;
  /** Of brackets in brackets; 64 by default. */
  readonly maxDepth?: number;
}

interface Reader extends Cursor {
  readonly names: boolean;
  depthLeft: number;
}

const WORD = /[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*/uy;
const STRING = /([bBrRuU]{0,2})(?=['"])/y;
/** Blanks, line ends, and comments inside brackets. */
const SPACE = /(?:[ \t\f\r\n]|\\\r?\n|#[^\n]*)*/y;

function skipSpace(reader: Reader): string {
  take(reader, SPACE);
  return reader.text.charAt(reader.at);
}

function expect(reader: Reader, char: string): void {
  if (skipSpace(reader) !== char) throw literalError(`expected '${char}'`, reader.at);
  reader.at++;
}

/** Elements up to `close`, which is consumed; a trailing comma is fine. */
function readItems<T>(reader: Reader, close: string, readItem: (reader: Reader) => T) {
  if (reader.depthLeft-- === 0) throw literalError('too many nested brackets', reader.at);
  reader.at++;
  const items: T[] = [];
  let commas = 0;
  while (skipSpace(reader) !== close) {
    if (items.length !== commas) throw literalError(`expected ',' or '${close}'`, reader.at);
    items.push(readItem(reader));
    if (skipSpace(reader) === ',') {
      reader.at++;
      commas++;
    }
  }
  reader.at++;
  reader.depthLeft++;
  return { items, commas };
}

function readParenthesis(reader: Reader): Literal {
  const { items, commas } = readItems(reader, ')', readValue);
  return items.length === 1 && commas === 0 ? items[0] : { type: 'tuple', items };
}

function readEntry(reader: Reader): readonly [Literal, Literal] {
  const key = readValue(reader);
  expect(reader, ':');
  return [key, readValue(reader)];
}

/** One argument of a call: its keyword, or '' where it has none. */
function readArgument(reader: Reader): readonly [string, Literal] {
  skipSpace(reader);
  const keyword = take(reader, /([\p{ID_Start}_][\p{ID_Continue}]*)[ \t]*=(?!=)/uy);
  return [keyword?.[1] ?? '', readValue(reader)];
}

function readWord(reader: Reader): Literal {
  const start = reader.at;
  const word = take(reader, WORD)?.[0];
  if (word === 'True' || word === 'False') return { type: 'bool', value: word === 'True' };
  if (word === 'None') return { type: 'none' };
  if (word === undefined || !reader.names) throw literalError('expected a literal', start);
  if (skipSpace(reader) !== '(') return { type: 'name', value: word };
  const { items } = readItems(reader, ')', readArgument);
  const args = items.filter(([keyword]) => keyword === '').map(([, value]) => value);
  return { type: 'call', name: word, args, keywords: items.filter(([keyword]) => keyword !== '') };
}

/** Adjacent strings are one, as in Python. */
function readStrings(reader: Reader, prefix: string): Literal {
  const first = readString(reader, prefix);
  const rest: string[] = [];
  for (;;) {
    skipSpace(reader);
    const next = take(reader, STRING);
    if (!next) break;
    const part = readString(reader, next[1]);
    if (part.isBytes !== first.isBytes) throw literalError('cannot mix bytes and str', reader.at);
    rest.push(part.value);
  }
  const value = first.value + rest.join('');
  return first.isBytes
    ? { type: 'bytes', value: Uint8Array.from(value, char => char.charCodeAt(0)) }
    : { type: 'str', value };
}

function readValue(reader: Reader): Literal {
  const char = skipSpace(reader);
  if (char === '(') return readParenthesis(reader);
  if (char === '[') return { type: 'list', items: readItems(reader, ']', readValue).items };
  if (char === '{') return { type: 'dict', entries: readItems(reader, '}', readEntry).items };
  const string = take(reader, STRING);
  if (string) return readStrings(reader, string[1]);
  return readNumber(reader) ?? readWord(reader);
}

/**
 * The value that `text` spells.
 * Throws `invalid-input` with the position (in characters from 0) where the text is not such a literal.
 */
export function parseLiteral(text: string, options: LiteralOptions = {}): Literal {
  const { names = false, maxLength = 2 ** 20, maxDepth = 64 } = options;
  if (text.length > maxLength) {
    throw literalError(`a literal of ${text.length} characters is longer than ${maxLength}`, maxLength);
  }
  const reader: Reader = { text, at: 0, names, depthLeft: maxDepth };
  const value = readValue(reader);
  if (skipSpace(reader) !== '') throw literalError('unexpected text after the literal', reader.at);
  return value;
}
