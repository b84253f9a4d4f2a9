/** What is asked of the user when edits meet what others did: an interface, so that tests can answer. */
import * as vscode from 'vscode';
import type { Leftover } from '../edits/storeEdits';

export interface Asking {
  /** Whether edits are to be stored over `bytes` bytes that others have changed. */
  overwrite(bytes: number): Promise<boolean>;
  /** What is to become of an interrupted save of `count` edits; `leftover` is undefined where the file is another now. */
  finish(
    uri: vscode.Uri,
    count: number,
    leftover: Leftover | undefined,
  ): Promise<'finish' | 'forget' | undefined>;
}

export const dialogs: Asking = {
  overwrite: async bytes => {
    const overwrite = vscode.l10n.t('Overwrite');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('{0} of the bytes you edited have changed on disk.', bytes),
      { modal: true, detail: vscode.l10n.t('Do you want to overwrite them with your edits?') },
      overwrite,
    );
    return answer === overwrite;
  },
  finish: async (uri, count, leftover) => {
    const finish = vscode.l10n.t('Finish Saving');
    const forget = vscode.l10n.t('Discard');
    const choices = leftover?.pending.length ? [finish, forget] : [forget];
    const answer = await vscode.window.showWarningMessage(interrupted(uri, count, leftover), ...choices);
    if (answer === undefined) return undefined;
    return answer === finish ? 'finish' : 'forget';
  },
};

function interrupted(uri: vscode.Uri, count: number, leftover: Leftover | undefined): string {
  const name = vscode.workspace.asRelativePath(uri);
  if (!leftover) {
    return vscode.l10n.t(
      'A save of {0} was interrupted and cannot be finished, because a different file is now in its place.',
      name,
    );
  }
  const { pending, foreign } = leftover;
  const first = vscode.l10n.t(
    'A save of {0} was interrupted: {1} of {2} edits are not in the file.',
    name,
    pending.length,
    count,
  );
  if (foreign.length === 0) return first;
  return `${first} ${vscode.l10n.t('{0} more have changed on disk and will be left as they are.', foreign.length)}`;
}
