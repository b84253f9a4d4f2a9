/** The panels: one for each expression that is inspected, opened beside the code, and found again after a reload. */
import * as vscode from 'vscode';
import { PANEL_VIEW_TYPE } from '../ids';
import type { Observer } from '../debug/observer';
import type { Sessions } from '../debug/sessions';
import { appHtml } from '../panel/html';
import type { OpenInEditor } from './inspectorPanel';
import { InspectorPanel } from './inspectorPanel';

/** What a webview keeps of itself: the expression stands where a file's name does. */
interface SavedState {
  readonly fileName?: unknown;
}

export class Panels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<InspectorPanel>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly observer: Observer,
    private readonly sessions: Sessions,
    private readonly openInEditor: OpenInEditor,
  ) {}

  /** The one that has the focus. */
  get active(): InspectorPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** Shows `expression`: in the panel that has it already, else in a new one. */
  show(expression: string): void {
    const open = [...this.#panels].find(panel => panel.expression === expression);
    if (open) {
      open.panel.reveal(undefined, true);
      this.observer.refresh(open);
      return;
    }
    const beside = [...this.#panels].at(-1)?.panel.viewColumn ?? vscode.ViewColumn.Beside;
    const place = { viewColumn: beside, preserveFocus: true };
    this.#fill(vscode.window.createWebviewPanel(PANEL_VIEW_TYPE, expression, place), expression);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { fileName } = (state ?? {}) as SavedState;
    const expression = typeof fileName === 'string' ? fileName : '';
    if (expression === '') panel.dispose();
    else this.#fill(panel, expression);
    return Promise.resolve();
  }

  #fill(webviewPanel: vscode.WebviewPanel, expression: string): void {
    const panel = new InspectorPanel(expression, webviewPanel, {
      observer: this.observer,
      sessions: this.sessions,
      inspect: other => this.show(other),
      openInEditor: this.openInEditor,
    });
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
    webviewPanel.webview.html = appHtml(webviewPanel.webview, this.extensionUri);
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }
}
