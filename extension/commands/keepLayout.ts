/** Keeps a layout in the workspace settings, if the user wants. */
import { extname, posix } from 'node:path';
import * as vscode from 'vscode';
import type { LayoutChoice } from '../../webview/protocol/schema';
import { SETTING_KEYS, SETTINGS } from '../ids';
import { type LayoutEntry, withEntry } from './layoutEntries';
import { pickOne } from './steps';

/**
 * Asks where to keep the layout, and writes the setting where chosen. It is remembered for the file anyway; for files
 * outside of the workspace nothing is asked.
 */
export async function keepLayout(uri: vscode.Uri, choice: LayoutChoice): Promise<void> {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return;
  const path = vscode.workspace.asRelativePath(uri, false);
  const folder = posix.dirname(path);
  const globs = [fileGlob(path), `${folder === '.' ? '.' : escaped(folder)}/*${extname(path)}`];
  const detail = vscode.l10n.t('in .vscode/settings.json, shared with the code');
  const glob = await pickOne(vscode.l10n.t('Set Layout: Where to Keep It'), [
    {
      label: vscode.l10n.t('Only on This Computer'),
      description: vscode.l10n.t('remembered for this file'),
      value: '',
    },
    ...globs.map(value => ({
      label: vscode.l10n.t('In the Workspace Settings, for {0}', value),
      description: detail,
      value,
    })),
  ]);
  if (!glob) return;
  const { dtype, shape, order, offset, strides } = choice;
  const isAny = glob === globs[1] && shape.length > 0 && !strides;
  const entry: LayoutEntry = {
    files: glob,
    dtype,
    shape: isAny ? [-1, ...shape.slice(1)] : shape,
    ...(order === 'F' ? { order } : {}),
    ...(offset > 0 ? { offset } : {}),
    ...(strides ? { strides } : {}),
  };
  await write(uri, path, entry);
}

async function write(uri: vscode.Uri, path: string, entry: LayoutEntry): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SETTINGS, uri);
  const isOne = (vscode.workspace.workspaceFolders?.length ?? 0) < 2;
  const there = settings.inspect<unknown>(SETTING_KEYS.layouts);
  const value = isOne ? there?.workspaceValue : there?.workspaceFolderValue;
  const target = isOne ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder;
  await settings.update(SETTING_KEYS.layouts, withEntry(value, entry, path), target);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('The layout for {0} was added to the workspace settings.', entry.files),
    6000,
  );
}

/** Escapes a path for use as a glob. */
const escaped = (path: string): string => path.replace(/[*?[\]{}()!+@|]/g, '\\$&');

const fileGlob = (path: string): string => (path.includes('/') ? escaped(path) : `./${escaped(path)}`);
