/** Finds bytes that changed since they were first shown, by edits or by other programs. */
import type { App } from '../state/app';
import { linkOf } from '../state/link';
import type { Baseline } from './baseline';

export interface ChangedByte {
  readonly byteOffset: number;
  readonly isWrapped: boolean;
}

/** The next changed byte outside the item at the cursor. Brings the pages that are no longer cached. */
export async function nextChanged(
  { model }: App,
  baseline: Baseline,
  isBackward: boolean,
): Promise<ChangedByte | undefined> {
  await model.pages.bring(baseline.pages);
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
  return nextOf(baseline.changedOffsets(model.pages.cache, isBackward), first, end, isBackward);
}

/** The first of the offsets, given in order, that lies beyond `first` … `end − 1`; else the first of all, wrapped. */
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
