/** Which control of the header an error is about. */
import type { InspectorError } from '../../core/errors';

/** The element that says the document's problems. */
export const ALERTS_ID = 'alerts';

/** The control that an error is about; undefined where it is about none. */
export function controlOf(error: InspectorError): string | undefined {
  if (typeof error.fields.control === 'string') return error.fields.control;
  if (error.kind.endsWith('-dtype')) return 'dtype';
  return error.kind === 'invalid-shape' ? 'shape' : undefined;
}
