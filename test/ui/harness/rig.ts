/**
 * The rig's own modules (`test/rig/*.mjs`, plain Node so that they run on a bare checkout), typed for the tests.
 * They are loaded from the sources: they are not compiled into `out/`.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';

/** The root of this checkout, seen from `out/test/ui/harness`. */
export const root = resolve(__dirname, '../../../..');

export type Settings = Readonly<Record<string, unknown>>;

export interface Server {
  readonly port: number;
  /** What the workbench's address carries to be let in. */
  readonly token: string;
  /** The server's process, which is also the id of its process group. */
  readonly pid: number;
  /** What a person would set for this machine; VS Code follows the file. */
  readonly writeSettings: (settings: Settings) => void;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

interface ServerOptions {
  readonly vscode: string;
  readonly node: string;
  readonly settings: Settings;
  readonly trust: boolean;
  readonly env: Readonly<Record<string, string>>;
}

interface ServerModule {
  readonly quietSettings: Settings;
  readonly startServer: (options: ServerOptions) => Promise<Server>;
  readonly workbenchUrl: (server: Server, place: { folder: string; extension: string }) => string;
  readonly launchBrowser: (executable: string) => Promise<Browser>;
}

interface HostModule {
  readonly ensureWebHostAndBrowser: () => Promise<{ vscode: string; node: string; chromium: string }>;
}

const rigRequire = createRequire(resolve(root, 'test', 'rig', 'server.mjs'));
const load = (name: string): unknown => rigRequire(`./${name}`);

export const serverModule = (): ServerModule => load('server.mjs') as ServerModule;
export const hostModule = (): HostModule => load('host.mjs') as HostModule;
