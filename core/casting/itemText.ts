/**
 * The text of items, for casts to S and U. Lent by the folder that prints, which stands above this one: `core/index.ts`
 * brings them together.
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';

/** `str` of the item whose bytes start at `byteOffset`. */
export type ItemText = (dtype: DType, view: DataView, byteOffset: number) => string;

let lent: ItemText | undefined;

export function registerItemText(text: ItemText): void {
  lent = text;
}

export const itemText: ItemText = (dtype, view, byteOffset) => {
  if (lent) return lent(dtype, view, byteOffset);
  throw new InspectorError('internal', 'nobody has lent the text of items');
};
