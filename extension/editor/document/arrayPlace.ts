/** What a document shows, as tasks take it. */
import * as vscode from 'vscode';
import type { ArrayFacts } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { byteBounds } from '../../../core/layout/overlap/bounds';
import { contiguousLayout, Layout } from '../../../core/layout/layout';
import type { ShownView } from '../../../webview/protocol/viewEvents';
import type { ArrayPlace } from '../../tasks/task';
import type { MemoryDocument } from './memoryDocument';

/** `view` of the document's array, or all of it. */
export function documentPlace(
  document: MemoryDocument,
  facts: Pick<ArrayFacts, 'dtype' | 'layout'> | undefined,
  view?: ShownView,
): ArrayPlace {
  return placeAt(document, facts && (view ?? facts));
}

/** All bytes of the document's file. */
export function documentBytesPlace(document: MemoryDocument): ArrayPlace {
  const layout = contiguousLayout([document.byteLength], 1).toFields();
  return placeAt(document, { dtype: 'uint8', layout });
}

function placeAt(
  document: MemoryDocument,
  seen: Pick<ShownView, 'dtype' | 'layout'> | undefined,
): ArrayPlace {
  const { local, problem, editing } = document;
  if (problem && !document.isOpen) throw problem;
  if (!local) throw notLocal(document.uri);
  if (!seen) throw noLayout();
  const { dtype, layout } = seen;
  const { first, end } = byteBounds(Layout.of(layout));
  if (first < 0 || end > document.byteLength) throw tooShort(end, document.byteLength);
  const unsaved = editing.overlay.runs.map(({ byteOffset, bytes }) => ({ byteOffset, bytes }));
  return { path: local.path, dtype, layout, unsaved };
}

function notLocal(uri: vscode.Uri): InspectorError {
  return new InspectorError('file-unreadable', vscode.l10n.t('{0} is not on a local disk', uri.toString()), {
    action: vscode.l10n.t('Save it to a local disk and open it from there.'),
  });
}

function noLayout(): InspectorError {
  return new InspectorError('invalid-input', vscode.l10n.t('This file has no layout yet'), {
    action: vscode.l10n.t('Set one first.'),
  });
}

function tooShort(end: number, byteLength: number): InspectorError {
  return new InspectorError(
    'out-of-bounds',
    vscode.l10n.t('the array ends at byte {0}, but the file has {1} bytes', end, byteLength),
    { action: vscode.l10n.t('Choose a smaller shape.') },
  );
}
