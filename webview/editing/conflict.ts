/** Conflicts: bytes with an unsaved edit that were changed in the file since. */
import { effect } from '@preact/signals';
import { bytesText } from '../../core/text/size';
import type { DocumentState } from '../protocol/documentState';
import type { Model } from '../state/model';
import { texts } from '../lazyStrings';

/** Announces, once, when more bytes than before are in conflict. */
export function announceConflicts(model: Model): void {
  let before = 0;
  effect(() => {
    const now = model.document.value?.editing?.conflictBytes ?? 0;
    if (now > before) model.status.value = texts.conflict(bytesText(now));
    before = now;
  });
}

/** Both texts where a byte of the range is in conflict, else undefined; `inFile` is undefined where nothing changed. */
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
