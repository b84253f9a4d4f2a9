/**
 * One file as all its editors see it: its bytes, the layouts that were found for it, and what is the matter with it.
 * The drawing can be rebuilt from here at any time. Layout and selection belong to each panel, not to the document.
 */
import * as vscode from 'vscode';
import type { Abortable, ByteSource } from '../../../core/bytes';
import { asInspectorError, InspectorError } from '../../../core/errors';
import type { InitialState, Pages } from '../../../webview/protocol/documentState';
import type { Mode } from '../../../webview/protocol/schema';
import { PAGE_BYTES } from '../../../webview/protocol/schema';
import { readPages } from '../../panel/pages';
import type { Discovery } from '../../discovery/discover';
import type { Change } from '../edits/editHistory';
import { type Conflict, EditSession } from '../edits/editSession';
import type { SerializedEdits } from '../edits/serializeEdits';
import type { LocalFile, OpenedSource } from './openSource';
import { openSource } from './openSource';
import { rebaseEdits } from '../edits/storeEdits';
import { Mutex } from '../../../core/mutex';

/** Others are looked at when they are saved. */
const MAX_EDITS_WATCHED = 256;
/** Edits that are compared with the file after each further one. */
const MAX_EDITS_COMPARED = 1000;

/** Finds the layouts of a file; a better one that comes late goes to `late`. */
export type Discover = (
  source: ByteSource,
  late: (better: Discovery) => void,
  signal: AbortSignal,
) => Promise<Discovery>;

export class MemoryDocument implements vscode.CustomDocument {
  /** Grows whenever bytes or size may have changed. */
  revision = 0;
  problem: InspectorError | undefined;
  discovery: Discovery | undefined;
  readonly editing = new EditSession();
  /** As of `np.memmap`: `r` refuses edits, `r+` saves them into the file, `c` keeps them in memory. */
  mode: Mode = 'r';
  /** Grows whenever others changed the file. */
  fileRevision = 0;

  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires after bytes, size, problem or discovered layouts changed. */
  readonly onDidChange = this.#changed.event;
  readonly #edited = new vscode.EventEmitter<string>();
  /** Fires with the name of a change that the user has made. */
  readonly onDidEdit = this.#edited.event;
  readonly #disposed = new vscode.EventEmitter<void>();
  /** Fires once the last editor is closed. */
  readonly onDidDispose = this.#disposed.event;
  readonly #abort = new AbortController();
  #opened: OpenedSource | undefined;
  /** Searches for a layout that were begun. */
  #searches = 0;
  /** Layouts were found for the file as it is now: a search that failed is made again. */
  #isSearched = false;
  #loading: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;
  /** One change of the edits at a time: each is checked against what the one before it shows. */
  readonly #mutex = new Mutex();
  readonly #watchers = new Set<() => readonly number[]>();

  constructor(
    readonly uri: vscode.Uri,
    private readonly discover: Discover,
    /** The mode to open the file with, where it can be. */
    private readonly wantedMode: Mode = 'r',
  ) {}

  /** The file's own bytes, without the edits. */
  get source(): ByteSource | undefined {
    return this.#opened?.source;
  }

  get local(): LocalFile | undefined {
    return this.#opened?.local;
  }

  get byteLength(): number {
    return this.#opened?.source.byteLength ?? 0;
  }

  /** The file's bytes of now, read anew each time; without the edits. */
  get uncached(): ByteSource | undefined {
    return this.#opened?.uncached;
  }

  get notes(): readonly string[] {
    const notes = this.#opened?.notes ?? [];
    const isLost = this.mode === 'r+' && this.local?.isWritable === false;
    return isLost ? [...notes, permissionLost()] : notes;
  }

  /** The file could be opened at least once: there are bytes to draw, if only those last seen. */
  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  /** Opens the file and finds its layout, once; what goes wrong ends up in `problem`. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      await this.#open();
      await this.rediscover();
      this.problem = undefined;
    } catch (error) {
      this.problem = asInspectorError(error);
    }
  }

  /** Opens the file, and closes it at once where the last editor went away in the meantime. */
  async #open(): Promise<void> {
    const opened = await openSource(this.uri);
    if (this.#abort.signal.aborted) await opened.close();
    else {
      this.#opened = opened;
      this.mode = this.supportsMode(this.wantedMode) ? this.wantedMode : 'r';
    }
  }

