/**
 * Keeps VS Code's dirty state of a document right: the dot on its tab, the question before closing, saving. Invariant:
 * whenever the document has unsaved edits, VS Code takes it for dirty.
 */
import type * as vscode from 'vscode';
import { VscodeDirtyState } from './vscodeDirtyState';
import type { MemoryDocument } from '../document/memoryDocument';

/** An edit that VS Code can undo and redo. */
export type EditEvent = vscode.CustomDocumentEditEvent<MemoryDocument>;
/** An edit, or a change that VS Code cannot undo. */
export type ChangeEvent = EditEvent | vscode.CustomDocumentContentChangeEvent<MemoryDocument>;

/** Reports the edits of one document to VS Code. */
export class DirtyState {
  readonly #vscodeDirtyState: VscodeDirtyState;

  /** `isRestored`: the document opens with edits from a backup. */
  constructor(
    private readonly document: MemoryDocument,
    private readonly fire: (event: ChangeEvent) => void,
    isRestored: boolean,
  ) {
    this.#vscodeDirtyState = new VscodeDirtyState(isRestored);
  }

  /** Reports an edit, named `label` in the Edit menu. */
  edited(label: string): void {
    const { document } = this;
    const undo = (): Promise<void> => {
      this.#vscodeDirtyState.undone();
      return document.undo().finally(() => this.reportUnsaved());
    };
    const redo = (): Promise<void> => {
      this.#vscodeDirtyState.redone();
      return document.redo().finally(() => this.reportUnsaved());
    };
    this.fire({ document, label, undo, redo });
    this.#vscodeDirtyState.edited();
    this.reportUnsaved();
  }

  /** A save by VS Code has ended: it takes edits made meanwhile for saved too. */
  saved(): void {
    this.#vscodeDirtyState.saved();
    // Only after VS Code has received the result of the save.
    setTimeout(() => this.reportUnsaved());
  }

  /** Save As has ended: VS Code shows the new file in this one's place. */
  savedAs(): void {
    this.#vscodeDirtyState.saved();
  }

  /** The document was reverted by VS Code. */
  reverted(): void {
    this.#vscodeDirtyState.reverted();
  }

  /** Marks the document dirty in VS Code where it has unsaved edits that VS Code does not know of. */
  reportUnsaved(): void {
    if (!this.document.editing.isDirty || this.#vscodeDirtyState.isDirty) return;
    this.fire({ document: this.document });
    this.#vscodeDirtyState.contentChanged();
  }
}
