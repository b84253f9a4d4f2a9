/**
 * Looks at the focused frame once after each stop, for everybody who wants something of it: one evaluation serves all
 * panels and the Arrays view. Invariant: a look begins after 100 ms of quiet, and never while another is under way.
 * Whoever made a look time out is looked for apart from the others.
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
  readonly location: string;
}

/** Somebody who wants something of a stop. */
export interface Subscriber {
  follows(session: Session): boolean;
  /** What it wants of this stop. */
  wants(stop: Stop): { readonly list?: number; readonly subject?: SubjectRequest };
  onObservation(stop: Stop, observation: Observation): void;
  onError(stop: Stop, error: InspectorError): void;
}

/** The runtime for a session's type; undefined where there is none. */
export type RuntimeFor = (sessionType: string) => Runtime | undefined;

export class Observer implements vscode.Disposable {
  readonly #parties = new Set<Subscriber>();
  readonly #disposables: vscode.Disposable[];
  #clock: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  /** Those to look for at the next look. */
  #waiting = new Set<Subscriber>();
  /** Those whose last look timed out: they must not take the others along. */
  readonly #slow = new Set<Subscriber>();

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
      location: this.sessions.locationOf(session, frameId) ?? '',
    };
  }

  subscribe(party: Subscriber): vscode.Disposable {
    this.#parties.add(party);
    this.refresh(party);
    return new vscode.Disposable(() => {
      this.#parties.delete(party);
      this.#waiting.delete(party);
      this.#slow.delete(party);
    });
  }

  /** Looks for one party alone, at once: what it wants has changed. */
  refresh(party: Subscriber): void {
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
    const following = [...this.#waiting].filter(party => stop && party.follows(stop.frame.session));
    const quick = following.filter(party => !this.#slow.has(party));
    const parties = quick.length > 0 ? quick : following.slice(0, 1);
    this.#waiting = new Set(following.filter(party => !parties.includes(party)));
    if (!stop || parties.length === 0) return;
    try {
      if (!vscode.workspace.isTrusted) throw untrustedError();
      const observation = await stop.runtime.observe(stop.frame, combinedRequest(parties, stop));
      for (const party of parties) {
        this.#slow.delete(party);
        if (this.#parties.has(party)) party.onObservation(stop, observation);
      }
    } catch (error) {
      const why = asInspectorError(error);
      if (why.kind === 'timed-out') this.#suspect(parties);
      if (why.kind !== 'timed-out' || parties.length === 1) this.#failed(stop, parties, why);
    }
  }

  /** One of them took too long: from now on each is looked for by itself, after the others, until it is quick again. */
  #suspect(parties: readonly Subscriber[]): void {
    for (const party of parties) {
      if (!this.#parties.has(party)) continue;
      this.#slow.add(party);
      if (parties.length > 1) this.#waiting.add(party);
    }
  }

  #failed(stop: Stop, parties: readonly Subscriber[], error: InspectorError): void {
    // The frame went away in the meantime: the next stop is looked at anyway.
    if (error.kind === 'debuggee-gone' && this.stop?.number !== stop.number) return;
    for (const party of parties) if (this.#parties.has(party)) party.onError(stop, error);
  }

  dispose(): void {
    clearTimeout(this.#clock);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** What all of them want, as one request. */
function combinedRequest(parties: readonly Subscriber[], stop: Stop): ObserveRequest {
  const wanted = parties.map(party => party.wants(stop));
  const limit = Math.max(0, ...wanted.map(({ list }) => list ?? 0));
  const subjects = wanted.flatMap(({ subject }) => (subject ? [subject] : []));
  return { list: limit > 0 ? { limit } : undefined, subjects };
}

function untrustedError(): InspectorError {
  return new InspectorError(
    'not-inspectable',
    vscode.l10n.t('This workspace is not trusted: nothing is evaluated in its programs.'),
    {
      action: vscode.l10n.t('Trust it (Workspaces: Manage Workspace Trust) to inspect arrays.'),
    },
  );
}
