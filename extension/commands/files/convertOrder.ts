/** *Convert Order…*: writes the array in the other memory order to a new file. */
import { extname } from 'node:path';
import * as vscode from 'vscode';
import { Layout } from '../../../core/layout/layout';
import { isCContiguous, isFContiguous } from '../../../core/layout/contiguity';
import type { EditorProvider } from '../../editor/provider';
import { runWithProgress } from '../../tasks/withProgress';
import { askOrder } from '../steps';
import { askPath, besideName } from './askPath';
import { isNpy, openCopy } from './openResult';
import { askSourceArray } from './sourceArray';
import { checkFreeSpace } from './target';

/** Asks for order and file, and writes it. */
export async function convertOrder(editor: EditorProvider): Promise<void> {
  const title = vscode.l10n.t('Convert Order');
  const subject = await askSourceArray(editor, title);
  if (!subject) return;
  const { place, name } = subject;
  const layout = Layout.of(place.layout);
  const isF = isFContiguous(layout) && !isCContiguous(layout);
  const order = await askOrder(title, isF ? 'C' : 'F');
  if (!order) return;
  const target = await askPath({
    title,
    prompt: vscode.l10n.t('File to write in {0} order; with a header if the name ends in .npy', order),
    start: besideName(place.path, `_${order.toLowerCase()}`, extname(place.path)),
    sources: [place.path],
  });
  if (!target) return;
  await checkFreeSpace(target.path, layout.nbytes);
  const progress = vscode.l10n.t('Writing {0} in {1} order', name, order);
  const request = { place, target, order, isNpy: isNpy(target.path) };
  const made = await runWithProgress(progress, 'copyArray', request);
  if (made) await openCopy(editor, target, place.dtype, layout.shape, made);
}
