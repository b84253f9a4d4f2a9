/**
 * The edits of a document, in the order in which they were made, and how far they are undone.
 * Invariant: `writes()` is what turns the file as it was last saved into what is shown, write by write; an edit is bytes
 * at an offset, and knows nothing of dtypes. What was saved can be undone: that is then a write like any other.
 */
import type { Edit } from '../../../webview/protocol/requestParams';

/** What one action of the user changed: a value, a block that was pasted, a selection that was filled. */
export type Change = readonly Edit[];

export class Edits {
  #changes: Change[] = [];
  /** How many of them are done. */
  #done = 0;
  /** Those that the file has, as of the last save: changes that were undone since and replaced by others, too. */
  #saved: readonly Change[] = [];

  /** A new change. Those that were undone are forgotten. */
  push(change: Change): void {
    this.#changes.splice(this.#done);
    this.#changes.push(change);
    this.#done++;
  }

  /** Takes the last change back; undefined where there is none. */
  undo(): Change | undefined {
    return this.#done === 0 ? undefined : this.#changes[--this.#done];
  }

  /** Does again what was last undone. */
  redo(): Change | undefined {
    return this.#done === this.#changes.length ? undefined : this.#changes[this.#done++];
  }

  /** The changes that are done now: what a save that begins now is going to store. */
  done(): readonly Change[] {
    return this.#changes.slice(0, this.#done);
  }

  /** The file has now what was shown when `changes` were done; others may have been made, or undone, meanwhile. */
  markSaved(changes: readonly Change[]): void {
    this.#saved = changes;
  }

  /** Forgets what is not saved: the file is shown as it is. What was saved can still be undone. */
  revert(): void {
    const isPrefix = this.#saved.every((change, k) => change === this.#changes[k]);
    if (!isPrefix) this.#saved = [];
    this.#changes = [...this.#saved];
    this.#done = this.#changes.length;
  }

  /** What to write over the file as it was last saved, in order. */
  writes(): readonly Edit[] {
    const common = this.#common();
    return [...inverses(this.#saved.slice(common)), ...this.#changes.slice(common, this.#done).flat()];
  }

  get isDirty(): boolean {
    const common = this.#common();
    return common < this.#saved.length || common < this.#done;
  }

  /** How many changes the saved file and what is shown have in common. */
  #common(): number {
    const most = Math.min(this.#done, this.#saved.length);
    let common = 0;
    while (common < most && this.#changes[common] === this.#saved[common]) common++;
    return common;
  }
}

/** Takes changes back, the last first. */
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
