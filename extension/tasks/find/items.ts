/** Items of one dtype in a block of bytes, and the search among them. */
import type { DType } from '../../../core/dtype/dtype';
import { InspectorError } from '../../../core/index';
import { t } from '../../l10n';

/** Item `k` starts at byte `offset + k · stride` of `bytes`. */
export interface Items {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stride: number;
  readonly offset: number;
}

/** The items `first`, `first + step`, … before `end`. */
export interface Steps {
  readonly first: number;
  readonly end: number;
  readonly step: 1 | -1;
}

/** Returns the number of the first matching item in the order of `steps`; −1 where none matches. */
export type Matcher = (items: Items, steps: Steps) => number;

/** Returns a DataView of the same bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Returns a matcher that tests item by item. */
export function eachItem(test: (view: DataView, byteOffset: number) => boolean): Matcher {
  return ({ bytes, stride, offset }, { first, end, step }) => {
    const view = viewOf(bytes);
    for (let k = first; k !== end; k += step) if (test(view, offset + k * stride)) return k;
    return -1;
  };
}

/** The error for `>` and the like where the dtype has no order. */
export function unorderedError(dtype: DType): InspectorError {
  return new InspectorError('invalid-input', t('Items of {0} have no order', dtype.name), {
    action: t('Find a value, or != and a value.'),
  });
}
