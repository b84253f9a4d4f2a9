/** What the debugger half's commands do: find out the expression, and show it. */
import * as vscode from 'vscode';
import type { Inspector } from '../inspector/inspector';
import { observeOnce, notStoppedError } from '../debug/observeOnce';
import type { ListedArray } from '../debug/runtime';

const MAX_LISTED = 200;

/** Asks for an expression: one of the frame's arrays, or whatever is typed. */
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

/** Shows what was clicked in the Variables or the Watch view: whatever part of it carries an expression. */
export async function inspectVariable(inspector: Inspector, clicked: unknown): Promise<void> {
  const expression = expressionIn(clicked);
  if (expression === undefined) await inspectExpression(inspector);
  else show(inspector, expression);
}

/** Shows an array of the Arrays view: its row, or the row's menu, gives it. */
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

/** An array of the frame, or an expression that is typed; undefined where the pick was left. */
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
  pick.placeholder = vscode.l10n.t('An array, or an expression: x[:, ::2]');
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
      // What is typed in full is meant, however soon Enter follows: the list may still be of what was typed before.
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
