/** Shows text in a read-only editor, which needs no saving and is accessible to screen readers. */
import * as vscode from 'vscode';

const SCHEME = 'ndarray-report';
const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();
let isRegistered = false;

/** Shows `text` (Markdown) as `name`, in place of an earlier report of that name. */
export async function showReport(name: string, text: string): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `${name}.md` });
  texts.set(uri.toString(), text);
  if (!isRegistered) {
    isRegistered = true;
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: one => texts.get(one.toString()),
    });
  }
  changed.fire(uri);
  await vscode.window.showTextDocument(uri, { preview: true });
}
