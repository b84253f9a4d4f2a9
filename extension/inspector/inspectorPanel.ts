/**
 * One panel over an expression: it takes part in every look at a stop, answers its webview's requests, and keeps the last
 * picture while the program runs. It stays with its session as long as that lives, and takes the next one after that.
 */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Abortable } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import type { CellsRequest } from '../../webview/protocol/cellsSchema';
import type { hostEvents } from '../../webview/protocol/contract';
import type { DocumentState, InitialState, Pages } from '../../webview/protocol/documentState';
import type { LayoutChoice } from '../../webview/protocol/schema';
import type { LayoutRequest } from '../../webview/protocol/requestParams';
import { serve } from '../../webview/protocol/serve';
import { viewEvents } from '../../webview/protocol/viewEvents';
import type { Measurement } from '../../webview/protocol/debugSchema';
import type { Edit } from '../../webview/protocol/requestParams';
import type { Observer, Subscriber, Stop } from '../debug/observer';
import type { GivenLayout, Observation, Session, Subject, SubjectRequest } from '../debug/runtime';
import type { Sessions } from '../debug/sessions';
import { copy } from '../panel/copyText';
import { readPages, windowsOf } from '../panel/pages';
import { portOf } from '../panel/port';
import { parseLayout } from './parseLayout';
import { locateOwnerFile } from './openOwnerFile';
import { LiveArray } from './liveArray';
import { inspectorState } from './inspectorState';

/** A step is over sooner than that: the picture does not turn grey in between. */
const GREY_AFTER_MS = 400;
const MAX_LISTED = 200;

/** Opens a file in the editor, laid out as `choice`; `text` says where that comes from. */
export type OpenInEditor = (uri: vscode.Uri, choice: LayoutChoice, text: string) => Promise<void>;

/** What a panel asks of the rest of the extension. */
export interface PanelHost {
  readonly observer: Observer;
  readonly sessions: Sessions;
  readonly inspect: (expression: string) => void;
  readonly openInEditor: OpenInEditor;
}

export class InspectorPanel implements Subscriber, vscode.Disposable {
  readonly picture = new LiveArray();
  readonly #key = randomUUID();
  readonly #peer;
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #taken = new vscode.EventEmitter<void>();
  #layout: GivenLayout | undefined;
  #countsPages = false;
  /** Another expression is tried: the webview is not told before it is known whether it has a value. */
  #isTrying = false;
  #shown: readonly number[] = [];
  #session: Session | undefined;
  #grey: NodeJS.Timeout | undefined;

  constructor(
    public expression: string,
    readonly panel: vscode.WebviewPanel,
    private readonly host: PanelHost,
  ) {
    this.#peer = serve<typeof hostEvents, typeof viewEvents>(portOf(panel.webview), this.#handlers(), {
      schemas: viewEvents,
      listeners: { pagesShown: pages => (this.#shown = pages) },
    });
    const { observer, sessions } = host;
    this.#disposables.push(
      this.#peer,
      this.#taken,
      sessions.onDidChangeStatus(session => this.#statusChanged(session)),
      observer.subscribe(this),
    );
  }

  follows(session: Session): boolean {
    return this.#session === undefined || this.#session.id === session.id;
  }

