/**
 * Activation: registers what the manifest promises and loads nothing that is not needed yet. The editor, the debugger
 * half and the commands are imported when first used.
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

/** What other extensions get from `activate()`. */
export interface Api {
  /** The ndarray core, loaded when asked for. */
  core(): Promise<typeof import('../core/index')>;
}

type Editor = () => Promise<EditorProvider>;

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
      vscode.window.registerCustomEditorProvider(viewType, gateTo(ready, edits.event), {
        supportsMultipleEditorsPerDocument: true,
      }),
    );
  }
}

/** The editor as one view type has it: VS Code is told of the edits of its own documents only. */
function gateTo(ready: Editor, edits: vscode.Event<EditEvent>): vscode.CustomEditorProvider<MemoryDocument> {
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

/** Trackers are made only as a session starts, and panels are restored only at the start: both load the rest. */
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
      (await editor()).openAt(uri, choice, text),
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

/** The value that `make` gives, made once, on first use; a failure is tried again. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
