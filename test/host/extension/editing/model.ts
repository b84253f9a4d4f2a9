/**
 * What a file and its unsaved edits are, said once more and as plainly as can be: by whole arrays, byte by byte, without
 * overlays or pages. A byte is _mine_ where a change set it that the saved file does not have, or has and that was undone.
 */
import type { Edit } from '../../../../webview/protocol/requestParams';

type Change = readonly Edit[];

export interface Mine {
  readonly value: number;
  /** What the file had there when it was edited. */
  readonly below: number;
}

export class Model {
  changes: Change[] = [];
  done = 0;
  saved: readonly Change[] = [];
  #open: Uint8Array | undefined;

  constructor(
    /** The file as it is. */
    public file: Uint8Array,
    /** The file as it was when the document last looked at it. */
    public known: Uint8Array = file.slice(),
  ) {}

  look(): void {
    this.known = this.file.slice();
    this.#open = undefined;
  }

  /** Another file is at the path; until the document looks it has the old one open. */
  replace(file: Uint8Array): void {
    this.#open ??= this.file;
    this.file = file;
  }

  edit(change: Change): void {
    this.changes = [...this.changes.slice(0, this.done), change];
    this.done++;
  }

  undo(): void {
    this.done = Math.max(0, this.done - 1);
  }

  redo(): void {
    this.done = Math.min(this.changes.length, this.done + 1);
  }

  revert(): void {
    if (!this.saved.every((change, k) => change === this.changes[k])) this.saved = [];
    this.changes = [...this.saved];
    this.done = this.changes.length;
    this.look();
  }

  /** The unsaved bytes are in the file. */
  save(): void {
    const file = this.file.slice();
    for (const [at, { value }] of this.mine()) file[at] = value;
    this.file = file;
    this.saved = this.changes.slice(0, this.done);
    this.look();
  }

  get isDirty(): boolean {
    const done = this.changes.slice(0, this.done);
    return done.length !== this.saved.length || done.some((change, k) => change !== this.saved[k]);
  }

  mine(): Map<number, Mine> {
    const done = this.changes.slice(0, this.done);
    const common = done.findIndex((change, k) => change !== this.saved[k]);
    const same = common < 0 ? done.length : common;
    const [made, takenBack] = [done.slice(same), this.saved.slice(same)];
    const mine = new Map<number, Mine>();
    for (const at of [...new Set([...made, ...takenBack].flatMap(offsetsOf))].sort((a, b) => a - b)) {
      const setting = made.filter(one => sets(one, at));
      const back = takenBack.filter(one => sets(one, at));
      const value = setting.length > 0 ? newAt(setting.at(-1)!, at) : oldAt(back[0], at);
      const below = back.length > 0 ? newAt(back.at(-1)!, at) : oldAt(setting[0], at);
      mine.set(at, { value, below });
    }
    return mine;
  }

  /** What is on screen. */
  shown(): Uint8Array {
    const shown = this.known.slice();
    for (const [at, { value }] of this.mine()) if (at < shown.length) shown[at] = value;
    return shown;
  }

  /** Offsets at which the file is neither what it was when it was edited nor what it is to be. */
  conflicts(file = this.#open ?? this.file): number[] {
    const other = ([at, { value, below }]: [number, Mine]): boolean =>
      at >= file.length || (file[at] !== below && file[at] !== value);
    return [...this.mine()].filter(other).map(([at]) => at);
  }

  /** Whether an unsaved edit is behind the end of the file. */
  isTooShort(): boolean {
    return [...this.mine().keys()].some(at => at >= this.file.length);
  }
}

function offsetsOf(change: Change): number[] {
  return change.flatMap(({ byteOffset, newBytes }) => Array.from(newBytes, (_, k) => byteOffset + k));
}

function has({ byteOffset, newBytes }: Edit, at: number): boolean {
  return at >= byteOffset && at < byteOffset + newBytes.length;
}

function sets(change: Change, at: number): boolean {
  return change.some(edit => has(edit, at));
}

function newAt(change: Change, at: number): number {
  const edit = change.findLast(one => has(one, at))!;
  return edit.newBytes[at - edit.byteOffset];
}

function oldAt(change: Change, at: number): number {
  const edit = change.find(one => has(one, at))!;
  return edit.oldBytes[at - edit.byteOffset];
}
