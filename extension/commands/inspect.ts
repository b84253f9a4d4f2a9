/** The commands that inspect an expression of a stopped program. */
import * as vscode from 'vscode';
import type { Inspector } from '../inspector/inspector';
import { observeOnce, notStoppedError } from '../debug/observeOnce';
import type { ListedArray } from '../debug/runtime';

const MAX_LISTED = 200;

/** Asks for an expression, and shows it. */
export async function inspectExpression(inspector: Inspector): Promise<void> {
  const start = nameAtCursor() ?? '';
  const picked = await pickExpression(inspector, vscode.l10n.t('Inspect Array Memory'), start);
  if (picked !== undefined) inspector.panels.show(picked);
}

/** Shows the selection, or the name at the cursor. */
export async function inspectSelection(inspector: Inspector): Promise<void> {
  const expression = nameAtCursor();
  if (expression === undefined) await inspectExpression(inspector);
  else show(inspector, expression);
}

/** Shows the variable that was clicked in the Variables or Watch view. */
export async function inspectVariable(inspector: Inspector, clicked: unknown): Promise<void> {
  const expression = expressionIn(clicked);
  if (expression === undefined) await inspectExpression(inspector);
  else show(inspector, expression);
}

/** Shows the array of a row in the Arrays view. */
export async function inspectListed(inspector: Inspector, clicked: unknown): Promise<void> {
  const { array } = (clicked ?? {}) as { array?: Partial<ListedArray> };
  if (typeof array?.name === 'string') show(inspector, array.name);
  else await inspectExpression(inspector);
}

function show(inspector: Inspector, expression: string): void {
  if (inspector.observer.stop) inspector.panels.show(expression);
  else throw notStoppedError();
}

function expressionIn(clicked: unknown): string | undefined {
  const { variable, evaluateName, name } = (clicked ?? {}) as Record<string, unknown>;
  if (typeof evaluateName === 'string' && evaluateName !== '') return evaluateName;
  if (variable !== undefined) return expressionIn(variable);
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The selected text on one line, or the dotted name at the cursor. */
function nameAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const selected = selection.isSingleLine ? document.getText(selection).trim() : '';
  if (selected !== '') return selected;
  const range = document.getWordRangeAtPosition(selection.active, /[\p{L}_][\p{L}\p{N}_.]*/u);
  return range && document.getText(range);
}

/** Asks for an array of the frame or any expression, without those in `except`; undefined where the user cancels. */
export async function pickExpression(
  inspector: Inspector,
  title: string,
  start = '',
  except: readonly string[] = [],
): Promise<string | undefined> {
  const { observation } = await observeOnce(inspector.observer, { list: MAX_LISTED });
  const { arrayDescription } = await import('../inspector/rowText');
  const arrays = (observation.listing?.arrays ?? []).filter(({ name }) => !except.includes(name));
  const item = (array: ListedArray): vscode.QuickPickItem => ({
    label: array.name,
    description: arrayDescription(array),
  });
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('Array or expression: x[:, ::2]');
  pick.value = start;
  const isListed = (text: string): boolean => arrays.some(({ name }) => name === text);
  let own = '';
  const refresh = (): void => {
    const typed = pick.value.trim();
    const next = isListed(typed) ? '' : typed;
    if (next === own && pick.items.length > 0) return;
    own = next;
    pick.items = [...(own === '' ? [] : [{ label: own, alwaysShow: true }]), ...arrays.map(item)];
  };
  refresh();
  return new Promise(accept => {
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      // A name typed in full counts, even if the list is still that of an earlier text.
      const typed = pick.value.trim();
      accept(isListed(typed) ? typed : (pick.selectedItems.at(0)?.label ?? (typed || undefined)));
      pick.dispose();
    });
    pick.onDidHide(() => {
      accept(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
