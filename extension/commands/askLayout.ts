/** Asks for a layout in four steps, each validated while the user types. */
import * as vscode from 'vscode';
import { shapeText } from '../../core/layout/shapeText';
import { resolveLayoutRequest } from '../editor/view/layoutRequest';
import type { LayoutChoice } from '../../webview/protocol/schema';
import type { LayoutRequest } from '../../webview/protocol/requestParams';
import { askText, askDType, askOrder, validationMessage } from './steps';

/** Returns a layout that is valid for a file of `byteLength` bytes; undefined where the user cancels. */
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
    validationMessage(() => resolveLayoutRequest(request, current, byteLength));

  const dtype = await askDType(title(1), start.dtype, typed =>
    check({ ...start, shape: '-1', dtype: typed }),
  );
  if (dtype === undefined) return undefined;
  // Items of another size need another shape: suggests one axis over the whole file.
  const shapeDefault = dtype === start.dtype ? start.shape : '-1';
  const shape = await askText(
    title(2),
    vscode.l10n.t('Shape: length of each axis; -1 to fit the file'),
    shapeDefault,
    typed => check({ ...start, dtype, shape: typed }),
  );
  if (shape === undefined) return undefined;
  const order = await askOrder(title(3), start.order);
  if (order === undefined) return undefined;
  const prompt = vscode.l10n.t('Offset of the first item, in bytes');
  const offset = await askText(title(4), prompt, start.offset, typed =>
    check({ dtype, shape, order, offset: typed }),
  );
  return offset === undefined ? undefined : { dtype, shape, order, offset };
}

function title(step: number): string {
  return vscode.l10n.t('Set Layout ({0}/4)', step);
}
