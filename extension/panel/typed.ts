/**
 * Parses the parts of a layout that users type. Errors carry `fields.control`, the name of the control in error.
 */
import { InspectorError } from '../../core/errors';
import { t } from '../l10n';

export type Control = 'dtype' | 'shape' | 'offset';

/** Runs `parse`; an error it throws is marked as an error of `control`. */
export function at<T>(control: Control | ((error: InspectorError) => Control), parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    const { kind, message, action, numpyName, fields } = error;
    const named = typeof control === 'string' ? control : control(error);
    throw new InspectorError(kind, message, {
      action,
      numpyName,
      fields: { ...fields, control: named },
      cause: error,
    });
  }
}

/** A byte offset, decimal or `0x` hexadecimal, underscores between digits allowed. */
export function parseByteOffset(text: string): number {
  const digits = text.trim().replace(/(?<=[\da-f])_(?=[\da-f])/gi, '');
  const offset = /^(\d+|0x[\da-f]+)$/i.test(digits) ? Number(digits) : NaN;
  if (Number.isSafeInteger(offset)) return offset;
  throw new InspectorError(
    'invalid-input',
    t("offset must be a whole number of bytes, 0 or more (got '{0}')", text.trim()),
    {
      action: t('Enter it in decimal, or in hexadecimal as 0x40.'),
    },
  );
}
