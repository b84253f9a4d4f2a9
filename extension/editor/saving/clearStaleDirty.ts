/** VS Code may restore a document as dirty whose edits were saved or undone before it ended. */
import * as vscode from 'vscode';
import type { MemoryDocument } from '../document/memoryDocument';

/** How long VS Code takes to register an editor after it was opened. */
const REGISTERED_MS = 1000;

/** Clears VS Code's dirty state of a document that was just opened without edits, by a save that writes nothing. */
export function clearStaleDirty(
  document: MemoryDocument,
  openDocuments: () => readonly MemoryDocument[],
): void {
  setTimeout(() => {
    const uri = document.uri.toString();
    const isEdited = [document, ...openDocuments()].some(
      one => one.uri.toString() === uri && one.editing.isDirty,
    );
    // VS Code would save the file in every editor that it is open in.
    if (!isEdited && !isDirtyInTextEditor(uri)) void vscode.workspace.save(document.uri);
  }, REGISTERED_MS);
}

/** Whether a text editor has unsaved edits of the file. */
function isDirtyInTextEditor(uri: string): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ input, isDirty }) => {
    const isText = input instanceof vscode.TabInputText && input.uri.toString() === uri;
    const isDiff = input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
    return isDirty && (isText || isDiff);
  });
}
