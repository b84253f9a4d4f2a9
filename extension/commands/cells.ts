/** The entries of the menu over cells, some of them in the palette too: the webview that has the focus does them. */
import * as vscode from 'vscode';
import type { CellsRequest, CopyAs } from '../../webview/protocol/cellsSchema';

/** Whatever shows cells and has the focus. */
export type CellsTarget = { ask(request: CellsRequest): void } | undefined;

export function copyCells(target: CellsTarget, as: CopyAs): void {
  (target ?? noCellsError()).ask({ do: 'copy', as });
}

export async function pasteCells(target: CellsTarget): Promise<void> {
  (target ?? noCellsError()).ask({ do: 'paste', text: await vscode.env.clipboard.readText() });
}

function noCellsError(): never {
  throw new Error(vscode.l10n.t('Select cells of an array first.'));
}
