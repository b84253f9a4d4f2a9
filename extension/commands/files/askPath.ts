/** Asks for the file that a command writes: typed, or picked in the file dialog. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, relative } from 'node:path';
import * as vscode from 'vscode';
import { InspectorError } from '../../../core/errors';
import { prepareThread } from '../../tasks/runTask';
import type { TargetFile } from '../../tasks/write/writeAtomically';
import { type ValidationMessage, saidBy } from '../steps';
import { checkPath, absolutePath, type CheckedPath } from './target';

/** The texts of the question, and the files that must not be overwritten. */
export interface PathQuestion {
  readonly title: string;
  readonly prompt: string;
  /** The suggested path: absolute, or relative to the first workspace folder. */
  readonly start: string;
  /** Files that must not be overwritten, under any name. */
  readonly sources?: readonly string[];
}

/** The folder of relative paths: the first workspace folder, or the user's home. */
export const homeFolder = (): string => {
  const first = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return first?.uri.fsPath ?? homedir();
};

/** Returns the file to write; asks before replacing one. Undefined where the user cancels. */
export async function askPath(question: PathQuestion): Promise<TargetFile | undefined> {
  prepareThread();
  const place = await typedPlace(question);
  if (!place) return undefined;
  if (place.exists && !(await mayReplace(place.path))) return undefined;
  return { path: place.path, mayReplace: place.exists };
}

function typedPlace({ title, prompt, start, sources = [] }: PathQuestion): Promise<CheckedPath | undefined> {
  const box = vscode.window.createInputBox();
  const browse: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('folder-opened'),
    tooltip: vscode.l10n.t('Browse…'),
  };
  Object.assign(box, { title, prompt, value: start, ignoreFocusOut: true, buttons: [browse] });
  const name = basename(start);
  const from = start.length - name.length;
  box.valueSelection = [from, from + name.length - extname(name).length];
  const look = (): Promise<CheckedPath> => placeOf(box.value, sources);
  let latest = 0;
  const check = async (): Promise<CheckedPath | undefined> => {
    const own = ++latest;
    const found = await look().catch((error: unknown) => saidBy(error));
    if (own === latest) box.validationMessage = messageOf(found);
    return typeof found === 'string' ? undefined : found;
  };
  let isBrowsing = false;
  const browseFor = async (): Promise<void> => {
    isBrowsing = true;
    const picked = await browsed(title, box.value);
    isBrowsing = false;
    if (picked) box.value = shortPath(picked);
    box.show();
    await check();
  };
  return new Promise(accept => {
    const listeners = [
      box.onDidChangeValue(() => void check()),
      box.onDidAccept(() => void check().then(place => place && end(place))),
      box.onDidTriggerButton(() => void browseFor()),
      box.onDidHide(() => isBrowsing || end(undefined)),
    ];
    const end = (place: CheckedPath | undefined): void => {
      accept(place);
      for (const one of [...listeners, box]) one.dispose();
    };
    box.show();
    void check();
  });
}

async function placeOf(typed: string, sources: readonly string[]): Promise<CheckedPath> {
  const place = await checkPath(typed, homeFolder(), sources);
  if (isUnsaved(place.path)) {
    throw new InspectorError('invalid-input', vscode.l10n.t('{0} has unsaved changes', place.path), {
      action: vscode.l10n.t('Save or revert it first, or type another name.'),
    });
  }
  return place;
}

function messageOf(found: CheckedPath | ValidationMessage): vscode.InputBoxValidationMessage | undefined {
  if (typeof found === 'string') return { message: found, severity: vscode.InputBoxValidationSeverity.Error };
  if (!found?.exists) return undefined;
  const message = vscode.l10n.t('This file exists. You are asked before it is overwritten.');
  return { message, severity: vscode.InputBoxValidationSeverity.Warning };
}

/** Whether an editor has unsaved changes of the file. */
function isUnsaved(path: string): boolean {
  const isIt = (uri: vscode.Uri): boolean => uri.scheme === 'file' && uri.fsPath === path;
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ isDirty, input }) => {
    const hasUri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
    return isDirty && hasUri && isIt(input.uri);
  });
}

async function browsed(title: string, typed: string): Promise<string | undefined> {
  const defaultUri = vscode.Uri.file(absolutePath(typed, homeFolder()));
  const uri = await vscode.window.showSaveDialog({ title, defaultUri });
  return uri?.fsPath;
}

/** The path relative to the workspace folder where it is inside. */
function shortPath(path: string): string {
  const short = relative(homeFolder(), path);
  return short.startsWith('..') || short === '' ? path : short;
}

async function mayReplace(path: string): Promise<boolean> {
  const overwrite = vscode.l10n.t('Overwrite');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} already exists.', shortPath(path)),
    { modal: true, detail: vscode.l10n.t('Do you want to overwrite it? Its current contents will be lost.') },
    overwrite,
  );
  return answer === overwrite;
}

/** Returns a path in `folder` that no file has, with a number where needed, as it is suggested. */
export function freeName(folder: string, stem: string, extension: string): string {
  for (let k = 1; ; k++) {
    const path = join(folder, `${stem}${k === 1 ? '' : `-${k}`}${extension}`);
    if (!existsSync(path)) return shortPath(path);
  }
}

/** Returns a free path beside a file: its name with a suffix and another extension. */
export function besideName(path: string, suffix: string, extension: string): string {
  const stem = basename(path).slice(0, basename(path).length - extname(path).length);
  return freeName(dirname(path), `${stem}${suffix}`, extension);
}
