/**
 * A layout as somebody typed it, checked and resolved to numbers. Errors carry `fields.control`, the name of the
 * control that holds the mistake: `dtype`, `shape` or `offset`.
 */
import type { InspectorError } from '../../../core/errors';
import { parseShape } from '../../../core/layout/shapeText';
import type { LayoutChoice } from '../../../webview/protocol/schema';
import type { LayoutRequest } from '../../../webview/protocol/requestParams';
import type { Control } from '../../panel/typed';
import { at, parseByteOffset } from '../../panel/typed';
import { resolveLayout } from '../../discovery/fit';

/**
 * `request` as numbers, for a file of `byteLength` bytes. Where only the dtype or the offset changed against
 * `current`, the first axis is fitted to the file anew, so that trying a dtype does not need a new shape as well.
 */
export function resolveLayoutRequest(
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
