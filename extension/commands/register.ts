/** The palette's and the menus' commands. Each is imported when it is first run; a failure is said, never swallowed. */
import * as vscode from 'vscode';
import { asInspectorError } from '../../core/errors';
import type { EditorProvider } from '../editor/provider';
import type { CopyAs } from '../../webview/protocol/cellsSchema';
import { COMMANDS as ids } from '../ids';
import type { Inspector } from '../inspector/inspector';
import type { CellsTarget } from './cells';

export interface Surfaces {
  readonly editor: () => Promise<EditorProvider>;
  readonly inspector: () => Promise<Inspector>;
}

type Register = (id: string, run: (argument: unknown) => Promise<void>) => void;

/** Registers every command of `COMMANDS`. */
export function registerCommands(context: vscode.ExtensionContext, { editor, inspector }: Surfaces): void {
  const register: Register = (id, run) => {
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  };
  const actions = () => import(/* webpackChunkName: "commands" */ './actions');
  register(ids.openAsMemoryMap, async target => (await actions()).openAsMemoryMap(target));
  register(
    ids.setLayout,
    said(async () => (await actions()).setLayout(await editor())),
  );
  register(ids.goTo, async () => (await actions()).goTo(await editor()));
  register(ids.find, async () => (await actions()).find(await editor()));
  register(ids.copyMemmapLine, async () => (await actions()).copyMemmapLine(await editor()));
  register(
    ids.computeStatistics,
    said(async () => (await actions()).showSection(await editor(), 'statistics')),
  );
  register(
    ids.showPicture,
    said(async () => (await actions()).showSection(await editor(), 'pictures')),
  );

  registerFiles(register, editor);
  registerCells(register, { editor, inspector });

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

/** What makes and reads whole files. */
function registerFiles(register: Register, editor: Surfaces['editor']): void {
  const files = () => import(/* webpackChunkName: "files" */ './files/commands');
  const run = (name: keyof Awaited<ReturnType<typeof files>>) =>
    said(async () => (await files())[name](await editor()));
  register(ids.newFile, run('newFile'));
  register(ids.exportArray, run('exportArray'));
  register(ids.convertOrder, run('convertOrder'));
  register(ids.changeType, run('changeType'));
  register(ids.compareWith, run('compareWith'));
  register(ids.measureAccess, run('measureAccess'));
}

/** What is done to the cells of whichever of our webviews has the focus. */
function registerCells(register: Register, { editor, inspector }: Surfaces): void {
  const cells = () => import(/* webpackChunkName: "commands" */ './cells');
  const target = async (): Promise<CellsTarget> =>
    (await editor()).activePanel ?? (await inspector()).panels.active;
  const copy = (as: CopyAs) => said(async () => (await cells()).copyCells(await target(), as));
  register(ids.copyCells, copy('text'));
  register(ids.copyNumPyLiteral, copy('numpy'));
  register(ids.copyBytes, copy('bytes'));
  register(
    ids.pasteCells,
    said(async () => (await cells()).pasteCells(await target())),
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
