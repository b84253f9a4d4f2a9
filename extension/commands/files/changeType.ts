/** *Change Type…*: writes the array as another dtype to a new file, after a warning about the items that would change. */
import { extname } from 'node:path';
import * as vscode from 'vscode';
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import { Layout } from '../../../core/layout/layout';
import type { EditorProvider } from '../../editor/provider';
import { t } from '../../l10n';
import type { CastLoss } from '../../tasks/write/castLosses';
import type { Loss } from '../../tasks/write/itemLoss';
import type { ArrayPlace } from '../../tasks/task';
import { runWithProgress } from '../../tasks/withProgress';
import { askDType, validationMessage } from '../steps';
import { askPath, besideName } from './askPath';
import { isNpy, openCopy } from './openResult';
import { askSourceArray } from './sourceArray';
import { checkFreeSpace } from './target';

/** Asks for dtype and file, and writes it. */
export async function changeType(editor: EditorProvider): Promise<void> {
  const title = vscode.l10n.t('Change Type');
  const subject = await askSourceArray(editor, title);
  if (!subject) return;
  const { place, name } = subject;
  const dtype = await askDType(title, place.dtype, typed => validationMessage(() => checkType(typed)));
  if (dtype === undefined) return;
  const checking = vscode.l10n.t('Checking which items of {0} change as {1}', name, dtype);
  const found = await runWithProgress(checking, 'castLosses', { place, dtype });
  if (!found || !(await isAgreed(dtype, found.losses, place))) return;
  const target = await askPath({
    title,
    prompt: vscode.l10n.t('File to write as {0}; with a header if the name ends in .npy', dtype),
    start: besideName(place.path, `_${dtype.replace(/\W+/g, '')}`, extname(place.path)),
    sources: [place.path],
  });
  if (!target) return;
  const { size, shape } = Layout.of(place.layout);
  await checkFreeSpace(target.path, size * parseDType(dtype).itemsize);
  const progress = vscode.l10n.t('Writing {0} as {1}', name, dtype);
  const request = { place, target, dtype, isNpy: isNpy(target.path) };
  const made = await runWithProgress(progress, 'copyArray', request);
  if (made) await openCopy(editor, target, dtype, shape, made);
}

function checkType(text: string): void {
  const { itemsize } = parseDType(text);
  if (itemsize > 0) return;
  throw new InspectorError('invalid-dtype', t('items of dtype {0} have no bytes', text), {
    action: t('Include the length, as in S10.'),
  });
}

/** Asks only where items would change. */
async function isAgreed(
  dtype: string,
  losses: readonly CastLoss[],
  { layout }: ArrayPlace,
): Promise<boolean> {
  if (losses.length === 0) return true;
  const total = layout.shape.reduce((product, length) => product * length, 1);
  const lost = losses.reduce((sum, { count }) => sum + count, 0);
  const write = vscode.l10n.t('Write Anyway');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} of {1} items change when stored as {2}.', lost, total, dtype),
    { modal: true, detail: losses.map(lossText).join('\n') },
    write,
  );
  return answer === write;
}

function lossText({ loss, count, firstIndex, before, after }: CastLoss): string {
  const index = `[${firstIndex.join(', ')}]`;
  return vscode.l10n.t('{0}: {1}, first at {2}: {3} becomes {4}', nameOf(loss), count, index, before, after);
}

function nameOf(loss: Loss): string {
  switch (loss) {
    case 'range':
      return vscode.l10n.t('Out of range');
    case 'nonfinite':
      return vscode.l10n.t('NaN or infinity to an integer');
    case 'fraction':
      return vscode.l10n.t('Fraction lost');
    case 'imaginary':
      return vscode.l10n.t('Imaginary part lost');
    case 'precision':
      return vscode.l10n.t('Precision lost');
    case 'truth':
      return vscode.l10n.t('Neither 0 nor 1');
    case 'other':
      return vscode.l10n.t('Changed');
  }
}
