/**
 * What goes along when a file, or a folder with it, is renamed in VS Code: the layout that was chosen, and unsaved edits.
 * VS Code itself closes the editor without a question, and opens the new name as a file that it has never seen.
 */
import * as vscode from 'vscode';
import { VIEW_TYPES } from '../ids';
import { rememberMoved, type Store } from './discovery/remembered';
import type { MemoryDocument } from './document';
import type { EditorPanel } from './panel';
import { backupOf } from './backups';
import type { SavedEdits } from './savedEdits';

/** VS Code has opened the new name by then, in whatever editor it is for. */
const OPENED_MS = 1000;

export class Renames implements vscode.Disposable {
  /** Edits by the URI of the file that they are to be laid over when it is opened. */
  readonly #kept = new Map<string, SavedEdits>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly store: Store,
    private readonly panels: () => readonly EditorPanel[],
  ) {
    const { onWillRenameFiles, onDidRenameFiles } = vscode.workspace;
    this.#subscriptions = [
      onWillRenameFiles(event => event.waitUntil(this.#keep(uri => movedTo(uri, event.files)))),
      onDidRenameFiles(({ files }) => setTimeout(() => this.#openKept(files), OPENED_MS)),
    ];
  }

  /** Whether there are edits for this file. */
  isAwaited(uri: vscode.Uri): boolean {
    return this.#kept.has(uri.toString());
  }

  /** Lays the edits over the file; not over one of another size, that came to the name otherwise. */
  async restore(document: MemoryDocument): Promise<void> {
    const uri = document.uri.toString();
    const kept = this.#kept.get(uri);
    this.#kept.delete(uri);
    if (kept?.file.byteLength === document.byteLength) await document.restore(kept);
  }

  async #keep(moved: (uri: string) => string | undefined): Promise<void> {
    await rememberMoved(this.store, moved);
    for (const panel of this.panels()) {
      const { document } = panel;
      const uri = moved(document.uri.toString());
      if (uri === undefined) continue;
      await panel.rememberFor(uri);
      if (document.editing.isDirty) this.#kept.set(uri, backupOf(document));
    }
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
