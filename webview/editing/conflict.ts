/** An unsaved edit, and what others have stored under it since: one is shown, both are said. */
import { effect } from '@preact/signals';
import { bytesText } from '../../core/text/size';
import type { DocumentState } from '../protocol/documentState';
import type { Model } from '../state/model';
import { texts } from '../lazyStrings';

/** Says it, once, where more bytes than before are in conflict. */
export function announceConflicts(model: Model): void {
  let before = 0;
  effect(() => {
    const now = model.document.value?.editing?.conflictBytes ?? 0;
    if (now > before) model.status.value = texts.conflict(bytesText(now));
    before = now;
  });
}

/** Both texts where a byte of the range is in conflict; undefined where none is, or nothing is changed there. */
export function conflictText(
  document: DocumentState | undefined,
  byteOffset: number,
  byteLength: number,
  mine: string,
  inFile: string | undefined,
): string | undefined {
  if (inFile === undefined) return undefined;
  const conflicts = document?.editing?.conflicts ?? [];
  const isConflict = conflicts.some(
    other => other.byteOffset < byteOffset + byteLength && byteOffset < other.byteOffset + other.byteLength,
  );
  return isConflict ? texts.conflictAt(mine, inFile) : undefined;
}