  /** Finds the layouts anew, as after a change of the file or of what was chosen for it. Of two searches the later counts. */
  async rediscover(): Promise<void> {
    if (!this.#opened) return;
    const search = ++this.#searches;
    const counts = (): boolean => search === this.#searches && !this.#abort.signal.aborted;
    const late = (better: Discovery): void => {
      if (!counts()) return;
      this.discovery = better;
      this.#changed.fire();
    };
    this.#isSearched = false;
    const found = await this.discover(this.#opened.source, late, this.#abort.signal);
    if (!counts()) return;
    this.discovery = found;
    this.#isSearched = true;
  }

  /**
   * Looks at the file again, and says so to its editors where something changed: bytes, size, or whether it can be
   * read at all. A file that comes back is picked up.
   */
  refresh(): Promise<void> {
    return (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)));
  }

  async #refresh(): Promise<void> {
    await this.load();
    const before = this.problem;
    const sizeBefore = this.byteLength;
    const writableBefore = this.local?.isWritable;
    let changed = false;
    try {
      changed = await this.#look();
      const isOther = changed && (sizeBefore !== this.byteLength || saysWhatItIs(this.discovery));
      if (isOther || !this.#isSearched) await this.rediscover();
      this.problem = undefined;
    } catch (error) {
      this.problem = asInspectorError(error);
    }
    if (this.#abort.signal.aborted) return;
    if (changed || (before && !this.problem)) {
      this.revision++;
      this.fileRevision++;
      await this.#compare();
    } else if (
      before?.message === this.problem?.message &&
      writableBefore === this.local?.isWritable &&
      !(await this.#isConflictOver())
    )
      return;
    this.#changed.fire();
  }

  /** Whether bytes in conflict are not that any more, though the file is as it was looked at before. */
  async #isConflictOver(): Promise<boolean> {
    const before = this.editing.conflicts;
    if (before.length > 0) await this.#compare();
    return JSON.stringify(before) !== JSON.stringify(this.editing.conflicts);
  }

  /** The pages on screen, and the first of those that have edits: their bytes are compared at every look. */
  #watchedPages(): number[] {
    const pages = new Set([...this.#watchers].flatMap(onScreen => onScreen()));
    for (const { byteOffset } of this.editing.overlay.runs.slice(0, MAX_EDITS_WATCHED))
      pages.add(Math.floor(byteOffset / PAGE_BYTES));
    return [...pages].sort((a, b) => a - b);
  }

  /** Looks at the bytes of these pages, too, at every `refresh`, until what it returns is disposed of. */
  watchPages(pagesOnScreen: () => readonly number[]): vscode.Disposable {
    this.#watchers.add(pagesOnScreen);
    return new vscode.Disposable(() => this.#watchers.delete(pagesOnScreen));
  }

  /** Whether the bytes may be others than at the last look. Rejects where the file cannot be read. */
  async #look(): Promise<boolean> {
    if (this.#opened) return this.#opened.refresh(this.#watchedPages());
    await this.#open();
    return true;
  }

  /** The bytes of `pages`, as of the current revision. Rejects where the file cannot be read. */
  async readPages(pages: readonly number[], signal?: Abortable): Promise<Pages> {
    const { revision } = this;
    if (!this.#opened)
      throw this.problem ?? new InspectorError('internal', vscode.l10n.t('the file is not open'));
    try {
      const bytes = await readPages(this.#opened.source, pages, signal);
      return { revision, ...this.#withEdits(pages, bytes) };
    } catch (error) {
      // The file may have shrunk since the last look: what is true now is said at once, not with the next poll.
      if (error instanceof InspectorError && error.kind !== 'aborted') void this.refresh();
      throw error;
    }
  }

  /** The pages around `byteOffset`, to send along with the first state; none where they cannot be read. */
  async firstPages(byteOffset: number): Promise<InitialState['firstPages']> {
    const start = Math.floor(Math.max(0, Math.min(byteOffset, this.byteLength - 1)) / PAGE_BYTES);
    const numbers = Array.from({ length: 4 }, (_, k) => start + k);
    try {
      const { pages, below } = await this.readPages(numbers);
      return numbers.map((page, k) => ({ page, bytes: pages[k], below: below?.[k] }));
    } catch {
      return []; // The webview asks for what it needs, and shows why it is refused.
    }
  }

  /** The pages as they are shown, and those of the file where that is another. */
  #withEdits(pages: readonly number[], bytes: readonly Uint8Array[]): Pick<Pages, 'pages' | 'below'> {
    const { overlay } = this.editing;
    const isEdited = (page: number): boolean => overlay.within(page * PAGE_BYTES, PAGE_BYTES).length > 0;
    const shown = bytes.map((own, k) => {
      const copy = isEdited(pages[k]) ? own.slice() : own;
      overlay.patch(pages[k] * PAGE_BYTES, copy);
      return copy;
    });
    return { pages: shown, below: bytes.map((own, k) => (shown[k] === own ? null : own)) };
  }

  async #compare(): Promise<void> {
    if (!this.#opened) return;
    await this.editing.detectConflicts(this.#opened.uncached).catch((error: unknown) => {
      this.problem ??= asInspectorError(error);
    });
  }

  /** Whether the file can be had in this mode. */
  supportsMode(mode: Mode): boolean {
    return mode === 'r' || (this.local !== undefined && (mode === 'c' || this.local.isWritable));
  }

  setMode(mode: Mode): void {
    if (!this.supportsMode(mode)) throw readOnly(this.uri);
    this.mode = mode;
    this.#changed.fire();
  }

  /** How many bytes the `.npy` header takes, which no edit may touch: others read by it what the file is. */
  get headerLength(): number {
    return this.discovery?.npy?.headerLength ?? 0;
  }

  /** A change of the user's. Rejects where these bytes may not be changed, or are not those that were looked at. */
  edit(change: Change, label: string): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      if (!this.#opened || this.mode === 'r') throw readOnly(this.uri);
      if (change.some(({ byteOffset }) => byteOffset < this.headerLength)) throw ofHeader(this.headerLength);
      await this.editing.apply(this.#opened.source, change);
      this.#edited.fire(label);
      const { conflicts, overlay } = this.editing;
      // An edit of what is shown makes no conflict elsewhere: where many lie far apart, a look at all of them can wait.
      await this.#shown(conflicts.length > 0 || overlay.runs.length <= MAX_EDITS_COMPARED);
    });
  }

  /** Edits that VS Code kept from before. */
  restore({ edits, mode }: Pick<SerializedEdits, 'edits' | 'mode'>): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      if (mode !== undefined && mode !== 'r' && this.supportsMode(mode)) this.mode = mode;
      if (edits.length > 0) this.editing.restore(edits);
      await this.#shown();
    });
  }

