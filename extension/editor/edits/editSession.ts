/**
 * The unsaved edits of one document: an overlay over its bytes, undo and redo, and conflicts with changes that other programs
 * made to the file. Invariant: the overlay always holds `unsavedWrites()` of the history.
 */
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { EditOverlay, withOverlay } from '../../../core/file/source/editOverlay';
import { readUnder } from '../../../core/file/source/readUnder';
import type { Edit } from '../../../webview/protocol/requestParams';
import { type Change, EditHistory } from './editHistory';
import { t } from '../../l10n';

/** Edited bytes that another program has changed in the file since. Offsets and lengths in bytes. */
export interface Conflict {
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Applies, undoes and compares the edits of one document. Knows nothing of VS Code. */
export class EditSession {
  readonly overlay = new EditOverlay();
  readonly #history = new EditHistory();
  /** As of the last `detectConflicts`. */
  conflicts: readonly Conflict[] = [];
  /** Incremented by every change of the overlay and every comparison: an older comparison is discarded. */
  #version = 0;

  get isDirty(): boolean {
    return this.#history.isDirty;
  }

  /** `source` with the edits laid over it. */
  withEdits(source: ByteSource): ByteSource {
    return withOverlay(source, this.overlay);
  }

  /** Applies a change. Rejects with `memory-changed`, and changes nothing, where its old bytes are not those shown. */
  async apply(source: ByteSource, change: Change): Promise<void> {
    const shown = this.withEdits(source);
    for (const edit of change) await checkShown(shown, edit);
    this.restore(change);
  }

  /** Applies edits of an earlier session, unchecked: where the file has changed since, that is a conflict. */
  restore(change: Change): void {
    this.#version++;
    this.#history.push(change);
    this.#addToOverlay(change);
  }

  /** Undoes the last change, if any. */
  undo(): void {
    if (this.#history.undo()) this.#rebuild();
  }

  /** Redoes the last undone change, if any. */
  redo(): void {
    if (this.#history.redo()) this.#rebuild();
  }

  /** The content of a backup: every byte that differs from the file, with the file's byte under it. */
  unsavedEdits(): Change {
    return this.overlay.runs.map(({ byteOffset, bytes, below }) => ({
      byteOffset,
      oldBytes: below,
      newBytes: bytes,
    }));
  }

  /** The changes that a save starting now stores; for `markSaved`. */
  appliedChanges(): readonly Change[] {
    return this.#history.appliedChanges();
  }

  /** Records that the file has `changes`: later ones stay in the overlay. */
  markSaved(changes: readonly Change[] = this.appliedChanges()): void {
    this.#history.markSaved(changes);
    this.#rebuild();
  }

  /** Drops unsaved edits. */
  revert(): void {
    this.#history.revert();
    this.#rebuild();
  }

  /** Updates `conflicts`. Reads the edited bytes only, from `source`, which must not cache. */
  async detectConflicts(source: ByteSource): Promise<void> {
    const version = ++this.#version;
    const found: { byteOffset: number; byteLength: number }[] = [];
    const runs = this.overlay.runs.map(run => ({ ...run, byteLength: run.bytes.length }));
    for await (const [{ byteOffset, bytes, below }, now] of readUnder(source, runs)) {
      for (let at = 0; at < bytes.length; at++) {
        // Bytes past the end of a file that has become shorter are in conflict too.
        if (at < now.length && (now[at] === below[at] || now[at] === bytes[at])) continue;
        addByte(found, byteOffset + at);
      }
    }
    if (version === this.#version) this.conflicts = found;
  }

  #rebuild(): void {
    this.#version++;
    this.overlay.clear();
    this.#addToOverlay(this.#history.unsavedWrites());
    if (this.overlay.runs.length === 0) this.conflicts = [];
  }

  #addToOverlay(edits: readonly Edit[]): void {
    for (const { byteOffset, newBytes, oldBytes } of edits) this.overlay.lay(byteOffset, newBytes, oldBytes);
  }
}

function addByte(found: { byteOffset: number; byteLength: number }[], byteOffset: number): void {
  const last = found.at(-1);
  if (last && last.byteOffset + last.byteLength === byteOffset) last.byteLength++;
  else found.push({ byteOffset, byteLength: 1 });
}

async function checkShown(shown: ByteSource, { byteOffset, oldBytes }: Edit): Promise<void> {
  const now = await shown.read(byteOffset, oldBytes.length);
  if (now.every((byte, at) => byte === oldBytes[at])) return;
  throw new InspectorError('memory-changed', t('the bytes at offset {0} have changed', byteOffset), {
    action: t('Check the new value, then type yours again.'),
  });
}
