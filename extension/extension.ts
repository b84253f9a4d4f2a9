/**
 * Activation: registers the contributions of the manifest. The editor, the debugger half and the commands are imported
 * when they are first used.
 */
import * as vscode from 'vscode';
import { registerCommands } from './commands/register';
import { DEBUG_ADAPTERS } from './debug/adapters';
import type { MemoryDocument } from './editor/document/memoryDocument';
import type { EditEvent } from './editor/saving/dirtyState';
import type { EditorProvider } from './editor/provider';
import { ARRAYS_VIEW, PANEL_VIEW_TYPE, VIEW_TYPES } from './ids';
import type { ArraysNode } from './inspector/arraysView';
import type { Inspector } from './inspector/inspector';
import { translateWith } from './l10n';

/** The API for other extensions, as returned by `activate()`. */
export interface Api {
  /** Loads the ndarray core. */
  core(): Promise<typeof import('../core/index')>;
}

type Editor = () => Promise<EditorProvider>;

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): Api {
  translateWith((message, ...values) => vscode.l10n.t(message, ...values), vscode.l10n.bundle);
  const editor = lazily(async () => {
    const { EditorProvider } = await import(/* webpackChunkName: "editor" */ './editor/provider');
    const provider = new EditorProvider(context);
    context.subscriptions.push(provider);
    return provider;
  });
  registerEditor(context, editor);
  const inspector = registerInspector(context, editor);
  registerCommands(context, { editor, inspector });
  return { core: () => import('../core/index') };
}

function registerEditor(context: vscode.ExtensionContext, editor: Editor): void {
  const edits = new vscode.EventEmitter<EditEvent>();
  context.subscriptions.push(edits);
  const ready = lazily(async () => {
    const provider = await editor();
    context.subscriptions.push(provider.onDidChangeCustomDocument(event => edits.fire(event)));
    return provider;
  });
  for (const viewType of Object.values(VIEW_TYPES)) {
    context.subscriptions.push(
      vscode.window.registerCustomEditorProvider(viewType, editorFor(ready, edits.event), {
        supportsMultipleEditorsPerDocument: true,
      }),
    );
  }
}

/** The editor for one view type, which reports only the edits of its own documents to VS Code. */
function editorFor(
  ready: Editor,
  edits: vscode.Event<EditEvent>,
): vscode.CustomEditorProvider<MemoryDocument> {
  const own = new WeakSet<MemoryDocument>();
  const ownEdits = new vscode.EventEmitter<EditEvent>();
  edits(event => {
    if (own.has(event.document)) ownEdits.fire(event);
  });
  return {
    onDidChangeCustomDocument: ownEdits.event,
    openCustomDocument: async (uri, open) => {
      const document = await (await ready()).openCustomDocument(uri, open);
      own.add(document);
      return document;
    },
    resolveCustomEditor: async (document, panel) => (await ready()).resolveCustomEditor(document, panel),
    saveCustomDocument: async document => (await ready()).saveCustomDocument(document),
    saveCustomDocumentAs: async (document, to) => (await ready()).saveCustomDocumentAs(document, to),
    revertCustomDocument: async document => (await ready()).revertCustomDocument(document),
    backupCustomDocument: async (document, context) =>
      (await ready()).backupCustomDocument(document, context),
  };
}

/** Loads the debugger half when a debug session starts or a panel is restored. */
function registerInspector(context: vscode.ExtensionContext, editor: Editor): () => Promise<Inspector> {
  const changed = new vscode.EventEmitter<void>();
  const view: vscode.TreeView<ArraysNode> = vscode.window.createTreeView(ARRAYS_VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node?: ArraysNode) => (await inspector()).arrays.getChildren(node),
      getTreeItem: async (node: ArraysNode) => (await inspector()).arrays.getTreeItem(node),
    },
  });
  const inspector: () => Promise<Inspector> = lazily(async () => {
    const { Inspector } = await import(/* webpackChunkName: "inspector" */ './inspector/inspector');
    const made = new Inspector(context, { view, redraw: () => changed.fire() }, async (uri, choice, text) =>
      (await editor()).openWithLayout(uri, choice, text),
    );
    context.subscriptions.push(made);
    return made;
  });
  const trackers: vscode.DebugAdapterTrackerFactory = {
    createDebugAdapterTracker: async session => (await inspector()).sessions.track(session),
  };
  context.subscriptions.push(
    view,
    changed,
    vscode.window.registerWebviewPanelSerializer(PANEL_VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) =>
        (await inspector()).panels.deserializeWebviewPanel(panel, state),
    }),
    ...DEBUG_ADAPTERS.map(({ type }) => vscode.debug.registerDebugAdapterTrackerFactory(type, trackers)),
  );
  return inspector;
}

/** Returns a function that calls `create` on first use and keeps its result; after a failure it tries again. */
function lazily<T>(create: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= create().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
