/**
 * What VS Code is told of a document's edits, so that its dot on the tab, its question before closing and its save are
 * right. Invariant: whenever something is unsaved, VS Code believes that something is.
 */
import type * as vscode from 'vscode';
import { Believed } from './vscodeDirtyState';
import type { MemoryDocument } from '../document/memoryDocument';

export type EditEvent = vscode.CustomDocumentEditEvent<MemoryDocument>;
export type ChangeEvent = EditEvent | vscode.CustomDocumentContentChangeEvent<MemoryDocument>;

export class History {
  readonly #believed: Believed;

  /** `isRestored`: the document has edits that VS Code kept from before. */
  constructor(
    private readonly document: MemoryDocument,
    private readonly fire: (event: ChangeEvent) => void,
    isRestored: boolean,
  ) {
    this.#believed = new Believed(isRestored);
  }

  edited(label: string): void {
    const { document } = this;
    const undo = (): Promise<void> => {
      this.#believed.undone();
      return document.undo().finally(() => this.correct());
    };
    const redo = (): Promise<void> => {
      this.#believed.redone();
      return document.redo().finally(() => this.correct());
    };
    this.fire({ document, label, undo, redo });
    this.#believed.edited();
    this.correct();
  }

  /** A save that VS Code asked for is done; what was edited meanwhile it takes for saved too. */
  saved(): void {
    this.#believed.saved();
    // Not before VS Code has the answer.
    setTimeout(() => this.correct());
  }

  /** VS Code takes the edits for saved, and shows the other file in this one's place. */
  savedAs(): void {
    this.#believed.saved();
  }

  reverted(): void {
    this.#believed.reverted();
  }

  /** Tells VS Code that something is unsaved, where something is and it believes otherwise. */
  correct(): void {
    if (!this.document.editing.isDirty || this.#believed.isDirty) return;
    this.fire({ document: this.document });
    this.#believed.told();
  }
}
