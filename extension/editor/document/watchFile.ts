/**
 * Notices that a file changed, vanished or came back while one of its editors is visible. It polls: stores made
 * through `mmap` raise no file system event, and watchers miss a file that is replaced or on a network mount.
 */
import * as vscode from 'vscode';
import type { MemoryDocument } from './memoryDocument';

const POLL_MS = 1000;

/** Refreshes `document` every second while `panel` is visible, one look at a time. */
export function watchFile(document: MemoryDocument, panel: vscode.WebviewPanel): vscode.Disposable {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking || !panel.visible) return;
    looking = true;
    try {
      await document.refresh();
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), POLL_MS);
  const shown = panel.onDidChangeViewState(() => void look());
  return new vscode.Disposable(() => {
    clearInterval(timer);
    shown.dispose();
  });
}
