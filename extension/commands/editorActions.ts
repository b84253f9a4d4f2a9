/** What the palette's commands do: a few lines each over the editor. */
import * as vscode from 'vscode';
import type { EditorPanel } from '../editor/view/editorPanel';
import type { EditorProvider } from '../editor/provider';
import { VIEW_TYPES } from '../ids';
import type { Section } from '../../webview/protocol/taskSchema';
import { copy } from '../panel/copyText';
import { askLayout } from './askLayout';
import { keepLayout } from './keepLayout';
import { pickFile } from './pickFile';

/** Opens the file given, the one in the active tab or one that is picked, in the memory-map editor. */
export async function openAsMemoryMap(target: unknown): Promise<void> {
  const uri = target instanceof vscode.Uri ? target : await pickFile();
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPES.memmap);
}

/** Asks for dtype, shape, order and offset, each with what holds now filled in, and where to keep them. */
export async function setLayout(editor: EditorProvider): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  await panel.document.load();
  const request = await askLayout(panel.chosen?.choice, panel.document.byteLength);
  if (!request) return;
  await panel.applyLayout(request);
  if (panel.chosen) await keepLayout(panel.document.uri, panel.chosen.choice);
}

export async function goTo(editor: EditorProvider): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Go To'),
    prompt: vscode.l10n.t('An index, a byte offset or a percentage'),
    placeHolder: '[3, 17]   0x1000   50%',
    validateInput: typed =>
      typed.trim() ? undefined : vscode.l10n.t('Type where to go: [3, 17], 0x1000 or 50%.'),
  });
  if (text !== undefined) panel.goTo(text);
}

/** Opens the editor's own bar: what is found is shown there. */
export function find(editor: EditorProvider): void {
  const panel = active(editor);
  panel?.panel.reveal();
  panel?.openFind();
}

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

/** Shows the statistics or the picture of what is drawn, and begins to make them. */
export async function showSection(editor: EditorProvider, section: Section): Promise<void> {
  const panel = active(editor);
  if (!panel) return;
  await panel.document.load();
  // Says what is the matter where there is nothing to show.
  panel.place({ isWhole: true });
  panel.tasks.show(section);
}

/** The active editor of ours; says so where there is none. */
function active(editor: EditorProvider): EditorPanel | undefined {
  const panel = editor.activePanel;
  if (!panel)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a memory map first: NDArray: Open as Memory Map…'),
    );
  return panel;
}
