/** Copies a text, and confirms it in the status bar. */
import * as vscode from 'vscode';

const SHOWN_MS = 4000;
const MOST_CHARACTERS = 60;

export async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const [line] = text.split('\n', 1);
  const shown = line === text && text.length <= MOST_CHARACTERS ? text : `${line.slice(0, MOST_CHARACTERS)}…`;
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', shown), SHOWN_MS);
}
