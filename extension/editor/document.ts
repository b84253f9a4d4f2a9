/**
 * One file as all its editors see it: its bytes, the layouts that were found for it, and what is the matter with it.
 * The drawing can be rebuilt from here at any time. Layout and selection belong to each panel, not to the document.
 */
import * as vscode from 'vscode';
import type { Abortable, ByteSource } from '../../core/bytes';
import { asInspectorError, InspectorError } from '../../core/errors';
import type { InitialState, Pages } from '../../webview/protocol/schema';
import { PAGE_BYTES } from '../../webview/protocol/schema';
import { readPages } from '../panel/pages';
import type { Discovery } from './discovery/discover';
import type { OpenedSource } from './source';
import { openSource } from './source';

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

  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires after bytes, size, problem or discovered layouts changed. */
  readonly onDidChange = this.#changed.event;
  readonly #abort = new AbortController();
  #opened: OpenedSource | undefined;
  /** Searches for a layout that were begun. */
  #searches = 0;
  /** Layouts were found for the file as it is now: a search that failed is made again. */
  #isSearched = false;
  #loading: Promise<void> | undefined;
  #refreshing: Promise<void> | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly discover: Discover,
  ) {}

  get byteLength(): number {
    return this.#opened?.source.byteLength ?? 0;
  }

  get notes(): readonly string[] {
    return this.#opened?.notes ?? [];
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
    else this.#opened = opened;
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
    if (changed || (before && !this.problem)) this.revision++;
    else if (before?.message === this.problem?.message) return;
    this.#changed.fire();
  }

  /** Whether the bytes may be others than at the last look. Rejects where the file cannot be read. */
  async #look(): Promise<boolean> {
    if (this.#opened) return this.#opened.refresh();
    await this.#open();
    return true;
  }

  /** The bytes of `pages`, as of the current revision. Rejects where the file cannot be read. */
  async readPages(pages: readonly number[], signal?: Abortable): Promise<Pages> {
    const { revision } = this;
    if (!this.#opened) throw this.problem ?? new InspectorError('internal', 'the file is not open');
    try {
      return { revision, pages: await readPages(this.#opened.source, pages, signal) };
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
      const { pages } = await this.readPages(numbers);
      return numbers.map((page, k) => ({ page, bytes: pages[k] }));
    } catch {
      return []; // The webview asks for what it needs, and shows why it is refused.
    }
  }

  dispose(): void {
    this.#abort.abort();
    this.#changed.dispose();
    void this.#opened?.close();
  }
}

/** The bytes themselves told what the file is, so that other bytes of the same size may tell something else. */
function saysWhatItIs(discovery: Discovery | undefined): boolean {
  return discovery?.npy !== undefined || discovery?.npyError !== undefined || discovery?.isText === true;
}
