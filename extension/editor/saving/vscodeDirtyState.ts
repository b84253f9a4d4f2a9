/**
 * Mirrors VS Code's own dirty state of a document. VS Code counts the applied edits and remembers the count at the last save,
 * so it cannot tell apart two histories of one length: after a save, an undo and another edit it takes the document for
 * saved, and closes it without a question. An extension can mark the document dirty (a change without undo), but not clean.
 * Source: `MainThreadCustomEditorModel` in VS Code's `mainThreadCustomEditors.ts`.
 */
/** The state of one document; each method mirrors an event. */
export class VscodeDirtyState {
  /** Number of edits that can be undone or redone. */
  #edits = 0;
  /** Index of the last applied edit, −1 for none. */
  #current = -1;
  /** `#current` at the last save. */
  #saved = -1;
  #isContentChanged = false;

  /** `isRestored`: the document opens with edits from a backup. */
  constructor(private isRestored: boolean) {}

  /** Whether VS Code takes the document for dirty. */
  get isDirty(): boolean {
    if (this.#isContentChanged) return true;
    return this.#edits > 0 ? this.#saved !== this.#current : this.isRestored;
  }

  edited(): void {
    this.#edits = Math.min(this.#edits, this.#current + 1) + 1;
    this.#current = this.#edits - 1;
  }

  undone(): void {
    this.#current--;
  }

  redone(): void {
    this.#current++;
  }

  saved(): void {
    this.#clearMarks();
    this.#saved = this.#current;
  }

  reverted(): void {
    this.#clearMarks();
    this.#current = this.#saved;
    this.#edits = Math.min(this.#edits, this.#current + 1);
  }

  /** The document was marked dirty, which lasts until the next save. */
  contentChanged(): void {
    this.#isContentChanged = true;
  }

  #clearMarks(): void {
    this.#isContentChanged = false;
    this.isRestored = false;
  }
}
