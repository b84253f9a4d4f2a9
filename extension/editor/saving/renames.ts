/**
 * Carries the chosen layout and unsaved edits along when a file, or a folder that contains it, is renamed in VS Code. VS Code
 * closes the editor of a renamed file without a question, and opens the new name as an unknown file. For a file in a renamed
 * folder it would ask whether to save it under its old name: its dirty state is cleared before.
 */
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { VIEW_TYPES } from '../../ids';
import { rememberMoved, type LayoutStore } from '../../discovery/rememberedLayouts';
import type { MemoryDocument } from '../document/memoryDocument';
import type { EditorPanel } from '../view/editorPanel';
import { backupOf } from './backups';
import type { SerializedEdits } from '../edits/serializeEdits';
import { isSameFile } from '../edits/storeEdits';
import { showError } from '../../errorText';

/** How long VS Code takes to open the new name, in whatever editor it is for. */
const OPENED_MS = 1000;
/** How long a rename takes; one that has not happened after that has failed. */
const MAX_RENAME_MS = 5000;

/** Follows renames of open documents. */
export class Renames implements vscode.Disposable {
  /** Unsaved edits, by the new URI of their file, until that is opened. */
  readonly #pending = new Map<string, SerializedEdits>();
  /** Documents in a folder that is being renamed. */
  readonly #renaming = new Set<MemoryDocument>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly store: LayoutStore,
    private readonly panels: () => readonly EditorPanel[],
    /** Called for a document whose rename failed after its dirty state was cleared. */
    private readonly onDidStay: (document: MemoryDocument) => void,
  ) {
    const { onWillRenameFiles, onDidRenameFiles } = vscode.workspace;
    this.#subscriptions = [
      onWillRenameFiles(event => event.waitUntil(this.#collect(event.files))),
      onDidRenameFiles(({ files }) => setTimeout(() => this.#openPending(files), OPENED_MS)),
    ];
  }

  /** Whether there are edits to lay over the file `uri`. */
  hasEditsFor(uri: vscode.Uri): boolean {
    return this.#pending.has(uri.toString());
  }

  /** Lays the edits over the renamed file, which may have grown; reports an error where another file has the name. */
  async restore(document: MemoryDocument): Promise<void> {
    const uri = document.uri.toString();
    const kept = this.#pending.get(uri);
    this.#pending.delete(uri);
    if (!kept) return;
    if (isRenamed(kept, document)) await document.restore(kept);
    else showError(notTheSame(document.uri));
  }

  /** Whether a save of the document is only meant to clear its dirty state. */
  isBeingRenamed(document: MemoryDocument): boolean {
    return this.#renaming.has(document);
  }

  async #collect(files: readonly Rename[]): Promise<void> {
    await rememberMoved(this.store, uri => renamedUri(uri, files));
    for (const panel of this.panels()) {
      const { document } = panel;
      const old = document.uri.toString();
      const uri = renamedUri(old, files);
      if (uri === undefined) continue;
      await panel.rememberFor(uri);
      if (!document.editing.isDirty) continue;
      this.#pending.set(uri, backupOf(document));
      if (!files.some(({ oldUri }) => oldUri.toString() === old)) await this.#clearDirty(document);
      setTimeout(() => this.#settle(document, uri), MAX_RENAME_MS);
    }
  }

  async #clearDirty(document: MemoryDocument): Promise<void> {
    this.#renaming.add(document);
    await vscode.workspace.save(document.uri);
  }

  /** A document that is still open was not renamed: drops the edits kept for its new name. */
  #settle(document: MemoryDocument, uri: string): void {
    const wasCleared = this.#renaming.delete(document);
    if (!this.panels().some(panel => panel.document === document)) return;
    this.#pending.delete(uri);
    if (wasCleared) this.onDidStay(document);
  }

  /** Opens renamed files with unsaved edits, whatever editor their new name is for. */
  #openPending(files: readonly Rename[]): void {
    const isNew = (uri: string): boolean => files.some(({ newUri }) => isIn(uri, newUri.toString()));
    for (const uri of [...this.#pending.keys()].filter(isNew))
      void vscode.commands.executeCommand('vscode.openWith', vscode.Uri.parse(uri), VIEW_TYPES.memmap);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function isRenamed({ file }: SerializedEdits, { local, byteLength }: MemoryDocument): boolean {
  // A copy on another disk has another device and inode.
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

/** The new URI of a file that is renamed, or lies in a renamed folder; undefined for others. */
function renamedUri(uri: string, files: readonly Rename[]): string | undefined {
  for (const { oldUri, newUri } of files) {
    const old = oldUri.toString();
    if (isIn(uri, old)) return newUri.toString() + uri.slice(old.length);
  }
  return undefined;
}

const isIn = (uri: string, folder: string): boolean => uri === folder || uri.startsWith(`${folder}/`);
