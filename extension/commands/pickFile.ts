/** Asks for a file: one of the workspace that may be a memory map, or any other through the file dialog. */
import * as vscode from 'vscode';

const LIKELY = '**/*.{dat,npy,bin,raw,memmap,mmap,f32,f64}';
const MAX_LISTED = 500;

interface FileItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Returns the picked file, or undefined where the user cancels. */
export async function pickFile(title = vscode.l10n.t('Open as Memory Map')): Promise<vscode.Uri | undefined> {
  const browse: FileItem = { label: vscode.l10n.t('$(folder-opened) Browse…'), alwaysShow: true };
  const items = vscode.workspace
    .findFiles(LIKELY, undefined, MAX_LISTED)
    .then(found => [
      ...activeFile(),
      ...found.map(uri => itemOf(uri)).sort((a, b) => a.label.localeCompare(b.label)),
      browse,
    ]);
  const picked = await vscode.window.showQuickPick<FileItem>(items, {
    title,
    placeHolder: vscode.l10n.t('A file of raw array data'),
    matchOnDescription: true,
  });
  if (picked !== browse && picked?.label !== browse.label) return picked?.uri;
  const [uri] = (await vscode.window.showOpenDialog({ title })) ?? [];
  return uri;
}

function itemOf(uri: vscode.Uri): FileItem {
  return { label: vscode.workspace.asRelativePath(uri), uri, iconPath: new vscode.ThemeIcon('file-binary') };
}

/** The file of the active tab, in any editor. */
function activeFile(): FileItem[] {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown =
    input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return shown ? [{ ...itemOf(shown), description: vscode.l10n.t('active tab') }] : [];
}
