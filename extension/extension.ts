/**
 * Activation: registers what the manifest promises and loads nothing that is not needed yet. The editor and the
 * commands are imported when first used.
 */
import * as vscode from 'vscode';
import { registerCommands } from './commands/register';
import { COMMANDS, VIEW_TYPES } from './ids';

/** What other extensions get from `activate()`. */
export interface Api {
  /** The ndarray core, loaded when asked for. */
  core(): Promise<typeof import('../core/index')>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const editor = lazily(async () => {
    const { EditorProvider } = await import(/* webpackChunkName: "editor" */ './editor/provider');
    const provider = new EditorProvider(context);
    context.subscriptions.push(provider);
    return provider;
  });
  const gate: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: async uri => (await editor()).openCustomDocument(uri),
    resolveCustomEditor: async (document, panel) => (await editor()).resolveCustomEditor(document, panel),
  };
  for (const viewType of Object.values(VIEW_TYPES)) {
    context.subscriptions.push(
      vscode.window.registerCustomEditorProvider(viewType, gate, {
        supportsMultipleEditorsPerDocument: true,
      }),
    );
  }
  registerCommands(context, COMMANDS, editor);
  return { core: () => import('../core/index') };
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
