/**
 * A pattern of bytes: `DE AD BE EF`, `DE ?? EF` with any byte between, `"abc"` as UTF-8, and these one after the other.
 * Invariant: at least one byte of it is given.
 */
import { InspectorError } from '../../../core/index';
import { t } from '../../l10n';

/** Longer ones would not be typed. */
const MAX_LENGTH = 65536;

export interface Pattern {
  readonly length: number;
  /** Where the longest run of given bytes starts, and the run: what is looked for first. */
  readonly anchorAt: number;
  readonly anchor: Buffer;
  /** The bytes, −1 for any. */
  readonly wanted: readonly number[];
}

const PART = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(?:0x)?((?:[0-9a-f]{2}|\?\?)+)(?![0-9a-f?]))/isy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Throws `invalid-input` for what is no pattern. */
export function parsePattern(typed: string): Pattern {
  const text = /^\s*text:(.*)$/is.exec(typed)?.[1].trim();
  const wanted = text === undefined ? bytesOfParts(typed.replace(/^\s*(?:hex|bytes):/i, '')) : utf8(text);
  if (wanted.length > MAX_LENGTH) throw patternError(t('The pattern is longer than {0} bytes', MAX_LENGTH));
  if (wanted.every(byte => byte < 0)) throw patternError(t('The pattern has no byte to look for'));
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
    if (!part) throw patternError(t('{0} is no pattern of bytes', shortened(text)));
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
 * Where the first match in `bytes` starts, from `from` up to and without `end`; backward: the last of them. −1 where
 * there is none. A match may reach past `end`.
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
