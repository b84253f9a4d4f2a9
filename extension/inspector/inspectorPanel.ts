/** The panel over an array of a stopped program: connects its webview to the array, and answers the webview's requests. */
import * as vscode from 'vscode';
import { InspectorError } from '../../core/errors';
import type { CellsRequest } from '../../webview/protocol/cellsSchema';
import type { hostEvents } from '../../webview/protocol/contract';
import type { InitialState } from '../../webview/protocol/documentState';
import type { LayoutChoice } from '../../webview/protocol/schema';
import { serve } from '../../webview/protocol/serve';
import { viewEvents } from '../../webview/protocol/viewEvents';
import type { Observer } from '../debug/observer';
import type { Sessions } from '../debug/sessions';
import { copy } from '../panel/copyText';
import { portOf } from '../panel/port';
import { InspectedArray } from './inspectedArray';
import { locateOwnerFile } from './openOwnerFile';

/** Opens a file in the editor, laid out as `choice`; `text` says where the layout comes from. */
export type OpenInEditor = (uri: vscode.Uri, choice: LayoutChoice, text: string) => Promise<void>;

/** The services of the extension that a panel uses. */
export interface PanelHost {
  readonly observer: Observer;
  readonly sessions: Sessions;
  readonly inspect: (expression: string) => void;
  readonly openInEditor: OpenInEditor;
}

/** Sends each change of its array to the webview. */
export class InspectorPanel implements vscode.Disposable {
  readonly array: InspectedArray;
  readonly #peer;
  readonly #disposables: readonly { dispose(): unknown }[];

  constructor(
    expression: string,
    readonly panel: vscode.WebviewPanel,
    private readonly host: PanelHost,
  ) {
    this.array = new InspectedArray(expression, host.observer, host.sessions);
    this.#peer = serve<typeof hostEvents, typeof viewEvents>(portOf(panel.webview), this.#handlers(), {
      schemas: viewEvents,
      listeners: { pagesShown: pages => this.array.setShownPages(pages) },
    });
    this.#disposables = [
      this.#peer,
      this.array,
      this.array.onDidObserve(() => this.#peer.send('stopped', this.#initialState())),
      this.array.onDidChange(() => this.#peer.send('documentChanged', this.array.state())),
      this.array.onDidChangeExpression(text => (panel.title = text)),
    ];
    this.array.start();
  }

  /** Asks the webview to copy or paste cells; it reports problems itself. */
  ask(request: CellsRequest): void {
    this.#peer.send('cells', request);
  }

  #handlers(): Parameters<typeof serve>[1] {
    const { array, host } = this;
    return {
      ready: () => Promise.resolve(this.#initialState()),
      readPages: ({ pages }, signal) => array.readPages(pages, signal),
      retry: () => array.observeAgain(),
      setLayout: request => array.setLayout(request),
      setExpression: text => array.setExpression(text),
      inspect: expression => (host.inspect(expression), Promise.resolve(null)),
      openOwnerFile: async () => (await this.#openOwnerFile(), null),
      countPages: counts => array.countPages(counts),
      writeBytes: edit => array.write(edit),
      measure: () => array.measure(),
      copyText: async text => (await copy(text), null),
    };
  }

  #initialState(): InitialState {
    const pages = [...(this.array.snapshot?.pages ?? [])];
    return {
      document: this.array.state(),
      firstPages: pages.map(([page, bytes]) => ({ page, bytes })),
    };
  }

  async #openOwnerFile(): Promise<void> {
    const { snapshot, expression } = this.array;
    if (!snapshot) throw new InspectorError('not-inspectable', vscode.l10n.t('there is no array yet'));
    const { path, choice } = await locateOwnerFile(snapshot.description);
    const text = vscode.l10n.t('{0} at {1}', expression, snapshot.takenAt);
    await this.host.openInEditor(vscode.Uri.file(path), choice, text);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}
