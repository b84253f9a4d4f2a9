/** Errors as VS Code shows them: one text that says what happened and what to do. */
import * as vscode from 'vscode';
import { asInspectorError, errorText, InspectorError } from '../core/errors';

/** Returns the same promise, but rejects with the whole error text: of a rejection, VS Code shows the message alone. */
export function withErrorText<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const known = asInspectorError(error);
    throw new InspectorError(known.kind, errorText(known), { fields: known.fields, cause: error });
  });
}

/** Shows an error as a notification; for work that nothing awaits. */
export function showError(error: unknown): void {
  void vscode.window.showErrorMessage(errorText(asInspectorError(error)));
}
