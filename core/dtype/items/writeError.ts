/** Errors of the writers of typed items, in the words of NumPy or Python where they have any. */
import { InspectorError } from '../../errors';
import { shortened } from '../make';
import { strRepr } from '../repr';

/** An `invalid-input` error; `action` says what to type instead. */
export function refused(message: string, action: string, numpyName = 'ValueError'): InspectorError {
  return new InspectorError('invalid-input', message, { action, numpyName });
}

/** Typed text quoted as Python quotes it, cut after 200 characters. */
export const quoted = (text: string): string => strRepr(shortened(text));

/**
 * Refuses text that `parseReal` accepts and Python's `float` and `complex` do not: bases, and blanks around a
 * sign. A longdouble is what C's `strtold` reads, which knows hexadecimal digits, and no `_`.
 */
export function checkReal(text: string, format: string): void {
  const plain = /^\((.*)\)$/s.exec(text.trim())?.[1] ?? text;
  const isComplex = format.startsWith('c');
  if (format === 'longdouble') {
    if (/_|\s$|0[bo]|^\s*$|j/i.test(text)) throw wrong(`invalid literal for long double: ${text}`);
  } else if (isComplex && /(?<!\d)_|_(?!\d)/.test(text)) {
    throw wrong(`could not convert string to complex: ${quoted(text)}`);
  } else if (/0[xbo]/i.test(text) || (isComplex && /\S\s+\S/.test(plain))) {
    throw wrong(
      isComplex
        ? 'complex() arg is a malformed string'
        : `could not convert string to float: ${quoted(text)}`,
    );
  }
}

const wrong = (message: string): InspectorError => refused(message, 'Write a number: 0.5, -1e-3, inf, nan.');

/** Returns `text` if Python's `int(text)` accepts it: no base, no fraction. */
export function checkInteger(text: string): string {
  if (/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(text)) return text;
  throw refused(`invalid literal for int() with base 10: ${quoted(text)}`, 'Write a whole number.');
}
