/** Layout discovery with what VS Code knows: settings, remembered choices, the workspace's Python and neighbouring files. */
import * as vscode from 'vscode';
import { discover } from '../../discovery/discover';
import type { Neighbours, WorkspaceAccess } from '../../discovery/finder';
import type { LayoutStore } from '../../discovery/rememberedLayouts';
import { SETTING_KEYS, SETTINGS } from '../../ids';
import type { Discover } from './memoryDocument';

/** Folders that hold other people's Python. */
const EXCLUDED = '**/{node_modules,.git,.venv,venv,env,site-packages,__pycache__,.tox,build,dist}/**';
const MAX_PYTHON_FILES = 2000;
const MAX_NEIGHBOURS = 2000;

/** Returns the function that discovers the layouts of `uri`. */
export function workspaceDiscovery(uri: vscode.Uri, store: LayoutStore): Discover {
  const file = workingTreeUri(uri);
  return (source, onLate, signal) =>
    discover(
      {
        uri: uri.toString(),
        path: uri.path,
        relativePath: relativePath(file),
        source,
        neighbours: neighboursOf(file),
        workspace: workspaceAccess(file, store),
        signal,
      },
      { onLate },
    );
}

/** The committed side of a diff (`git:/folder/a.dat?…`) is laid out as the file in the working tree. */
function workingTreeUri(uri: vscode.Uri): vscode.Uri {
  if (vscode.workspace.getWorkspaceFolder(uri)) return uri;
  const local = uri.with({ scheme: 'file', authority: '', query: '', fragment: '' });
  return vscode.workspace.getWorkspaceFolder(local) ? local : uri;
}

/** `uri`'s path in the workspace, with forward slashes; outside of any workspace, the file's name. */
function relativePath(uri: vscode.Uri): string {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return inWorkspace
    ? vscode.workspace.asRelativePath(uri, false)
    : uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function workspaceAccess(uri: vscode.Uri, rememberedLayouts: LayoutStore): WorkspaceAccess {
  return {
    rememberedLayouts,
    layoutSettings: vscode.workspace.getConfiguration(SETTINGS, uri).get<unknown>(SETTING_KEYS.layouts),
    listPythonFiles: async () => {
      const found = await vscode.workspace.findFiles('**/*.py', EXCLUDED, MAX_PYTHON_FILES);
      return found.map(String);
    },
    readFile: async file => vscode.workspace.fs.readFile(vscode.Uri.parse(file)),
  };
}

/** The files beside `uri`, through `workspace.fs`. */
export function neighboursOf(uri: vscode.Uri): Neighbours {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(uri, '..');
  return {
    list: async () => {
      const entries = await fs.readDirectory(folder).then(undefined, () => []);
      const files = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0);
      return files.slice(0, MAX_NEIGHBOURS).map(([name]) => name);
    },
    read: async (name, maxBytes) => {
      if (/[\\/]/.test(name)) return undefined;
      const file = vscode.Uri.joinPath(folder, name);
      try {
        if ((await fs.stat(file)).size > maxBytes) return undefined;
        const bytes = await fs.readFile(file);
        return bytes.length > maxBytes ? undefined : bytes;
      } catch {
        return undefined;
      }
    },
  };
}
