/**
 * A layout as somebody typed it, checked and resolved to numbers. Errors carry `fields.control`, the name of the
 * control that holds the mistake: `dtype`, `shape` or `offset`.
 */
import { InspectorError } from '../../core/errors';
import type { DType } from '../../core/dtype/dtype';
import { parseDType } from '../../core/dtype/parse';
import { dtypeText } from '../../core/dtype/print';
import { parseShape } from '../../core/layout/shapeText';
import { contiguousLayout } from '../../core/layout/layout';
import type { LayoutChoice, LayoutRequest } from '../../webview/protocol/schema';

type Control = 'dtype' | 'shape' | 'offset';

/** Runs `parse`; an error it throws is marked as the mistake of `control`. */
function at<T>(control: Control, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    throw new InspectorError(error.kind, error.message, {
      ...error,
      fields: { ...error.fields, control },
      cause: error,
    });
  }
}

/** A byte offset, decimal or `0x` hexadecimal, underscores allowed. */
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

function parseItemType(text: string): DType {
  const dtype = parseDType(text);
  if (dtype.itemsize > 0) return dtype;
  throw new InspectorError('invalid-dtype', `items of dtype ${dtypeText(dtype)} have no bytes`, {
    action: 'Give the length too, as in S10.',
  });
}

/** One −1 in `shape` becomes what fits into `available` bytes; what is left over is for the caller to say. */
function infer(shape: readonly number[], available: number, itemsize: number): readonly number[] {
  if (!shape.includes(-1)) return shape;
  const rest = shape.reduce((product, length) => (length === -1 ? product : product * length), itemsize);
  const length = rest === 0 ? 0 : Math.max(0, Math.floor(available / rest));
  return shape.map(k => (k === -1 ? length : k));
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
  const dtype = at('dtype', () => parseItemType(request.dtype));
  const offset = at('offset', () => parseByteOffset(request.offset));
  const typed = at('shape', () => parseShape(request.shape));
  const text = dtypeText(dtype);
  const untouched =
    current !== undefined &&
    typed.length === current.shape.length &&
    typed.every((n, k) => n === current.shape[k]);
  if (
    untouched &&
    current.strides &&
    current.dtype === text &&
    current.offset === offset &&
    current.order === request.order
  )
    return current;
  const refit = untouched && typed.length > 0 && (current.dtype !== text || current.offset !== offset);
  const open = refit ? [-1, ...typed.slice(1)] : typed;
  const shape = infer(open, byteLength - offset, dtype.itemsize);
  at('shape', () => contiguousLayout(shape, dtype.itemsize, { order: request.order, offset }));
  return { dtype: text, shape: [...shape], order: request.order, offset };
}
