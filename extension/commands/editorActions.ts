/** The commands that act on the active memory map. */
import * as vscode from 'vscode';
import type { EditorPanel } from '../editor/view/editorPanel';
import type { EditorProvider } from '../editor/provider';
import { VIEW_TYPES } from '../ids';
import type { Section } from '../../webview/protocol/taskSchema';
import { copy } from '../panel/copyText';
import { askLayout } from './askLayout';
import { keepLayout } from './keepLayout';
import { pickFile } from './pickFile';

/** Opens `target`, or a file that the user picks, in the memory-map editor. */
export async function openAsMemoryMap(target: unknown): Promise<void> {
  const uri = target instanceof vscode.Uri ? target : await pickFile();
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
}

/** Asks for dtype, shape, order and offset, starting from the current ones, and where to keep them. */
export async function setLayout(editor: EditorProvider): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  await panel.document.load();
  const request = await askLayout(panel.chosen?.choice, panel.document.byteLength);
  if (!request) return;
  await panel.applyLayout(request);
  if (panel.chosen) await keepLayout(panel.document.uri, panel.chosen.choice);
}

/** Asks for an index, an offset or a percentage, and moves there. */
export async function goTo(editor: EditorProvider): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Go To'),
    prompt: vscode.l10n.t('Index, byte offset or percentage'),
    placeHolder: '[3, 17]   0x1000   50%',
    validateInput: typed =>
      typed.trim()
        ? undefined
        : vscode.l10n.t('Enter an index [3, 17], a byte offset 0x1000 or a percentage 50%.'),
  });
  if (text !== undefined) panel.goTo(text);
}

/** Opens the search bar of the editor. */
export function find(editor: EditorProvider): void {
  const panel = active(editor);
  panel?.panel.reveal();
  panel?.openFind();
}

/** Copies the `np.memmap` call that opens the file as it is shown. */
export async function copyMemmapLine(editor: EditorProvider): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  await panel.document.load();
  const line = panel.memmapLine();
  if (line === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This file has no layout yet. Set one first.'));
    return;
  }
  await copy(line);
}

/** Shows the statistics or the picture of the current view, and starts to compute them. */
export async function showSection(editor: EditorProvider, section: Section): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  await panel.document.load();
  // Throws where there is nothing to show.
  panel.place({ isWhole: true });
  panel.tasks.show(section);
}

/** Returns the active memory map; shows a message where there is none. */
function active(editor: EditorProvider): EditorPanel | undefined {
  const panel = editor.activePanel;
  if (!panel)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a memory map first, with NDArray: Open as Memory Map….'),
    );
  return panel;
}
