/** Tells VS Code's walkthrough which of its steps were taken in an editor: a context key each, set once. */
import * as vscode from 'vscode';

export type Step = 'followed' | 'edited';

const taken = new Set<Step>();

/** Ticks off the step of the walkthrough that ends with the context `ndarray.<step>`. */
export function completeStep(step: Step): void {
  if (taken.has(step)) return;
  taken.add(step);
  void vscode.commands.executeCommand('setContext', `ndarray.${step}`, true);
}
