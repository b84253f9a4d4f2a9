/**
 * The state of a panel's array: the snapshot of the last stop, and what has happened since. Independent of VS Code.
 * Invariant: the bytes of a snapshot belong to its description.
 */
import type { InspectorError } from '../../core/errors';
import { PAGE_BYTES } from '../../webview/protocol/schema';
import type { DebugState, Neighbour } from '../../webview/protocol/debugSchema';
import type { Description, Listing, Observed, Runtime } from '../debug/runtime';
import { neighboursOf } from '../debug/neighbours';
import { changedPages } from './digests';

/** An array at a stop. */
export interface Snapshot {
  readonly description: Description;
  readonly neighbours: readonly Neighbour[];
  readonly moreNeighbours: number;
  /** Pages of the owner that were read with it, by page number. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  readonly digests?: Uint8Array;
  readonly digestsRefused?: string;
  readonly changed?: DebugState['changedPages'];
  readonly stop: number;
  readonly sessionId: string;
  readonly takenAt: string;
  readonly language: Runtime['language'];
  readonly canMeasure: boolean;
}

/** The last snapshot and the status of the program. */
export class LiveArray {
  /** Increases with every snapshot: pages of older ones are stale. */
  revision = 0;
  status: DebugState['status'] = 'ended';
  snapshot: Snapshot | undefined;
  problem: InspectorError | undefined;
  /** The snapshot of the previous stop, to compare digests with, however often the current stop is observed. */
  #base: { readonly stop: number; readonly before?: Snapshot } | undefined;

  /** Stores the snapshot of an observation. */
  update(
    taken: Omit<Snapshot, 'neighbours' | 'moreNeighbours' | 'pages' | 'changed'>,
    observed: Observed,
    listing?: Listing,
  ): void {
    const { description } = taken;
    const found = neighboursOf(description, listing?.arrays ?? []);
    this.#noteBase(taken.stop, taken.sessionId);
    const { neighbours, more } = found;
    const snapshot = {
      ...taken,
      neighbours,
      moreNeighbours: more + (listing?.more ?? 0),
      pages: wholePages(observed),
      digests: observed.digests,
      digestsRefused: observed.digestsRefused,
    };
    this.snapshot = { ...snapshot, changed: changedPages(snapshot, this.#base?.before) };
    this.status = 'stopped';
    this.problem = undefined;
    this.revision++;
  }

  /** Records that the expression has no value to show; keeps the last snapshot. */
  setProblem(error: InspectorError): void {
    this.status = 'missing';
    this.problem = error;
  }

  /** Records that the program resumed or ended; keeps the last snapshot. */
  leaveStop(status: 'running' | 'ended'): void {
    this.status = status;
    this.problem = undefined;
  }

  /** Clears the snapshot, for another expression. Returns a function that restores it. */
  reset(): () => void {
    const { snapshot, status, problem } = this;
    const base = this.#base;
    this.snapshot = undefined;
    this.#base = undefined;
    this.problem = undefined;
    return () => {
      Object.assign(this, { snapshot, status, problem });
      this.#base = base;
      this.revision++;
    };
  }

  #noteBase(stop: number, sessionId: string): void {
    if (this.#base?.stop === stop) return;
    const before = this.snapshot?.sessionId === sessionId && this.snapshot.stop === stop - 1;
    this.#base = { stop, before: before ? this.snapshot : undefined };
  }
}

/** Splits the windows, which were requested page by page, into pages. Incomplete pages are left out. */
function wholePages({ windows, description }: Observed): Map<number, Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  const { byteLength } = description.facts.source;
  for (const { byteOffset, bytes } of windows) {
    for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
      const page = bytes.slice(at, at + PAGE_BYTES);
      const isWhole = page.length === Math.min(PAGE_BYTES, byteLength - byteOffset - at);
      if (isWhole) pages.set((byteOffset + at) / PAGE_BYTES, page);
    }
  }
  return pages;
}