  undo(): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      this.editing.undo();
      await this.#shown();
    });
  }

  redo(): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      this.editing.redo();
      await this.#shown();
    });
  }

  /** Forgets the edits: what is shown is the file. */
  revert(): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      this.editing.revert();
      await this.refresh();
      await this.#shown();
    });
  }

  /** The edits that are to be stored, over the file's bytes of now; and which of those others have changed. */
  async unsavedEdits(): Promise<{ readonly edits: Change; readonly conflicts: readonly Conflict[] }> {
    if (!this.#opened)
      throw this.problem ?? new InspectorError('internal', vscode.l10n.t('the file is not open'));
    const edits = await rebaseEdits(this.#opened.uncached, this.editing.unsavedEdits());
    await this.editing.detectConflicts(this.#opened.uncached);
    return { edits, conflicts: this.editing.conflicts };
  }

  /** The file has now what was shown when `changes` were done. */
  markSaved(changes: readonly Change[]): Promise<void> {
    return this.#mutex.runExclusive(async () => {
      this.editing.markSaved(changes);
      this.#opened?.invalidate();
      const before = this.byteLength;
      // Our own stores are not a change by others; another size is.
      await this.#opened?.refresh();
      if (before !== this.byteLength) {
        this.fileRevision++;
        await this.rediscover();
      }
      await this.#shown();
    });
  }

  async #shown(compares = true): Promise<void> {
    if (compares) await this.#compare();
    this.revision++;
    this.#changed.fire();
  }

  dispose(): void {
    this.#abort.abort();
    this.#disposed.fire();
    this.#disposed.dispose();
    this.#edited.dispose();
    this.#changed.dispose();
    void this.#opened?.close();
  }
}

function permissionLost(): string {
  return vscode.l10n.t(
    'The file is no longer writable. Your edits are kept: make the file writable, or save them to another file.',
  );
}

function readOnly(uri: vscode.Uri): InspectorError {
  return new InspectorError('read-only', vscode.l10n.t('{0} is open read-only', uri.path), {
    numpyName: 'ValueError',
    action: vscode.l10n.t("Switch to mode 'r+' or 'c', or make the file writable."),
  });
}

function ofHeader(headerLength: number): InspectorError {
  return new InspectorError(
    'read-only',
    vscode.l10n.t('bytes 0 to {0} are the .npy header, which is read-only', headerLength - 1),
    { action: vscode.l10n.t('To get a file with another header, use Change Type… or Export….') },
  );
}

/** The bytes themselves told what the file is, so that other bytes of the same size may tell something else. */
function saysWhatItIs(discovery: Discovery | undefined): boolean {
  return discovery?.npy !== undefined || discovery?.npyError !== undefined || discovery?.isText === true;
}
