/** Questions to the user about conflicts and interrupted saves; an interface, so that tests can answer them. */
import * as vscode from 'vscode';
import type { InterruptedSave } from '../edits/interruptedSave';

/** Each question resolves to the user's answer. */
export interface SaveDialogs {
  /** Whether to overwrite `bytes` edited bytes that another program has changed. */
  overwrite(bytes: number): Promise<boolean>;
  /**
   * What to do about an interrupted save of `count` edits; undefined where the question is dismissed. `rest` is undefined
   * where the file has been replaced.
   */
  finishInterrupted(
    uri: vscode.Uri,
    count: number,
    rest: InterruptedSave | undefined,
  ): Promise<'finish' | 'forget' | undefined>;
}

/** The questions as VS Code's messages. */
export const dialogs: SaveDialogs = {
  overwrite: async bytes => {
    const overwrite = vscode.l10n.t('Overwrite');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('{0} of the bytes you edited have changed on disk.', bytes),
      { modal: true, detail: vscode.l10n.t('Do you want to overwrite them with your edits?') },
      overwrite,
    );
    return answer === overwrite;
  },
  finishInterrupted: async (uri, count, rest) => {
    const finish = vscode.l10n.t('Finish Saving');
    const forget = vscode.l10n.t('Discard');
    const choices = rest?.pending.length ? [finish, forget] : [forget];
    const answer = await vscode.window.showWarningMessage(interruptedText(uri, count, rest), ...choices);
    if (answer === undefined) return undefined;
    return answer === finish ? 'finish' : 'forget';
  },
};

function interruptedText(uri: vscode.Uri, count: number, rest: InterruptedSave | undefined): string {
  const name = vscode.workspace.asRelativePath(uri);
  if (!rest) {
    return vscode.l10n.t(
      'A save of {0} was interrupted and cannot be finished, because a different file is now in its place.',
      name,
    );
  }
  const { pending, foreign } = rest;
  const first = vscode.l10n.t(
    'A save of {0} was interrupted: {1} of {2} edits are not in the file.',
    name,
    pending.length,
    count,
  );
  if (foreign.length === 0) return first;
  return `${first} ${vscode.l10n.t('{0} more have changed on disk and will be left as they are.', foreign.length)}`;
}
