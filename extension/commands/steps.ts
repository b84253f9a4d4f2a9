/** The questions of commands that ask for several things. Each is validated while the user types; Escape cancels. */
import * as vscode from 'vscode';
import { SUGGESTED_DTYPES } from '../../core/dtype/suggested';
import { errorText, InspectorError } from '../../core/errors';

/** The problem with the typed text; undefined where it is valid. */
export type ValidationMessage = string | undefined;

/** Returns the text of an `InspectorError` thrown by `parse`, for the input box. */
export function validationMessage(parse: () => unknown): ValidationMessage {
  try {
    parse();
    return undefined;
  } catch (error) {
    return saidBy(error);
  }
}

/** An `InspectorError` as one text; what is none is thrown on. */
export function saidBy(error: unknown): string {
  if (error instanceof InspectorError) return errorText(error);
  throw error;
}

/** Asks for a text; undefined where the user cancels. */
export function askText(
  title: string,
  prompt: string,
  value: string,
  validateInput: vscode.InputBoxOptions['validateInput'],
): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title, prompt, value, validateInput, ignoreFocusOut: true });
}

/** Asks for one of `items`, the first of which is the default; undefined where the user cancels. */
export async function pickOne<T>(
  title: string,
  items: readonly (vscode.QuickPickItem & { readonly value: T })[],
  placeHolder?: string,
): Promise<T | undefined> {
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return picked?.value;
}

/** Asks for C or F; `current` comes first. */
export function askOrder(title: string, current: 'C' | 'F'): Promise<'C' | 'F' | undefined> {
  const items = [
    { label: 'C', value: 'C' as const, description: vscode.l10n.t('row-major: the last axis is contiguous') },
    {
      label: 'F',
      value: 'F' as const,
      description: vscode.l10n.t('column-major: the first axis is contiguous'),
    },
  ];
  if (current === 'F') items.reverse();
  return pickOne(title, items);
}

/** Asks for a common dtype, or any text that `check` accepts; undefined where the user cancels. */
export function askDType(
  title: string,
  current: string,
  check: (dtype: string) => ValidationMessage,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  const names = [current, ...SUGGESTED_DTYPES.filter(name => name !== current)];
  pick.title = title;
  pick.placeholder = vscode.l10n.t(
    "dtype in NumPy's notation: float32, >i2, S10, [('x', '<f4'), ('y', '<i2')]",
  );
  pick.ignoreFocusOut = true;
  const refresh = (): void => {
    pick.items = dtypeItems(pick.value.trim(), names, check);
  };
  refresh();
  return new Promise(accept => {
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      // The list may lag behind fast typing: then the typed text counts.
      const dtype = pick.selectedItems.at(0)?.label ?? pick.value.trim();
      if (dtype === '' || check(dtype) !== undefined) return;
      accept(dtype);
      pick.dispose();
    });
    pick.onDidHide(() => {
      accept(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function dtypeItems(
  typed: string,
  names: readonly string[],
  check: (dtype: string) => ValidationMessage,
): vscode.QuickPickItem[] {
  const own =
    typed && !names.includes(typed)
      ? [{ label: typed, description: check(typed) ?? vscode.l10n.t('as typed'), alwaysShow: true }]
      : [];
  return [...own, ...names.map((label, k) => ({ label, description: k === 0 ? vscode.l10n.t('now') : '' }))];
}
