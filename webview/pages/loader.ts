/**
 * Brings the pages that the screen needs. Each drawing says what it shows and what is around it; missing pages travel
 * in batches of at most `MAX_PAGES`, those on screen first, a page is never asked for twice at a time, and a batch of
 * which nothing is wanted any more is called off. A failed page is not asked for again before `retry` or a new revision.
 */
import { InspectorError } from '../../core/errors';
import type { Pages } from '../protocol/documentState';
import { MAX_PAGES } from '../protocol/schema';
import { MAX_CACHED_PAGES, PageCache } from './cache';

export type ReadPages = (
  params: { revision: number; pages: number[] },
  signal: AbortSignal,
) => Promise<Pages>;

/** What one drawing needs, by page number: on screen now, and likely soon. */
export interface Want {
  readonly now: readonly number[];
  readonly soon: readonly number[];
}

/** A page that came along unasked. */
export interface Seed {
  readonly page: number;
  readonly bytes: Uint8Array;
  readonly below?: Uint8Array | null;
}

interface Batch {
  readonly pages: readonly number[];
  readonly abort: AbortController;
}

/** Two: one on its way while the other is being answered. */
const MAX_BATCHES = 2;

export class PageLoader {
  readonly cache = new PageCache();
  readonly #wants = new Map<string, Want>();
  readonly #batches = new Set<Batch>();
  readonly #failed = new Set<number>();
  #revision = -1;
  #stop = 0;

  constructor(
    private readonly read: ReadPages,
    private readonly onPages: () => void,
    private readonly onError: (error: InspectorError) => void,
    private readonly onWant: () => void = () => undefined,
  ) {}

  get revision(): number {
    return this.#revision;
  }

  /**
   * From now on pages of `revision` count; others are drawn until they are replaced. `stop` counts the stops of a
   * program that is debugged; `seeds` are pages of this revision that came along, so that they are not asked for.
   */
  setRevision(revision: number, stop = 0, seeds: readonly Seed[] = []): void {
    const isNewStop = stop !== this.#stop;
    if (isNewStop) this.cache.startStop(stop, this.#revision);
    this.#stop = stop;
    const isNew = revision !== this.#revision;
    if (isNew) this.#callOffAll(revision);
    for (const { page, bytes, below } of seeds) this.cache.put(page, bytes, revision, below);
    // Bytes of the same revision are drawn again at another stop: they are not changed any more.
    if (seeds.length > 0 || (isNewStop && !isNew)) this.onPages();
    if (isNew) this.#pump();
  }

  #callOffAll(revision: number): void {
    this.#revision = revision;
    this.#failed.clear();
    for (const batch of this.#batches) batch.abort.abort();
    this.#batches.clear();
  }

  /** The pages are of another source: what is here is of no use, nor to compare with. */
  forget(): void {
    this.cache.clear();
    this.onPages();
  }

  /** The pages that are on screen, in the order of the source. */
  onScreen(): number[] {
    return sorted(new Set([...this.#wants.values()].flatMap(({ now }) => now)));
  }

  /** Replaces what the drawing `who` needs. */
  want(who: string, want: Want): void {
    this.#wants.set(who, want);
    this.onWant();
    this.#callOff();
    this.#pump();
  }

  /** Asks again for what failed. */
  retry(): void {
    this.#failed.clear();
    this.#pump();
  }

  /**
   * Brings these pages whatever is on screen. False when they are too many to be at hand all at once; rejects with the
   * reason when one cannot be read.
   */
  async bring(pages: readonly number[]): Promise<boolean> {
    if (pages.length > MAX_CACHED_PAGES / 2) return false;
    const revision = this.#revision;
    const missing = pages.filter(page => !this.cache.isFresh(page, revision));
    for (let k = 0; k < missing.length; k += MAX_PAGES) {
      const part = missing.slice(k, k + MAX_PAGES);
      const answer = await this.read({ revision, pages: part }, new AbortController().signal);
      this.#keep(part, answer);
    }
    this.onPages();
    return true;
  }

  #keep(pages: readonly number[], { pages: bytes, below, revision }: Pages): void {
    pages.forEach((page, k) => this.cache.put(page, bytes[k] ?? new Uint8Array(0), revision, below?.[k]));
  }

  #callOff(): void {
    const wanted = new Set<number>();
    for (const { now, soon } of this.#wants.values()) {
      for (const page of now) wanted.add(page);
      for (const page of soon) wanted.add(page);
    }
    for (const batch of this.#batches) {
      if (batch.pages.some(page => wanted.has(page))) continue;
      this.#batches.delete(batch);
      batch.abort.abort();
    }
  }

  /** Up to `MAX_PAGES` pages to ask for next, those on screen before the others, in the order of the file. */
  #next(): number[] {
    const onTheWay = new Set([...this.#batches].flatMap(batch => batch.pages));
    const chosen = new Set<number>();
    const isMissing = (page: number): boolean =>
      !onTheWay.has(page) && !this.#failed.has(page) && !this.cache.isFresh(page, this.#revision);
    for (const want of this.#wants.values()) addUpTo(chosen, want.now.filter(isMissing));
    if (chosen.size > 0) return sorted(chosen);
    for (const { soon } of this.#wants.values()) {
      const missing = soon.filter(isMissing);
      // A few pages at the rim can wait for more: else every row scrolled would be a message.
      if (missing.length > soon.length / 4) addUpTo(chosen, missing);
    }
    return sorted(chosen);
  }

  #pump(): void {
    while (this.#revision >= 0 && this.#batches.size < MAX_BATCHES) {
      const pages = this.#next();
      if (pages.length === 0) return;
      const batch = { pages, abort: new AbortController() };
      this.#batches.add(batch);
      void this.#fetch(batch);
    }
  }

  async #fetch(batch: Batch): Promise<void> {
    const revision = this.#revision;
    try {
      const answer = await this.read({ revision, pages: [...batch.pages] }, batch.abort.signal);
      if (!this.#batches.delete(batch)) return;
      // An answer of another revision: the event that announces it is on its way, and asks again.
      if (answer.revision !== revision) return;
      this.#keep(batch.pages, answer);
      this.onPages();
    } catch (error) {
      if (!this.#batches.delete(batch)) return;
      for (const page of batch.pages) this.#failed.add(page);
      this.onError(
        error instanceof InspectorError
          ? error
          : new InspectorError('internal', String(error), { cause: error }),
      );
    }
    this.#pump();
  }
}

function addUpTo(chosen: Set<number>, pages: readonly number[]): void {
  for (const page of pages) {
    if (chosen.size >= MAX_PAGES) return;
    chosen.add(page);
  }
}

function sorted(pages: ReadonlySet<number>): number[] {
  return [...pages].sort((a, b) => a - b);
}
