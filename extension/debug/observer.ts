/**
 * Looks at the focused frame once after each stop, for everybody who wants something of it: one evaluation serves all
 * panels and the Arrays view. Invariant: a look begins after 100 ms of quiet, and never while another is under way.
 * Whoever asks for what takes too long is looked for alone from then on, after the others: they do not wait for it.
 */
import * as vscode from 'vscode';
import { asInspectorError, InspectorError } from '../../core/errors';
import type { Frame, Observation, ObserveRequest, Runtime, Session, SubjectRequest } from './runtime';
import type { Sessions } from './sessions';

const QUIET_MS = 100;

/** A focused frame that is stopped. */
export interface Stop {
  readonly frame: Frame;
  readonly runtime: Runtime;
  /** Counts the stops of the session. */
  readonly number: number;
  /** `memory.py:12`. */
  readonly place: string;
}

/** Somebody who wants something of a stop. */
export interface Party {
  follows(session: Session): boolean;
  /** What it wants of this stop. */
  wants(stop: Stop): { readonly list?: number; readonly subject?: SubjectRequest };
  take(stop: Stop, observation: Observation): void;
  fail(stop: Stop, error: InspectorError): void;
}

/** The runtime for a session's type; undefined where there is none. */
export type RuntimeFor = (sessionType: string) => Runtime | undefined;

export class Observer implements vscode.Disposable {
  readonly #parties = new Set<Party>();
  readonly #disposables: vscode.Disposable[];
  #clock: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  /** Those to look for at the next look; all where it is undefined. */
  #waiting = new Set<Party>();

  /** Those who were not answered in time: alone, or together with one who takes too long. */
  readonly #slow = new Set<Party>();

  constructor(
    private readonly sessions: Sessions,
    private readonly runtimeFor: RuntimeFor,
  ) {
    this.#disposables = [
      vscode.debug.onDidChangeActiveStackItem(() => this.#lookSoon()),
      sessions.onDidStore(() => this.#lookSoon()),
    ];
  }

  /** The focused frame, if it is stopped and there is a runtime for it. */
  get stop(): Stop | undefined {
    const item = vscode.debug.activeStackItem;
    if (!(item instanceof vscode.DebugStackFrame)) return undefined;
    const { session, threadId, frameId } = item;
    const runtime = this.runtimeFor(session.type);
    if (!runtime || this.sessions.statusOf(session) !== 'stopped') return undefined;
    return {
      frame: { session, threadId, frameId, capabilities: this.sessions.capabilitiesOf(session) },
      runtime,
      number: this.sessions.stopsOf(session),
      place: this.sessions.placeOf(session, frameId) ?? '',
    };
  }

  add(party: Party): vscode.Disposable {
    this.#parties.add(party);
    this.refresh(party);
    return new vscode.Disposable(() => {
      this.#parties.delete(party);
      this.#waiting.delete(party);
      this.#slow.delete(party);
    });
  }

  /** Looks for one party alone, at once: what it wants has changed. */
  refresh(party: Party): void {
    this.#waiting.add(party);
    if (this.#clock === undefined) void this.#look();
  }

  #lookSoon(): void {
    clearTimeout(this.#clock);
    this.#clock = setTimeout(() => {
      this.#clock = undefined;
      for (const party of this.#parties) this.#waiting.add(party);
      void this.#look();
    }, QUIET_MS);
  }

  /** One look at a time; whoever comes while it is under way is served by the next. */
  #look(): Promise<void> {
    return (this.#looking ??= this.#lookNow().finally(() => {
      this.#looking = undefined;
      if (this.#waiting.size > 0 && this.stop) void this.#look();
    }));
  }

  async #lookNow(): Promise<void> {
    const { stop } = this;
    const parties = [...this.#waiting].filter(party => stop && party.follows(stop.frame.session));
    this.#waiting = new Set();
    if (!stop) return;
    const slow = parties.filter(party => this.#slow.has(party));
    const quick = parties.filter(party => !this.#slow.has(party));
    for (const group of [quick, ...slow.map(party => [party])])
      if (group.length > 0 && this.stop?.number === stop.number) await this.#lookFor(stop, group);
  }

  async #lookFor(stop: Stop, parties: readonly Party[]): Promise<void> {
    try {
      if (!vscode.workspace.isTrusted) throw notTrusted();
      const observation = await stop.runtime.observe(stop.frame, together(parties, stop));
      for (const party of parties) {
        this.#slow.delete(party);
        if (this.#parties.has(party)) party.take(stop, observation);
      }
    } catch (error) {
      this.#failed(stop, parties, asInspectorError(error));
    }
  }

  #failed(stop: Stop, parties: readonly Party[], error: InspectorError): void {
    // The frame went away in the meantime: the next stop is looked at anyway.
    if (error.kind === 'debuggee-gone' && this.stop?.number !== stop.number) return;
    if (error.kind === 'timed-out') {
      for (const party of parties) if (this.#parties.has(party)) this.#slow.add(party);
      // Who of them took too long is found out by looking for each alone.
      if (parties.length > 1) {
        for (const party of parties) if (this.#parties.has(party)) this.#waiting.add(party);
        return;
      }
    }
    for (const party of parties) if (this.#parties.has(party)) party.fail(stop, error);
  }

  dispose(): void {
    clearTimeout(this.#clock);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** What all of them want, as one request. */
function together(parties: readonly Party[], stop: Stop): ObserveRequest {
  const wanted = parties.map(party => party.wants(stop));
  const limit = Math.max(0, ...wanted.map(({ list }) => list ?? 0));
  const subjects = wanted.flatMap(({ subject }) => (subject ? [subject] : []));
  return { list: limit > 0 ? { limit } : undefined, subjects };
}

function notTrusted(): InspectorError {
  return new InspectorError(
    'not-inspectable',
    'This workspace is not trusted: nothing is evaluated in its programs.',
    {
      action: 'Trust it (Workspaces: Manage Workspace Trust) to inspect arrays.',
    },
  );
}
