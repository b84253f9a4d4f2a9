/** The palette's commands. Each is imported when it is first run. */
import * as vscode from 'vscode';
import type { EditorProvider } from '../editor/provider';
import type { COMMANDS } from '../ids';

export type Editor = () => Promise<EditorProvider>;

/** Registers every command of `ids`. */
export function registerCommands(
  context: vscode.ExtensionContext,
  ids: typeof COMMANDS,
  editor: Editor,
): void {
  const register = (id: string, run: (argument: unknown) => Promise<void>): void => {
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  };
  const actions = () => import(/* webpackChunkName: "commands" */ './actions');
  register(ids.openAsMemoryMap, async target => (await actions()).openAsMemoryMap(target));
  register(ids.setLayout, async () => (await actions()).setLayout(await editor()));
  register(ids.goTo, async () => (await actions()).goTo(await editor()));
  register(ids.copyMemmapLine, async () => (await actions()).copyMemmapLine(await editor()));
}
