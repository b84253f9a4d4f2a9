/**
 * Edits stored into a file so that a crash between two of them can be made good, and what such a crash has left.
 * Invariant: no byte of the file is written before the journal is on the disk, and none that is neither the old nor the
 * new one is ever written over. Knows nothing of VS Code.
 */
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import type { FileIdentity } from '../../../core/file/source/openFile';
import { type ByteRun, writeInPlace } from '../../../core/file/source/writeInPlace';
import { readUnder } from '../../../core/file/source/readUnder';
import { KeyedMutex } from '../../../core/mutex';
import type { Edit } from '../../../webview/protocol/requestParams';
import { t } from '../../l10n';
import type { Journal, Journals } from './journal';
import type { SavedEdits } from './serializeEdits';

/** A local file that is meant, as of the last look at it. */
export interface Target {
  readonly uri: string;
  readonly path: string;
  readonly identity: FileIdentity;
}

export function runsOf(edits: readonly Edit[]): ByteRun[] {
  return edits.map(({ byteOffset, newBytes, oldBytes }) => ({
    byteOffset,
    bytes: newBytes,
    below: oldBytes,
  }));
}

/** By device and inode: two editors of one file save one after the other. */
const saves = new KeyedMutex<string>();

/**
 * Stores edits in place; each byte there has to be the old or the new one. Rejects with `file-changed` where one is
 * not, the file is another or too short: then nothing is written, and no journal left.
 */
export async function storeEdits(target: Target, edits: readonly Edit[], journals: Journals): Promise<void> {
  const key = `${target.identity.dev} ${target.identity.ino}`;
  await saves.runExclusive(key, () => storeExclusively(target, edits, journals));
}

async function storeExclusively(target: Target, edits: readonly Edit[], journals: Journals): Promise<void> {
  const { uri, path, identity } = target;
  let journal: string | undefined;
  const prepare = async (): Promise<void> => {
    journal = await journals.write(uri, { file: savedFile(identity), edits });
  };
  try {
    await writeInPlace(path, identity, runsOf(edits), { prepare });
  } catch (error) {
    if (journal !== undefined && isFileChanged(error)) await journals.remove(journal);
    else if (journal !== undefined) journals.keep(uri, journal);
    throw error;
  }
  if (journal !== undefined) await journals.done(uri, journal);
}

export function isFileChanged(error: unknown): boolean {
  return error instanceof InspectorError && error.kind === 'file-changed';
}

/** How a file is known again. */
export function savedFile({ size, dev, ino }: FileIdentity): SavedEdits['file'] {
  return { byteLength: size, dev: String(dev), ino: String(ino) };
}

/** The same edits over the bytes that are in the file now. Rejects where it has become too short for one. */
export async function editsOver(file: ByteSource, edits: readonly Edit[]): Promise<Edit[]> {
  const ranges = edits.map(edit => ({ ...edit, byteLength: edit.newBytes.length }));
  const over: Edit[] = [];
  for await (const [{ byteOffset, newBytes }, now] of readUnder(file, ranges)) {
    if (now.length < newBytes.length) throw tooShort(byteOffset + now.length, byteOffset + newBytes.length);
    over.push({ byteOffset, oldBytes: now.slice(), newBytes });
  }
  return over;
}

function tooShort(from: number, end: number): InspectorError {
  return new InspectorError(
    'file-changed',
    t('the file ends at byte {0}, but your edits reach byte {1}; nothing was written', from, end),
    { action: t('Undo the edits past the end, or save to another file.'), fields: { end } },
  );
}

/** What is left of an interrupted save: edits to write still, and those under which others have stored since. */
export interface Leftover {
  readonly pending: readonly Edit[];
  readonly foreign: readonly Edit[];
}

/** Compares a journal with the file's bytes of now; undefined where it is of another file that was at the path. */
export async function leftoverOf(
  source: ByteSource,
  identity: FileIdentity,
  { file, edits }: SavedEdits,
): Promise<Leftover | undefined> {
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

/** A device may have another number after the machine was started anew; the size is then to be the same. */
export function isSameFile(file: SavedEdits['file'], { dev, ino, size }: FileIdentity): boolean {
  return file.ino === String(ino) && (file.dev === String(dev) || file.byteLength === size);
}

/** The most times that others may store between a look and a write before it is given up. */
export const MAX_ATTEMPTS = 5;

/** Writes what an interrupted save has not written, as far as that can be done now, and forgets its journal. */
export async function finishSave(
  source: ByteSource,
  target: Target,
  { path, saved }: Journal,
  journals: Journals,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { pending } = (await leftoverOf(source, target.identity, saved)) ?? { pending: [] };
    try {
      await writeInPlace(target.path, target.identity, runsOf(pending));
      await journals.remove(path);
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isFileChanged(error)) throw error;
    }
  }
}
