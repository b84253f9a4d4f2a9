/**
 * The custom editor: makes documents and panels, and knows which panel is active, for the commands and the status
 * bar. Read-only, but over a document of its own, which edits will join.
 */
import * as vscode from 'vscode';
import { appHtml } from '../panel/html';
import { discoverIn } from './discoverIn';
import { MemoryDocument } from './document';
import { follow } from './follow';
import { EditorPanel } from './panel';
import { FocusStatus } from './statusBar';

export class EditorProvider
  implements vscode.CustomReadonlyEditorProvider<MemoryDocument>, vscode.Disposable
{
  readonly #panels = new Set<EditorPanel>();
  readonly #status = new FocusStatus();

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** The panel that has the focus, if one of ours has. */
  get activePanel(): EditorPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  openCustomDocument(uri: vscode.Uri): MemoryDocument {
    const document = new MemoryDocument(uri, discoverIn(uri, this.context.workspaceState));
    void document.load();
    return document;
  }

  resolveCustomEditor(document: vscode.CustomDocument, webviewPanel: vscode.WebviewPanel): void {
    if (!(document instanceof MemoryDocument)) throw new TypeError('the document is not one of this editor');
    const panel = new EditorPanel(document, webviewPanel, this.context.workspaceState);
    const following = follow(document, webviewPanel);
    this.#panels.add(panel);
    const show = (): void => this.#status.show(this.activePanel?.focused);
    panel.onDidFocus(show);
    webviewPanel.onDidChangeViewState(show);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      following.dispose();
      panel.dispose();
      show();
    });
    webviewPanel.webview.html = appHtml(webviewPanel.webview, this.context.extensionUri);
  }

  dispose(): void {
    this.#status.dispose();
  }
}
