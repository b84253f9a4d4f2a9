/** The palette's and the menus' commands. Each is imported when it is first run; a failure is said, never swallowed. */
import * as vscode from 'vscode';
import { asInspectorError } from '../../core/errors';
import type { EditorProvider } from '../editor/provider';
import { COMMANDS as ids } from '../ids';
import type { Inspector } from '../inspector/inspector';

export interface Surfaces {
  readonly editor: () => Promise<EditorProvider>;
  readonly inspector: () => Promise<Inspector>;
}

/** Registers every command of `COMMANDS`. */
export function registerCommands(context: vscode.ExtensionContext, { editor, inspector }: Surfaces): void {
  const register = (id: string, run: (argument: unknown) => Promise<void>): void => {
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  };
  const actions = () => import(/* webpackChunkName: "commands" */ './actions');
  register(ids.openAsMemoryMap, async target => (await actions()).openAsMemoryMap(target));
  register(ids.setLayout, async () => (await actions()).setLayout(await editor()));
  register(ids.goTo, async () => (await actions()).goTo(await editor()));
  register(ids.copyMemmapLine, async () => (await actions()).copyMemmapLine(await editor()));

  const inspect = () => import(/* webpackChunkName: "inspect" */ './inspect');
  const share = () => import(/* webpackChunkName: "inspect" */ './shareMemory');
  register(
    ids.inspectExpression,
    said(async () => (await inspect()).inspectExpression(await inspector())),
  );
  register(
    ids.inspectSelection,
    said(async () => (await inspect()).inspectSelection(await inspector())),
  );
  register(
    ids.inspectVariable,
    said(async clicked => (await inspect()).inspectVariable(await inspector(), clicked)),
  );
  register(
    ids.inspectListed,
    said(async clicked => (await inspect()).inspectListed(await inspector(), clicked)),
  );
  register(ids.moreArrays, async () => (await inspector()).arrays.more());
  register(ids.refreshArrays, async () => (await inspector()).arrays.refresh());
  register(
    ids.shareMemory,
    said(async () => (await share()).shareMemory(await inspector())),
  );
}

/** What goes wrong is shown, with what to do. */
function said(run: (argument: unknown) => Promise<void>): (argument: unknown) => Promise<void> {
  return async argument => {
    try {
      await run(argument);
    } catch (error) {
      const { message, action } = asInspectorError(error);
      void vscode.window.showErrorMessage([message, action].filter(Boolean).join(' '));
    }
  };
}
