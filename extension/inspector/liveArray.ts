/**
 * What is known of the array that a panel shows: the picture of the last stop, and what has become of it since. Pure
 * state without VS Code; the panel tells it what happens. Invariant: bytes are only ever those of the description.
 */
import type { InspectorError } from '../../core/errors';
import { PAGE_BYTES } from '../../webview/protocol/schema';
import type { DebugState, Neighbour } from '../../webview/protocol/debugSchema';
import type { Description, Listing, Observed, Runtime } from '../debug/runtime';
import { neighboursOf } from '../debug/neighbours';
import { changedPages } from './digests';

export interface Snapshot {
  readonly description: Description;
  readonly neighbours: readonly Neighbour[];
  readonly moreNeighbours: number;
  /** Pages of the owner that came along, by number. */
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

export class LiveArray {
  /** Grows with every picture: pages of an older one are stale. */
  revision = 0;
  status: DebugState['status'] = 'ended';
  snapshot: Snapshot | undefined;
  problem: InspectorError | undefined;
  /** The first digests of a stop, with those of the stop before: to compare with, however often a stop is looked at. */
  #base: { readonly stop: number; readonly before?: Snapshot } | undefined;

  /** A new picture was taken. */
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

  /** The expression has no value that can be shown: the last picture stays. */
  setProblem(error: InspectorError): void {
    this.status = 'missing';
    this.problem = error;
  }

  /** The program went on or ended: the last picture stays. */
  leaveStop(status: 'running' | 'ended'): void {
    this.status = status;
    this.problem = undefined;
  }

  /** Another expression is shown from now on. Gives back what brings the last picture of this one back. */
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

/** The windows as pages: they were asked for page by page. A page of which a part is missing is left out. */
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
