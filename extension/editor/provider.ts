/**
 * The custom editor: makes documents and panels, saves what was edited, and knows which panel is active, for the
 * commands and the status bar.
 */
import * as vscode from 'vscode';
import type { Candidate } from '../../webview/protocol/documentState';
import type { LayoutChoice, Mode } from '../../webview/protocol/schema';
import { SETTING_KEYS, SETTINGS, VIEW_TYPES } from '../ids';
import { appHtml } from '../panel/html';
import type { ArrayPlace } from '../tasks/task';
import { Backups } from './saving/backups';
import { closedPlace } from './document/closedPlace';
import { workspaceDiscovery } from './document/workspaceDiscovery';
import { forget, remember } from '../discovery/rememberedLayouts';
import { MemoryDocument } from './document/memoryDocument';
import { watchFile } from './document/watchFile';
import { type ChangeEvent, type EditEvent, DirtyState } from './saving/dirtyState';
import { Journals } from './edits/journal';
import { EditorPanel } from './view/editorPanel';
import { Renames } from './saving/renames';
import { offerInterruptedSaves, save } from './saving/save';
import { saveAs } from './saving/saveAs';
import { clearStaleDirty } from './saving/clearStaleDirty';
import { showError, withErrorText } from '../errorText';
import { FocusStatusBarItem } from './view/statusBar';
import { completeStep } from './view/walkthrough';

export class EditorProvider implements vscode.CustomEditorProvider<MemoryDocument>, vscode.Disposable {
  readonly #panels = new Set<EditorPanel>();
  readonly #status = new FocusStatusBarItem();
  /** Layouts that files are about to be opened with, by URI. */
  readonly #coming = new Map<string, Candidate>();

  readonly #changes = new vscode.EventEmitter<ChangeEvent>();
  /** Of both kinds, which VS Code tells apart; its types want one of them. */
  readonly onDidChangeCustomDocument = this.#changes.event as vscode.Event<EditEvent>;
  readonly #histories = new WeakMap<MemoryDocument, DirtyState>();
  readonly #journals: Journals;
  readonly #backups: Backups;
  readonly #renames: Renames;

  constructor(private readonly context: vscode.ExtensionContext) {
    const storage = context.storageUri ?? context.globalStorageUri;
    this.#journals = new Journals(vscode.Uri.joinPath(storage, 'journals').fsPath);
    this.#backups = new Backups(storage);
    const onDidStay = (document: MemoryDocument): void => this.#histories.get(document)?.saved();
    this.#renames = new Renames(context.workspaceState, () => this.panels, onDidStay);
  }

  /** The panel that has the focus, if one of ours has. */
  get activePanel(): EditorPanel | undefined {
    return [...this.#panels].find(({ panel }) => panel.active);
  }

  /** All that are open. */
  get panels(): readonly EditorPanel[] {
    return [...this.#panels];
  }

  /** The array of a file that no editor shows. */
  closedPlace(uri: vscode.Uri): Promise<ArrayPlace> {
    return closedPlace(uri, this.context.workspaceState);
  }

  /** Opens a file, or its editor that is open, laid out as `choice`; `text` says where that comes from. */
  async openWithLayout(uri: vscode.Uri, choice: LayoutChoice, text: string): Promise<void> {
    const key = uri.toString();
    this.#coming.set(key, { choice, origin: { kind: 'user', text } });
    await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
    const open = [...this.#panels].find(({ document }) => document.uri.toString() === key);
    const candidate = this.#take(key);
    if (candidate) open?.show(candidate);
  }

  /** Opens a file that was just made, as `choice`; remembered for it, unless its header says the same. */
  async openNewFile(
    uri: vscode.Uri,
    choice: LayoutChoice,
    byteLength: number,
    hasHeader: boolean,
  ): Promise<void> {
    const key = uri.toString();
    const store = this.context.workspaceState;
    if (hasHeader) await forget(store, key);
    else await remember(store, key, choice, byteLength);
    await this.openWithLayout(uri, choice, vscode.l10n.t('as created'));
  }

  #take(key: string): Candidate | undefined {
    const candidate = this.#coming.get(key);
    this.#coming.delete(key);
    return candidate;
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: vscode.CustomDocumentOpenContext,
  ): Promise<MemoryDocument> {
    const mode = vscode.workspace.getConfiguration(SETTINGS, uri).get<Mode>(SETTING_KEYS.mode);
    const document = new MemoryDocument(uri, workspaceDiscovery(uri, this.context.workspaceState), mode);
    const history = new DirtyState(document, event => this.#changes.fire(event), backupId !== undefined);
    this.#histories.set(document, history);
    document.onDidEdit(label => {
      completeStep('edited');
      history.edited(label);
    });
    const loading = document.load();
    this.#keepBackups(document);
    if (backupId !== undefined || this.#renames.hasEditsFor(uri) || (await this.#backups.has(uri))) {
      await loading;
      const isThere = await this.#restore(document, backupId);
      // Not before VS Code knows the document.
      if (isThere) setTimeout(() => history.reportUnsaved());
      else clearStaleDirty(document, () => this.panels.map(panel => panel.document));
    }
    void loading.then(() => offerInterruptedSaves(document, this.#journals)).catch(showError);
    return document;
  }

  /** Lays edits that were kept over a document; false where there are none, whatever VS Code believes. */
  async #restore(document: MemoryDocument, backupId: string | undefined): Promise<boolean> {
    if (this.#renames.hasEditsFor(document.uri)) {
      await this.#renames.restore(document);
      return true;
    }
    try {
      return await this.#backups.restore(document, backupId);
    } catch (error) {
      showError(error);
      return true;
    }
  }

  #keepBackups(document: MemoryDocument): void {
    let wasDirty = false;
    document.onDidChange(() => {
      const { isDirty } = document.editing;
      if (wasDirty && !isDirty) void this.#backups.forget(document).catch(showError);
      wasDirty = isDirty;
    });
    document.onDidDispose(() => void this.#backups.close(document).catch(showError));
  }

  async saveCustomDocument(document: MemoryDocument): Promise<void> {
    if (this.#renames.isBeingRenamed(document)) return;
    await withErrorText(save(document, this.#journals));
    this.#histories.get(document)?.saved();
  }

  async saveCustomDocumentAs(document: MemoryDocument, destination: vscode.Uri): Promise<void> {
    await withErrorText(saveAs(document, destination, this.#journals));
    const panel = this.activePanel ?? this.panels.find(one => one.document === document);
    if (panel?.document === document) await panel.rememberFor(destination.toString());
    this.#histories.get(document)?.savedAs();
  }

  async revertCustomDocument(document: MemoryDocument): Promise<void> {
    this.#histories.get(document)?.reverted();
    await document.revert();
  }

  backupCustomDocument(
    document: MemoryDocument,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    return this.#backups.write(document, destination);
  }

  resolveCustomEditor(document: vscode.CustomDocument, webviewPanel: vscode.WebviewPanel): void {
    if (!(document instanceof MemoryDocument))
      throw new TypeError(vscode.l10n.t('the document does not belong to this editor'));
    const panel = new EditorPanel(document, webviewPanel, this.context.workspaceState);
    const candidate = this.#take(document.uri.toString());
    if (candidate) panel.show(candidate);
    const following = watchFile(document, webviewPanel);
    this.#panels.add(panel);
    const show = (): void => this.#status.show(this.activePanel?.focused);
    panel.onDidFocus(item => {
      show();
      if (item?.index.some(entry => entry > 0)) completeStep('followed');
    });
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
    this.#changes.dispose();
    this.#renames.dispose();
    this.#status.dispose();
  }
}
