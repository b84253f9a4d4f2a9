/** Asks for a layout in four steps; each checks what is typed as it is typed. */
import * as vscode from 'vscode';
import { SUGGESTED_DTYPES } from '../../core/dtype/suggested';
import { InspectorError } from '../../core/errors';
import { shapeText } from '../../core/layout/shapeText';
import { resolveRequest } from '../editor/layoutRequest';
import type { LayoutChoice, LayoutRequest } from '../../webview/protocol/schema';

/** The layout that was typed, checked against a file of `byteLength` bytes; undefined where a step was left. */
export async function askLayout(
  current: LayoutChoice | undefined,
  byteLength: number,
): Promise<LayoutRequest | undefined> {
  const start: LayoutRequest = {
    dtype: current?.dtype ?? 'float32',
    shape: current ? shapeText(current.shape) : '-1',
    order: current?.order ?? 'C',
    offset: String(current?.offset ?? 0),
  };
  const check = (request: LayoutRequest): string | undefined =>
    complaint(() => resolveRequest(request, current, byteLength));

  const dtype = await askDType(start, check);
  if (dtype === undefined) return undefined;
  // Items of another size need another shape: offered is one axis over the whole file.
  const shapeDefault = dtype === start.dtype ? start.shape : '-1';
  const shape = await ask(
    2,
    vscode.l10n.t('Shape: lengths of the axes, -1 for what fits'),
    shapeDefault,
    typed => check({ ...start, dtype, shape: typed }),
  );
  if (shape === undefined) return undefined;
  const order = await askOrder(start.order);
  if (order === undefined) return undefined;
  const offset = await ask(4, vscode.l10n.t('Offset of the first item in bytes'), start.offset, typed =>
    check({ dtype, shape, order, offset: typed }),
  );
  return offset === undefined ? undefined : { dtype, shape, order, offset };
}

/** What an error thrown by `parse` says, for the input box. */
function complaint(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    if (error instanceof InspectorError) return [error.message, error.action].filter(Boolean).join('. ');
    throw error;
  }
}

function title(step: number): string {
  return vscode.l10n.t('Set Layout ({0}/4)', step);
}

function ask(
  step: number,
  prompt: string,
  value: string,
  validateInput: (typed: string) => string | undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: title(step),
    prompt,
    value,
    validateInput,
    ignoreFocusOut: true,
  });
}

async function askOrder(current: 'C' | 'F'): Promise<'C' | 'F' | undefined> {
  const items = [
    { label: 'C', description: vscode.l10n.t('row-major: the last axis is contiguous') },
    { label: 'F', description: vscode.l10n.t('column-major: the first axis is contiguous') },
  ];
  if (current === 'F') items.reverse();
  const picked = await vscode.window.showQuickPick(items, { title: title(3), ignoreFocusOut: true });
  return picked && (picked.label === 'F' ? 'F' : 'C');
}

/** A pick from the usual dtypes, or whatever NumPy text is typed. */
function askDType(
  start: LayoutRequest,
  check: (request: LayoutRequest) => string | undefined,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  const names = [start.dtype, ...SUGGESTED_DTYPES.filter(name => name !== start.dtype)];
  pick.title = title(1);
  pick.placeholder = vscode.l10n.t(
    "dtype, in NumPy's words: float32, >i2, S10, [('x', '<f4'), ('y', '<i2')]",
  );
  pick.ignoreFocusOut = true;
  const refresh = (): void => {
    const typed = pick.value.trim();
    const wrong = typed && check({ ...start, shape: '-1', dtype: typed });
    const own =
      typed && !names.includes(typed)
        ? [{ label: typed, description: wrong ?? vscode.l10n.t('as typed'), alwaysShow: true }]
        : [];
    pick.items = [
      ...own,
      ...names.map(label => ({
        label,
        description: label === start.dtype && start.shape ? vscode.l10n.t('now') : '',
      })),
    ];
  };
  refresh();
  return new Promise(accept => {
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (check({ ...start, shape: '-1', dtype: item.label }) !== undefined) return;
      accept(item.label);
      pick.dispose();
    });
    pick.onDidHide(() => {
      accept(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
