/** The spoken name of a byte: `8C, offset 16, byte 0 of [0, 4]`. Includes everything that its colors show. */
import type { ArrayView } from '../state/arrayView';
import { strings } from '../strings';
import { indexText } from '../ui/ranges';
import { hexByte } from './byteHandlers';
import type { ByteItem } from '../state/itemMap';

export function byteName(
  view: ArrayView | undefined,
  byteOffset: number,
  byte: number | undefined,
  item: ByteItem | undefined,
  isHeader: boolean,
  /** The text of its change, if it has changed. */
  change?: string,
): string {
  const parts = [byte === undefined ? strings.notLoaded : hexByte(byte), strings.byteOffset(byteOffset)];
  const changed = change === undefined ? [] : [change];
  if (isHeader) parts.push(strings.inHeader);
  if (!item?.index) return [...parts, ...(isHeader ? [] : [strings.inNoItem]), ...changed].join(', ');
  parts.push(strings.byteInItem(item.byteInItem, indexText(item.index)));
  const path = view?.leaves[item.leaf]?.path ?? '';
  if (path !== '') parts.push(strings.ofField(path));
  if (item.leaf < 0) parts.push(strings.padding);
  if (item.count > 1) parts.push(strings.sharedByItems(item.count, item.exact));
  return [...parts, ...changed].join(', ');
}
