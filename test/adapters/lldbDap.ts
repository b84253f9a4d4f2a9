/**
 * A C++ program under lldb's debug adapter, stopped by a signal that it raises. The adapter is `NDARRAY_TEST_LLDB_DAP`,
 * or the newest `lldb-dap` that is found; where it cannot read memory (before LLVM 20), or there is no compiler, the
 * calling test is skipped.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from '../../extension/debug/runtime';
import { DapClient } from './dap';
import { frameAtStop, initialize } from './stopped';

const CANDIDATES = ['lldb-dap', 'lldb-dap-23', 'lldb-dap-22', 'lldb-dap-21', 'lldb-dap-20'];

export interface Native {
  readonly frame: Frame;
  end(): Promise<void>;
}

function works(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The adapter to use; undefined where there is none, or no compiler for what it would debug. */
export function lldbDap(): string | undefined {
  const chosen = process.env.NDARRAY_TEST_LLDB_DAP;
  const adapter = (chosen === undefined ? CANDIDATES : [chosen]).find(command => works(command, '--help'));
  return works('g++', '--version') ? adapter : undefined;
}

/** Skips the running test unless there are an adapter that reads memory and a compiler. */
export async function debugNative(test: Mocha.Context, source: string): Promise<Native> {
  const adapter = lldbDap();
  if (adapter === undefined) return test.skip();
  const folder = await mkdtemp(join(tmpdir(), 'ndarray-native-'));
  const process_ = spawn(adapter, [], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = new DapClient('lldb-dap', process_.stdout, process_.stdin);
  const end = async (): Promise<void> => {
    const late = new Promise(accept => setTimeout(accept, 3000).unref());
    const goodbye = client.customRequest('disconnect', { terminateDebuggee: true }).catch(() => undefined);
    await Promise.race([goodbye, late]);
    process_.kill();
    await rm(folder, { recursive: true });
  };
  const capabilities = await initialize(client);
  if (capabilities.supportsReadMemoryRequest !== true) {
    await end();
    return test.skip();
  }
  const program = await compile(folder, source);
  const launched = client.customRequest('launch', { program });
  await client.event('initialized');
  await client.customRequest('configurationDone');
  await launched;
  return { frame: await frameAtStop(client, capabilities, 'main'), end };
}

async function compile(folder: string, source: string): Promise<string> {
  const path = join(folder, 'program.cpp');
  await writeFile(path, source);
  const program = join(folder, 'program');
  await promisify(execFile)('g++', ['-std=c++20', '-g', '-O0', '-o', program, path]);
  return program;
}
