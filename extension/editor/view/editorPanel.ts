/**
 * One editor of a document: it answers its webview's requests and holds what belongs to this view alone, the layout.
 */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { InspectorError } from '../../../core/errors';
import type { CellsRequest } from '../../../webview/protocol/cellsSchema';
import type { hostEvents } from '../../../webview/protocol/contract';
import type {
  Candidate,
  DocumentState,
  EditingState,
  InitialState,
} from '../../../webview/protocol/documentState';
import { traitsOf } from '../../../webview/protocol/origins';
import type { Mode } from '../../../webview/protocol/schema';
import type { FocusedItem, ShownView } from '../../../webview/protocol/viewEvents';
import type { LayoutRequest } from '../../../webview/protocol/requestParams';
import { serve } from '../../../webview/protocol/serve';
import { viewEvents } from '../../../webview/protocol/viewEvents';
import { copy } from '../../panel/copyText';
import { portOf } from '../../panel/port';
import type { ArrayPlace } from '../../tasks/task';
import { isSameLayout } from '../../discovery/fit';
import type { LayoutStore } from '../../discovery/rememberedLayouts';
import { forget, remember } from '../../discovery/rememberedLayouts';
import type { MemoryDocument } from '../document/memoryDocument';
import { runFind } from './findRequests';
import { resolveLayoutRequest } from './layoutRequest';
import { memmapLine, npyLoadLine } from './memmapLine';
import { openAsText, openLocation } from './openLocation';
import { PanelTasks } from './panelTasks';
import { documentBytesPlace, documentPlace } from '../document/arrayPlace';
import { documentState } from './viewState';

export class EditorPanel implements vscode.Disposable {
  readonly #disposables: { dispose(): unknown }[] = [];
  readonly #peer;
  readonly #focus = new vscode.EventEmitter<FocusedItem | undefined>();
  /** Fires with the item that has the focus in this panel. */
  readonly onDidFocus = this.#focus.event;
  /** What the user chose in this panel; the document's discovery decides until then. */
  #chosen: Candidate | undefined;
  focused: FocusedItem | undefined;
  /** The view that is drawn, once the webview has said so. */
  #shown: ShownView | undefined;
  /** The pages of bytes on screen. */
  #onScreen: readonly number[] = [];
  /** Statistics and pictures of what is shown. */
  readonly tasks: PanelTasks;

