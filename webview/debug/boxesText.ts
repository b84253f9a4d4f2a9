/** What a table of pointers costs, in a sentence. */
import type { Boxes } from '../protocol/debugSchema';
import { bytesText } from '../../core/text/size';
import { texts } from '../lazyStrings';

/** `100 pointers: 800 B, and 2.8 kB of objects they point to. As an int64 array: 800 B.` */
export function boxesText({ shown, count, pointerBytes, objectBytes, isSampled, asArray }: Boxes): string {
  const objects = isSampled
    ? texts.pointedAtSample(shortBytes(objectBytes), shown.length)
    : texts.pointedAt(shortBytes(objectBytes));
  const array = asArray ? ` ${texts.asArray(asArray.dtype, shortBytes(asArray.byteLength))}` : '';
  return texts.pointers(count, shortBytes(pointerBytes)) + objects + array;
}

/** `800 B`, `2.8 kB`. */
function shortBytes(byteLength: number): string {
  return bytesText(byteLength).replace(/ bytes?$/, ' B');
}
