/** How the writers refuse what was typed: in the words of NumPy or Python where they have any. */
import { InspectorError } from '../errors';
import { shortened } from './make';
import { strRepr } from './repr';

/** An `invalid-input` error; `action` says what to type instead. */
export function refused(message: string, action: string, numpyName = 'ValueError'): InspectorError {
  return new InspectorError('invalid-input', message, { action, numpyName });
}

/** What was typed, quoted as Python quotes it, cut after 200 characters. */
export const quoted = (text: string): string => strRepr(shortened(text));
