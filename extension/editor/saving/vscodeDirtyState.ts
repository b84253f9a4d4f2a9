/**
 * What VS Code believes of a document's edits. It counts those that are done, and remembers the count of the last save. Two
 * histories of one length are the same to it: after a save, an undo and another edit it takes the document for saved, and
 * closes it unasked. It can be told better (a change without an undo), but not that something is saved.
 * Source: `MainThreadCustomEditorModel` in VS Code's `mainThreadCustomEditors.ts`.
 */
export class Believed {
  /** Edits that can be undone or redone. */
  #edits = 0;
  /** The last edit that is done; -1: none. */
  #current = -1;
  #saved = -1;
  #isTold = false;

  /** `isRestored`: with edits that were kept from before. */
  constructor(private isRestored: boolean) {}

  /** Whether something is unsaved, as VS Code has it. */
  get isDirty(): boolean {
    if (this.#isTold) return true;
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
    this.#forget();
    this.#saved = this.#current;
  }

  reverted(): void {
    this.#forget();
    this.#current = this.#saved;
    this.#edits = Math.min(this.#edits, this.#current + 1);
  }

  /** It was told that something is unsaved: it believes that until the next save. */
  told(): void {
    this.#isTold = true;
  }

  #forget(): void {
    this.#isTold = false;
    this.isRestored = false;
  }
}
