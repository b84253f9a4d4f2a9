/** The inspector panels, one for each expression: opened beside the code, and restored after a reload. */
import * as vscode from 'vscode';
import { PANEL_VIEW_TYPE } from '../ids';
import type { Observer } from '../debug/observer';
import type { Sessions } from '../debug/sessions';
import { appHtml } from '../panel/html';
import type { OpenInEditor } from './inspectorPanel';
import { InspectorPanel } from './inspectorPanel';

/** The webview's saved state: the expression is in the place of a file's name. */
interface SavedState {
  readonly fileName?: unknown;
}

/** Opens, finds and restores inspector panels. */
export class Panels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #panels = new Set<InspectorPanel>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly observer: Observer,
    private readonly sessions: Sessions,
    private readonly openInEditor: OpenInEditor,
  ) {}

  /** The panel with the focus. */
  get active(): InspectorPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** Shows `expression` in the panel that has it already, or in a new one. */
  show(expression: string): void {
    const open = [...this.#panels].find(({ array }) => array.expression === expression);
    if (open) {
      open.panel.reveal(undefined, true);
      open.array.refresh();
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
