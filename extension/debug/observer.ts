/**
 * Observes the focused frame once after each stop, for all subscribers: one evaluation serves all panels and the Arrays
 * view. Invariant: an observation starts after 100 ms without events, and never while another is running. A subscriber
 * whose request timed out is served separately from then on.
 */
import * as vscode from 'vscode';
import { asInspectorError, InspectorError } from '../../core/errors';
import type { Frame, Observation, ObserveRequest, Runtime, Session, SubjectRequest } from './runtime';
import type { Sessions } from './sessions';

const QUIET_MS = 100;

/** The focused frame of a stopped program. */
export interface Stop {
  readonly frame: Frame;
  readonly runtime: Runtime;
  /** How many times the session has stopped so far. */
  readonly number: number;
  /** Source file and line, as in `memory.py:12`; empty where unknown. */
  readonly location: string;
}

/** Receives the observation of each stop, or the error that prevented it. */
export interface Subscriber {
  /** Whether stops of `session` are of interest. */
  follows(session: Session): boolean;
  /** The part of the observation that this subscriber needs. */
  wants(stop: Stop): { readonly list?: number; readonly subject?: SubjectRequest };
  onObservation(stop: Stop, observation: Observation): void;
  onError(stop: Stop, error: InspectorError): void;
}

/** Returns the runtime for a session type, or undefined where there is none. */
export type RuntimeFor = (sessionType: string) => Runtime | undefined;

/** Shares one observation of each stop among its subscribers. */
export class Observer implements vscode.Disposable {
  readonly #subscribers = new Set<Subscriber>();
  readonly #disposables: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #observing: Promise<void> | undefined;
  /** Subscribers of the next observation. */
  #waiting = new Set<Subscriber>();
  /** Subscribers whose last request timed out: they must not make the others fail. */
  readonly #slow = new Set<Subscriber>();

  constructor(
    private readonly sessions: Sessions,
    private readonly runtimeFor: RuntimeFor,
  ) {
    this.#disposables = [
      vscode.debug.onDidChangeActiveStackItem(() => this.#schedule()),
      sessions.onDidStore(() => this.#schedule()),
    ];
  }

  /** The focused frame, if it is stopped and has a runtime. */
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

  subscribe(subscriber: Subscriber): vscode.Disposable {
    this.#subscribers.add(subscriber);
    this.refresh(subscriber);
    return new vscode.Disposable(() => {
      this.#subscribers.delete(subscriber);
      this.#waiting.delete(subscriber);
      this.#slow.delete(subscriber);
    });
  }

  /** Observes at once for this subscriber alone: its request has changed. */
  refresh(subscriber: Subscriber): void {
    this.#waiting.add(subscriber);
    if (this.#timer === undefined) void this.#observe();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const subscriber of this.#subscribers) this.#waiting.add(subscriber);
      void this.#observe();
    }, QUIET_MS);
  }

  /** One observation at a time: who subscribes during it is served by the next. */
  #observe(): Promise<void> {
    return (this.#observing ??= this.#observeNow().finally(() => {
      this.#observing = undefined;
      if (this.#waiting.size > 0 && this.stop) void this.#observe();
    }));
  }

  async #observeNow(): Promise<void> {
    const { stop } = this;
    const following = [...this.#waiting].filter(subscriber => stop && subscriber.follows(stop.frame.session));
    const fast = following.filter(subscriber => !this.#slow.has(subscriber));
    const subscribers = fast.length > 0 ? fast : following.slice(0, 1);
    this.#waiting = new Set(following.filter(subscriber => !subscribers.includes(subscriber)));
    if (!stop || subscribers.length === 0) return;
    try {
      if (!vscode.workspace.isTrusted) throw untrustedError();
      const observation = await stop.runtime.observe(stop.frame, combinedRequest(subscribers, stop));
      for (const subscriber of subscribers) {
        this.#slow.delete(subscriber);
        if (this.#subscribers.has(subscriber)) subscriber.onObservation(stop, observation);
      }
    } catch (error) {
      const problem = asInspectorError(error);
      if (problem.kind === 'timed-out') this.#markSlow(subscribers);
      if (problem.kind !== 'timed-out' || subscribers.length === 1)
        this.#reportError(stop, subscribers, problem);
    }
  }

  /** One of them took too long: serves each on its own, after the others, until it is fast again. */
  #markSlow(subscribers: readonly Subscriber[]): void {
    for (const subscriber of subscribers) {
      if (!this.#subscribers.has(subscriber)) continue;
      this.#slow.add(subscriber);
      if (subscribers.length > 1) this.#waiting.add(subscriber);
    }
  }

  #reportError(stop: Stop, subscribers: readonly Subscriber[], error: InspectorError): void {
    // The frame is gone: the next stop is observed anyway.
    if (error.kind === 'debuggee-gone' && this.stop?.number !== stop.number) return;
    for (const subscriber of subscribers)
      if (this.#subscribers.has(subscriber)) subscriber.onError(stop, error);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** The requests of all subscribers as one. */
function combinedRequest(subscribers: readonly Subscriber[], stop: Stop): ObserveRequest {
  const wanted = subscribers.map(subscriber => subscriber.wants(stop));
  const limit = Math.max(0, ...wanted.map(({ list }) => list ?? 0));
  const subjects = wanted.flatMap(({ subject }) => (subject ? [subject] : []));
  return { list: limit > 0 ? { limit } : undefined, subjects };
}

function untrustedError(): InspectorError {
  return new InspectorError(
    'not-inspectable',
    vscode.l10n.t('This workspace is not trusted, so no code is evaluated in its programs.'),
    {
      action: vscode.l10n.t('To inspect arrays, trust it with Workspaces: Manage Workspace Trust.'),
    },
  );
}
