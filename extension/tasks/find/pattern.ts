/**
 * A pattern of bytes: `DE AD BE EF`, `DE ?? EF` with a wildcard, `"abc"` as UTF-8, or a sequence of these.
 * Invariant: at least one byte is not a wildcard.
 */
import { InspectorError } from '../../../core/index';
import { t } from '../../l10n';

const MAX_LENGTH = 65536;

/** A parsed pattern. */
export interface Pattern {
  readonly length: number;
  /** The longest run without wildcards, which is searched for first, and its position in the pattern. */
  readonly anchorAt: number;
  readonly anchor: Buffer;
  /** The bytes, with −1 for a wildcard. */
  readonly wanted: readonly number[];
}

const PART = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(?:0x)?((?:[0-9a-f]{2}|\?\?)+)(?![0-9a-f?]))/isy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Parses a pattern. Throws `invalid-input` where it is malformed. */
export function parsePattern(typed: string): Pattern {
  const text = /^\s*text:(.*)$/is.exec(typed)?.[1].trim();
  const wanted = text === undefined ? bytesOfParts(typed.replace(/^\s*(?:hex|bytes):/i, '')) : utf8(text);
  if (wanted.length > MAX_LENGTH) throw patternError(t('The pattern is longer than {0} bytes', MAX_LENGTH));
  if (wanted.every(byte => byte < 0)) throw patternError(t('The pattern has no bytes'));
  const [anchorAt, length] = longestRun(wanted);
  const anchor = Buffer.from(wanted.slice(anchorAt, anchorAt + length));
  return { length: wanted.length, anchorAt, anchor, wanted };
}

function bytesOfParts(typed: string): number[] {
  const wanted: number[] = [];
  const text = typed.trim();
  for (let at = 0; at < text.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (!part) throw patternError(t('{0} is not a byte pattern', shortened(text)));
    const [, double, single, hex] = part as (string | undefined)[];
    const more = hex === undefined ? utf8(unescaped(double ?? single ?? '')) : hexBytes(hex);
    for (const byte of more) wanted.push(byte);
  }
  return wanted;
}

const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const hexBytes = (digits: string): number[] =>
  digits.match(/../g)!.map(pair => (pair === '??' ? -1 : parseInt(pair, 16)));
const unescaped = (text: string): string =>
  text.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

function patternError(message: string): InspectorError {
  return new InspectorError('invalid-input', message, {
    action: t('Write pairs of hex digits, DE AD ?? EF where ?? is any byte, or text in quotes: "abc".'),
  });
}

function longestRun(wanted: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let at = 0, start = 0; at < wanted.length; at++) {
    if (wanted[at] < 0) start = at + 1;
    else if (at + 1 - start > best[1]) best = [start, at + 1 - start];
  }
  return best;
}

/**
 * Returns the start of the first match (the last, if backward) among the positions `from` … `end − 1`; −1 where there is
 * none. A match may reach past `end`.
 */
export function findPattern(
  { anchor, anchorAt, wanted }: Pattern,
  bytes: Buffer,
  from: number,
  end: number,
  isBackward: boolean,
): number {
  const hasGaps = anchor.length < wanted.length;
  const next = (at: number): number =>
    isBackward ? bytes.lastIndexOf(anchor, at) : bytes.indexOf(anchor, at);
  for (let at = (isBackward ? end - 1 : from) + anchorAt; at >= 0;) {
    const found = next(at);
    const start = found - anchorAt;
    if (found < 0 || start < from || start >= end) return -1;
    if (!hasGaps || isMatch(wanted, bytes, start)) return start;
    at = found + (isBackward ? -1 : 1);
  }
  return -1;
}

const isMatch = (wanted: readonly number[], bytes: Buffer, start: number): boolean =>
  start + wanted.length <= bytes.length && wanted.every((byte, k) => byte < 0 || bytes[start + k] === byte);
