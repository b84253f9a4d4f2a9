/**
 * Every command: where it can be run, the menus it is in, and its implementation, imported when it is first run. The
 * manifest's commands, menus and key bindings are written from this list by `npm run texts`.
 */
import type { CopyAs } from '../../webview/protocol/cellsSchema';
import { whenDebugging } from '../debug/adapters';
import type { EditorProvider } from '../editor/provider';
import { ARRAYS_VIEW, type COMMANDS, PANEL_VIEW_TYPE } from '../ids';
import type { Inspector } from '../inspector/inspector';
import type { CellsTarget } from './cells';

/** The parts of the extension that commands act on, each loaded on first use. */
export interface Surfaces {
  readonly editor: () => Promise<EditorProvider>;
  readonly inspector: () => Promise<Inspector>;
}

/** A command's entry in a menu. */
export interface MenuEntry {
  /** A when clause: https://code.visualstudio.com/api/references/when-clause-contexts */
  readonly when: string;
  readonly group: string;
}

/** The keys of a command, on macOS those of `mac`. */
export interface KeyBinding {
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

/** A command. Its id is in ids.ts, its title in package.nls.json. */
export interface Command {
  /** A when clause: the command is enabled, and listed in the palette, only where it holds. Absent: everywhere. */
  readonly when?: string;
  /** True where the command makes sense only in a menu. */
  readonly isHiddenInPalette?: boolean;
  /** A codicon, as in `$(refresh)`. */
  readonly icon?: string;
  /** By menu: https://code.visualstudio.com/api/references/contribution-points#contributes.menus */
  readonly menus?: Readonly<Record<string, MenuEntry>>;
  readonly keyBinding?: KeyBinding;
  /** `argument` is whatever the menu passes: a resource, a variable, a row of the Arrays view. */
  readonly run: (surfaces: Surfaces, argument: unknown) => Promise<unknown>;
}

/** The name of a command in `COMMANDS`. */
export type CommandName = keyof typeof COMMANDS;

const IN_EDITOR = String.raw`activeCustomEditorId =~ /^ndarray\./`;
const IN_GRID = `${IN_EDITOR} || activeWebviewPanelId == '${PANEL_VIEW_TYPE}'`;
const IN_DEBUG = 'inDebugMode';
const NO_INPUT =
  '!inputFocus && !listFocus && !sideBarFocus && !panelFocus && !auxiliaryBarFocus && !terminalFocus';

const editorActions = () => import(/* webpackChunkName: "commands" */ './editorActions');
const cells = () => import(/* webpackChunkName: "commands" */ './cells');
const inspect = () => import(/* webpackChunkName: "inspect" */ './inspect');

const copyCells =
  (as: CopyAs): Command['run'] =>
  async surfaces =>
    (await cells()).copyCells(await cellsTarget(surfaces), as);

/** The webview with the focus. */
async function cellsTarget({ editor, inspector }: Surfaces): Promise<CellsTarget> {
  return (await editor()).activePanel ?? (await inspector()).panels.active;
}

/** The commands, in the order of the manifest. */
export const commands: Readonly<Record<CommandName, Command>> = {
  openAsMemoryMap: {
    menus: {
      'explorer/context': {
        when: String.raw`!explorerResourceIsFolder && resourceExtname =~ /^\.(dat|npy|bin|raw|memmap|mmap|f32|f64)$/`,
        group: 'navigation@90',
      },
    },
    run: async (_, target) => (await editorActions()).openAsMemoryMap(target),
  },
  setLayout: {
    when: IN_EDITOR,
    run: async ({ editor }) => (await editorActions()).setLayout(await editor()),
  },
  goTo: {
    when: IN_EDITOR,
    run: async ({ editor }) => (await editorActions()).goTo(await editor()),
  },
  find: {
    when: IN_EDITOR,
    keyBinding: { key: 'ctrl+f', mac: 'cmd+f', when: `${IN_EDITOR} && ${NO_INPUT}` },
    run: async ({ editor }) => (await editorActions()).find(await editor()),
  },
  copyMemmapLine: {
    when: IN_EDITOR,
    run: async ({ editor }) => (await editorActions()).copyMemmapLine(await editor()),
  },
  copyCells: {
    when: IN_GRID,
    isHiddenInPalette: true,
    menus: { 'webview/context': { when: 'ndarrayGrid', group: '9_cutcopypaste@1' } },
    run: copyCells('text'),
  },
  copyNumPyLiteral: {
    when: IN_GRID,
    menus: { 'webview/context': { when: "ndarrayGrid == 'values'", group: '9_cutcopypaste@2' } },
    run: copyCells('numpy'),
  },
  copyBytes: {
    when: IN_GRID,
    menus: { 'webview/context': { when: "ndarrayGrid == 'values'", group: '9_cutcopypaste@3' } },
    run: copyCells('bytes'),
  },
  pasteCells: {
    when: IN_GRID,
    isHiddenInPalette: true,
    menus: { 'webview/context': { when: "ndarrayGrid == 'values'", group: '9_cutcopypaste@4' } },
    run: async surfaces => (await cells()).pasteCells(await cellsTarget(surfaces)),
  },
  newFile: {
    run: async ({ editor }) =>
      (await import(/* webpackChunkName: "files" */ './files/newFile')).newFile(await editor()),
  },
  exportArray: {
    when: IN_EDITOR,
    run: async ({ editor }) =>
      (await import(/* webpackChunkName: "files" */ './files/export')).exportArray(await editor()),
  },
  convertOrder: {
    when: IN_EDITOR,
    run: async ({ editor }) =>
      (await import(/* webpackChunkName: "files" */ './files/convertOrder')).convertOrder(await editor()),
  },
  changeType: {
    when: IN_EDITOR,
    run: async ({ editor }) =>
      (await import(/* webpackChunkName: "files" */ './files/changeType')).changeType(await editor()),
  },
  compareWith: {
    when: IN_EDITOR,
    run: async ({ editor }) =>
      (await import(/* webpackChunkName: "files" */ './files/compareWith')).compareWith(await editor()),
  },
  measureAccess: {
    run: async () => (await import(/* webpackChunkName: "files" */ './files/measureAccess')).measureAccess(),
  },
  computeStatistics: {
    when: IN_EDITOR,
    run: async ({ editor }) => (await editorActions()).showSection(await editor(), 'statistics'),
  },
  showPicture: {
    when: IN_EDITOR,
    run: async ({ editor }) => (await editorActions()).showSection(await editor(), 'pictures'),
  },
  inspectExpression: {
    when: IN_DEBUG,
    run: async ({ inspector }) => (await inspect()).inspectExpression(await inspector()),
  },
  inspectSelection: {
    when: IN_DEBUG,
    isHiddenInPalette: true,
    menus: { 'editor/context': { when: `${IN_DEBUG} && debugState == 'stopped'`, group: 'debug@90' } },
    run: async ({ inspector }) => (await inspect()).inspectSelection(await inspector()),
  },
  inspectVariable: {
    when: IN_DEBUG,
    isHiddenInPalette: true,
    menus: {
      'debug/variables/context': { when: whenDebugging(), group: 'z_commands@1' },
      'debug/watch/context': { when: IN_DEBUG, group: 'z_commands@1' },
    },
    run: async ({ inspector }, clicked) => (await inspect()).inspectVariable(await inspector(), clicked),
  },
  inspectListed: {
    when: IN_DEBUG,
    isHiddenInPalette: true,
    icon: '$(table)',
    menus: {
      'view/item/context': { when: `view == ${ARRAYS_VIEW} && viewItem == array`, group: 'inline' },
    },
    run: async ({ inspector }, clicked) => (await inspect()).inspectListed(await inspector(), clicked),
  },
  moreArrays: {
    when: IN_DEBUG,
    isHiddenInPalette: true,
    run: async ({ inspector }) => (await inspector()).arrays.more(),
  },
  refreshArrays: {
    when: IN_DEBUG,
    icon: '$(refresh)',
    menus: { 'view/title': { when: `view == ${ARRAYS_VIEW}`, group: 'navigation' } },
    run: async ({ inspector }) => (await inspector()).arrays.refresh(),
  },
  shareMemory: {
    when: IN_DEBUG,
    run: async ({ inspector }) =>
      (await import(/* webpackChunkName: "inspect" */ './shareMemory')).shareMemory(await inspector()),
  },
};
