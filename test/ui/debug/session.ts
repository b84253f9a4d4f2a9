/** One workbench over a folder with programs in it, Python's or Node's, and what debugs them. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { Frame } from 'playwright-core';
import { debugSettings } from '../harness/debugger';
import { root } from '../harness/rig';
import { until } from '../harness/waiting';
import { startWorkbench, type Workbench, type WorkbenchOptions } from '../harness/workbench';

const testPython = process.env.NDARRAY_TEST_PYTHON ?? 'python3';
const programs = resolve(root, 'test', 'ui', 'programs');

export interface DebugSuite {
  readonly folder: string;
  readonly workbench: Workbench;
  /** The webview of the panel over `expression`, once it draws it. */
  readonly panel: (expression: string) => Promise<Frame>;
}

/** Skips the running tests unless the Python has debugpy, and what the programs import. */
function needsModules(test: Mocha.Context, python: string, modules: string): void {
  try {
    execFileSync(python, ['-c', `import debugpy, ${modules}`], { stdio: 'ignore' });
  } catch {
    test.skip();
  }
}

function kindOf(name: string, python: string): object {
  if (name.endsWith('.py')) return { type: 'debugpy', python, justMyCode: false };
  if (name.endsWith('.cpp')) return { type: 'lldb-dap', program: `\${workspaceFolder}/${name}.out` };
  return { type: 'node', runtimeExecutable: process.execPath };
}

/** A launch configuration for each of the programs, named as the file is. */
function launchFile(files: readonly string[], python: string): string {
  const configurations = files.map(name => ({
    name,
    request: 'launch',
    program: `\${workspaceFolder}/${name}`,
    cwd: '${workspaceFolder}',
    console: 'internalConsole',
    ...kindOf(name, python),
  }));
  return JSON.stringify({ version: '0.2.0', configurations }, null, 2);
}

interface DebugOptions {
  readonly prepare?: (folder: string) => void;
  /** The Python that runs the programs; the tests' own unless told. */
  readonly python?: string;
  /** What the programs import. */
  readonly modules?: string;
}

/** The suite over the programs of `test/ui/programs` (or absolute paths), made by a `before` hook added here. */
export function debugSuite(
  files: readonly string[],
  options: Partial<WorkbenchOptions> & DebugOptions = {},
): () => DebugSuite {
  const { python = testPython, modules = 'numpy' } = options;
  let suite: DebugSuite | undefined;
  let folder = '';

  before(async function () {
    if (files.some(file => file.endsWith('.py'))) needsModules(this, python, modules);
    folder = mkdtempSync(join(tmpdir(), 'ndarray-debug-'));
    for (const file of files)
      cpSync(resolve(programs, file), join(folder, file.slice(file.lastIndexOf('/') + 1)));
    mkdirSync(join(folder, '.vscode'));
    const names = files.map(file => file.slice(file.lastIndexOf('/') + 1));
    writeFileSync(join(folder, '.vscode', 'launch.json'), launchFile(names, python));
    options.prepare?.(folder);
    const workbench = await startWorkbench({
      // Wide enough for the code and a panel beside it that shows its layout.
      viewport: { width: 2000, height: 1000 },
      ...options,
      folder,
      settings: { ...debugSettings, ...options.settings },
      env: { NDARRAY_PYTHON: python, ...options.env },
    });
    suite = { folder, workbench, panel: expression => panelOf(workbench, expression) };
  });

  after(async () => {
    await suite?.workbench.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  return () => suite!;
}

async function panelOf(workbench: Workbench, expression: string): Promise<Frame> {
  let seen = 'no webview';
  const found = until(`a panel over ${expression}`, async () => {
    for (const frame of await workbench.visibleWebviews()) {
      const box = frame.getByRole('textbox', { name: 'Expression' });
      const shown = await box.inputValue({ timeout: 200 }).catch(() => undefined);
      if (shown === expression) return frame;
      seen = await frame.evaluate(() => document.body.innerText).catch(String);
    }
    return undefined;
  });
  return found.catch((error: unknown) => {
    throw new Error(`${String(error)}; on screen is: ${seen.slice(0, 500)}`);
  });
}
