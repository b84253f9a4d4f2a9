/**
 * The custom editor: makes documents and panels, and knows which panel is active, for the commands and the status
 * bar. Read-only, but over a document of its own, which edits will join.
 */
import * as vscode from 'vscode';
import type { Candidate, LayoutChoice } from '../../webview/protocol/schema';
import { VIEW_TYPES } from '../ids';
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
  /** Layouts that files are about to be opened with, by URI. */
  readonly #coming = new Map<string, Candidate>();

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** The panel that has the focus, if one of ours has. */
  get activePanel(): EditorPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** Opens a file, or its editor that is open, laid out as `choice`; `text` says where that comes from. */
  async openAt(uri: vscode.Uri, choice: LayoutChoice, text: string): Promise<void> {
    const key = uri.toString();
    this.#coming.set(key, { choice, origin: { kind: 'user', text } });
    await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
    const open = [...this.#panels].find(({ document }) => document.uri.toString() === key);
    const candidate = this.#take(key);
    if (candidate) open?.show(candidate);
  }

  #take(key: string): Candidate | undefined {
    const candidate = this.#coming.get(key);
    this.#coming.delete(key);
    return candidate;
  }

  openCustomDocument(uri: vscode.Uri): MemoryDocument {
    const document = new MemoryDocument(uri, discoverIn(uri, this.context.workspaceState));
    void document.load();
    return document;
  }

  resolveCustomEditor(document: vscode.CustomDocument, webviewPanel: vscode.WebviewPanel): void {
    if (!(document instanceof MemoryDocument)) throw new TypeError('the document is not one of this editor');
    const panel = new EditorPanel(document, webviewPanel, this.context.workspaceState);
    const candidate = this.#take(document.uri.toString());
    if (candidate) panel.show(candidate);
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
