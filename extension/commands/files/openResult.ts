/** Announces and opens the files that commands write. */
import * as vscode from 'vscode';
import { extname } from 'node:path';
import { dtypeSource } from '../../../core/dtype/print';
import { parseDType } from '../../../core/dtype/parse/parse';
import type { EditorProvider } from '../../editor/provider';
import type { CopiedArray } from '../../tasks/write/copyArray';
import type { TargetFile } from '../../tasks/write/writeAtomically';

/** Whether the path ends in `.npy`. */
export const isNpy = (path: string): boolean => extname(path).toLowerCase() === '.npy';

/** Opens a written array with its layout. */
export function openCopy(
  editor: EditorProvider,
  { path }: TargetFile,
  dtype: string,
  shape: readonly number[],
  { order, offset, byteLength }: CopiedArray,
): Promise<void> {
  const choice = { dtype: dtypeSource(parseDType(dtype)), shape: [...shape], order, offset };
  return editor.openNewFile(vscode.Uri.file(path), choice, byteLength, isNpy(path));
}

/** Shows `message`, and opens the file where the user asks for it. */
export async function announceFile(message: string, open: () => PromiseLike<unknown>): Promise<void> {
  const show = vscode.l10n.t('Open');
  vscode.window.setStatusBarMessage(message, 10_000);
  if ((await vscode.window.showInformationMessage(message, show)) === show) await open();
}
