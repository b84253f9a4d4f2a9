/** Items of one kind in a block, and how one of them is found. */
import type { DType } from '../../../core/dtype/dtype';
import { InspectorError } from '../../../core/index';
import { t } from '../../l10n';

/** Item `k` starts at byte `offset + k · stride` of `bytes`. */
export interface Items {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stride: number;
  readonly offset: number;
}

/** The items from `first` on, `step` (±1) by `step`, up to and without `end`. */
export interface Steps {
  readonly first: number;
  readonly end: number;
  readonly step: 1 | -1;
}

/** The number of the first item on the way that matches; −1 where none does. */
export type Matcher = (items: Items, steps: Steps) => number;

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Tests one item after the other. */
export function eachItem(test: (view: DataView, byteOffset: number) => boolean): Matcher {
  return ({ bytes, stride, offset }, { first, end, step }) => {
    const view = viewOf(bytes);
    for (let k = first; k !== end; k += step) if (test(view, offset + k * stride)) return k;
    return -1;
  };
}

/** Where `>` and the like are asked of items that are in no order. */
export function unorderedError(dtype: DType): InspectorError {
  return new InspectorError('invalid-input', t('Items of {0} are in no order', dtype.name), {
    action: t('Look for a value, or for != a value.'),
  });
}
