/** The status bar's item: index, byte offset and value of the focused item. */
import * as vscode from 'vscode';
import { COMMANDS } from '../../ids';
import type { FocusedItem } from '../../../webview/protocol/viewEvents';

/** The longest value shown; strings can be megabytes. */
const MAX_VALUE_LENGTH = 40;

export class FocusStatusBarItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('ndarray.focus', vscode.StatusBarAlignment.Right, 90);

  constructor() {
    this.#item.name = vscode.l10n.t('NDArray Focused Item');
    this.#item.command = COMMANDS.goTo;
  }

  /** Shows `focused`, or hides the item where there is none. */
  show(focused: FocusedItem | undefined): void {
    if (!focused) {
      this.#item.hide();
      return;
    }
    const { index, byteOffset, value } = focused;
    const short = value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH)}…` : value;
    this.#item.text = `[${index.join(', ')}]  ${vscode.l10n.t('byte')} ${byteOffset}  ${short}`;
    this.#item.tooltip = vscode.l10n.t('Go to an index, a byte offset or a percentage');
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
