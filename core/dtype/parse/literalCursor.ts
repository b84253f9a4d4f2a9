/**
 * A position in a text, for the readers of literals. Invariant: reading only moves forward.
 */
import { InspectorError } from '../../errors';

/** A position in a text. */
export interface Cursor {
  readonly text: string;
  /** In characters (UTF-16 units) from 0. */
  at: number;
}

/** The error for text that is not a literal; `at` is in characters from 0. */
export function literalError(message: string, at: number): InspectorError {
  return new InspectorError('invalid-input', `${message} at character ${at}`, {
    numpyName: 'SyntaxError',
    action: 'Write a Python literal: quotes, brackets and commas have to match.',
    fields: { position: at },
  });
}

/** Matches `pattern`, which is sticky, at the cursor, and moves past the match. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match) cursor.at = pattern.lastIndex;
  return match;
}