  wants(): { list: number; subject: SubjectRequest } {
    const windows = windowsOf(this.#shown);
    return { list: MAX_LISTED, subject: { ...this.#subject(), windows, digests: this.#countsPages } };
  }

  onObservation(stop: Stop, { listing, subjects }: Observation): void {
    clearTimeout(this.#grey);
    const { frame, runtime, number } = stop;
    const found = subjects.get(this.#key);
    if (!found || found instanceof InspectorError) {
      this.onError(
        stop,
        found ??
          new InspectorError('not-inspectable', vscode.l10n.t('{0} was not answered', this.expression)),
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
    this.picture.update(taken, found, listing);
    const firstPages = [...this.picture.snapshot!.pages].map(([page, bytes]) => ({ page, bytes }));
    this.#peer.send('stopped', { document: this.state(), firstPages });
    this.#taken.fire();
  }

  onError(_stop: Stop, error: InspectorError): void {
    clearTimeout(this.#grey);
    this.picture.setProblem(error);
    this.#tell();
    this.#taken.fire();
  }

  /** Copies or pastes cells: what the webview cannot do, it says itself. */
  ask(request: CellsRequest): void {
    this.#peer.send('cells', request);
  }

  state(): DocumentState {
    return inspectorState({ expression: this.expression, countsPages: this.#countsPages }, this.picture);
  }

  #tell(): void {
    if (this.#isTrying) return;
    this.#peer.send('documentChanged', this.state());
  }

  #subject(): Subject {
    return { key: this.#key, expression: this.expression, layout: this.#layout };
  }

  #statusChanged(session: vscode.DebugSession): void {
    if (this.#session?.id !== session.id) return;
    const status = this.host.sessions.statusOf(session);
    clearTimeout(this.#grey);
    // Whoever waits for a look at the stop that is over waits no longer.
    this.#taken.fire();
    if (status === 'stopped') return;
    if (status === 'ended') this.#session = undefined;
    this.#grey = setTimeout(() => {
      this.picture.leaveStop(status);
      this.#tell();
    }, GREY_AFTER_MS);
  }

  /** Looks again, and resolves when that is done, or when there is no stop to look at, or none any more. */
  async #lookAgain(): Promise<DocumentState> {
    const { stop } = this.host.observer;
    if (stop && this.follows(stop.frame.session)) {
      const taken = new Promise<void>(accept => {
        const once = this.#taken.event(() => {
          once.dispose();
          accept();
        });
      });
      this.host.observer.refresh(this);
      await taken;
    }
    return this.state();
  }

  /** The stop that the picture is of, with what names the array there; rejects where the program is not stopped in it. */
  #now(): { stop: Stop; subject: Subject & { identity: string } } {
    const { stop } = this.host.observer;
    const { snapshot, status } = this.picture;
    if (!stop || !snapshot || status !== 'stopped' || stop.frame.session.id !== snapshot.sessionId) {
      throw new InspectorError(
        'debuggee-gone',
        vscode.l10n.t('the program is not stopped: only the bytes last seen are at hand'),
        {
          action: vscode.l10n.t('Pause it, or wait for the next stop.'),
        },
      );
    }
    return { stop, subject: { ...this.#subject(), identity: snapshot.description.identity } };
  }

  #handlers(): Parameters<typeof serve>[1] {
    const { host } = this;
    return {
      ready: () => this.#initialState(),
      readPages: ({ pages }, signal) => this.#readPages(pages, signal),
      retry: () => this.#lookAgain(),
      setLayout: request => this.#setLayout(request),
      setExpression: text => this.#setExpression(text),
      inspect: expression => (host.inspect(expression), Promise.resolve(null)),
      openOwnerFile: async () => (await this.#openOwnerFile(), null),
      countPages: counts => {
        this.#countsPages = counts;
        return this.#lookAgain();
      },
      writeBytes: edit => this.#write(edit),
      measure: () => this.#measure(),
      copyText: async text => (await copy(text), null),
    };
  }

  #initialState(): Promise<InitialState> {
    const pages = [...(this.picture.snapshot?.pages ?? [])];
    return Promise.resolve({
      document: this.state(),
      firstPages: pages.map(([page, bytes]) => ({ page, bytes })),
    });
  }

  async #readPages(pages: readonly number[], signal: Abortable): Promise<Pages> {
    const { revision, snapshot } = this.picture;
    const kept = pages.map(page => snapshot?.pages.get(page));
    if (kept.every(bytes => bytes !== undefined)) return { revision, pages: kept };
    const { stop, subject } = this.#now();
    const source = {
      byteLength: snapshot!.description.facts.source.byteLength,
      read: (byteOffset: number, byteLength: number) =>
        stop.runtime.read(stop.frame, subject, { byteOffset, byteLength }, signal),
    };
    try {
      return { revision, pages: await readPages(source, pages, signal) };
    } catch (error) {
      if (error instanceof InspectorError && error.kind === 'memory-changed')
        this.host.observer.refresh(this);
      throw error;
    }
  }

  /** Shows another expression; the old one stays where the new one has no value, and the error says why. */
  async #setExpression(text: string): Promise<DocumentState> {
    const { expression } = this;
    const layout = this.#layout;
    const hadPicture = this.picture.snapshot !== undefined;
    const bringBack = this.picture.reset();
    this.#show(text.trim(), undefined);
    this.#shown = [];
    this.#isTrying = hadPicture;
    const state = await this.#lookAgain().finally(() => (this.#isTrying = false));
    const { problem, snapshot } = this.picture;
    if (!problem || snapshot || !hadPicture) return state;
    bringBack();
    this.#show(expression, layout);
    await this.#lookAgain();
    throw problem;
  }

  #show(expression: string, layout: GivenLayout | undefined): void {
    this.expression = expression;
    this.panel.title = expression;
    this.#layout = layout;
  }

  async #setLayout(request: LayoutRequest): Promise<DocumentState> {
    this.#layout = parseLayout(request);
    return this.#lookAgain();
  }

  async #openOwnerFile(): Promise<void> {
    const { snapshot } = this.picture;
    if (!snapshot) throw new InspectorError('not-inspectable', vscode.l10n.t('there is no array yet'));
    const { path, choice } = await locateOwnerFile(snapshot.description);
    const text = vscode.l10n.t('{0} at {1}', this.expression, snapshot.takenAt);
    await this.host.openInEditor(vscode.Uri.file(path), choice, text);
  }

  async #write(edit: Edit): Promise<DocumentState> {
    const { stop, subject } = this.#now();
    await stop.runtime.write(stop.frame, subject, edit);
    return this.#lookAgain();
  }

  async #measure(): Promise<Measurement> {
    const { stop, subject } = this.#now();
    if (!stop.runtime.measure)
      throw new InspectorError('not-inspectable', vscode.l10n.t('walks are timed in Python only'));
    return stop.runtime.measure(stop.frame, subject);
  }

  dispose(): void {
    clearTimeout(this.#grey);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** `memory.py:12, 10:02:33`. */
function timeAndLocation({ location }: Stop): string {
  const time = new Date().toLocaleTimeString();
  return location === '' ? time : `${location}, ${time}`;
}
