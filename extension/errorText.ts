/** Errors that VS Code, or we, show as a notification: a line of text, which is to say what to do as well. */
import * as vscode from 'vscode';
import { asInspectorError, InspectorError } from '../core/errors';

/** What happened and what to do about it, as one text. */
export function sentences({ message, action }: InspectorError): string {
  return action === undefined ? message : `${message}. ${action}`;
}

/** The same promise; VS Code shows the message of an error it rejects with, and nothing else of it. */
export function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const known = asInspectorError(error);
    throw new InspectorError(known.kind, sentences(known), { fields: known.fields, cause: error });
  });
}

/** Shows an error of work that nobody waits for. */
export function tell(error: unknown): void {
  void vscode.window.showErrorMessage(sentences(asInspectorError(error)));
}
