/**
 * The array of an inspector panel in the stopped program: subscribes to stops, reads and writes bytes, and keeps the last
 * snapshot while the program runs. It follows its session while that lives, and the next one after that.
 */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Abortable } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import type { Measurement } from '../../webview/protocol/debugSchema';
import type { DocumentState, Pages } from '../../webview/protocol/documentState';
import type { Edit, LayoutRequest } from '../../webview/protocol/requestParams';
import type { Observer, Stop, Subscriber } from '../debug/observer';
import type { GivenLayout, Observation, Session, Subject, SubjectRequest } from '../debug/runtime';
import type { Sessions } from '../debug/sessions';
import { readPages, windowsOf } from '../panel/pages';
import { inspectorState } from './inspectorState';
import { LiveArray } from './liveArray';
import { parseLayout } from './parseLayout';

/** A step takes less time: the panel is not greyed out in between. */
const GREY_AFTER_MS = 400;
const MAX_LISTED = 200;

/** The value of a panel's expression, from stop to stop. */
export class InspectedArray implements Subscriber, vscode.Disposable {
  readonly #live = new LiveArray();
  readonly #key = randomUUID();
  readonly #disposables: { dispose(): unknown }[];
  readonly #observed = new vscode.EventEmitter<void>();
  /** Fires with every new snapshot. */
  readonly onDidObserve = this.#observed.event;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the state changes and the snapshot does not. */
  readonly onDidChange = this.#changed.event;
  readonly #settled = new vscode.EventEmitter<void>();
  readonly #renamed = new vscode.EventEmitter<string>();
  /** Fires with the new expression. */
  readonly onDidChangeExpression = this.#renamed.event;
  #layout: GivenLayout | undefined;
  #countsPages = false;
  /** A new expression is being tried: changes are not announced before it has a value. */
  #isTrying = false;
  #shownPages: readonly number[] = [];
  #session: Session | undefined;
  #greyTimer: NodeJS.Timeout | undefined;

  constructor(
    public expression: string,
    private readonly observer: Observer,
    private readonly sessions: Sessions,
  ) {
    this.#disposables = [
      this.#observed,
      this.#changed,
      this.#settled,
      this.#renamed,
      sessions.onDidChangeStatus(session => this.#statusChanged(session)),
    ];
  }

  /** Starts to follow stops. */
  start(): void {
    this.#disposables.push(this.observer.subscribe(this));
  }

  follows(session: Session): boolean {
    return this.#session === undefined || this.#session.id === session.id;
  }

