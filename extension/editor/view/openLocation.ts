/** Ways from the editor to other editors: the same file as text, and the place a layout came from. */
import { posix } from 'node:path';
import * as vscode from 'vscode';
import type { Origin } from '../../../webview/protocol/documentState';

/** The built-in text editor's view type. */
const TEXT_EDITOR = 'default';

/**
 * Opens `uri` in the text editor; with `always`, all files of its extension from now on (`workbench.editorAssociations`),
 * or where it has no extension, all of its name.
 */
export async function openAsText(uri: vscode.Uri, always: boolean): Promise<void> {
  if (always) {
    const extension = posix.extname(uri.path);
    const pattern = extension === '' ? posix.basename(uri.path) : `*${extension}`;
    const workbench = vscode.workspace.getConfiguration('workbench');
    const inspected = workbench.inspect<Record<string, string>>('editorAssociations');
    const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
    const current = inWorkspace ? inspected?.workspaceValue : inspected?.globalValue;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await workbench.update('editorAssociations', { ...current, [pattern]: TEXT_EDITOR }, target);
  }
  await vscode.commands.executeCommand('vscode.openWith', uri, TEXT_EDITOR);
}

/** Shows the line that a layout came from, beside the editor. */
export async function openLocation(location: Origin['location']): Promise<void> {
  if (!location) return;
  const at = new vscode.Position(location.line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), {
    selection: new vscode.Range(at, at),
    viewColumn: vscode.ViewColumn.Beside,
  });
}
