/** *Compare With…*: compares the array with that of another editor or file, item by item. */
import * as vscode from 'vscode';
import { Layout } from '../../../core/layout/layout';
import { shapeText } from '../../../core/layout/shapeText';
import { sliceSuffix } from '../../../webview/protocol/sliceText';
import type { EditorPanel } from '../../editor/view/editorPanel';
import type { EditorProvider } from '../../editor/provider';
import type { Comparison } from '../../tasks/compare/compare';
import { runWithProgress } from '../../tasks/withProgress';
import { pickFile } from '../pickFile';
import { askText, validationMessage, pickOne } from '../steps';
import { askSourceArray, type SourceArray, sourceArrayOf } from './sourceArray';
import { DEFAULT_TOLERANCE, parseTolerance } from './tolerance';

const title = (): string => vscode.l10n.t('Compare With');

/** Asks for the other array and a tolerance, and shows the result. */
export async function compareWith(editor: EditorProvider): Promise<void> {
  const subject = await askSourceArray(editor, title());
  if (!subject) return;
  const other = await askOtherArray(editor, subject);
  if (!other) return;
  const prompt = vscode.l10n.t('Tolerance: items are close where |a - b| <= atol + rtol * |b|');
  const typed = await askText(title(), prompt, DEFAULT_TOLERANCE, text =>
    validationMessage(() => parseTolerance(text)),
  );
  if (typed === undefined) return;
  const request = { a: subject.place, b: other.place, tolerance: parseTolerance(typed) };
  const progress = vscode.l10n.t('Comparing {0} with {1}', subject.name, other.name);
  const found = await runWithProgress(progress, 'compare', request);
  if (found) await showComparison(subject, other, found);
}

type OtherArray = Pick<SourceArray, 'place' | 'name'>;

/** Offers the arrays of other editors, and any file, with the layout that its editor would find. */
async function askOtherArray(
  editor: EditorProvider,
  { panel, place }: SourceArray,
): Promise<OtherArray | undefined> {
  const shape = shapeText(place.layout.shape);
  const others = editor.panels.filter(one => one !== panel).sort((a, b) => rank(a, shape) - rank(b, shape));
  const items = [
    ...others.map(one => ({ ...labelOf(one), value: { panel: one } })),
    { label: vscode.l10n.t('$(folder-opened) A file…'), value: {} },
  ];
  const placeHolder = vscode.l10n.t('Array of shape {0} to compare with', shape);
  const value: { panel?: EditorPanel } | undefined =
    others.length > 0 ? await pickOne<{ panel?: EditorPanel }>(title(), items, placeHolder) : {};
  if (!value) return undefined;
  if (value.panel) return shownArray(value.panel);
  const uri = await pickFile(title());
  if (!uri) return undefined;
  const open = editor.panels.find(({ document }) => document.uri.toString() === uri.toString());
  if (open && open !== panel) return shownArray(open);
  return { place: await editor.closedPlace(uri), name: vscode.workspace.asRelativePath(uri) };
}

const shownArray = (panel: EditorPanel): OtherArray => sourceArrayOf(panel, panel.slice.trim() === '');

/** Arrays of the same shape come first. */
function rank(panel: EditorPanel, shape: string): number {
  const { facts } = panel.state();
  return facts && shapeText(facts.layout.shape) === shape ? 0 : 1;
}

function labelOf(panel: EditorPanel): { label: string; description: string } {
  const { facts } = panel.state();
  const suffix = sliceSuffix(panel.slice);
  const slice = suffix && `x${suffix}  `;
  const layout = facts ? `${facts.dtype}  ${shapeText(facts.layout.shape)}` : '';
  return { label: vscode.workspace.asRelativePath(panel.document.uri), description: slice + layout };
}

/** Shows the result in a quick pick, from which the first difference can be opened. */
async function showComparison(subject: SourceArray, other: OtherArray, found: Comparison): Promise<void> {
  const { size, differing, first, maxAbs } = found;
  const pair = `${subject.name}, ${other.name}`;
  const headline =
    differing === 0
      ? vscode.l10n.t('All {0} items are close', size)
      : vscode.l10n.t('{0} of {1} items differ', differing, size);
  const items: { label: string; description?: string; detail?: string; value: boolean }[] = [
    { label: headline, description: pair, detail: largest(maxAbs), value: false },
  ];
  if (first) {
    const description = vscode.l10n.t('{0} in this array, {1} in the other', first.a, first.b);
    const label = vscode.l10n.t('Go to the first difference, [{0}]', first.index.join(', '));
    items.push({ label, description, value: true });
  }
  const isGoing = await pickOne(title(), items, pair);
  if (!isGoing || !first) return;
  const { panel, place, isShown } = subject;
  const byteOffset = Layout.of(place.layout).byteOffset(first.index);
  panel.panel.reveal();
  panel.goTo(isShown ? `[${first.index.join(', ')}]` : `0x${byteOffset.toString(16)}`);
}

const largest = (maxAbs: number | undefined): string | undefined =>
  maxAbs === undefined ? undefined : vscode.l10n.t('Largest absolute difference: {0}', maxAbs);
