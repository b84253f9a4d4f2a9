/**
 * Saves a document's edits into its file, and offers to finish saves that were interrupted. Changes by other programs are not
 * overwritten without asking.
 */
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { type SaveDialogs, dialogs } from './dialogs';
import type { MemoryDocument } from '../document/memoryDocument';
import type { Conflict } from '../edits/editSession';
import type { Journal, Journals } from '../edits/journal';
import type { LocalFile } from '../document/openSource';
import { isFileChanged, MAX_ATTEMPTS, storeEdits } from '../edits/storeEdits';
import { finishSave } from '../edits/interruptedSave';
import { compareWithJournal } from '../edits/interruptedSave';

/** Saves under way. */
const saving = new WeakMap<MemoryDocument, Promise<void>>();

/**
 * Stores the edits into the file, in place. Rejects, and keeps them, where that fails or the user declines. A save during
 * another one (VS Code's auto save) waits for that one: the user is not asked twice.
 */
export function save(
  document: MemoryDocument,
  journals: Journals,
  ask: SaveDialogs = dialogs,
): Promise<void> {
  const running = saving.get(document);
  if (running) return running;
  const started = saveAll(document, journals, ask).finally(() => saving.delete(document));
  saving.set(document, started);
  return started;
}

/** Stores edits that are made during the save too: VS Code takes every edit that it knows of for saved afterwards. */
async function saveAll(document: MemoryDocument, journals: Journals, ask: SaveDialogs): Promise<void> {
  const agreed = new Set<number>();
  for (let attempt = 1; document.editing.isDirty; attempt++) {
    try {
      await saveOnce(document, journals, ask, agreed);
      attempt = 0;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isChangedBeforeWrite(error)) throw error;
    }
  }
}

/** `agreed` has the offsets of conflicting bytes that the user allows to overwrite; the user is asked about all others. */
async function saveOnce(
  document: MemoryDocument,
  journals: Journals,
  ask: SaveDialogs,
  agreed: Set<number>,
): Promise<void> {
  const { editing, mode, uri } = document;
  if (mode === 'c') throw notStored(vscode.l10n.t("mode 'c' keeps edits in memory"));
  // Where the mode is 'r' because the file is not writable, the error below says so.
  if (mode === 'r' && document.supportsMode('r+'))
    throw notStored(vscode.l10n.t("mode 'r' does not save edits"));
  await document.refresh();
  if (document.problem && !document.local) throw document.problem;
  const changes = editing.appliedChanges();
  const { edits, conflicts } = await document.unsavedEdits();
  const asked = offsetsOf(conflicts).filter(byteOffset => !agreed.has(byteOffset));
  if (asked.length > 0) {
    await confirmOverwrite(asked.length, ask);
    for (const byteOffset of asked) agreed.add(byteOffset);
    // The file may have changed while the question was open: compare it again.
    return;
  }
  const { path, identity } = requireLocalFile(document);
  await storeEdits({ uri: uri.toString(), path, identity }, edits, journals);
  await document.markSaved(changes);
}

function offsetsOf(conflicts: readonly Conflict[]): number[] {
  return conflicts.flatMap(({ byteOffset, byteLength }) =>
    Array.from({ length: byteLength }, (_, k) => byteOffset + k),
  );
}

/** Whether another program changed the bytes between the comparison and the write: the save is tried again. */
function isChangedBeforeWrite(error: unknown): boolean {
  return isFileChanged(error) && 'byteOffset' in (error as InspectorError).fields;
}

/** How long a save in another window may take: a journal that is left after that is of an interrupted save. */
const MAX_SAVE_MS = 2000;

/** Offers to finish interrupted saves of the document's file; drops journals whose edits are all in the file. */
export async function offerInterruptedSaves(
  document: MemoryDocument,
  journals: Journals,
  ask: SaveDialogs = dialogs,
): Promise<void> {
  const uri = document.uri.toString();
  const read = (): Promise<Journal[]> => journals.read(uri, document.local?.identity);
  if ((await read()).length === 0) return;
  await new Promise(accept => setTimeout(accept, MAX_SAVE_MS));
  for (const journal of await read()) {
    const { local, uncached: fresh } = document;
    if (!local || !fresh) return;
    const rest = await compareWithJournal(fresh, local.identity, journal.contents);
    if (rest && rest.pending.length + rest.foreign.length === 0) {
      await journals.remove(journal.path);
      continue;
    }
    const answer = await ask.finishInterrupted(document.uri, journal.contents.edits.length, rest);
    if (answer === 'finish') {
      await finishSave(fresh, { uri, path: local.path, identity: local.identity }, journal, journals);
      await document.refresh();
    } else if (answer === 'forget') await journals.remove(journal.path);
  }
}

async function confirmOverwrite(bytes: number, ask: SaveDialogs): Promise<void> {
  if (await ask.overwrite(bytes)) return;
  throw new InspectorError('file-changed', vscode.l10n.t('not saved: the same bytes have changed on disk'), {
    action: vscode.l10n.t('Undo your edits to them, or save again to overwrite them.'),
  });
}

/** The document's local file; throws `read-only` where it is not on a local disk. */
export function requireLocalFile({ local, uri }: MemoryDocument): LocalFile {
  if (local) return local;
  throw new InspectorError('read-only', vscode.l10n.t('{0} is not a local file', uri.toString()), {
    action: vscode.l10n.t('Copy it to a local folder and edit it there.'),
  });
}

function notStored(message: string): InspectorError {
  return new InspectorError('read-only', message, {
    action: vscode.l10n.t("Switch to mode 'r+' to save them, or save to another file."),
  });
}