  constructor(
    readonly document: MemoryDocument,
    readonly panel: vscode.WebviewPanel,
    private readonly store: LayoutStore,
  ) {
    this.#peer = serve<typeof hostEvents, typeof viewEvents>(portOf(panel.webview), this.#handlers(), {
      schemas: viewEvents,
      listeners: {
        focusChanged: item => {
          this.focused = item ?? undefined;
          this.#focus.fire(this.focused);
        },
        viewChanged: view => {
          this.#shown = view;
          this.tasks.viewDrawn();
        },
        task: request => this.tasks.handle(request),
        pagesShown: pages => {
          this.#onScreen = pages;
        },
        save: () => void vscode.commands.executeCommand('workbench.action.files.save'),
      },
    });
    this.tasks = new PanelTasks({
      uri: document.uri,
      fileName: basename(document.uri.path),
      get revision() {
        return document.revision;
      },
      place: part => this.place(part),
      send: event => this.#peer.send('task', event),
    });
    this.#disposables.push(
      this.tasks,
      new vscode.Disposable(() => this.#peer.dispose()),
      this.#focus,
      document.watchPages(() => (panel.visible ? this.#onScreen : [])),
      document.onDidChange(() => this.#peer.send('documentChanged', this.state())),
    );
  }

  /** The layout drawn now. */
  get chosen(): Candidate | undefined {
    return this.#chosen ?? this.document.discovery?.chosen;
  }

  /** Remembers the layout that is drawn for another name of the file, where the bytes by themselves would not tell it. */
  async rememberFor(uri: string): Promise<void> {
    const { chosen, document } = this;
    if (!chosen || traitsOf(chosen.origin).isFromBytes) return;
    await remember(this.store, uri, chosen.choice, document.byteLength, document.discovery?.npy?.hash);
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
      candidates: found.filter(({ choice }) => !this.chosen || !isSameLayout(choice, this.chosen.choice)),
      headerLength: document.headerLength,
      isText: discovery?.isText ?? false,
      notes: [...document.notes, ...(discovery?.problems ?? [])],
      problem: document.problem ?? this.#headerProblem(),
      mode: document.mode,
      editing: editingState(document),
    });
  }

  /** Draws the layout that was typed and remembers it for the file. Throws where it cannot be. */
  async setLayout(request: LayoutRequest): Promise<DocumentState> {
    const { problem, isOpen } = this.document;
    if (problem && !isOpen) throw problem;
    const choice = resolveLayoutRequest(request, this.chosen?.choice, this.document.byteLength);
    return this.#choose({ choice, origin: { kind: 'user', text: vscode.l10n.t('chosen by you') } });
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

  /** Text of the slice that is drawn; empty for the whole array. */
  get slice(): string {
    return this.#shown?.slice ?? '';
  }

  /**
   * The array as tasks take it, with its unsaved edits: the slice that is drawn, or the whole. Throws where the file is
   * not a local one, or has no layout that fits.
   */
  place({ isWhole }: { readonly isWhole: boolean }): ArrayPlace {
    return documentPlace(this.document, this.state().facts, isWhole ? undefined : this.#shown);
  }

  goTo(text: string): void {
    this.#peer.send('goTo', text);
  }

  /** Opens the bar that finds. */
  openFind(): void {
    this.#peer.send('find', null);
  }

  /** Copies or pastes cells: what the webview cannot do, it says itself. */
  ask(request: CellsRequest): void {
    this.#peer.send('cells', request);
  }

  /** The line of Python that opens this file as it is drawn; undefined where nothing is. */
  memmapLine(): string | undefined {
    const { chosen, document } = this;
    if (!chosen) return undefined;
    return chosen.origin.kind === 'npy'
      ? npyLoadLine(this.#path(), document.mode)
      : memmapLine(this.#path(), document.mode, chosen.choice);
  }

  /** A broken `.npy` header matters until somebody says what the bytes are. */
  #headerProblem(): InspectorError | undefined {
    const { chosen, document } = this;
    const isGuess = chosen !== undefined && traitsOf(chosen.origin).certainty === 'guessed';
    return isGuess ? document.discovery?.npyError : undefined;
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
      writeBytes: async edit => {
        await document.edit([edit], vscode.l10n.t('Edit Value'));
        return this.state();
      },
      change: async ({ label, edits }) => {
        await document.edit(edits, label === 'Paste' ? vscode.l10n.t('Paste') : vscode.l10n.t('Fill'));
        return this.state();
      },
      setMode: mode => {
        document.setMode(mode);
        return Promise.resolve(this.state());
      },
      find: (request, signal) => {
        const place =
          request.what === 'bytes' ? documentBytesPlace(document) : this.place({ isWhole: false });
        return runFind(place, request, signal, news => this.#peer.send('find', news));
      },
      retry: async () => {
        await document.refresh();
        return this.state();
      },
      openAsText: async ({ always }) => (await openAsText(document.uri, always), null),
      openOrigin: async () => (await openLocation(this.chosen?.origin.location), null),
      copyText: async text => (await copy(text), null),
      copyMemmapLine: async () => (await copy(this.memmapLine() ?? ''), null),
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

const MAX_CONFLICTS = 1000;
const MODES: readonly Mode[] = ['r', 'r+', 'c'];

function editingState(document: MemoryDocument): EditingState {
  const { editing, mode } = document;
  const { conflicts } = editing;
  const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);
  return {
    fileRevision: document.fileRevision,
    refusal: mode === 'r' ? vscode.l10n.t("Not editable in mode 'r': choose r+ in the bar above") : undefined,
    modes: MODES.filter(one => one === mode || document.supportsMode(one)),
    unsavedBytes: sum(editing.overlay.runs.map(({ bytes }) => bytes.length)),
    conflicts: conflicts.slice(0, MAX_CONFLICTS),
    conflictBytes: sum(conflicts.map(({ byteLength }) => byteLength)),
  };
}

/** A layout that was offered, once the user has taken it: where it is written stays one click away. */
function asChosen({ choice, origin }: Candidate): Candidate {
  const text = vscode.l10n.t('chosen by you, {0}', origin.text);
  return { choice, origin: { ...origin, kind: 'user', text } };
}
