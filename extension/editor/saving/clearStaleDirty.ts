/** VS Code may take a document for unsaved that is not, since it asked for edits that were saved or undone before it ended. */
import * as vscode from 'vscode';
import type { MemoryDocument } from '../document/memoryDocument';

/** So long after it was opened, VS Code knows an editor. */
const SETTLED_MS = 1000;

/** Has VS Code save a document that has just been opened: there is nothing to write, and it hears that that is done. */
export function sayClean(document: MemoryDocument, all: () => readonly MemoryDocument[]): void {
  setTimeout(() => {
    const uri = document.uri.toString();
    const isEdited = [document, ...all()].some(one => one.uri.toString() === uri && one.editing.isDirty);
    // VS Code would save the file in every editor that it is open in.
    if (!isEdited && !isUnsavedText(uri)) void vscode.workspace.save(document.uri);
  }, SETTLED_MS);
}

/** Whether an editor of another kind has unsaved edits of the file. */
function isUnsavedText(uri: string): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ input, isDirty }) => {
    const isText = input instanceof vscode.TabInputText && input.uri.toString() === uri;
    const isDiff = input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri;
    return isDirty && (isText || isDiff);
  });
}
