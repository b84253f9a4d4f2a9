/**
 * A Python program under debugpy's own adapter, stopped at its `breakpoint()` calls. Skips the calling test where the
 * Python has no NumPy or no debugpy.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame } from '../../extension/debug/runtime';
import { DapClient } from './dap';
import { frameAtStop, initialize } from './stopped';

const helperFolder = resolve(__dirname, '../../../extension/debug/python');

/** The helper as the extension ships it: its files, in the order that the first of them names. */
export function helperSource(): Promise<string> {
  const first = readFileSync(join(helperFolder, 'helper.py'), 'utf8');
  const order = /^Order: (.+)$/m.exec(first)?.[1].split(' ') ?? [];
  return Promise.resolve(order.map(name => readFileSync(join(helperFolder, name), 'utf8')).join('\n'));
}

export interface PythonProgram {
  /** The frame of the present stop. */
  frame: Frame;
  readonly folder: string;
  /** Of the debuggee. */
  readonly pid: number;
  /** Lets it run to its next stop. */
  next(): Promise<void>;
  end(): Promise<void>;
}

function canDebug(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import numpy, debugpy'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts `source` with `python`, and waits for its first `breakpoint()`. */
export async function debugPython(
  test: Mocha.Context,
  python: string | undefined,
  source: string,
): Promise<PythonProgram> {
  if (python === undefined || !canDebug(python)) return test.skip();
  const folder = await mkdtemp(join(tmpdir(), 'ndarray-python-'));
  const program = join(folder, 'program.py');
  await writeFile(program, source);
  const adapter = spawn(python, ['-m', 'debugpy.adapter'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = new DapClient('debugpy', adapter.stdout, adapter.stdin);
  const end = async (): Promise<void> => {
    const late = new Promise(accept => setTimeout(accept, 3000).unref());
    const goodbye = client.customRequest('disconnect', { terminateDebuggee: true }).catch(() => undefined);
    await Promise.race([goodbye, late]);
    adapter.kill();
    await rm(folder, { recursive: true });
  };
  const capabilities = await initialize(client);
  const place = { program, cwd: folder, python: [python], console: 'internalConsole', justMyCode: false };
  const launched = client.customRequest('launch', place);
  await client.event('initialized');
  await client.customRequest('configurationDone');
  await launched;
  const { systemProcessId } = await client.event('process');
  const running: PythonProgram = {
    frame: await frameAtStop(client, capabilities),
    folder,
    pid: Number(systemProcessId),
    next: async () => {
      await client.customRequest('continue', { threadId: running.frame.threadId });
      running.frame = await frameAtStop(client, capabilities);
    },
    end,
  };
  return running;
}
