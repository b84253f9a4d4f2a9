/** The array that a command reads: that of the active editor, or its slice, with unsaved edits. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { sliceSuffix } from '../../../webview/protocol/sliceText';
import type { EditorPanel } from '../../editor/view/editorPanel';
import type { EditorProvider } from '../../editor/provider';
import type { ArrayPlace } from '../../tasks/task';
import { pickOne } from '../steps';

/** An array of an editor. */
export interface SourceArray {
  readonly panel: EditorPanel;
  readonly place: ArrayPlace;
  /** `tokens.dat`, or `tokens.dat[::2]`. */
  readonly name: string;
  /** Whether it is the view that the editor shows, so that its indices are those on screen. */
  readonly isShown: boolean;
}

/** Returns the array of the active editor; undefined where the user cancels. Rejects where it shows no array. */
export async function askSourceArray(
  editor: EditorProvider,
  title: string,
): Promise<SourceArray | undefined> {
  const panel = activePanel(editor);
  await panel.document.load();
  const isWhole = await askPart(panel, title);
  return isWhole === undefined ? undefined : sourceArrayOf(panel, isWhole);
}

/** Returns the array of a panel, or the slice that it shows. */
export function sourceArrayOf(panel: EditorPanel, isWhole: boolean): SourceArray {
  const name = basename(panel.document.uri.path);
  const slice = isWhole ? '' : sliceSuffix(panel.slice);
  const isShown = isWhole === (panel.slice.trim() === '');
  return { panel, place: panel.place({ isWhole }), name: name + slice, isShown };
}

/** Returns the active memory map; throws where there is none. */
export function activePanel(editor: EditorProvider): EditorPanel {
  const panel = editor.activePanel;
  if (panel) return panel;
  throw new InspectorError('invalid-input', vscode.l10n.t('No memory map is active.'), {
    action: vscode.l10n.t('Open one first, with NDArray: Open as Memory Map….'),
  });
}

/** Asks for slice (false) or whole array (true), unless there is no slice. */
async function askPart(panel: EditorPanel, title: string): Promise<boolean | undefined> {
  if (panel.slice.trim() === '') return true;
  const items = [
    { label: vscode.l10n.t('The slice'), description: `x${sliceSuffix(panel.slice)}`, value: false },
    { label: vscode.l10n.t('The whole array'), description: 'x', value: true },
  ];
  return pickOne(title, items);
}

/** Returns a sentence about unsaved edits in the array, after a space; empty where there are none. */
export function unsavedNote({ unsaved }: ArrayPlace): string {
  const bytes = unsaved.reduce((sum, run) => sum + run.bytes.length, 0);
  return bytes === 0 ? '' : ` ${vscode.l10n.t('It includes {0} unsaved bytes.', bytes)}`;
}
