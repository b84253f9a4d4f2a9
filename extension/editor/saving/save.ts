/**
 * What becomes of unsaved edits: stored into the file, written to another, or offered again after a save that was
 * interrupted. Nothing that others stored meanwhile is overwritten unasked.
 */
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { type Asking, dialogs } from './dialogs';
import type { MemoryDocument } from '../document/memoryDocument';
import type { Conflict } from '../edits/editSession';
import type { Journal, Journals } from '../edits/journal';
import type { LocalFile } from '../document/openSource';
import { finishSave, isFileChanged, leftoverOf, MAX_ATTEMPTS, storeEdits } from '../edits/storeEdits';

const saving = new WeakMap<MemoryDocument, Promise<void>>();

/**
 * Stores the edits into the file, in place. Rejects, and keeps them, where that cannot be or is not wanted. Whoever saves
 * while a save is under way (VS Code's auto save) waits for that one: nobody is asked twice.
 */
export function save(document: MemoryDocument, journals: Journals, ask: Asking = dialogs): Promise<void> {
  const running = saving.get(document);
  if (running) return running;
  const begun = saveAll(document, journals, ask).finally(() => saving.delete(document));
  saving.set(document, begun);
  return begun;
}

/** What is edited while edits are stored is stored after them: VS Code takes all that it knows of for saved then. */
async function saveAll(document: MemoryDocument, journals: Journals, ask: Asking): Promise<void> {
  const agreed = new Set<number>();
  for (let attempt = 1; document.editing.isDirty; attempt++) {
    try {
      await saveOnce(document, journals, ask, agreed);
      attempt = 0;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isStoredBetween(error)) throw error;
    }
  }
}

/** `agreed` has the offsets of bytes that others changed and that may be overwritten: others are asked for. */
async function saveOnce(
  document: MemoryDocument,
  journals: Journals,
  ask: Asking,
  agreed: Set<number>,
): Promise<void> {
  const { editing, mode, uri } = document;
  if (mode === 'c') throw notStored(vscode.l10n.t("mode 'c' keeps edits in memory"));
  // Where it is 'r' because the file cannot be written to, that is what is said.
  if (mode === 'r' && document.canHave('r+')) throw notStored(vscode.l10n.t("mode 'r' does not save edits"));
  await document.refresh();
  if (document.problem && !document.local) throw document.problem;
  const changes = editing.done();
  const { edits, conflicts } = await document.unsaved();
  const asked = offsetsOf(conflicts).filter(byteOffset => !agreed.has(byteOffset));
  if (asked.length > 0) {
    await confirmOverwrite(asked.length, ask);
    for (const byteOffset of asked) agreed.add(byteOffset);
    // The answer took its time: the file is looked at again.
    return;
  }
  const { path, identity } = localOf(document);
  await storeEdits({ uri: uri.toString(), path, identity }, edits, journals);
  await document.saved(changes);
}

function offsetsOf(conflicts: readonly Conflict[]): number[] {
  return conflicts.flatMap(({ byteOffset, byteLength }) =>
    Array.from({ length: byteLength }, (_, k) => byteOffset + k),
  );
}

/** Others stored into the bytes between the look at them and the write: another look is due. */
function isStoredBetween(error: unknown): boolean {
  return isFileChanged(error) && 'byteOffset' in (error as InspectorError).fields;
}

/** So long a save that is under way in another window may still take: what is left after that was interrupted. */
const UNDER_WAY_MS = 2000;

/** Offers what saves that were interrupted have not written yet; forgets those where there is nothing to do. */
export async function offerLeftovers(
  document: MemoryDocument,
  journals: Journals,
  ask: Asking = dialogs,
): Promise<void> {
  const uri = document.uri.toString();
  const read = (): Promise<Journal[]> => journals.read(uri, document.local?.identity);
  if ((await read()).length === 0) return;
  await new Promise(accept => setTimeout(accept, UNDER_WAY_MS));
  for (const journal of await read()) {
    const { local, fresh } = document;
    if (!local || !fresh) return;
    const leftover = await leftoverOf(fresh, local.identity, journal.saved);
    if (leftover && leftover.pending.length + leftover.foreign.length === 0) {
      await journals.remove(journal.path);
      continue;
    }
    const answer = await ask.finish(document.uri, journal.saved.edits.length, leftover);
    if (answer === 'finish') {
      await finishSave(fresh, { uri, path: local.path, identity: local.identity }, journal, journals);
      await document.refresh();
    } else if (answer === 'forget') await journals.remove(journal.path);
  }
}

async function confirmOverwrite(bytes: number, ask: Asking): Promise<void> {
  if (await ask.overwrite(bytes)) return;
  throw new InspectorError('file-changed', vscode.l10n.t('not saved: the same bytes have changed on disk'), {
    action: vscode.l10n.t('Undo your edits to them, or save again to overwrite them.'),
  });
}

export function localOf({ local, uri }: MemoryDocument): LocalFile {
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
