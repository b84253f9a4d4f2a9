/** A layout as somebody typed it for memory that has none of its own: a raw pointer, a block of bytes. */
import { parseDType } from '../../core/dtype/parse/parse';
import { InspectorError } from '../../core/errors';
import { parseShape } from '../../core/layout/shapeText';
import type { LayoutRequest } from '../../webview/protocol/requestParams';
import type { GivenLayout } from '../debug/runtime';
import { at, parseByteOffset } from '../panel/typed';
import { t } from '../l10n';

/** The numbers of `request`; throws where a control holds a mistake, naming it in `fields.control`. */
export function parseLayout({ dtype, shape, order, offset }: LayoutRequest): GivenLayout {
  at('dtype', () => parseDType(dtype));
  return {
    dtype,
    shape: at('shape', () => lengthsOf(shape)),
    order,
    offset: at('offset', () => parseByteOffset(offset)),
  };
}

function lengthsOf(shape: string): readonly number[] {
  const lengths = parseShape(shape);
  if (!lengths.includes(-1)) return lengths;
  throw new InspectorError(
    'invalid-shape',
    t('how far the memory goes is not known: -1 cannot be inferred'),
    {
      action: t('Give the length of each axis.'),
    },
  );
}
