/**
 * A layout as somebody typed it, checked and resolved to numbers. Errors carry `fields.control`, the name of the
 * control that holds the mistake: `dtype`, `shape` or `offset`.
 */
import { InspectorError } from '../../core/errors';
import { parseShape } from '../../core/layout/shapeText';
import type { LayoutChoice, LayoutRequest } from '../../webview/protocol/schema';
import { resolveLayout } from './discovery/fit';

type Control = 'dtype' | 'shape' | 'offset';

/** Runs `parse`; an error it throws is marked as the mistake of `control`. */
function at<T>(control: Control | ((error: InspectorError) => Control), parse: () => T): T {
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
    `offset must be a whole number of bytes, 0 or more (got '${text.trim()}')`,
    {
      action: 'Type it in decimal, or in hexadecimal as 0x40.',
    },
  );
}

/**
 * `request` as numbers, for a file of `byteLength` bytes. Where only the dtype or the offset changed against
 * `current`, the first axis is fitted to the file anew, so that trying a dtype does not need a new shape as well.
 */
export function resolveRequest(
  request: LayoutRequest,
  current: LayoutChoice | undefined,
  byteLength: number,
): LayoutChoice {
  const { order } = request;
  const offset = at('offset', () => parseByteOffset(request.offset));
  const shape = at('shape', () => parseShape(request.shape));
  const resolve = (lengths: readonly number[]): LayoutChoice =>
    at(controlOf, () => resolveLayout({ dtype: request.dtype, shape: lengths, order, offset }, byteLength));
  const choice = resolve(shape);
  if (!current || !sameNumbers(shape, current.shape)) return choice;
  if (choice.dtype !== current.dtype || offset !== current.offset) {
    return shape.length > 0 ? resolve([-1, ...shape.slice(1)]) : choice;
  }
  return order === current.order ? current : choice;
}

/** Which control holds the mistake that `error`, thrown for the layout as a whole, is about. */
function controlOf({ kind }: InspectorError): Control {
  return kind.endsWith('-dtype') ? 'dtype' : 'shape';
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, k) => n === b[k]);
}
