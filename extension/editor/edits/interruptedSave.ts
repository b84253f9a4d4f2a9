/** What an interrupted save has not written yet, and how to finish it. Knows nothing of VS Code. */
import type { ByteSource } from '../../../core/bytes';
import type { FileIdentity } from '../../../core/file/source/openFile';
import { readUnder } from '../../../core/file/source/readUnder';
import { writeInPlace } from '../../../core/file/source/writeInPlace';
import type { Edit } from '../../../webview/protocol/requestParams';
import type { Journal, Journals } from './journal';
import type { SerializedEdits } from './serializeEdits';
import { byteRunsOf, isFileChanged, isSameFile, MAX_ATTEMPTS, type TargetFile } from './storeEdits';

/** Edits of an interrupted save that the file does not have. */
export interface InterruptedSave {
  /** The file still has the old bytes. */
  readonly pending: readonly Edit[];
  /** Another program has changed the bytes since. */
  readonly foreign: readonly Edit[];
}

/** Compares a journal with the file's current bytes; undefined where the journal is of a file that was replaced. */
export async function compareWithJournal(
  source: ByteSource,
  identity: FileIdentity,
  { file, edits }: SerializedEdits,
): Promise<InterruptedSave | undefined> {
  if (!isSameFile(file, identity)) return undefined;
  const pending: Edit[] = [];
  const foreign: Edit[] = [];
  const ranges = edits.map(edit => ({ ...edit, byteLength: edit.newBytes.length }));
  for await (const [{ byteOffset, oldBytes, newBytes }, now] of readUnder(source, ranges)) {
    const edit = { byteOffset, oldBytes, newBytes };
    if (newBytes.every((byte, at) => now[at] === byte)) continue;
    const isOurs = newBytes.every((byte, at) => now[at] === byte || now[at] === oldBytes[at]);
    (isOurs ? pending : foreign).push(edit);
  }
  return { pending, foreign };
}

/** Writes the pending edits of an interrupted save, leaves the foreign ones alone, and removes the journal. */
export async function finishSave(
  source: ByteSource,
  target: TargetFile,
  { path, contents: saved }: Journal,
  journals: Journals,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { pending } = (await compareWithJournal(source, target.identity, saved)) ?? { pending: [] };
    try {
      await writeInPlace(target.path, target.identity, byteRunsOf(pending));
      await journals.remove(path);
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isFileChanged(error)) throw error;
    }
  }
}
