/**
 * The undo history of a document's edits. Invariant: `unsavedWrites()`, applied in order, turns the file as last saved into
 * what is shown. An edit is bytes at an offset, without a dtype. A saved change can be undone; that makes it an unsaved write.
 */
import type { Edit } from '../../../webview/protocol/requestParams';

/** The edits of one user action: a value, a pasted block, a filled selection. */
export type Change = readonly Edit[];

/** A list of changes, the number of them that are applied, and those that the file has. */
export class EditHistory {
  #changes: Change[] = [];
  /** Number of changes that are applied; those after them are undone. */
  #applied = 0;
  /** The changes that the file has since the last save, even those that were undone and replaced after it. */
  #saved: readonly Change[] = [];

  /** Adds a change, and drops those that were undone. */
  push(change: Change): void {
    this.#changes.splice(this.#applied);
    this.#changes.push(change);
    this.#applied++;
  }

  /** Undoes the last applied change and returns it; undefined where there is none. */
  undo(): Change | undefined {
    return this.#applied === 0 ? undefined : this.#changes[--this.#applied];
  }

  /** Applies again the change that was undone last, and returns it; undefined where there is none. */
  redo(): Change | undefined {
    return this.#applied === this.#changes.length ? undefined : this.#changes[this.#applied++];
  }

  /** The changes that a save starting now stores. */
  appliedChanges(): readonly Change[] {
    return this.#changes.slice(0, this.#applied);
  }

  /** Records that the file has `changes`. More may have been applied, or undone, since the save started. */
  markSaved(changes: readonly Change[]): void {
    this.#saved = changes;
  }

  /** Drops unsaved changes; saved ones can still be undone. */
  revert(): void {
    const isPrefix = this.#saved.every((change, k) => change === this.#changes[k]);
    if (!isPrefix) this.#saved = [];
    this.#changes = [...this.#saved];
    this.#applied = this.#changes.length;
  }

  /** The edits that turn the file as last saved into what is shown, in order. */
  unsavedWrites(): readonly Edit[] {
    const common = this.#commonLength();
    return [...inverses(this.#saved.slice(common)), ...this.#changes.slice(common, this.#applied).flat()];
  }

  /** Whether the file differs from what is shown. */
  get isDirty(): boolean {
    const common = this.#commonLength();
    return common < this.#saved.length || common < this.#applied;
  }

  /** Number of leading changes that the saved file and what is shown have in common. */
  #commonLength(): number {
    const limit = Math.min(this.#applied, this.#saved.length);
    let common = 0;
    while (common < limit && this.#changes[common] === this.#saved[common]) common++;
    return common;
  }
}

/** The edits that undo `changes`, last first. */
function inverses(changes: readonly Change[]): Edit[] {
  return changes
    .flat()
    .reverse()
    .map(({ byteOffset, oldBytes, newBytes }) => ({
      byteOffset,
      oldBytes: newBytes,
      newBytes: oldBytes,
    }));
}
