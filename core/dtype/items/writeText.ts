/**
 * Typed text as stored: S, U and raw V. Invariant: nothing is cut; what is too long is refused.
 * Text that is a Python string literal as a whole (`'a b'`, `b'\x00'`) means what it spells, so that quotes keep blanks
 * and escapes; any other text means itself, blanks included.
 */
import { InspectorError } from '../../errors';
import { textCapacity } from '../codes';
import type { DType } from '../dtype';
import { parseLiteral } from '../parse/literal';
import { escapeCode } from '../repr';
import { quoted, refused } from './writeError';
import type { TextWriter } from './writeNumber';

/** The value of a string literal; undefined where `text` is none. */
function literalOf(text: string): string | Uint8Array | undefined {
  const trimmed = text.trim();
  if (!/^[bBrRuU]{0,2}['"]/.test(trimmed)) return undefined;
  try {
    const literal = parseLiteral(trimmed);
    return literal.type === 'str' || literal.type === 'bytes' ? literal.value : undefined;
  } catch (error) {
    // Text may well begin with a quote; with b and a quote it was meant to be bytes.
    const isText = error instanceof InspectorError && !/^[rR]?[bB]/.test(trimmed);
    if (isText) return undefined;
    throw error;
  }
}

function tooLong(text: string, length: number, unit: string, dtype: DType): InspectorError {
  const room = textCapacity(dtype);
  return refused(
    `${quoted(text)} has ${length} ${unit}, an item of ${dtype.name} holds ${room}`,
    `Write at most ${room} ${unit}.`,
  );
}

function asciiOf(text: string): Uint8Array {
  const codes = Array.from(text, char => char.codePointAt(0)!);
  const wrong = codes.findIndex(code => code > 0x7f);
  if (wrong < 0) return Uint8Array.from(codes);
  throw refused(
    `'ascii' codec can't encode character '${escapeCode(codes[wrong])}' in position ${wrong}: ordinal not in range(128)`,
    String.raw`Write other bytes as b'\xc3\xa9'.`,
    'UnicodeEncodeError',
  );
}

/** Pads with NULs. Exact unless what was typed ends in NULs, which NumPy does not tell from padding. */
export const bytesWriter =
  (dtype: DType): TextWriter =>
  (text, view, at) => {
    const typed = literalOf(text) ?? text;
    const bytes = typeof typed === 'string' ? asciiOf(typed) : typed;
    if (bytes.length > dtype.itemsize) throw tooLong(text, bytes.length, 'bytes', dtype);
    for (let k = 0; k < dtype.itemsize; k++) view.setUint8(at + k, bytes[k] ?? 0);
    return bytes.at(-1) !== 0;
  };

/** As `bytesWriter`, for code points of 4 bytes. */
export const codesWriter =
  (dtype: DType): TextWriter =>
  (text, view, at) => {
    const typed = literalOf(text) ?? text;
    if (typeof typed !== 'string') {
      throw refused(
        `${quoted(text)} is bytes, not text`,
        "Write text, or a str literal: 'abc'.",
        'TypeError',
      );
    }
    const codes = Array.from(typed, char => char.codePointAt(0)!);
    const length = dtype.itemsize / 4;
    if (codes.length > length) throw tooLong(text, codes.length, 'characters', dtype);
    for (let k = 0; k < length; k++) view.setUint32(at + 4 * k, codes[k] ?? 0, dtype.byteOrder !== '>');
    return codes.at(-1) !== 0;
  };

function hexBytes(text: string): Uint8Array {
  const digits = text.replace(/^\s*0x/i, '').replaceAll(/[\s_]/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) {
    throw refused(
      `${quoted(text)} is not bytes in hexadecimal`,
      'Write two hexadecimal digits a byte: 00 ff 7f.',
    );
  }
  return Uint8Array.from({ length: digits.length / 2 }, (_, k) =>
    parseInt(digits.slice(2 * k, 2 * k + 2), 16),
  );
}

/** Hexadecimal digits, or a bytes literal. Pads with NULs as NumPy does, which is not exactly what was typed. */
export const voidWriter =
  (dtype: DType): TextWriter =>
  (text, view, at) => {
    const typed = literalOf(text);
    const bytes = typed instanceof Uint8Array ? typed : hexBytes(text);
    if (bytes.length > dtype.itemsize) throw tooLong(text, bytes.length, 'bytes', dtype);
    for (let k = 0; k < dtype.itemsize; k++) view.setUint8(at + k, bytes[k] ?? 0);
    return bytes.length === dtype.itemsize;
  };
