/** Layout discovery with what VS Code knows: workspace settings, remembered choices, the workspace's Python files. */
import * as vscode from 'vscode';
import { SETTING_KEYS, SETTINGS } from '../ids';
import type { Discover } from './document';
import { discover } from './discovery/discover';
import type { Remembered } from './discovery/remembered';

/** Folders that hold other people's Python. */
const EXCLUDED = '**/{node_modules,.git,.venv,venv,env,site-packages,__pycache__,.tox,build,dist}/**';
const MAX_LISTED = 2000;

/** How the layouts of `uri` are found. */
export function discoverIn(uri: vscode.Uri, remembered: Remembered): Discover {
  return (source, late, signal) =>
    discover({
      uri: uri.toString(),
      filePath: uri.path,
      relativePath: vscode.workspace.asRelativePath(uri, false),
      source,
      remembered,
      settings: vscode.workspace.getConfiguration(SETTINGS, uri).get<unknown>(SETTING_KEYS.layouts),
      python: { listFiles: listPython, readFile },
      onLate: late,
      signal,
    });
}

async function listPython(): Promise<string[]> {
  const found = await vscode.workspace.findFiles('**/*.py', EXCLUDED, MAX_LISTED);
  return found.map(String);
}

/** The bytes of a Python file, for discovery to search. */
async function readFile(uri: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
}
