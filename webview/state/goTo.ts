/**
 * Parses the input of *Go to*: an index `[3, 17]` (negative entries count from the end, missing ones are 0), a byte offset
 * `0x1000` or `4096 B`, or a fraction of the items `50%`.
 */
import { InspectorError } from '../../core/errors';
import { unravelIndex } from '../../core/layout/flat';
import { strings } from '../strings';
import type { ArrayView } from './arrayView';

export type Destination =
  | { readonly kind: 'item'; readonly index: readonly number[] }
  | { readonly kind: 'byte'; readonly byteOffset: number };

/** The destination that `text` names. Throws `invalid-input` where it can't be parsed, `out-of-bounds` outside the array. */
export function parseGoTo(text: string, view: ArrayView): Destination {
  const word = text.trim();
  const percent = /^([+-]?\d+(?:\.\d*)?|\.\d+)\s*%$/.exec(word);
  if (percent) return atFraction(Number(percent[1]) / 100, word, view);
  const byte = /^(0x[\da-f_]+(?=$)|[\d_]+(?=\s*(?:B|bytes?)$))/i.exec(word);
  if (byte) return atByte(Number(byte[1].replaceAll('_', '')), word, view);
  const body = /^[[(](.*)[\])]$/s.exec(word)?.[1] ?? word;
  return atIndex(body, text, view);
}

function atFraction(fraction: number, text: string, view: ArrayView): Destination {
  const { size, shape } = view.layout;
  if (!(fraction >= 0 && fraction <= 1)) throw outOfBounds(strings.notAFraction(text));
  if (size === 0) throw outOfBounds(strings.emptyArray);
  return { kind: 'item', index: unravelIndex(Math.min(size - 1, Math.floor(size * fraction)), shape) };
}

function atByte(byteOffset: number, text: string, view: ArrayView): Destination {
  const { byteLength } = view.facts.source;
  if (Number.isSafeInteger(byteOffset) && byteOffset < byteLength) return { kind: 'byte', byteOffset };
  throw outOfBounds(strings.pastTheEnd(text, byteLength));
}

function atIndex(body: string, text: string, view: ArrayView): Destination {
  const { shape, ndim } = view.layout;
  const words = body.trim() === '' ? [] : body.replace(/,\s*$/, '').split(',');
  const numbers = words.map(word =>
    /^\s*[+-]?\d[\d_]*\s*$/.test(word) ? Number(word.replaceAll('_', '')) : NaN,
  );
  if (text.trim() === '' || numbers.some(Number.isNaN)) {
    throw new InspectorError('invalid-input', strings.noPlace(text), { action: strings.goToAction });
  }
  if (numbers.length > ndim) {
    throw outOfBounds(
      `too many indices for array: array is ${ndim}-dimensional, but ${numbers.length} were indexed`,
    );
  }
  const index = shape.map((length, axis) => {
    const entry = numbers.at(axis) ?? 0;
    if (axis >= numbers.length && length > 0) return 0;
    if (entry >= -length && entry < length) return entry < 0 ? entry + length : entry;
    throw outOfBounds(`index ${entry} is out of bounds for axis ${axis} with size ${length}`);
  });
  return { kind: 'item', index };
}

function outOfBounds(message: string): InspectorError {
  return new InspectorError('out-of-bounds', message, { action: strings.goToAction });
}
