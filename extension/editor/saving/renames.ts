/**
 * What goes along when a file, or a folder with it, is renamed in VS Code: the layout that was chosen, and unsaved edits.
 * VS Code itself closes the editor of a file without a question, and opens the new name as one that it has never seen. Of
 * a file in a folder it would ask whether to save it under its old name: it is told before that nothing is unsaved.
 */
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { VIEW_TYPES } from '../../ids';
import { rememberMoved, type LayoutStore } from '../../discovery/rememberedLayouts';
import type { MemoryDocument } from '../document/memoryDocument';
import type { EditorPanel } from '../view/editorPanel';
import { backupOf } from './backups';
import type { SavedEdits } from '../edits/serializeEdits';
import { isSameFile } from '../edits/storeEdits';
import { showError } from '../../errorText';

/** VS Code has opened the new name by then, in whatever editor it is for. */
const OPENED_MS = 1000;
/** What is to be renamed is by then, if it can be. */
const SETTLED_MS = 5000;

export class Renames implements vscode.Disposable {
  /** Edits by the URI of the file that they are to be laid over when it is opened. */
  readonly #kept = new Map<string, SavedEdits>();
  /** Documents in a folder that is about to be renamed. */
  readonly #leaving = new Set<MemoryDocument>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly store: LayoutStore,
    private readonly panels: () => readonly EditorPanel[],
    /** The document stays after all, and VS Code takes it for saved. */
    private readonly onDidStay: (document: MemoryDocument) => void,
  ) {
    const { onWillRenameFiles, onDidRenameFiles } = vscode.workspace;
    this.#subscriptions = [
      onWillRenameFiles(event => event.waitUntil(this.#keep(event.files))),
      onDidRenameFiles(({ files }) => setTimeout(() => this.#openKept(files), OPENED_MS)),
    ];
  }

  /** Whether there are edits for this file. */
  isAwaited(uri: vscode.Uri): boolean {
    return this.#kept.has(uri.toString());
  }

  /** Lays the edits over the file, which may have grown meanwhile; not over another that came to the name, which is said. */
  async restore(document: MemoryDocument): Promise<void> {
    const uri = document.uri.toString();
    const kept = this.#kept.get(uri);
    this.#kept.delete(uri);
    if (!kept) return;
    if (isRenamed(kept, document)) await document.restore(kept);
    else showError(notTheSame(document.uri));
  }

  /** Whether VS Code is to save a document only so that it believes that. */
  isLeaving(document: MemoryDocument): boolean {
    return this.#leaving.has(document);
  }

  async #keep(files: readonly Rename[]): Promise<void> {
    await rememberMoved(this.store, uri => movedTo(uri, files));
    for (const panel of this.panels()) {
      const { document } = panel;
      const old = document.uri.toString();
      const uri = movedTo(old, files);
      if (uri === undefined) continue;
      await panel.rememberFor(uri);
      if (!document.editing.isDirty) continue;
      this.#kept.set(uri, backupOf(document));
      if (!files.some(({ oldUri }) => oldUri.toString() === old)) await this.#sayClean(document);
      setTimeout(() => this.#settle(document, uri), SETTLED_MS);
    }
  }

  async #sayClean(document: MemoryDocument): Promise<void> {
    this.#leaving.add(document);
    await vscode.workspace.save(document.uri);
  }

  /** A document that is open still was not renamed: its edits are not for whatever comes to the other name. */
  #settle(document: MemoryDocument, uri: string): void {
    const isSaidClean = this.#leaving.delete(document);
    if (!this.panels().some(panel => panel.document === document)) return;
    this.#kept.delete(uri);
    if (isSaidClean) this.onDidStay(document);
  }

  /** The new name may be for another editor: the edits are shown all the same. */
  #openKept(files: readonly Rename[]): void {
    const isNew = (uri: string): boolean => files.some(({ newUri }) => isIn(uri, newUri.toString()));
    for (const uri of [...this.#kept.keys()].filter(isNew))
      void vscode.commands.executeCommand('vscode.openWith', vscode.Uri.parse(uri), VIEW_TYPES.memmap);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function isRenamed({ file }: SavedEdits, { local, byteLength }: MemoryDocument): boolean {
  // A copy to another disk has other numbers.
  return file.byteLength === byteLength || (local !== undefined && isSameFile(file, local.identity));
}

function notTheSame(uri: vscode.Uri): InspectorError {
  return new InspectorError(
    'file-changed',
    vscode.l10n.t(
      'the unsaved edits of the file renamed to {0} cannot be restored: a different file has that name',
      uri.path,
    ),
    { action: vscode.l10n.t('Make the edits again in the original file.') },
  );
}

type Rename = vscode.FileWillRenameEvent['files'][number];

/** The new URI of what is renamed, or lies in a folder that is. */
function movedTo(uri: string, files: readonly Rename[]): string | undefined {
  for (const { oldUri, newUri } of files) {
    const old = oldUri.toString();
    if (isIn(uri, old)) return newUri.toString() + uri.slice(old.length);
  }
  return undefined;
}

const isIn = (uri: string, place: string): boolean => uri === place || uri.startsWith(`${place}/`);
