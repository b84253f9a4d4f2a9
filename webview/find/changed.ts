/** Finds what has changed among what was shown since the file was opened: by others, or by edits. */
import type { App } from '../state/app';
import { linkOf } from '../state/link';
import type { Seen } from './seen';

export interface ChangedByte {
  readonly byteOffset: number;
  readonly isWrapped: boolean;
}

/** The next changed byte of another item than that at the cursor. Brings what is not at hand any more. */
export async function nextChanged(
  { model }: App,
  seen: Seen,
  isBackward: boolean,
): Promise<ChangedByte | undefined> {
  await model.pages.bring(seen.pages);
  const view = model.view.value;
  const cursor = model.byteCursor.value;
  const here =
    model.focused.value &&
    (view ? linkOf(view, { kind: 'byte', byteOffset: cursor }) : { start: cursor, length: 1 });
  const [first, end] = here
    ? [here.start, here.start + here.length]
    : isBackward
      ? [Infinity, Infinity]
      : [0, 0];
  return nextOf(seen.changed(model.pages.cache, isBackward), first, end, isBackward);
}

/** Of offsets in order, the first that is on the other side of `first` … `end − 1`, or the first of all. */
export function nextOf(
  offsets: Iterable<number>,
  first: number,
  end: number,
  isBackward: boolean,
): ChangedByte | undefined {
  let other: number | undefined;
  for (const byteOffset of offsets) {
    if (isBackward ? byteOffset < first : byteOffset >= end) return { byteOffset, isWrapped: false };
    other ??= byteOffset;
  }
  return other === undefined ? undefined : { byteOffset: other, isWrapped: true };
}
