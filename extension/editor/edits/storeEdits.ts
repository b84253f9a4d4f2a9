/**
 * Stores edits into a file in place, so that a crash halfway can be repaired. Invariant: no byte of the file is written
 * before the journal is on disk, and a byte that is neither the old nor the new one is never overwritten. Knows nothing of
 * VS Code.
 */
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import type { FileIdentity } from '../../../core/file/source/openFile';
import { type ByteRun, writeInPlace } from '../../../core/file/source/writeInPlace';
import { readUnder } from '../../../core/file/source/readUnder';
import { KeyedMutex } from '../../../core/mutex';
import type { Edit } from '../../../webview/protocol/requestParams';
import { t } from '../../l10n';
import type { Journals } from './journal';
import type { SerializedEdits } from './serializeEdits';

/** The local file to store into, with its identity as last read. */
export interface TargetFile {
  readonly uri: string;
  readonly path: string;
  readonly identity: FileIdentity;
}

/** Edits in the form that `writeInPlace` takes. */
export function byteRunsOf(edits: readonly Edit[]): ByteRun[] {
  return edits.map(({ byteOffset, newBytes, oldBytes }) => ({
    byteOffset,
    bytes: newBytes,
    below: oldBytes,
  }));
}

/** Keyed by device and inode: two editors of one file save one after the other. */
const saves = new KeyedMutex<string>();

/**
 * Stores edits in place. Rejects with `file-changed`, and leaves no journal, where a byte of the file is neither the old nor
 * the new one, the file has been replaced, or is too short: then nothing is written.
 */
export async function storeEdits(
  target: TargetFile,
  edits: readonly Edit[],
  journals: Journals,
): Promise<void> {
  const key = `${target.identity.dev} ${target.identity.ino}`;
  await saves.runExclusive(key, () => storeExclusively(target, edits, journals));
}

async function storeExclusively(
  target: TargetFile,
  edits: readonly Edit[],
  journals: Journals,
): Promise<void> {
  const { uri, path, identity } = target;
  let journal: string | undefined;
  const prepare = async (): Promise<void> => {
    journal = await journals.write(uri, { file: serializedIdentity(identity), edits });
  };
  try {
    await writeInPlace(path, identity, byteRunsOf(edits), { prepare });
  } catch (error) {
    if (journal !== undefined && isFileChanged(error)) await journals.remove(journal);
    else if (journal !== undefined) journals.retain(uri, journal);
    throw error;
  }
  if (journal !== undefined) await journals.complete(uri, journal);
}

/** Whether `error` has kind `file-changed`. */
export function isFileChanged(error: unknown): boolean {
  return error instanceof InspectorError && error.kind === 'file-changed';
}

/** The identity of a file, in the form that journals and backups keep. */
export function serializedIdentity({ size, dev, ino }: FileIdentity): SerializedEdits['file'] {
  return { byteLength: size, dev: String(dev), ino: String(ino) };
}

/** The edits with the file's current bytes as old bytes. Rejects with `file-changed` where the file ends before one. */
export async function rebaseEdits(file: ByteSource, edits: readonly Edit[]): Promise<Edit[]> {
  const ranges = edits.map(edit => ({ ...edit, byteLength: edit.newBytes.length }));
  const rebased: Edit[] = [];
  for await (const [{ byteOffset, newBytes }, now] of readUnder(file, ranges)) {
    if (now.length < newBytes.length) throw tooShort(byteOffset + now.length, byteOffset + newBytes.length);
    rebased.push({ byteOffset, oldBytes: now.slice(), newBytes });
  }
  return rebased;
}

function tooShort(from: number, end: number): InspectorError {
  return new InspectorError(
    'file-changed',
    t('the file ends at byte {0}, but your edits reach byte {1}; nothing was written', from, end),
    { action: t('Undo the edits past the end, or save to another file.'), fields: { end } },
  );
}

/** Compares the inode, and the device or the size: a device's number may change when the machine restarts. */
export function isSameFile(file: SerializedEdits['file'], { dev, ino, size }: FileIdentity): boolean {
  return file.ino === String(ino) && (file.dev === String(dev) || file.byteLength === size);
}

/** How many times a save is tried while other programs write to the same bytes. */
export const MAX_ATTEMPTS = 5;
