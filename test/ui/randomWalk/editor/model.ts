/** What a file that is being edited should hold: its bytes as saved, as shown, and every edit that can be undone. */
import * as np from '../../../../core/index';

export interface Layout {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F';
  readonly offset: number;
  /** The columns of an item, where its dtype is structured. */
  readonly leaves?: readonly string[];
}

interface Edit {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export class Model {
  readonly saved: Uint8Array;
  readonly shown: Uint8Array;
  private readonly done: Edit[] = [];
  private readonly undone: Edit[] = [];
  /** How the edits stood when the file was saved; -1 where that cannot be reached any more. */
  private savedAt = 0;
  /** How often VS Code's own undo and redo can be asked for: a revert leaves them as they are. */
  private past = 0;
  private future = 0;

  /** `headerLength`: of the first bytes, which no edit may change. */
  constructor(
    bytes: Uint8Array,
    readonly headerLength = 0,
  ) {
    this.saved = Uint8Array.from(bytes);
    this.shown = Uint8Array.from(bytes);
  }

  /** The array that the editor draws. Writing into it is not an edit: see `edit`. */
  array({ dtype, shape, order, offset }: Layout): np.NDArray {
    const count = shape.reduce((product, length) => product * length, 1);
    const flat = np.frombuffer(this.shown.buffer, { dtype, count, offset });
    return flat.reshape(shape, { order });
  }

  /** Does something to the bytes that is undone as one, where it changes any; nothing where it would change the header. */
  edit(change: () => void): void {
    const before = this.shown.slice();
    try {
      change();
    } catch (error) {
      this.shown.set(before);
      throw error;
    }
    const after = this.shown.slice();
    if (Buffer.compare(before, after) === 0) return;
    if (before.subarray(0, this.headerLength).some((byte, at) => byte !== after[at])) {
      this.shown.set(before);
      return;
    }
    if (this.savedAt > this.done.length) this.savedAt = -1;
    this.done.push({ before, after });
    this.undone.length = 0;
    this.past++;
    this.future = 0;
  }

  undo(): void {
    if (this.past === 0) return;
    this.past--;
    this.future++;
    const edit = this.done.pop();
    if (!edit) return;
    this.undone.push(edit);
    this.put(edit.after, edit.before);
  }

  redo(): void {
    if (this.future === 0) return;
    this.future--;
    this.past++;
    const edit = this.undone.pop();
    if (!edit) return;
    this.done.push(edit);
    this.put(edit.before, edit.after);
  }

  get isDirty(): boolean {
    return this.savedAt !== this.done.length;
  }

  save(): void {
    this.savedAt = this.done.length;
    this.saved.set(this.shown);
  }

  /** VS Code does nothing where nothing is unsaved: then earlier edits can still be undone. */
  revert(): void {
    if (!this.isDirty) return;
    this.shown.set(this.saved);
    const kept = this.savedAt < 0 ? [] : [...this.done, ...this.undone.reverse()].slice(0, this.savedAt);
    this.done.splice(0, Infinity, ...kept);
    this.undone.length = 0;
    this.savedAt = kept.length;
  }

  /** The window is loaded anew: what is unsaved stays, and nothing can be undone any more. */
  reload(): void {
    this.savedAt = this.isDirty ? -1 : 0;
    this.done.length = this.undone.length = 0;
    this.past = this.future = 0;
  }

  /** Another program stores a byte into the file. */
  store(at: number, byte: number): void {
    this.saved[at] = byte;
    this.shown[at] = byte;
  }

  /** Only the bytes that the edit changed are put: others may have stored beside them. */
  private put(from: Uint8Array, to: Uint8Array): void {
    for (const [at, byte] of to.entries()) if (byte !== from[at]) this.shown[at] = byte;
  }
}
