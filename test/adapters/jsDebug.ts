/**
 * A Node program under VS Code's own JavaScript debugger, at its first `debugger;` statement. The debugger is the one in
 * the folder `NDARRAY_TEST_JS_DEBUG` (`…/extensions/ms-vscode.js-debug`); with none the calling test is skipped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Frame } from '../../extension/debug/runtime';
import { DapClient } from './dap';
import { frameAtStop, initialize } from './stopped';

interface Announced {
  readonly pipe: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Debugged {
  readonly frame: Frame;
  end(): Promise<void>;
}

/** Skips the running test unless there is a JavaScript debugger. */
export function needsJsDebug(test: Mocha.Context): string {
  const folder = process.env.NDARRAY_TEST_JS_DEBUG;
  if (folder === undefined || !existsSync(join(folder, 'src/extension.js'))) return test.skip();
  return folder;
}

export async function debugNode(folder: string, program: string): Promise<Debugged> {
  const config = { type: 'pwa-node', request: 'launch', name: 'test', program, console: 'internalConsole' };
  const host = spawn(process.execPath, [join(__dirname, 'jsDebugHost.js'), folder, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const announced = createInterface({ input: host.stdout })[Symbol.asyncIterator]();
  const root = await attach(announced);
  // The root session only starts the program; what is debugged is its child.
  const child = await attach(announced);
  return { frame: await frameAtStop(child.client, child.capabilities), end: () => end(root.client, host) };
}

async function attach(
  announced: AsyncIterator<string>,
): Promise<{ client: DapClient; capabilities: object }> {
  const { pipe, config } = JSON.parse(String((await announced.next()).value)) as Announced;
  const socket = createConnection(pipe);
  const client = new DapClient('pwa-node', socket, socket);
  const capabilities = await initialize(client);
  const launched = client.customRequest(String(config.request), config);
  await client.event('initialized');
  await client.customRequest('configurationDone');
  await launched;
  return { client, capabilities };
}

async function end(client: DapClient, host: ChildProcess): Promise<void> {
  await Promise.race([
    client.customRequest('disconnect', { terminateDebuggee: true }).catch(() => undefined),
    new Promise(accept => setTimeout(accept, 3000)),
  ]);
  host.kill();
}
