/** The memory that an array of pointers and its objects take, as text. */
import type { Boxes } from '../protocol/debugSchema';
import { bytesText } from '../../core/text/size';
import { texts } from '../lazyStrings';

/** `100 pointers: 800 B, and 2.8 kB for the objects. As an array of int64: 800 B.` */
export function boxesText({ shown, count, pointerBytes, objectBytes, isSampled, asArray }: Boxes): string {
  const sizes = [shortBytes(pointerBytes), shortBytes(objectBytes)] as const;
  const pointers = isSampled
    ? texts.pointersSampled(count, ...sizes, shown.length)
    : texts.pointers(count, ...sizes);
  if (!asArray) return pointers;
  return `${pointers} ${texts.asArray(asArray.dtype, shortBytes(asArray.byteLength))}`;
}

/** `800 B`, `2.8 kB`. */
function shortBytes(byteLength: number): string {
  return bytesText(byteLength).replace(/ bytes?$/, ' B');
}
