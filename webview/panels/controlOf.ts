/** Maps an error to the header control that it concerns. */
import type { InspectorError } from '../../core/errors';

/** Id of the element that shows the document's problems. */
export const ALERTS_ID = 'alerts';

/** Returns the name of the control that an error concerns; undefined for none. */
export function controlOf(error: InspectorError): string | undefined {
  if (typeof error.fields.control === 'string') return error.fields.control;
  if (error.kind.endsWith('-dtype')) return 'dtype';
  return error.kind === 'invalid-shape' ? 'shape' : undefined;
}
