/** Layout discovery with what VS Code knows: workspace settings, remembered choices, the workspace's Python files. */
import * as vscode from 'vscode';
import { SETTING_KEYS, SETTINGS } from '../../ids';
import type { Discover } from './memoryDocument';
import type { Candidate } from '../../../webview/protocol/documentState';
import type { Discovery } from '../../discovery/discover';
import { discover, pickFound } from '../../discovery/discover';
import { distinct } from '../../discovery/fit';
import type { Store } from '../../discovery/rememberedLayouts';

/** Folders that hold other people's Python. */
const EXCLUDED = '**/{node_modules,.git,.venv,venv,env,site-packages,__pycache__,.tox,build,dist}/**';
const MAX_LISTED = 2000;
const RUNNERS_UP = 12;

/** How the layouts of `uri` are found. */
export function discoverIn(uri: vscode.Uri, store: Store): Discover {
  const place = placeOf(uri);
  return async (source, late, signal) => {
    const { byteLength } = source;
    const found = await discover({
      uri: uri.toString(),
      source,
      relativePath: relativePath(place),
      store,
      settings: vscode.workspace.getConfiguration(SETTINGS, place).get<unknown>(SETTING_KEYS.layouts),
      python: () => searchWorkspace(uri, byteLength, signal),
      onLatePython: candidates => late(withPython(found, candidates, byteLength)),
      signal,
    });
    return found;
  };
}

/** Where the file is, or would be: the committed side of a diff (`git:/folder/a.dat?…`) is laid out as the file beside it. */
function placeOf(uri: vscode.Uri): vscode.Uri {
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

/** `found` with what the search of the workspace's Python brought: it outranks a guess, and nothing else. */
function withPython(found: Discovery, python: readonly Candidate[], byteLength: number): Discovery {
  const better = isGuess(found.chosen) ? pickFound(python, byteLength) : undefined;
  const chosen = better ?? found.chosen;
  const others = [...python, found.chosen, ...found.runnersUp];
  return { ...found, chosen, runnersUp: distinct(others, RUNNERS_UP, [chosen]) };
}

function isGuess({ origin }: Candidate): boolean {
  return origin.kind === 'guess' || origin.kind === 'fallback';
}

async function searchWorkspace(
  uri: vscode.Uri,
  byteLength: number,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const { searchPython } = await import(
    /* webpackChunkName: "python" */ '../../discovery/python/searchPython'
  );
  return searchPython({ filePath: uri.path, byteLength, listFiles: listPython, readFile, signal });
}

async function listPython(): Promise<string[]> {
  const found = await vscode.workspace.findFiles('**/*.py', EXCLUDED, MAX_LISTED);
  return found.map(String);
}

/** The bytes of a Python file. */
async function readFile(uri: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
}
