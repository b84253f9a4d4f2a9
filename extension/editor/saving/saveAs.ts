/** Save As: writes a file with its unsaved edits to another path, whole or not at all, and leaves the file itself alone. */
import { chmod, constants, copyFile, open, stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { statFile } from '../../../core/file/source/openFile';
import { writeInPlace } from '../../../core/file/source/writeInPlace';
import { writeAtomically } from '../../tasks/write/writeAtomically';
import type { MemoryDocument } from '../document/memoryDocument';
import type { Journals } from '../edits/journal';
import { requireLocalFile, save } from './save';

const CHUNK_BYTES = 8 * 1024 * 1024;
const OWNER_MAY_WRITE = 0o200;

/** Writes to `destination`, or leaves it as it is and rejects. For the file's own path this is `save`. */
export async function saveAs(
  document: MemoryDocument,
  destination: vscode.Uri,
  journals: Journals,
): Promise<void> {
  if (destination.scheme !== 'file') throw notLocal(destination);
  if (await isOwnFile(document, destination.fsPath)) return save(document, journals);
  await writeAtomically({ path: destination.fsPath, mayReplace: true }, async partial => {
    await copyBytes(document, partial);
    const runs = document.editing
      .unsavedEdits()
      .map(({ byteOffset, newBytes }) => ({ byteOffset, bytes: newBytes }));
    await writeInPlace(partial, await statFile(partial), runs);
  });
}

async function isOwnFile(document: MemoryDocument, path: string): Promise<boolean> {
  const { dev, ino } = requireLocalFile(document).identity;
  const there = await stat(path, { bigint: true }).catch(() => undefined);
  return there?.dev === dev && there.ino === ino;
}

/** Copies the file; one that was deleted since is read through its open handle. */
async function copyBytes(document: MemoryDocument, to: string): Promise<void> {
  try {
    await copyFile(requireLocalFile(document).path, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isGone || !document.uncached) throw error;
    await writeBytes(document.uncached, document.byteLength, to);
    return;
  }
  // A copy of a read-only file is read-only; the edits are to go into it.
  const { mode } = await stat(to);
  await chmod(to, mode | OWNER_MAY_WRITE);
}

async function writeBytes(source: ByteSource, byteLength: number, to: string): Promise<void> {
  const handle = await open(to, 'w');
  try {
    for (let at = 0; at < byteLength; at += CHUNK_BYTES) {
      const wanted = Math.min(CHUNK_BYTES, byteLength - at);
      const bytes = await source.read(at, wanted);
      if (bytes.length < wanted)
        throw new Error(vscode.l10n.t('the file was deleted after it had become shorter'));
      await handle.writeFile(bytes);
    }
  } finally {
    await handle.close();
  }
}

function notLocal(destination: vscode.Uri): InspectorError {
  return new InspectorError(
    'invalid-input',
    vscode.l10n.t('{0} is not on a local disk', destination.toString()),
    { action: vscode.l10n.t('Choose a local folder.') },
  );
}
