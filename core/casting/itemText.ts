/**
 * The text of items, for casts to S and U. The printing code lies above this folder, so `core/index.ts`
 * registers it here.
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';

/** Returns Python's `str` of the item that starts at `byteOffset`. */
export type ItemText = (dtype: DType, view: DataView, byteOffset: number) => string;

let registered: ItemText | undefined;

/** Sets the function that `itemText` calls. Must run before the first cast to text. */
export function registerItemText(text: ItemText): void {
  registered = text;
}

/** Returns Python's `str` of an item. Throws `internal` if no function is registered. */
export const itemText: ItemText = (dtype, view, byteOffset) => {
  if (registered) return registered(dtype, view, byteOffset);
  throw new InspectorError('internal', 'no function for the text of items is registered');
};
