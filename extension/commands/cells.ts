/** The commands of the cells' context menu, carried out by the webview with the focus. */
import * as vscode from 'vscode';
import type { CellsRequest, CopyAs } from '../../webview/protocol/cellsSchema';

/** The panel that shows the cells, if one has the focus. */
export type CellsTarget = { ask(request: CellsRequest): void } | undefined;

/** Copies the selected cells. Throws where no panel has the focus. */
export function copyCells(target: CellsTarget, as: CopyAs): void {
  (target ?? failWithoutCells()).ask({ do: 'copy', as });
}

/** Pastes the clipboard's text over the selected cells. Throws where no panel has the focus. */
export async function pasteCells(target: CellsTarget): Promise<void> {
  (target ?? failWithoutCells()).ask({ do: 'paste', text: await vscode.env.clipboard.readText() });
}

function failWithoutCells(): never {
  throw new Error(vscode.l10n.t('Select cells of an array first.'));
}
