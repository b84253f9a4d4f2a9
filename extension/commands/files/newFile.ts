/** *New Memory-Mapped File…*: asks where, and of what; makes the file, and opens it. */
import { extname } from 'node:path';
import * as vscode from 'vscode';
import { parseDType } from '../../../core/dtype/parse/parse';
import { dtypeSource } from '../../../core/dtype/print';
import { encodeItem } from '../../../core/dtype/items/write';
import { InspectorError } from '../../../core/errors';
import { contiguousLayout } from '../../../core/layout/layout';
import { parseShape, shapeText } from '../../../core/layout/shapeText';
import { bytesText } from '../../../core/text/size';
import type { EditorProvider } from '../../editor/provider';
import { t } from '../../l10n';
import type { Fill } from '../../tasks/write/createFile';
import type { TargetFile } from '../../tasks/write/writeAtomically';
import { runWithProgress } from '../../tasks/withProgress';
import { askText, askDType, askOrder, validationMessage, pickOne, saidBy } from '../steps';
import { askPath, freeName, homeFolder } from './askPath';
import { checkFreeSpace } from './target';

const title = (step: number): string => vscode.l10n.t('New Memory-Mapped File ({0}/5)', step);

/** Asks for path, dtype, shape, order and values, creates the file and opens it. */
export async function newFile(editor: EditorProvider): Promise<void> {
  const target = await askPath({
    title: title(1),
    prompt: vscode.l10n.t('File to create: raw bytes, or with a header if the name ends in .npy'),
    start: freeName(homeFolder(), 'array', '.dat'),
  });
  if (!target) return;
  const dtype = await askDType(title(2), 'float32', typed => validationMessage(() => sizedDType(typed)));
  if (dtype === undefined) return;
  const shape = await askShape(target, dtype);
  if (!shape) return;
  const order = shape.length < 2 ? 'C' : await askOrder(title(4), 'C');
  if (!order) return;
  const fill = await askFill(dtype, shape);
  if (!fill) return;
  const isNpy = extname(target.path).toLowerCase() === '.npy';
  const progress = vscode.l10n.t('Creating {0}', vscode.workspace.asRelativePath(target.path));
  const made = await runWithProgress(progress, 'createFile', { target, dtype, shape, order, fill, isNpy });
  if (!made) return;
  const choice = { dtype: dtypeSource(parseDType(dtype)), shape: [...shape], order, offset: made.offset };
  await editor.openNewFile(vscode.Uri.file(target.path), choice, made.byteLength, isNpy);
}

/** Parses a dtype; throws where its items have no bytes. */
function sizedDType(text: string) {
  const dtype = parseDType(text);
  if (dtype.itemsize > 0) return dtype;
  throw new InspectorError('invalid-dtype', t('items of dtype {0} have no bytes', text), {
    action: t('Include the length, as in S10.'),
  });
}

async function askShape({ path }: TargetFile, dtype: string): Promise<readonly number[] | undefined> {
  const { itemsize } = parseDType(dtype);
  const check = async (typed: string): Promise<vscode.InputBoxValidationMessage | undefined> => {
    try {
      const { nbytes } = contiguousLayout(newShape(typed), itemsize);
      await checkFreeSpace(path, nbytes);
      const message = vscode.l10n.t('{0} × {1} bytes: {2}', nbytes / itemsize, itemsize, bytesText(nbytes));
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    } catch (error) {
      return { message: saidBy(error), severity: vscode.InputBoxValidationSeverity.Error };
    }
  };
  const prompt = vscode.l10n.t('Shape: length of each axis');
  const typed = await askText(title(3), prompt, '1000 × 1000', check);
  return typed === undefined ? undefined : newShape(typed);
}

/** Parses a shape; throws where it has no items, since empty files cannot be mapped. */
function newShape(typed: string): number[] {
  const shape = parseShape(typed);
  if (shape.every(length => length > 0)) return shape;
  throw new InspectorError('invalid-shape', t('a new file has no size to infer a length from'), {
    action: t('Enter lengths of 1 or more.'),
  });
}

type FillKind = Fill['kind'] | 'seeded';

/** The values that items of the dtype can be filled with. */
function fillsFor(dtypeText: string, count: number): FillKind[] {
  const { fields, subarray, format } = parseDType(dtypeText);
  if (fields ?? subarray) return ['zeros'];
  if (format === undefined) return ['zeros', 'full'];
  return countsTo(dtypeText, count)
    ? ['zeros', 'full', 'arange', 'random', 'seeded']
    : ['zeros', 'full', 'random', 'seeded'];
}

/** Whether the dtype can represent 0 … `count` - 1. */
function countsTo(dtypeText: string, count: number): boolean {
  const dtype = parseDType(dtypeText);
  if (dtype.kind === 'b') return count <= 2;
  return validationMessage(() => encodeItem(dtype, String(count - 1))) === undefined;
}

async function askFill(dtype: string, shape: readonly number[]): Promise<Fill | undefined> {
  const count = shape.reduce((product, length) => product * length, 1);
  const texts: Readonly<Record<FillKind, readonly [string, string]>> = {
    zeros: [vscode.l10n.t('Zeros'), 'np.zeros'],
    full: [vscode.l10n.t('One Value…'), 'np.full'],
    arange: [vscode.l10n.t('Count'), vscode.l10n.t('np.arange: 0, 1, 2, … in memory order')],
    random: [vscode.l10n.t('Random'), vscode.l10n.t('floats in [0, 1), integers over their whole range')],
    seeded: [
      vscode.l10n.t('Random with a Seed…'),
      vscode.l10n.t('the values of np.random.default_rng(seed)'),
    ],
  };
  const items = fillsFor(dtype, count).map(value => {
    const [label, description] = texts[value];
    return { label, description, value };
  });
  const placeHolder = `${dtype}  ${shapeText(shape)}`;
  const kind = await pickOne(title(5), items, placeHolder);
  if (kind === 'full') return askValue(dtype);
  if (kind === 'seeded') return askSeed();
  return kind && { kind };
}

async function askValue(dtypeText: string): Promise<Fill | undefined> {
  const dtype = parseDType(dtypeText);
  const prompt = vscode.l10n.t('Value of every item, as a Python literal');
  const start = dtype.format === undefined ? '' : dtype.kind === 'b' ? 'True' : '1';
  const value = await askText(title(5), prompt, start, typed =>
    validationMessage(() => encodeItem(dtype, typed)),
  );
  return value === undefined ? undefined : { kind: 'full', value };
}

async function askSeed(): Promise<Fill | undefined> {
  const prompt = vscode.l10n.t('Seed: an integer, 0 or more');
  const seed = await askText(title(5), prompt, '0', typed =>
    /^\s*\d{1,1000}\s*$/.test(typed) ? undefined : vscode.l10n.t('Enter an integer, 0 or more.'),
  );
  return seed === undefined ? undefined : { kind: 'random', seed: seed.trim() };
}