  wants(): { list: number; subject: SubjectRequest } {
    const windows = windowsOf(this.#shownPages);
    return { list: MAX_LISTED, subject: { ...this.#subject(), windows, digests: this.#countsPages } };
  }

  onObservation(stop: Stop, { listing, subjects }: Observation): void {
    clearTimeout(this.#greyTimer);
    const { frame, runtime, number } = stop;
    const found = subjects.get(this.#key);
    if (!found || found instanceof InspectorError) {
      this.onError(
        stop,
        found ??
          new InspectorError(
            'not-inspectable',
            vscode.l10n.t('there was no answer for {0}', this.expression),
          ),
      );
      return;
    }
    this.#session = frame.session;
    const taken = {
      description: found.description,
      stop: number,
      sessionId: frame.session.id,
      takenAt: timeAndLocation(stop),
      language: runtime.language,
      canMeasure: runtime.measure !== undefined && found.description.unreadable === undefined,
    };
    this.#live.update(taken, found, listing);
    this.#observed.fire();
    this.#settled.fire();
  }

  onError(_stop: Stop, error: InspectorError): void {
    clearTimeout(this.#greyTimer);
    this.#live.setProblem(error);
    this.#announceChange();
    this.#settled.fire();
  }

  /** The state for the webview. */
  state(): DocumentState {
    return inspectorState({ expression: this.expression, countsPages: this.#countsPages }, this.#live);
  }

  /** The last snapshot: the array of the last stop at which the expression had a value. */
  get snapshot(): LiveArray['snapshot'] {
    return this.#live.snapshot;
  }

  /** Sets the pages to read at each stop: those on screen. */
  setShownPages(pages: readonly number[]): void {
    this.#shownPages = pages;
  }

  /** Observes again without waiting for the result. */
  refresh(): void {
    this.observer.refresh(this);
  }

  /** Observes again. Resolves when that is done, or at once where there is no stop to observe. */
  async observeAgain(): Promise<DocumentState> {
    const { stop } = this.observer;
    if (stop && this.follows(stop.frame.session)) {
      const settled = new Promise<void>(accept => {
        const listener = this.#settled.event(() => {
          listener.dispose();
          accept();
        });
      });
      this.refresh();
      await settled;
    }
    return this.state();
  }

  /** Counts, or stops counting, the pages that change from stop to stop. */
  countPages(counts: boolean): Promise<DocumentState> {
    this.#countsPages = counts;
    return this.observeAgain();
  }

  /** Reads pages of the owner, from the snapshot where they are in it. */
  async readPages(pages: readonly number[], signal: Abortable): Promise<Pages> {
    const { revision, snapshot } = this.#live;
    const kept = pages.map(page => snapshot?.pages.get(page));
    if (kept.every(bytes => bytes !== undefined)) return { revision, pages: kept };
    const { stop, subject } = this.#current();
    const source = {
      byteLength: snapshot!.description.facts.source.byteLength,
      read: (byteOffset: number, byteLength: number) =>
        stop.runtime.read(stop.frame, subject, { byteOffset, byteLength }, signal),
    };
    try {
      return { revision, pages: await readPages(source, pages, signal) };
    } catch (error) {
      if (error instanceof InspectorError && error.kind === 'memory-changed') this.refresh();
      throw error;
    }
  }

  /** Switches to another expression. Where it has no value, rejects with the reason and returns to the previous one. */
  async setExpression(text: string): Promise<DocumentState> {
    const { expression } = this;
    const layout = this.#layout;
    const hadSnapshot = this.snapshot !== undefined;
    const restore = this.#live.reset();
    this.#show(text.trim(), undefined);
    this.#shownPages = [];
    this.#isTrying = hadSnapshot;
    const state = await this.observeAgain().finally(() => (this.#isTrying = false));
    const { problem, snapshot } = this.#live;
    if (!problem || snapshot || !hadSnapshot) return state;
    restore();
    this.#show(expression, layout);
    await this.observeAgain();
    throw problem;
  }

  /** Lays out memory that has no layout of its own. */
  async setLayout(request: LayoutRequest): Promise<DocumentState> {
    this.#layout = parseLayout(request);
    return this.observeAgain();
  }

  /** Writes `edit` to the program's memory. */
  async write(edit: Edit): Promise<DocumentState> {
    const { stop, subject } = this.#current();
    await stop.runtime.write(stop.frame, subject, edit);
    return this.observeAgain();
  }

  /** Times walks along each axis in the program. */
  async measure(): Promise<Measurement> {
    const { stop, subject } = this.#current();
    if (!stop.runtime.measure)
      throw new InspectorError(
        'not-inspectable',
        vscode.l10n.t('walks can be measured only in Python programs'),
      );
    return stop.runtime.measure(stop.frame, subject);
  }

  #announceChange(): void {
    if (!this.#isTrying) this.#changed.fire();
  }

  #subject(): Subject {
    return { key: this.#key, expression: this.expression, layout: this.#layout };
  }

  #show(expression: string, layout: GivenLayout | undefined): void {
    this.expression = expression;
    this.#layout = layout;
    this.#renamed.fire(expression);
  }

  #statusChanged(session: vscode.DebugSession): void {
    if (this.#session?.id !== session.id) return;
    const status = this.sessions.statusOf(session);
    clearTimeout(this.#greyTimer);
    // The observed stop is over: nothing more comes of an observation that is pending.
    this.#settled.fire();
    if (status === 'stopped') return;
    if (status === 'ended') this.#session = undefined;
    this.#greyTimer = setTimeout(() => {
      this.#live.leaveStop(status);
      this.#announceChange();
    }, GREY_AFTER_MS);
  }

  /** The stop of the snapshot and the array's identity in it. Rejects where the program is no longer stopped there. */
  #current(): { stop: Stop; subject: Subject & { identity: string } } {
    const { stop } = this.observer;
    const { snapshot, status } = this.#live;
    if (!stop || !snapshot || status !== 'stopped' || stop.frame.session.id !== snapshot.sessionId) {
      throw new InspectorError(
        'debuggee-gone',
        vscode.l10n.t('the program is not stopped; only the bytes last read are available'),
        {
          action: vscode.l10n.t('Pause the program, or wait for the next stop.'),
        },
      );
    }
    return { stop, subject: { ...this.#subject(), identity: snapshot.description.identity } };
  }

  dispose(): void {
    clearTimeout(this.#greyTimer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** `memory.py:12, 10:02:33`. */
function timeAndLocation({ location }: Stop): string {
  const time = new Date().toLocaleTimeString();
  return location === '' ? time : `${location}, ${time}`;
}
