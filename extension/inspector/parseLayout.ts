/** Parses a layout typed for memory that has none of its own, such as that behind a pointer. */
import { parseDType } from '../../core/dtype/parse/parse';
import { InspectorError } from '../../core/errors';
import { parseShape } from '../../core/layout/shapeText';
import type { LayoutRequest } from '../../webview/protocol/requestParams';
import type { GivenLayout } from '../debug/runtime';
import { at, parseByteOffset } from '../panel/typed';
import { t } from '../l10n';

/** Returns the parsed layout. Throws where a control has an invalid value; `fields.control` names the control. */
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
    t('the size of the memory is unknown, so -1 cannot be inferred'),
    {
      action: t('Give the length of each axis.'),
    },
  );
}
