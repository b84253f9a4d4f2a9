/**
 * The unsaved edits of one document: laid over its bytes, undone and redone, and compared with what others did to the
 * file meanwhile. Invariant: the overlay is always what `edits.writes()` makes of the file.
 */
import type { ByteSource } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { EditOverlay, withOverlay } from '../../../core/file/source/editOverlay';
import { readUnder } from '../../../core/file/source/readUnder';
import type { Edit } from '../../../webview/protocol/requestParams';
import { type Change, Edits } from './editHistory';
import { t } from '../../l10n';

/** Some bytes of the file are others than they were when they were edited. */
export interface Conflict {
  readonly byteOffset: number;
  readonly byteLength: number;
}

export class Editing {
  readonly overlay = new EditOverlay();
  readonly #edits = new Edits();
  /** As of the last look at the file. */
  conflicts: readonly Conflict[] = [];
  /** Grows with every change of the overlay, and every comparison: of two comparisons the later counts. */
  #turn = 0;

  get isDirty(): boolean {
    return this.#edits.isDirty;
  }

  /** `source` as it is shown: with the edits over it. */
  over(source: ByteSource): ByteSource {
    return withOverlay(source, this.overlay);
  }

  /** Makes a change. Rejects with `memory-changed`, and changes nothing, where the old bytes are not what is shown. */
  async apply(source: ByteSource, change: Change): Promise<void> {
    const shown = this.over(source);
    for (const edit of change) await checkShown(shown, edit);
    this.restore(change);
  }

  /** As `apply`, but for edits that were made before: where the file is another now, that is a conflict. */
  restore(change: Change): void {
    this.#turn++;
    this.#edits.push(change);
    this.#lay(change);
  }

  undo(): void {
    if (this.#edits.undo()) this.#rebuild();
  }

  redo(): void {
    if (this.#edits.redo()) this.#rebuild();
  }

  /** What a backup holds: all that is not in the file. */
  unsaved(): Change {
    return this.overlay.runs.map(({ byteOffset, bytes, below }) => ({
      byteOffset,
      oldBytes: below,
      newBytes: bytes,
    }));
  }

  /** The changes that a save that begins now stores; for `markSaved`. */
  done(): readonly Change[] {
    return this.#edits.done();
  }

  /** The file has now what was shown when `changes` were done: what came since lies over it. */
  markSaved(changes: readonly Change[] = this.done()): void {
    this.#edits.markSaved(changes);
    this.#rebuild();
  }

  revert(): void {
    this.#edits.revert();
    this.#rebuild();
  }

  /**
   * Compares the file with what was under the edits when they were made. Costs reads of the edited bytes only; `source` is
   * to give the file's bytes of now.
   */
  async compare(source: ByteSource): Promise<void> {
    const turn = ++this.#turn;
    const found: { byteOffset: number; byteLength: number }[] = [];
    const runs = this.overlay.runs.map(run => ({ ...run, byteLength: run.bytes.length }));
    for await (const [{ byteOffset, bytes, below }, now] of readUnder(source, runs)) {
      for (let at = 0; at < bytes.length; at++) {
        // What is behind the end of a file that became shorter is in conflict too.
        if (at < now.length && (now[at] === below[at] || now[at] === bytes[at])) continue;
        addByte(found, byteOffset + at);
      }
    }
    if (turn === this.#turn) this.conflicts = found;
  }

  #rebuild(): void {
    this.#turn++;
    this.overlay.clear();
    this.#lay(this.#edits.writes());
    if (this.overlay.runs.length === 0) this.conflicts = [];
  }

  #lay(edits: readonly Edit[]): void {
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
