/** A picture of an array saved as a file: asked where to, written whole or not at all. */
import * as vscode from 'vscode';
import { InspectorError, toWire } from '../../../core/errors';
import type { TaskEvent, TaskRequest } from '../../../webview/protocol/taskSchema';

interface Saving {
  /** The file that the picture is of. */
  readonly uri: vscode.Uri;
  readonly send: (event: TaskEvent) => void;
}

export async function savePicture(
  { uri, send }: Saving,
  { name, png }: Extract<TaskRequest, { kind: 'savePicture' }>,
): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Picture'),
    defaultUri: vscode.Uri.joinPath(uri, '..', `${name.replace(/[\\/:*?"<>|]/g, '_')}.png`),
    filters: { [vscode.l10n.t('Pictures')]: ['png'] },
  });
  if (!target) return;
  try {
    await write(uri, target, png);
    send({ kind: 'saved', path: target.scheme === 'file' ? target.fsPath : target.toString() });
  } catch (error) {
    send({ kind: 'notSaved', error: toWire(error) });
  }
}

async function write(source: vscode.Uri, target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (target.toString() === source.toString()) {
    throw new InspectorError(
      'invalid-input',
      vscode.l10n.t('a picture cannot overwrite the array that it shows'),
      {
        action: vscode.l10n.t('Choose another name.'),
      },
    );
  }
  if (target.scheme !== 'file') {
    await vscode.workspace.fs.writeFile(target, bytes);
    return;
  }
  const { replaceFile } = await import(
    /* webpackChunkName: "save-picture" */ '../../../core/file/mapped/replaceFile'
  );
  await replaceFile(target.fsPath, bytes.length, file => file.write(bytes, 0));
}
