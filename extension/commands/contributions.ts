/**
 * The parts of `package.json` that derive from the list of commands and from that of debug adapters. Only `npm run texts`
 * and tests import this.
 */
import { DEBUG_ADAPTERS } from '../debug/adapters';
import { COMMANDS, PANEL_VIEW_TYPE } from '../ids';
import { type CommandName, commands } from './list';

interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group?: string;
}

/** The sections as VS Code reads them: https://code.visualstudio.com/api/references/contribution-points */
export interface Contributions {
  readonly activationEvents: readonly string[];
  readonly commands: readonly Readonly<Record<string, string>>[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly keybindings: readonly Readonly<Record<string, string>>[];
}

const entries = (Object.keys(commands) as CommandName[]).map(name => ({
  command: COMMANDS[name],
  ...commands[name],
}));

/** Returns what `package.json` has to say. */
export function contributions(): Contributions {
  return {
    activationEvents: [
      `onWebviewPanel:${PANEL_VIEW_TYPE}`,
      ...DEBUG_ADAPTERS.map(({ type }) => `onDebugAdapterProtocolTracker:${type}`),
    ],
    commands: entries.map(({ command, icon, when }) => ({
      command,
      title: `%commands.${command}.title%`,
      category: '%category%',
      ...(icon === undefined ? {} : { icon }),
      ...(when === undefined ? {} : { enablement: when }),
    })),
    menus: { commandPalette: paletteItems(), ...menuItems() },
    keybindings: entries.flatMap(({ command, keyBinding }) =>
      keyBinding ? [{ command, ...keyBinding }] : [],
    ),
  };
}

/** Commands are in the palette everywhere unless an item says otherwise. */
function paletteItems(): MenuItem[] {
  return entries.flatMap(({ command, when, isHiddenInPalette }) => {
    if (isHiddenInPalette) return [{ command, when: 'false' }];
    return when === undefined ? [] : [{ command, when }];
  });
}

function menuItems(): Record<string, MenuItem[]> {
  const menus: Record<string, MenuItem[]> = {};
  for (const { command, menus: own = {} } of entries) {
    for (const [menu, item] of Object.entries(own)) (menus[menu] ??= []).push({ command, ...item });
  }
  return menus;
}
