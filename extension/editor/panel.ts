/**
 * One editor of a document: it answers its webview's requests and holds what belongs to this view alone, the layout.
 */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { InspectorError } from '../../core/errors';
import type { hostEvents } from '../../webview/protocol/contract';
import { viewEvents } from '../../webview/protocol/contract';
import type {
  Candidate,
  DocumentState,
  FocusedItem,
  InitialState,
  LayoutRequest,
} from '../../webview/protocol/schema';
import { serve } from '../../webview/protocol/serve';
import { portOf } from '../panel/port';
import { sameChoice } from './discovery/fit';
import type { Store } from './discovery/remembered';
import { forget, remember } from './discovery/remembered';
import type { MemoryDocument } from './document';
import { resolveRequest } from './layoutRequest';
import { memmapLine, npyLoadLine } from './memmapLine';
import { openAsText, openLocation } from './open';
import { documentState } from './state';

export class EditorPanel implements vscode.Disposable {
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #peer;
  readonly #focus = new vscode.EventEmitter<FocusedItem | undefined>();
  /** Fires with the item that has the focus in this panel. */
  readonly onDidFocus = this.#focus.event;
  /** What the user chose in this panel; the document's discovery decides until then. */
  #chosen: Candidate | undefined;
  focused: FocusedItem | undefined;

  constructor(
    readonly document: MemoryDocument,
    readonly panel: vscode.WebviewPanel,
    private readonly store: Store,
  ) {
    this.#peer = serve<typeof hostEvents, typeof viewEvents>(portOf(panel.webview), this.#handlers(), {
      schemas: viewEvents,
      listeners: {
        focusChanged: item => {
          this.focused = item;
          this.#focus.fire(item);
        },
      },
    });
    this.#disposables.push(
      new vscode.Disposable(() => this.#peer.dispose()),
      this.#focus,
      document.onDidChange(() => this.#peer.send('documentChanged', this.state())),
    );
  }

  /** The layout drawn now. */
  get chosen(): Candidate | undefined {
    return this.#chosen ?? this.document.discovery?.chosen;
  }

  state(): DocumentState {
    const { document } = this;
    const { discovery } = document;
    const found = discovery ? [discovery.chosen, ...discovery.runnersUp] : [];
    return documentState({
      revision: document.revision,
      id: document.uri.toString(),
      fileName: basename(document.uri.path),
      path: this.#path(),
      byteLength: document.byteLength,
      chosen: this.chosen,
      candidates: found.filter(({ choice }) => !this.chosen || !sameChoice(choice, this.chosen.choice)),
      headerLength: discovery?.npy?.headerLength ?? 0,
      isText: discovery?.isText ?? false,
      notes: [...document.notes, ...(discovery?.problems ?? [])],
      problem: document.problem ?? this.#headerProblem(),
    });
  }

  /** Draws the layout that was typed and remembers it for the file. Throws where it cannot be. */
  async setLayout(request: LayoutRequest): Promise<DocumentState> {
    const { problem, isOpen } = this.document;
    if (problem && !isOpen) throw problem;
    const choice = resolveRequest(request, this.chosen?.choice, this.document.byteLength);
    return this.#choose({ choice, origin: { kind: 'user', text: vscode.l10n.t('your choice') } });
  }

  /** As `setLayout`, from outside the webview: it is told. */
  async applyLayout(request: LayoutRequest): Promise<void> {
    this.#peer.send('documentChanged', await this.setLayout(request));
  }

  /** Draws `candidate` in this panel, without remembering it for the file. */
  show(candidate: Candidate): void {
    this.#chosen = candidate;
    if (this.document.isOpen) this.#peer.send('documentChanged', this.state());
  }

  goTo(text: string): void {
    this.#peer.send('goTo', text);
  }

  /** The line of Python that opens this file as it is drawn; undefined where nothing is. */
  memmapLine(): string | undefined {
    const { chosen } = this;
    if (!chosen) return undefined;
    return chosen.origin.kind === 'npy'
      ? npyLoadLine(this.#path(), 'r')
      : memmapLine(this.#path(), 'r', chosen.choice);
  }

  /** A broken `.npy` header matters until somebody says what the bytes are. */
  #headerProblem(): InspectorError | undefined {
    const says = this.chosen?.origin.kind;
    return says === 'guess' || says === 'fallback' ? this.document.discovery?.npyError : undefined;
  }

  #path(): string {
    const { uri } = this.document;
    return uri.scheme === 'file' ? uri.fsPath : uri.toString();
  }

  async #choose(candidate: Candidate): Promise<DocumentState> {
    this.#chosen = candidate;
    const { uri, byteLength, discovery } = this.document;
    await remember(this.store, uri.toString(), candidate.choice, byteLength, discovery?.npy?.hash);
    return this.state();
  }

  #handlers(): Parameters<typeof serve>[1] {
    const { document } = this;
    return {
      ready: () => this.#initialState(),
      readPages: ({ pages }, signal) => document.readPages(pages, signal),
      setLayout: request => this.setLayout(request),
      chooseCandidate: k => {
        const candidate = this.state().candidates.at(k);
        return candidate ? this.#choose(asChosen(candidate)) : Promise.resolve(this.state());
      },
      forgetLayout: async () => {
        this.#chosen = undefined;
        await forget(this.store, document.uri.toString());
        await document.rediscover();
        return this.state();
      },
      retry: async () => {
        await document.refresh();
        return this.state();
      },
      openAsText: async ({ always }) => (await openAsText(document.uri, always), null),
      openOrigin: async () => (await openLocation(this.chosen?.origin.location), null),
      copyText: async text => (await vscode.env.clipboard.writeText(text), null),
      copyMemmapLine: async () => (await vscode.env.clipboard.writeText(this.memmapLine() ?? ''), null),
    };
  }

  async #initialState(): Promise<InitialState> {
    await this.document.load();
    const state = this.state();
    return { document: state, firstPages: await this.document.firstPages(state.facts?.layout.offset ?? 0) };
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** A layout that was offered, once the user has taken it: where it is written stays one click away. */
function asChosen({ choice, origin }: Candidate): Candidate {
  const text = vscode.l10n.t('your choice, {0}', origin.text);
  return { choice, origin: { ...origin, kind: 'user', text } };
}
