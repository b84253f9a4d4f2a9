/** *Export…*: writes the array, or its slice, as `.npy`, as text or as raw bytes. */
import { extname } from 'node:path';
import * as vscode from 'vscode';
import { parseDType } from '../../../core/dtype/parse/parse';
import { bytesText } from '../../../core/text/size';
import type { EditorProvider } from '../../editor/provider';
import type { ArrayPlace } from '../../tasks/task';
import type { TargetFile } from '../../tasks/write/writeAtomically';
import { runWithProgress } from '../../tasks/withProgress';
import { pickOne } from '../steps';
import { askPath, besideName } from './askPath';
import { openCopy, announceFile } from './openResult';
import { askSourceArray, type SourceArray, unsavedNote } from './sourceArray';
import { checkFreeSpace } from './target';

type Format = 'npy' | 'csv' | 'raw';

const title = (): string => vscode.l10n.t('Export');

/** Asks for format and file, and writes it. */
export async function exportArray(editor: EditorProvider): Promise<void> {
  const subject = await askSourceArray(editor, title());
  if (!subject) return;
  const format = await askFormat(subject.place);
  if (!format) return;
  const { path } = subject.place;
  const prompt = {
    npy: vscode.l10n.t('.npy file to write'),
    csv: vscode.l10n.t('Text file to write'),
    raw: vscode.l10n.t('Raw file to write'),
  }[format];
  const ending = format === 'raw' ? extname(path).replace(/^\.npy$/i, '') || '.dat' : `.${format}`;
  const start = besideName(path, extname(path) === ending ? '-export' : '', ending);
  const target = await askPath({ title: title(), prompt, start, sources: [path] });
  if (!target) return;
  if (format === 'csv') await writeCsv(subject, target);
  else await writeBytes(editor, subject, target, format);
}

function askFormat({ dtype, layout }: ArrayPlace): Promise<Format | undefined> {
  const isRecord = parseDType(dtype).fields !== undefined;
  const table = isRecord
    ? vscode.l10n.t('one column per field, one row per item, field names in the first line')
    : layout.shape.length > 2
      ? vscode.l10n.t('rows along the last axis, the other axes one after another')
      : vscode.l10n.t('items as NumPy prints them');
  return pickOne<Format>(title(), [
    { label: '.npy', description: vscode.l10n.t('the format of np.save'), value: 'npy' },
    { label: '.csv', description: table, value: 'csv' },
    {
      label: vscode.l10n.t('Raw bytes'),
      description: vscode.l10n.t('the format of tofile, in C order'),
      value: 'raw',
    },
  ]);
}

async function writeBytes(
  editor: EditorProvider,
  { place, name }: SourceArray,
  target: TargetFile,
  format: 'npy' | 'raw',
): Promise<void> {
  const { shape, itemsize } = place.layout;
  const nbytes = shape.reduce((product, length) => product * length, itemsize);
  await checkFreeSpace(target.path, nbytes);
  const order = format === 'raw' ? ({ order: 'C' } as const) : {};
  const made = await runWithProgress(vscode.l10n.t('Exporting {0}', name), 'copyArray', {
    place,
    target,
    isNpy: format === 'npy',
    ...order,
  });
  if (!made) return;
  const message = vscode.l10n.t('Exported {0} to {1}: {2}.', name, shown(target), bytesText(made.byteLength));
  void announceFile(message + unsavedNote(place), () => openCopy(editor, target, place.dtype, shape, made));
}

async function writeCsv({ place, name }: SourceArray, target: TargetFile): Promise<void> {
  const made = await runWithProgress(vscode.l10n.t('Exporting {0}', name), 'exportCsv', { place, target });
  if (!made) return;
  const message = vscode.l10n.t(
    'Exported {0} to {1}: {2} rows of {3} columns.',
    name,
    shown(target),
    made.rows,
    made.columns,
  );
  const open = () => vscode.window.showTextDocument(vscode.Uri.file(target.path));
  void announceFile(message + unsavedNote(place), open);
}

const shown = ({ path }: TargetFile): string => vscode.workspace.asRelativePath(path);
