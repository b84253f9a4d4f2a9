/** Anything thrown as an `InspectorError`, so that there is one way to show it. */
import { InspectorError } from '../../core/errors';

export function toError(error: unknown): InspectorError {
  if (error instanceof InspectorError) return error;
  return new InspectorError('internal', error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}
