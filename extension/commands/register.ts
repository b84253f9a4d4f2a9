/** Registers the commands of list.ts. */
import * as vscode from 'vscode';
import { COMMANDS } from '../ids';
import { showError } from '../errorText';
import { type CommandName, commands, type Surfaces } from './list';

/** Registers every command. What goes wrong in one is shown, with what to do about it. */
export function registerCommands(context: vscode.ExtensionContext, surfaces: Surfaces): void {
  for (const name of Object.keys(commands) as CommandName[]) {
    const run = async (argument: unknown): Promise<void> => {
      try {
        await commands[name].run(surfaces, argument);
      } catch (error) {
        showError(error);
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(COMMANDS[name], run));
  }
}
